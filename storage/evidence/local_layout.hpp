// SPDX-License-Identifier: GPL-3.0-or-later
// Where things lie in the folder of the local store, and the lock that publishers and sweeps share.
#pragma once

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "base/result.hpp"
#include "storage/evidence/file.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace mizan::storage {

struct LocalLayout {
  std::filesystem::path root;
  [[nodiscard]] std::filesystem::path incoming() const { return root / "incoming"; }
  [[nodiscard]] std::filesystem::path staging() const { return root / "staging"; }
  [[nodiscard]] std::filesystem::path lock() const { return root / "lock"; }
  [[nodiscard]] std::filesystem::path blob(const ContentHash& content) const {
    return root / content.hex.substr(0, 2) / content.hex.substr(2, 2) / content.hex;
  }
};

/// Lower-case hexadecimal digits, exactly so many: never a path outside the folder.
[[nodiscard]] bool is_hexadecimal(std::string_view text, std::size_t digits);
/// Whatever is no hash names no blob.
[[nodiscard]] bool is_hash(std::string_view hex);

/// Publishers share it, a sweep holds it alone while it looks at one blob and deletes it.
class FolderLock {
 public:
  enum class Kind { shared, alone };
  [[nodiscard]] static Result<FolderLock> take(const LocalLayout& layout, Kind kind);

 private:
  explicit FolderLock(File file) : m_file(std::move(file)) {}
  File m_file;
};

/// The folders of a blob, where they are missing.
[[nodiscard]] Outcome make_blob_folders(const std::filesystem::path& blob);

/// Whether the blob is there already; then its file becomes young, so that no sweep takes it before its row is written.
/// Call it with the lock shared.
[[nodiscard]] bool touch_blob(const std::filesystem::path& blob);

/// The last change of a file; nothing when there is none.
[[nodiscard]] std::optional<Instant> changed_at(const std::filesystem::path& path);

/// The folder with its rooms for incoming and staged files; fails with `storage.unavailable` when it cannot be made or
/// written.
[[nodiscard]] Outcome prepare(const LocalLayout& layout);

}  // namespace mizan::storage
