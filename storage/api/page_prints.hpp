// SPDX-License-Identifier: GPL-3.0-or-later
// The store of how pages look, to find a page again in other bytes.
#pragma once

#include "base/ids.hpp"
#include "base/result.hpp"

#include <span>
#include <string>
#include <vector>

namespace mizan::storage {

/// A page of some bytes.
struct PagePrint {
  ContentHash content;
  int page = 0;
  std::string print;  ///< Page::print
};

/// A page that has keys in common with those asked for.
struct SharedPrint {
  PagePrint page;
  int shared_keys = 0;
};

class PagePrints {
 public:
  virtual ~PagePrints() = default;
  /// Saving the same page again changes nothing.
  [[nodiscard]] virtual Outcome save(const PagePrint& page, std::span<const std::string> keys) = 0;
  /// At most `limit` pages of other bytes than `except`, those that share most first; then by content and page.
  [[nodiscard]] virtual Result<std::vector<SharedPrint>> sharing(std::span<const std::string> keys,
                                                                 const ContentHash& except, int limit) = 0;
};

}  // namespace mizan::storage
