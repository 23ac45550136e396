// SPDX-License-Identifier: GPL-3.0-or-later
// The store of what is known of uploads that come in over several requests (the bytes are in staging).
#pragma once

#include "base/result.hpp"
#include "model/upload.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::storage {

/// What unfinished uploads take up: `open` counts those that wait for bytes or for a second try; `bytes` are the
/// announced lengths of these and of complete ones, which wait for a place.
struct UploadUsage {
  int open = 0;
  std::uint64_t bytes = 0;
};

class Uploads {
 public:
  virtual ~Uploads() = default;
  /// Fails with `storage.conflict` when the id is taken.
  [[nodiscard]] virtual Outcome create(const ResumableUpload& upload) = 0;
  /// Of this account only; in a write transaction it stays as it is until the end.
  [[nodiscard]] virtual Result<std::optional<ResumableUpload>> find(std::string_view id, AccountId account) = 0;
  /// A ZIP that waits for a worker, whoever sent it; held like that of `find`.
  [[nodiscard]] virtual Result<std::optional<ResumableUpload>> find_opening(std::string_view id) = 0;
  /// Writes length, state, problem, evidence and content. Fails with `access.not_found`.
  [[nodiscard]] virtual Outcome update(const ResumableUpload& upload) = 0;
  /// Removing what is not there is success.
  [[nodiscard]] virtual Outcome remove(std::string_view id) = 0;
  /// Open, opening and complete ones, and refused ones whose sender has not heard of it yet; not expired, newest first.
  [[nodiscard]] virtual Result<std::vector<ResumableUpload>> unfinished(AccountId account, Instant now) = 0;
  /// Of one account, or of all for account 0; an unknown length counts as `unknown_length`.
  [[nodiscard]] virtual Result<UploadUsage> usage(AccountId account, Instant now, std::uint64_t unknown_length) = 0;
  /// Ids of uploads in any state that have expired, oldest first.
  [[nodiscard]] virtual Result<std::vector<std::string>> expired(Instant now, int limit) = 0;
  [[nodiscard]] virtual Result<bool> contains(std::string_view id) = 0;
};

}  // namespace mizan::storage
