// SPDX-License-Identifier: GPL-3.0-or-later
// The store of what the virus scanner said, by the hash of the bytes: the same bytes are scanned once.
#pragma once

#include "base/result.hpp"
#include "model/content_scan.hpp"

#include <optional>

namespace mizan::storage {

class ContentScans {
 public:
  virtual ~ContentScans() = default;
  /// A later word about the same bytes replaces the earlier one, save that what was infected stays so.
  [[nodiscard]] virtual Outcome save(const ContentScan& scan) = 0;
  [[nodiscard]] virtual Result<std::optional<ContentScan>> find(const ContentHash& content) = 0;
};

}  // namespace mizan::storage
