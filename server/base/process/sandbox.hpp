// SPDX-License-Identifier: GPL-3.0-or-later
// The walls around a process that parses what strangers sent or runs a criterion's code: made ready once, entered for
// good.
// Landlock: docs.kernel.org/userspace-api/landlock.html; seccomp: seccomp(2).
#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace mizan::process {

/// Which walls stand. Kernels and containers differ.
struct Protections {
  int landlock = 0;           ///< version of the kernel's interface; 0: files are guarded by their modes alone
  bool system_calls = false;  ///< seccomp: only what reading needs; no socket, program, process, signal or written file
  bool unprivileged = false;  ///< does not run as root

  /// Those of "landlock", "system_calls", "unprivileged" in `required` that are missing.
  [[nodiscard]] std::vector<std::string> missing(const std::vector<std::string>& required) const;
  [[nodiscard]] std::string text() const;  ///< for the log: "landlock 5, system_calls, unprivileged"
};

/// The names that `Protections::missing` knows.
[[nodiscard]] bool is_protection(std::string_view name) noexcept;

/// What `Sandbox::enter` could put up here, found out without entering.
[[nodiscard]] Protections available_protections();

/// What goes on behind the walls.
enum class Inside {
  reading,  ///< of one document; everything is loaded before
  plugins,  ///< of many steps: libraries among the readable files are loaded on the way, requests come in
};

/// Immutable once prepared; forked children share it. Movable.
class Sandbox {
 public:
  /// `readable` are the files and folders that stay readable; those that do not exist are left out. Fails with
  /// `server.internal` when the rules cannot be written down (not when the kernel lacks something).
  [[nodiscard]] static Result<Sandbox> prepare(const std::vector<std::filesystem::path>& readable,
                                               Inside inside = Inside::reading);

  /// Locks the calling process in: no new privileges, no file but `readable` and none to write, only the system calls
  /// of computing and reading, memory that is never executable anew (but for libraries that plugins are), death with
  /// its parent. A reading process of root's becomes nobody's; one that runs plugins keeps its user, who may be the
  /// only one to see them, without root's powers. One thread only. Returns what stands; a wall that the kernel lacks is
  /// left out, one that it refuses to put up fails with `server.internal`.
  [[nodiscard]] Result<Protections> enter() const;

  Sandbox(Sandbox&&) noexcept;
  Sandbox& operator=(Sandbox&&) noexcept;
  ~Sandbox();

 private:
  struct Rules;
  explicit Sandbox(std::unique_ptr<Rules> rules);
  std::unique_ptr<Rules> m_rules;
};

}  // namespace mizan::process
