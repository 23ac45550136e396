// SPDX-License-Identifier: GPL-3.0-or-later
// File descriptors and system calls of the local store, as Results.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <filesystem>
#include <span>

namespace mizan::storage {

/// Owns a descriptor; -1 when it could not be opened (errno says why).
class File {
 public:
  File() = default;
  File(const std::filesystem::path& path, int flags);
  ~File();
  File(File&& other) noexcept;
  File& operator=(File&& other) noexcept;
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  [[nodiscard]] bool is_open() const noexcept { return m_descriptor >= 0; }
  [[nodiscard]] int descriptor() const noexcept { return m_descriptor; }
  void close() noexcept;

 private:
  int m_descriptor = -1;
};

/// The problem that errno stands for: `evidence.storage_full` where there is no room, otherwise `storage.unavailable`.
[[nodiscard]] Problem problem_of_errno(const char* call, const std::filesystem::path& path);

/// Writes all of it, however many calls that takes.
[[nodiscard]] Outcome write_all(const File& file, std::span<const std::byte> bytes, const std::filesystem::path& path);
[[nodiscard]] Outcome sync(const File& file, const std::filesystem::path& path);
/// A name in a folder is on disk only when the folder is.
[[nodiscard]] Outcome sync_folder(const std::filesystem::path& folder);
/// Makes one folder whose parent exists, and puts its name on disk; being there already is success.
[[nodiscard]] Outcome make_folder(const std::filesystem::path& folder);

}  // namespace mizan::storage
