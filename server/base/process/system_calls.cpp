// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/process/system_calls.hpp"

#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/process/frames.hpp"
#include "base/process/sandbox.hpp"

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <functional>
#include <memory>
#include <string>

namespace mizan::process {
namespace {

// Memory, time, threads' bookkeeping, reading of open files, and the answer on a socket that is there already.
constexpr int k_allowed[] = {SCMP_SYS(brk),
                             SCMP_SYS(munmap),
                             SCMP_SYS(mremap),
                             SCMP_SYS(madvise),
                             SCMP_SYS(membarrier),
                             SCMP_SYS(clock_gettime),
                             SCMP_SYS(clock_getres),
                             SCMP_SYS(clock_nanosleep),
                             SCMP_SYS(nanosleep),
                             SCMP_SYS(gettimeofday),
                             SCMP_SYS(time),
                             SCMP_SYS(getrusage),
                             SCMP_SYS(times),
                             SCMP_SYS(sysinfo),
                             SCMP_SYS(uname),
                             SCMP_SYS(getpid),
                             SCMP_SYS(getppid),
                             SCMP_SYS(gettid),
                             SCMP_SYS(getuid),
                             SCMP_SYS(geteuid),
                             SCMP_SYS(getgid),
                             SCMP_SYS(getegid),
                             SCMP_SYS(getcwd),
                             SCMP_SYS(getrandom),
                             SCMP_SYS(sched_getaffinity),
                             SCMP_SYS(sched_yield),
                             SCMP_SYS(futex),
                             SCMP_SYS(rseq),
                             SCMP_SYS(set_robust_list),
                             SCMP_SYS(set_tid_address),
                             SCMP_SYS(arch_prctl),
                             SCMP_SYS(sigaltstack),
                             SCMP_SYS(rt_sigaction),
                             SCMP_SYS(rt_sigprocmask),
                             SCMP_SYS(rt_sigreturn),
                             SCMP_SYS(restart_syscall),
                             SCMP_SYS(exit),
                             SCMP_SYS(exit_group),
                             SCMP_SYS(read),
                             SCMP_SYS(readv),
                             SCMP_SYS(pread64),
                             SCMP_SYS(lseek),
                             SCMP_SYS(close),
                             SCMP_SYS(fcntl),
                             SCMP_SYS(dup),
                             SCMP_SYS(fstat),
                             SCMP_SYS(stat),
                             SCMP_SYS(lstat),
                             SCMP_SYS(newfstatat),
                             SCMP_SYS(statx),
                             SCMP_SYS(fstatfs),
                             SCMP_SYS(statfs),
                             SCMP_SYS(access),
                             SCMP_SYS(faccessat),
                             SCMP_SYS(faccessat2),
                             SCMP_SYS(readlink),
                             SCMP_SYS(readlinkat),
                             SCMP_SYS(getdents64),
                             SCMP_SYS(fadvise64),
                             SCMP_SYS(poll),
                             SCMP_SYS(ppoll),
                             SCMP_SYS(write),
                             SCMP_SYS(writev),
                             SCMP_SYS(sendmsg)};

constexpr std::size_t k_most_instructions = 4096;  // of the kernel
constexpr scmp_datum_t k_writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;

struct Release {
  void operator()(void* filter) const noexcept { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, Release>;

Problem refused(const char* what, int error) {
  return Problem("server.internal", std::string("seccomp: ") + what + ": " + std::strerror(error));
}

/// Libraries are mapped from files, to be run and not to be written; requests come in by the socket.
void add_rules_of_plugins(void* filter, const std::function<void(int)>& add) {
  constexpr scmp_datum_t k_run_or_written = PROT_EXEC | PROT_WRITE;
  add(seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 2,
                       SCMP_A2(SCMP_CMP_MASKED_EQ, k_run_or_written, PROT_EXEC),
                       SCMP_A3(SCMP_CMP_MASKED_EQ, static_cast<scmp_datum_t>(MAP_ANONYMOUS), 0)));
  add(seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(recvmsg), 0));
}

/// The first error, or zero.
int add_rules(void* filter, Inside inside) {
  int error = 0;
  const auto add = [&](int added) {
    if (error == 0) error = added;
  };
  for (const int call : k_allowed) add(seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0));
  // Files are opened to be read; memory does not become executable.
  add(seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1, SCMP_A1(SCMP_CMP_MASKED_EQ, k_writing, 0)));
  add(seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, k_writing, 0)));
  for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)})
    add(seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1,
                         SCMP_A2(SCMP_CMP_MASKED_EQ, static_cast<scmp_datum_t>(PROT_EXEC), 0)));
  if (inside == Inside::plugins) add_rules_of_plugins(filter, add);
  // Limits are looked at, not set.
  add(seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, SCMP_A2(SCMP_CMP_EQ, 0)));
  // Its flags lie in memory, where no filter sees them.
  add(seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0));
  add(seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOTTY), SCMP_SYS(ioctl), 0));
  return -error;
}

}  // namespace

Result<std::vector<sock_filter>> filter_for(Inside inside) {
  const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)));
  if (!filter) return fail(refused("init", ENOMEM));
  if (const int error = add_rules(filter.get(), inside); error != 0) return fail(refused("rule", error));
  // Through a pipe: the process may have no file to write, not even one in memory. A filter is a few kilobytes, which a
  // pipe holds.
  int ends[2] = {-1, -1};
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return fail(refused("pipe", errno));
  const Descriptor reading(ends[0]);
  Descriptor writing(ends[1]);
  if (const int error = seccomp_export_bpf(filter.get(), writing.number()); error != 0)
    return fail(refused("export", -error));
  writing = Descriptor();
  std::vector<sock_filter> out(k_most_instructions);
  const auto got = read(reading.number(), out.data(), out.size() * sizeof(sock_filter));
  if (got <= 0 || static_cast<std::size_t>(got) % sizeof(sock_filter) != 0) return fail(refused("read", EIO));
  out.resize(static_cast<std::size_t>(got) / sizeof(sock_filter));
  return out;
}

}  // namespace mizan::process
