// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/office.hpp"

#include "model/text_table.hpp"

#include <nlohmann/json.hpp>

namespace mizan {
namespace {

constexpr std::array k_kinds{std::pair{OfficeKind::pishkhan, std::string_view("pishkhan")},
                             std::pair{OfficeKind::rural_ict, std::string_view("rural_ict")}};

}  // namespace

std::string_view to_text(OfficeKind kind) {
  return text_of(k_kinds, kind);
}
bool from_text(std::string_view text, OfficeKind& kind) {
  return value_of(k_kinds, text, kind);
}

nlohmann::json to_json(const Office& office) {
  return {{"kind", to_text(office.kind)},
          {"licence_no", office.licence_no},
          {"name", office.name},
          {"holder_name", office.holder_name},
          {"holder_national_id", office.holder_national_id},
          {"province", office.province},
          {"city", office.city},
          {"address", office.address},
          {"postal_code", office.postal_code}};
}

}  // namespace mizan
