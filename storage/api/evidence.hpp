// SPDX-License-Identifier: GPL-3.0-or-later
// The store of evidence rows and of the keys of stored readings (the bytes are in the evidence store).
#pragma once

#include "base/result.hpp"
#include "model/account.hpp"
#include "model/evidence.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace mizan::storage {

/// A document that some bytes are, with whose and when.
struct EvidenceUse {
  Evidence evidence;
  OfficeId office;
  RoundId round;
};

class EvidenceRows {
 public:
  virtual ~EvidenceRows() = default;
  [[nodiscard]] virtual Result<EvidenceId> create(const Evidence& evidence) = 0;
  /// Writes status, problem, pages and media_type.
  [[nodiscard]] virtual Outcome update(const Evidence& evidence) = 0;
  [[nodiscard]] virtual Result<std::optional<Evidence>> find(EvidenceId id, const Scope& scope) = 0;
  /// Without removed ones, oldest first; all sections when `section` is empty.
  [[nodiscard]] virtual Result<std::vector<Evidence>> list(DeclarationId declaration, std::string_view section,
                                                           const Scope& scope) = 0;

  /// Every document with these bytes that was not removed, of all offices and rounds, oldest first; at most `limit`.
  [[nodiscard]] virtual Result<std::vector<EvidenceUse>> uses(const ContentHash& content, int limit) = 0;

  [[nodiscard]] virtual Result<std::optional<StoredReading>> find_reading(const ContentHash& content,
                                                                          std::string_view reader_version) = 0;
  /// The newest reading of these bytes by any version.
  [[nodiscard]] virtual Result<std::optional<StoredReading>> latest_reading(const ContentHash& content) = 0;
  /// Saving the same key again changes nothing.
  [[nodiscard]] virtual Outcome save_reading(const StoredReading& reading) = 0;
  /// Every blob that a row refers to directly; what page_images lists is found by reading that blob.
  [[nodiscard]] virtual Result<bool> is_blob_known(const ContentHash& content) = 0;
};

}  // namespace mizan::storage
