// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of an office, for every query that joins the register.
#pragma once

#include "model/office.hpp"
#include "storage/api/offices.hpp"
#include "storage/records/query.hpp"

#include <string>
#include <string_view>

namespace mizan::storage {

inline constexpr std::string_view k_office_columns =
    "o.id, o.kind, o.licence_no, o.name, o.holder_name, o.holder_national_id, o.province, o.city, o.address, "
    "o.postal_code, o.mobile";

/// What `k_office_columns` is fetched into.
struct OfficeRow {
  long long id = 0;
  std::string kind;
  Office value;

  template <class Use>
  auto with(Use&& use) {
    return use(id, kind, value.licence_no, value.name, value.holder_name, value.holder_national_id, value.province,
               value.city, value.address, value.postal_code, value.mobile);
  }
  [[nodiscard]] Office office() const {
    Office office = value;
    office.id = OfficeId{id};
    office.kind = stored_value<OfficeKind>(kind);
    return office;
  }
};

/// Adds " FROM offices o WHERE …" with the filter's conditions and the scope (offices.cpp).
void append_office_filter(Query& query, const OfficeFilter& filter, const Scope& scope);

/// LIKE patterns that find `text` anywhere or at the start, its wildcards taken literally (ESCAPE '!').
[[nodiscard]] inline std::string starting_with(std::string_view text) {
  std::string pattern;
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += c;
  }
  return pattern + "%";
}
[[nodiscard]] inline std::string containing(std::string_view text) {
  return "%" + starting_with(text);
}

}  // namespace mizan::storage
