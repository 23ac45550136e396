// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/process/sandbox.hpp"

#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/process/frames.hpp"
#include "base/process/system_calls.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <utility>

namespace mizan::process {
namespace {

constexpr std::array k_names{std::string_view("landlock"), std::string_view("system_calls"),
                             std::string_view("unprivileged")};
constexpr uid_t k_nobody = 65'534;  // user and group, on every Linux

/// As the kernel takes it; Debian 12's header knows the first member only.
struct RulesetAttributes {
  std::uint64_t files = 0, network = 0, scoped = 0;
};

constexpr std::uint64_t k_read = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t k_first_rights = (1ULL << 13U) - 1;  // of the first version of the interface
constexpr std::uint64_t k_refer = 1ULL << 13U, k_truncate = 1ULL << 14U, k_ioctl_device = 1ULL << 15U;
constexpr std::uint64_t k_bind_and_connect = 3;     // TCP
constexpr std::uint64_t k_sockets_and_signals = 3;  // of processes outside

Problem refused(const char* what) {
  return Problem("server.internal", std::string(what) + ": " + std::strerror(errno));
}

int landlock_version() {
  const auto version = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  return version > 0 ? static_cast<int>(version) : 0;
}

/// Everything that this version of the interface can deny is denied.
std::pair<RulesetAttributes, std::size_t> everything(int version) {
  RulesetAttributes out;
  std::size_t size = sizeof out.files;
  out.files = k_first_rights;
  if (version >= 2) out.files |= k_refer;
  if (version >= 3) out.files |= k_truncate;
  if (version >= 4) {
    out.network = k_bind_and_connect;
    size += sizeof out.network;
  }
  if (version >= 5) out.files |= k_ioctl_device;
  if (version >= 6) {
    out.scoped = k_sockets_and_signals;
    size += sizeof out.scoped;
  }
  return {out, size};
}

Outcome allow_reading(const Descriptor& ruleset, const std::filesystem::path& path) {
  const Descriptor place(open(path.c_str(), O_PATH | O_CLOEXEC));
  if (place.empty()) return {};  // not there: nothing to allow
  struct stat status{};
  if (fstat(place.number(), &status) != 0) return fail(refused("fstat"));
  landlock_path_beneath_attr beneath{};
  beneath.allowed_access = S_ISDIR(status.st_mode) ? k_read : k_read & LANDLOCK_ACCESS_FS_READ_FILE;
  beneath.parent_fd = place.number();
  if (syscall(SYS_landlock_add_rule, ruleset.number(), LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) != 0)
    return fail(refused("landlock_add_rule"));
  return {};
}

bool has_seccomp() {
  // Asks for a filter at no address: EFAULT says that the kernel would take one.
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, nullptr) != 0 && errno == EFAULT;
}

Outcome become_nobody() {
  if (setgroups(0, nullptr) != 0) return fail(refused("setgroups"));
  if (setresgid(k_nobody, k_nobody, k_nobody) != 0) return fail(refused("setresgid"));
  if (setresuid(k_nobody, k_nobody, k_nobody) != 0) return fail(refused("setresuid"));
  return {};
}

/// Root without capabilities: a user like another, who owns files.
Outcome give_up_powers() {
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {};
  if (syscall(SYS_capset, &header, none) != 0) return fail(refused("capset"));
  return {};
}

}  // namespace

std::vector<std::string> Protections::missing(const std::vector<std::string>& required) const {
  std::vector<std::string> out;
  for (const auto& name : required) {
    const bool stands = name == k_names[0] ? landlock > 0 : name == k_names[1] ? system_calls : unprivileged;
    if (!is_protection(name) || !stands) out.push_back(name);
  }
  return out;
}

std::string Protections::text() const {
  std::string out;
  const auto add = [&](const std::string& name) { out += (out.empty() ? "" : ", ") + name; };
  if (landlock > 0) add("landlock " + std::to_string(landlock));
  if (system_calls) add("system_calls");
  if (unprivileged) add("unprivileged");
  return out.empty() ? "none" : out;
}

bool is_protection(std::string_view name) noexcept {
  return std::find(k_names.begin(), k_names.end(), name) != k_names.end();
}

Protections available_protections() {
  Protections out;
  out.landlock = landlock_version();
  out.system_calls = has_seccomp();
  out.unprivileged = true;  // root becomes nobody, and others are not root
  return out;
}

struct Sandbox::Rules {
  Inside inside = Inside::reading;
  int landlock = 0;
  Descriptor ruleset;
  std::vector<sock_filter> filter;
  bool system_calls = false;
};

Sandbox::Sandbox(std::unique_ptr<Rules> rules) : m_rules(std::move(rules)) {}
Sandbox::Sandbox(Sandbox&&) noexcept = default;
Sandbox& Sandbox::operator=(Sandbox&&) noexcept = default;
Sandbox::~Sandbox() = default;

Result<Sandbox> Sandbox::prepare(const std::vector<std::filesystem::path>& readable, Inside inside) {
  auto rules = std::make_unique<Rules>();
  rules->inside = inside;
  const auto available = available_protections();
  rules->system_calls = available.system_calls;
  if (available.landlock > 0) {
    const auto [attributes, size] = everything(available.landlock);
    rules->ruleset = Descriptor(static_cast<int>(syscall(SYS_landlock_create_ruleset, &attributes, size, 0)));
    if (rules->ruleset.empty()) return fail(refused("landlock_create_ruleset"));
    for (const auto& path : readable)
      if (auto allowed = allow_reading(rules->ruleset, path); !allowed) return fail(std::move(allowed.error()));
    rules->landlock = available.landlock;
  }
  auto filter = filter_for(inside);
  if (!filter) return fail(std::move(filter.error()));
  rules->filter = std::move(*filter);
  return Sandbox(std::move(rules));
}

Result<Protections> Sandbox::enter() const {
  Protections out;
  if (geteuid() == 0)
    if (auto dropped = m_rules->inside == Inside::reading ? become_nobody() : give_up_powers(); !dropped)
      return fail(std::move(dropped.error()));
  out.unprivileged = true;
  // Another user's process no longer dies with its parent: asked for once more.
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return fail(refused("pdeathsig"));
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return fail(refused("no_new_privs"));
  if (m_rules->landlock > 0) {
    if (syscall(SYS_landlock_restrict_self, m_rules->ruleset.number(), 0) != 0)
      return fail(refused("landlock_restrict_self"));
    out.landlock = m_rules->landlock;
  }
  if (m_rules->system_calls) {
    sock_fprog program{static_cast<unsigned short>(m_rules->filter.size()),
                       const_cast<sock_filter*>(m_rules->filter.data())};
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) return fail(refused("seccomp"));
    out.system_calls = true;
  }
  return out;
}

}  // namespace mizan::process
