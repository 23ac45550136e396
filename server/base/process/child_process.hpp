// SPDX-License-Identifier: GPL-3.0-or-later
// A helper process of ours on the other end of a framed conversation: started bare, bounded, killed and reaped.
#pragma once

#include "base/process/frames.hpp"
#include "base/result.hpp"

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::process {

/// The child gets the conversation's socket as descriptor 0, /dev/null as 1, the parent's stderr as 2, and nothing
/// else: no other descriptor, no environment but `environment`.
struct ChildOptions {
  std::string name;  ///< for problems and the log: "mizan-judge"
  std::filesystem::path executable;
  std::vector<std::string> arguments;
  std::vector<std::string> environment;  ///< "NAME=value"
  std::chrono::seconds cpu{0};           ///< RLIMIT_CPU of its whole life; 0: none
  std::uint64_t memory = 0;              ///< RLIMIT_AS; 0: none (never set under sanitizers: sanitized.hpp)
  std::uint64_t file_size = 0;           ///< RLIMIT_FSIZE: no child of ours writes files
  std::uint64_t descriptors = 64;        ///< RLIMIT_NOFILE
};

/// One running child. Movable; the destructor kills and reaps it. Not thread-safe; the thread that started it must
/// outlive it (the kernel kills the child when that thread ends, so that none is left behind a crashed parent).
class ChildProcess {
 public:
  /// Fails with `process.crashed` when no process can be made. A missing executable shows at the first `receive`.
  [[nodiscard]] static Result<ChildProcess> start(const ChildOptions& options);

  ChildProcess(ChildProcess&& other) noexcept;
  ChildProcess& operator=(ChildProcess&& other) noexcept;
  ~ChildProcess();

  /// Both fail with `process.crashed` (internal: how it ended), `process.timeout` or `process.protocol`; the child has
  /// then been killed and reaped.
  [[nodiscard]] Outcome send(std::string_view payload, Deadline deadline, int descriptor = -1);
  [[nodiscard]] Result<Frame> receive(std::size_t limit, Deadline deadline);

  /// False once it has ended, by itself or by `kill`.
  [[nodiscard]] bool running();

  /// True when somebody else ended it with SIGKILL (an operator, the kernel short of memory): not the work's own doing.
  [[nodiscard]] bool killed_from_outside() const noexcept { return m_killed_from_outside; }

  /// Processor time it has used so far; zero once it has ended.
  [[nodiscard]] std::chrono::milliseconds cpu_used() const;

  [[nodiscard]] pid_t pid() const noexcept { return m_pid; }

  /// Ends it and all its own children (they share its process group).
  void kill();

  /// `process.protocol` for an answer that makes no sense; ends the child.
  [[nodiscard]] Problem broke_protocol(std::string internal);

 private:
  ChildProcess(std::string name, pid_t pid, FrameChannel channel);
  [[nodiscard]] Problem problem_of(Broken broken);
  void reap(int options);

  std::string m_name;
  pid_t m_pid = -1;  ///< -1 once reaped
  FrameChannel m_channel;
  std::string m_end;  ///< how it ended, for the log
  bool m_killed_by_us = false;
  bool m_killed_from_outside = false;
};

}  // namespace mizan::process
