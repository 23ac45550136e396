// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes by their SHA-256: uploads, readings, page images, snapshots; local files now, S3 by the same interface.
#pragma once

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace mizan::storage {

/// What was stored.
struct StoredBlob {
  ContentHash content;
  std::uint64_t bytes = 0;
};

/// Bytes on their way in: hashed while they stream to a temporary name. Destroying it unfinished leaves nothing.
/// Used by one thread.
class BlobWriter {
 public:
  virtual ~BlobWriter() = default;
  [[nodiscard]] virtual Outcome write(std::span<const std::byte> bytes) = 0;
  /// Once it returns, the bytes are on disk under their hash (synced, renamed, folder synced). Storing what is there
  /// already is success.
  [[nodiscard]] virtual Result<StoredBlob> finish() = 0;
};

/// A blob as a local file for as long as this lives; the file must not be changed.
class BlobFile {
 public:
  virtual ~BlobFile() = default;
  [[nodiscard]] virtual const std::filesystem::path& path() const = 0;
};

/// Thread-safe. Stored bytes are never rewritten. Fails with `storage.blob_missing`, `evidence.storage_full` or
/// `storage.unavailable`.
class EvidenceStore {
 public:
  virtual ~EvidenceStore() = default;
  [[nodiscard]] virtual Result<std::unique_ptr<BlobWriter>> create() = 0;
  [[nodiscard]] virtual Result<StoredBlob> put(std::string_view bytes) = 0;
  /// The whole blob; refuses more than `limit` bytes with `storage.unavailable`.
  [[nodiscard]] virtual Result<std::string> get(const ContentHash& content, std::uint64_t limit) = 0;
  [[nodiscard]] virtual Result<std::unique_ptr<BlobFile>> open(const ContentHash& content) = 0;
  [[nodiscard]] virtual Result<bool> contains(const ContentHash& content) = 0;
  /// Calls `is_known` for every blob older than `before` and deletes those it denies; also abandoned temporary files
  /// of that age. Returns how many went.
  [[nodiscard]] virtual Result<int> sweep(Instant before,
                                          const std::function<Result<bool>(const ContentHash&)>& is_known) = 0;
};

}  // namespace mizan::storage
