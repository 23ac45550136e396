// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/evidence/local_layout.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <system_error>

namespace mizan::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_hash_digits = 64;

}  // namespace

bool is_hexadecimal(std::string_view text, std::size_t digits) {
  return text.size() == digits &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool is_hash(std::string_view hex) {
  return is_hexadecimal(hex, k_hash_digits);
}

Result<FolderLock> FolderLock::take(const LocalLayout& layout, Kind kind) {
  FolderLock lock(File(layout.lock(), O_RDWR | O_CREAT));
  if (!lock.m_file.is_open()) return fail(problem_of_errno("open", layout.lock()));
  while (::flock(lock.m_file.descriptor(), kind == Kind::shared ? LOCK_SH : LOCK_EX) != 0)
    if (errno != EINTR) return fail(problem_of_errno("flock", layout.lock()));
  return lock;
}

Outcome make_blob_folders(const fs::path& blob) {
  for (const auto& folder : {blob.parent_path().parent_path(), blob.parent_path()})
    if (auto made = make_folder(folder); !made) return made;
  return {};
}

bool touch_blob(const fs::path& blob) {
  return ::utimensat(AT_FDCWD, blob.c_str(), nullptr, 0) == 0;
}

std::optional<Instant> changed_at(const fs::path& path) {
  struct stat status{};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  const auto since_epoch =
      std::chrono::seconds(status.st_mtim.tv_sec) + std::chrono::nanoseconds(status.st_mtim.tv_nsec);
  return Instant(std::chrono::duration_cast<milliseconds>(since_epoch));
}

Outcome prepare(const LocalLayout& layout) {
  std::error_code error;
  fs::create_directories(layout.root, error);
  if (error) return fail("storage.unavailable", layout.root.string() + ": " + error.message());
  for (const auto& folder : {layout.incoming(), layout.staging()})
    if (auto made = make_folder(folder); !made) return made;
  // Also says whether the folder can be written at all.
  auto lock = FolderLock::take(layout, FolderLock::Kind::shared);
  if (!lock) return fail(std::move(lock.error()));
  return {};
}

}  // namespace mizan::storage
