// SPDX-License-Identifier: GPL-3.0-or-later
// The register of offices: who holds which licence, where.
#pragma once

#include "base/ids.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace mizan {

/// Pishkhan: urban government-service counter. Rural ICT: village office.
enum class OfficeKind { pishkhan, rural_ict };

/// One office as the region registered it; the declaration is compared with it, never written into it.
struct Office {
  OfficeId id;
  OfficeKind kind = OfficeKind::pishkhan;
  std::string licence_no;  ///< unique; digits and dashes
  std::string name;
  std::string holder_name;         ///< the licensee: a person, or the company
  std::string holder_national_id;  ///< national code (10 digits) or legal-entity id (11)
  std::string province;            ///< code of form-definitions/provinces.json, e.g. "gilan"
  std::string city;
  std::string address;
  std::string postal_code;
  std::string mobile;
};

[[nodiscard]] std::string_view to_text(OfficeKind kind);
[[nodiscard]] bool from_text(std::string_view text, OfficeKind& kind);
/// What criteria are told of the office: kind, licence_no, names, province, city, address, postal_code; no row ids.
[[nodiscard]] nlohmann::json to_json(const Office& office);

}  // namespace mizan
