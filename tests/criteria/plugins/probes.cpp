// SPDX-License-Identifier: GPL-3.0-or-later
// Tells what its process can reach, as notes: the environment, open descriptors, limits, files, network, processes.
#include "hostile.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>

static void note(const mizan_judge_output* output, const char* what, const std::string& value) {
  const mizan_note line{text_of(what), text_of(value), text_of(value)};
  output->add_note(output, &line);
}

/// The names of what succeeded, or "nothing".
static std::string done() {
  std::string out;
  const auto tried = [&](const char* what, bool did) {
    if (did) out += std::string(out.empty() ? "" : " ") + what;
  };
  tried("file", ::open("/etc/passwd", O_RDONLY) >= 0);
  tried("folder", ::open("/", O_RDONLY | O_DIRECTORY) >= 0);
  tried("write", ::open("/tmp/mizan-probe", O_WRONLY | O_CREAT, 0600) >= 0);
  tried("socket", ::socket(AF_INET, SOCK_STREAM, 0) >= 0);
  tried("local socket", ::socket(AF_UNIX, SOCK_STREAM, 0) >= 0);
  tried("signal", ::kill(::getppid(), 0) == 0);
  tried("code",
        ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED);
  tried("user", ::setuid(0) == 0 && ::getuid() != 0);
  const auto child = ::fork();
  if (child == 0) ::_exit(0);
  tried("process", child > 0);
  char name[] = "/bin/true";
  char* arguments[] = {name, nullptr};
  ::execv(name, arguments);  // never returns where it may
  return out.empty() ? "nothing" : out;
}

static int32_t judge(const mizan_criterion*, const mizan_judge_input*, const mizan_judge_output* output) {
  int variables = 0;
  for (char** at = environ; at != nullptr && *at != nullptr; ++at) ++variables;
  std::string open;
  for (int number = 0; number < 256; ++number)
    if (::fcntl(number, F_GETFD) >= 0) open += (open.empty() ? "" : " ") + std::to_string(number);
  rlimit files{}, core{};
  ::getrlimit(RLIMIT_FSIZE, &files);
  ::getrlimit(RLIMIT_CORE, &core);
  note(output, "variables", std::to_string(variables));
  note(output, "open", open);
  note(output, "done", done());
  note(output, "limits", std::to_string(files.rlim_cur) + " " + std::to_string(core.rlim_cur));
  return MIZAN_OK;
}

HOSTILE_PLUGIN(no_claims, judge)
