// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/process/child_process.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/process/sanitized.hpp"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <utility>

namespace mizan::process {
namespace {

constexpr int k_cannot_start = 127;

/// What the new process needs, prepared before fork: between fork and exec only async-signal-safe calls are allowed.
struct Launch {
  const ChildOptions& options;
  std::string executable;
  std::vector<char*> arguments, environment;
  int socket;
  int nothing;
  pid_t parent;
};

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> out;
  out.reserve(texts.size() + 1);
  for (const auto& text : texts) out.push_back(const_cast<char*>(text.c_str()));  // execve does not write
  out.push_back(nullptr);
  return out;
}

void limit(__rlimit_resource resource, rlim_t soft, rlim_t hard) {
  const rlimit value{soft, hard};
  if (::setrlimit(resource, &value) != 0) ::_exit(k_cannot_start);
}

void limit_all(const ChildOptions& options) {
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_FSIZE, options.file_size, options.file_size);
  limit(RLIMIT_NOFILE, options.descriptors, options.descriptors);
  // Soft below hard: the soft limit's SIGXCPU says why it ended.
  const auto cpu = static_cast<rlim_t>(options.cpu.count());
  if (cpu > 0) limit(RLIMIT_CPU, cpu, cpu + 1);
  if (options.memory > 0 && !k_sanitized) limit(RLIMIT_AS, options.memory, options.memory);
}

/// A fresh process blocks no signal, whatever its parent does.
void reset_signals() {
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  for (const int number : {SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGCHLD, SIGXCPU}) ::signal(number, SIG_DFL);
  ::signal(SIGXFSZ, SIG_IGN);  // a write beyond RLIMIT_FSIZE fails; the log on stderr may be a file
}

[[noreturn]] void become(const Launch& launch) {
  if (::setpgid(0, 0) != 0 || ::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    ::_exit(k_cannot_start);
  if (::getppid() != launch.parent) ::_exit(k_cannot_start);  // it died before the line above took effect
  reset_signals();
  if (::dup2(launch.socket, STDIN_FILENO) < 0 || ::dup2(launch.nothing, STDOUT_FILENO) < 0) ::_exit(k_cannot_start);
  if (::close_range(STDERR_FILENO + 1, ~0U, 0) != 0) ::_exit(k_cannot_start);
  limit_all(launch.options);
  ::execve(launch.executable.c_str(), launch.arguments.data(), launch.environment.data());
  ::_exit(k_cannot_start);
}

std::string how_it_ended(int status) {
  if (WIFSIGNALED(status)) return std::string("ended by signal ") + ::strsignal(WTERMSIG(status));
  if (WEXITSTATUS(status) == k_cannot_start) return "could not be started";
  return "exit status " + std::to_string(WEXITSTATUS(status));
}

Problem problem(ProblemCode code, const std::string& name, std::string internal) {
  return Problem(code, name + ": " + std::move(internal)).with("process", name);
}

}  // namespace

Result<ChildProcess> ChildProcess::start(const ChildOptions& options) {
  int ends[2] = {-1, -1};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    return fail(problem("process.crashed", options.name, std::string("socketpair: ") + std::strerror(errno)));
  Descriptor ours(ends[0]);
  const Descriptor theirs(ends[1]);
  const Descriptor nothing(::open("/dev/null", O_RDWR | O_CLOEXEC));
  if (nothing.number() < 0)
    return fail(problem("process.crashed", options.name, std::string("/dev/null: ") + std::strerror(errno)));

  std::vector<std::string> arguments{options.executable.string()};
  arguments.insert(arguments.end(), options.arguments.begin(), options.arguments.end());
  const Launch launch{options,
                      options.executable.string(),
                      pointers(arguments),
                      pointers(options.environment),
                      theirs.number(),
                      nothing.number(),
                      ::getpid()};
  const pid_t pid = ::fork();
  if (pid < 0) return fail(problem("process.crashed", options.name, std::string("fork: ") + std::strerror(errno)));
  if (pid == 0) become(launch);
  return ChildProcess(options.name, pid, FrameChannel(std::move(ours)));
}

ChildProcess::ChildProcess(std::string name, pid_t pid, FrameChannel channel)
    : m_name(std::move(name)), m_pid(pid), m_channel(std::move(channel)) {}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : m_name(std::move(other.m_name)),
      m_pid(std::exchange(other.m_pid, -1)),
      m_channel(std::move(other.m_channel)),
      m_end(std::move(other.m_end)),
      m_killed_by_us(other.m_killed_by_us),
      m_killed_from_outside(other.m_killed_from_outside) {}

ChildProcess& ChildProcess::operator=(ChildProcess&& other) noexcept {
  if (this == &other) return *this;
  kill();
  m_name = std::move(other.m_name);
  m_pid = std::exchange(other.m_pid, -1);
  m_channel = std::move(other.m_channel);
  m_end = std::move(other.m_end);
  m_killed_by_us = other.m_killed_by_us;
  m_killed_from_outside = other.m_killed_from_outside;
  return *this;
}

ChildProcess::~ChildProcess() {
  kill();
}

Outcome ChildProcess::send(std::string_view payload, Deadline deadline, int descriptor) {
  if (auto sent = m_channel.send(payload, deadline, descriptor); !sent) return fail(problem_of(sent.error()));
  return {};
}

Result<Frame> ChildProcess::receive(std::size_t limit, Deadline deadline) {
  auto frame = m_channel.receive(limit, deadline);
  if (!frame) return fail(problem_of(frame.error()));
  return std::move(*frame);
}

bool ChildProcess::running() {
  reap(WNOHANG);
  return m_pid > 0;
}

std::chrono::milliseconds ChildProcess::cpu_used() const {
  clockid_t clock{};
  timespec used{};
  if (m_pid <= 0 || ::clock_getcpuclockid(m_pid, &clock) != 0 || ::clock_gettime(clock, &used) != 0) return {};
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(used.tv_sec) +
                                                               std::chrono::nanoseconds(used.tv_nsec));
}

void ChildProcess::kill() {
  if (m_pid <= 0) return;
  m_killed_by_us = true;
  ::kill(-m_pid, SIGKILL);
  ::kill(m_pid, SIGKILL);  // in case it has not reached setpgid yet
  reap(0);
}

Problem ChildProcess::broke_protocol(std::string internal) {
  kill();
  return problem("process.protocol", m_name, std::move(internal));
}

Problem ChildProcess::problem_of(Broken broken) {
  if (broken == Broken::timeout) {
    kill();
    return problem("process.timeout", m_name, "no answer before the deadline");
  }
  if (broken == Broken::too_large) return broke_protocol("a frame beyond the limit");
  // The socket closes a moment before the process can be waited for; one that closed it and lives on breaks the
  // protocol.
  for (int i = 0; i < 200 && running(); ++i) ::usleep(1000);
  if (m_pid > 0) return broke_protocol("closed the conversation");
  return problem("process.crashed", m_name, m_end);
}

void ChildProcess::reap(int options) {
  if (m_pid <= 0) return;
  int status = 0;
  pid_t done = 0;
  do done = ::waitpid(m_pid, &status, options);
  while (done < 0 && errno == EINTR);
  if (done == 0) return;
  // Whatever it forked must not outlive it.
  ::kill(-m_pid, SIGKILL);
  if (done > 0) {
    m_end = how_it_ended(status);
    m_killed_from_outside = !m_killed_by_us && WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
  }
  m_pid = -1;
}

}  // namespace mizan::process
