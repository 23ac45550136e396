// SPDX-License-Identifier: GPL-3.0-or-later
// The store of the register of offices.
#pragma once

#include "base/result.hpp"
#include "model/account.hpp"
#include "model/office.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::storage {

/// Empty members do not filter. Pages count from 0.
struct OfficeFilter {
  std::string province, city;
  std::string text;  ///< part of a name or licence number, or a whole national code of holder or account
  std::optional<OfficeKind> kind;
  int page = 0;
  int page_size = 50;
};

class Offices {
 public:
  virtual ~Offices() = default;
  /// Fails with `storage.conflict` when the licence number is taken.
  [[nodiscard]] virtual Result<OfficeId> create(const Office& office) = 0;
  [[nodiscard]] virtual Outcome update(const Office& office) = 0;
  /// Empty when there is none or when the scope does not cover it: the two look the same.
  [[nodiscard]] virtual Result<std::optional<Office>> find(OfficeId id, const Scope& scope) = 0;
  [[nodiscard]] virtual Result<std::optional<Office>> find_by_licence(std::string_view licence_no,
                                                                      const Scope& scope) = 0;
  /// Ordered by province, city, name.
  [[nodiscard]] virtual Result<std::vector<Office>> list(const OfficeFilter& filter, const Scope& scope) = 0;
  [[nodiscard]] virtual Result<int> count(const OfficeFilter& filter, const Scope& scope) = 0;
};

}  // namespace mizan::storage
