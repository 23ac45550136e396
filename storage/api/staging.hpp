// SPDX-License-Identifier: GPL-3.0-or-later
// Where the bytes of unfinished uploads lie, beside the evidence store that they go into.
#pragma once

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::storage {

/// The bytes of one upload, in one request's hands. Used by one thread. Bytes are only ever added at the end.
class StagedFile {
 public:
  virtual ~StagedFile() = default;
  /// What is there, whoever wrote it and however that ended.
  [[nodiscard]] virtual std::uint64_t size() const = 0;
  /// A part may be there after a failure: look at `size`.
  [[nodiscard]] virtual Outcome append(std::span<const std::byte> bytes) = 0;
  /// Once it returns, everything is on disk.
  [[nodiscard]] virtual Outcome sync() = 0;
  /// From now on bytes are on trial: `discard`, or a crash and the next opening, take the file back to its size of now.
  [[nodiscard]] virtual Outcome begin_trial() = 0;
  /// The bytes on trial stay, on disk.
  [[nodiscard]] virtual Outcome keep() = 0;
  [[nodiscard]] virtual Outcome discard() = 0;
  /// Fills as much of `into` as there is from `offset` on; returns how much.
  [[nodiscard]] virtual Result<std::size_t> read(std::uint64_t offset, std::span<std::byte> into) const = 0;
};

struct StagedEntry {
  std::string id;
  std::uint64_t bytes = 0;
  Instant changed_at;  ///< by the machine's clock, without any offset
};

/// Thread-safe. Ids are 32 lower-case hexadecimal digits; of others there is nothing. Fails with
/// `evidence.storage_full` or `storage.unavailable`.
class Staging {
 public:
  virtual ~Staging() = default;
  /// An empty file whose name is on disk.
  [[nodiscard]] virtual Outcome create(std::string_view id) = 0;
  /// Null when there is none. What it finds is on disk once it returns. Fails with `upload.busy` while another process
  /// holds it; within one process it is the caller's affair to open a file once at a time.
  [[nodiscard]] virtual Result<std::unique_ptr<StagedFile>> open(std::string_view id) = 0;
  /// How many bytes are there, without opening; bytes on trial do not count.
  [[nodiscard]] virtual Result<std::optional<std::uint64_t>> size(std::string_view id) = 0;
  /// Makes the synced bytes a blob of the evidence store under `content`, their SHA-256, without copying them; nothing
  /// may be appended afterwards. The staged file stays until `remove`, so that a failed transaction loses nothing.
  [[nodiscard]] virtual Outcome publish(std::string_view id, const ContentHash& content) = 0;
  /// Removing what is not there is success.
  [[nodiscard]] virtual Outcome remove(std::string_view id) = 0;
  [[nodiscard]] virtual Result<std::vector<StagedEntry>> list() = 0;
};

}  // namespace mizan::storage
