// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/claim.hpp"

#include "model/text_table.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace mizan {
namespace {

constexpr std::array<std::pair<ValueKind, std::string_view>, 15> k_kinds{{{ValueKind::name, "name"},
                                                                          {ValueKind::natcode, "natcode"},
                                                                          {ValueKind::legal_id, "legal_id"},
                                                                          {ValueKind::number, "number"},
                                                                          {ValueKind::date, "date"},
                                                                          {ValueKind::postal, "postal"},
                                                                          {ValueKind::address, "address"},
                                                                          {ValueKind::area, "area"},
                                                                          {ValueKind::amount, "amount"},
                                                                          {ValueKind::decimal, "decimal"},
                                                                          {ValueKind::count, "count"},
                                                                          {ValueKind::days, "days"},
                                                                          {ValueKind::year, "year"},
                                                                          {ValueKind::serial, "serial"},
                                                                          {ValueKind::text, "text"}}};

}  // namespace

std::string_view to_text(ValueKind kind) {
  return text_of(k_kinds, kind);
}
bool from_text(std::string_view text, ValueKind& kind) {
  return value_of(k_kinds, text, kind);
}

nlohmann::json to_json(const Claim& claim) {
  return {{"id", claim.id},
          {"document_type", claim.document_type},
          {"field", claim.field},
          {"kind", to_text(claim.kind)},
          {"declared", claim.declared},
          {"label", claim.label},
          {"labels", claim.labels},
          {"other_labels", claim.other_labels},
          {"column_labels", claim.column_labels},
          {"row", claim.row},
          {"role", claim.role}};
}

Claim claim_from_json(const nlohmann::json& json) {
  Claim claim;
  claim.id = json.value("id", "");
  claim.document_type = json.value("document_type", "");
  claim.field = json.value("field", "");
  (void)from_text(json.value("kind", "text"), claim.kind);  // an unknown kind stays `text`
  claim.declared = json.value("declared", "");
  claim.label = json.value("label", "");
  claim.labels = json.value("labels", std::vector<std::string>{});
  claim.other_labels = json.value("other_labels", std::vector<std::string>{});
  claim.column_labels = json.value("column_labels", std::vector<std::string>{});
  claim.row = json.value("row", 0);
  claim.role = json.value("role", "");
  return claim;
}

}  // namespace mizan
