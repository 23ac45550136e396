// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/confine.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/process/sanitized.hpp"

#include <cerrno>
#include <cstring>

namespace mizan::documents {
namespace {

// Fonts and character maps are opened while a PDF is drawn.
constexpr rlim_t k_descriptors = 64;

Outcome limit(__rlimit_resource resource, rlim_t soft, rlim_t hard) {
  const rlimit value{soft, hard};
  if (setrlimit(resource, &value) == 0) return {};
  return fail("server.internal", std::string("setrlimit: ") + std::strerror(errno));
}

}  // namespace

Outcome confine(const ReadingLimits& limits, const Walls& walls) {
  const auto cpu = static_cast<rlim_t>(limits.cpu.count());
  // The process stops by itself between pages; a second later SIGXCPU ends it and says why; then SIGKILL.
  for (const auto& done : {limit(RLIMIT_CORE, 0, 0), limit(RLIMIT_FSIZE, 0, 0), limit(RLIMIT_CPU, cpu + 1, cpu + 2),
                           limit(RLIMIT_NOFILE, k_descriptors, k_descriptors),
                           process::k_sanitized ? Outcome{} : limit(RLIMIT_AS, limits.memory, limits.memory)})
    if (!done) return done;
  umask(077);
  if (process::k_sanitized) return {};  // they print, allocate and unwind by calls that no reader makes
  const int nothing = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nothing < 0 || dup2(nothing, STDERR_FILENO) < 0) return fail("server.internal", "stderr cannot be silenced");
  close(nothing);
  const auto stands = walls.sandbox.enter();
  if (!stands) return fail(stands.error());
  if (const auto missing = stands->missing(walls.required); !missing.empty())
    return fail("server.internal", "missing protection " + missing.front());
  return {};
}

}  // namespace mizan::documents
