// SPDX-License-Identifier: GPL-3.0-or-later
// Looks over rows of everybody at once, to hold them against the files that they speak of.
#pragma once

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mizan::storage {

/// An upload that waits for bytes or for a place.
struct WaitingUpload {
  std::string id;
  AccountId account;
};

/// A document that was not taken back, with whose it is.
struct KeptDocument {
  EvidenceId id;
  ContentHash content;
  std::string file_name;
  std::string office;  ///< its name
  std::string licence_no;
};

/// Read-only, each question by itself (not in one transaction with the next). Used by one thread. Fails with
/// `storage.unavailable` and `storage.busy`; the next question connects anew.
class Survey {
 public:
  virtual ~Survey() = default;
  /// Open and complete ones that have not expired, by id.
  [[nodiscard]] virtual Result<std::vector<WaitingUpload>> waiting_uploads(Instant now) = 0;
  /// The first `limit` with an id above `after`.
  [[nodiscard]] virtual Result<std::vector<KeptDocument>> documents(EvidenceId after, int limit) = 0;
  /// Hashes of the lists of page images (StoredReading::page_images) above `after`, the first `limit`, each once.
  [[nodiscard]] virtual Result<std::vector<ContentHash>> page_lists(std::string_view after, int limit) = 0;
};

}  // namespace mizan::storage
