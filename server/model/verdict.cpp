// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/verdict.hpp"

#include "model/text_table.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace mizan {
namespace {

constexpr std::array<std::pair<Agreement, std::string_view>, 3> k_agreements{
    {{Agreement::match, "match"}, {Agreement::mismatch, "mismatch"}, {Agreement::unreadable, "unreadable"}}};

}  // namespace

std::string_view to_text(Agreement agreement) {
  return text_of(k_agreements, agreement);
}
bool from_text(std::string_view text, Agreement& agreement) {
  return value_of(k_agreements, text, agreement);
}

nlohmann::json to_json(const Verdict& verdict) {
  const auto& box = verdict.box;
  return {{"claim_id", verdict.claim_id}, {"verdict", to_text(verdict.agreement)},
          {"page", verdict.page},         {"box", {box.x0, box.y0, box.x1, box.y1}},
          {"read", verdict.read},         {"confidence", verdict.confidence},
          {"reason", verdict.reason}};
}

}  // namespace mizan
