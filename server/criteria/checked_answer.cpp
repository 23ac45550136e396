// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/checked_answer.hpp"

#include "criteria/messages.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <set>

namespace mizan::criteria {
namespace {

using nlohmann::json;

constexpr std::int64_t k_most_points = 10'000'000;
constexpr int k_most_rows = 10'000;
constexpr std::size_t k_most_labels = 50;

/// Thrown inside this file only; becomes `plugin.failed` with its text.
struct Refused {
  std::string why;
};

void require(bool holds, const std::string& why) {
  if (!holds) throw Refused{why};
}

const json& member(const json& object, const char* name) {
  require(object.is_object() && object.contains(name), std::string("no ") + name);
  return object.at(name);
}

const json& list(const json& object, const char* name, std::size_t most) {
  const auto& elements = member(object, name);
  require(elements.is_array() && elements.size() <= most, std::string("too many ") + name);
  return elements;
}

std::string text(const json& object, const char* name) {
  const auto& value = member(object, name);
  require(value.is_string(), std::string(name) + " is no text");
  auto out = value.get<std::string>();
  require(out.size() <= k_longest_text && out.find('\0') == std::string::npos,
          std::string(name) + " is too long or holds NUL");
  return out;
}

std::string some_text(const json& object, const char* name) {
  auto out = text(object, name);
  require(!out.empty(), std::string("empty ") + name);
  return out;
}

std::int64_t whole(const json& object, const char* name, std::int64_t least, std::int64_t most) {
  const auto& value = member(object, name);
  require(value.is_number_integer(), std::string(name) + " is no whole number");
  const auto out = value.get<std::int64_t>();
  const bool wrapped = value.is_number_unsigned() && out < 0;  // one beyond 63 bits
  require(!wrapped && out >= least && out <= most, std::string(name) + " is out of range");
  return out;
}

Claim claim_of(const json& row) {
  Claim claim;
  claim.id = some_text(row, "id");
  claim.document_type = text(row, "document_type");
  claim.field = some_text(row, "field");
  require(from_text(text(row, "kind"), claim.kind), "claim " + claim.id + " has an unknown kind");
  claim.declared = some_text(row, "declared");
  claim.label = text(row, "label");
  for (const auto& label : list(row, "labels", k_most_labels))
    claim.labels.push_back(some_text({{"label", label}}, "label"));
  claim.row = static_cast<int>(whole(row, "row", 0, k_most_rows));
  claim.role = text(row, "role");
  return claim;
}

/// The most that the points table gives for an award.
std::int64_t most_of(const json& rule) {
  if (rule.contains("each")) return rule.value("maximum", std::int64_t{0});
  auto most = rule.value("points", std::int64_t{0});
  for (const auto& step : rule.value("steps", json::array()))
    most = std::max(most, step.value("points", std::int64_t{0}));
  return most;
}

PointReason reason_of(const json& row, const json& points_table) {
  PointReason reason;
  reason.id = some_text(row, "id");
  const auto points = whole(row, "points", -k_most_points, k_most_points);
  const auto maximum = whole(row, "maximum", 0, k_most_points);
  if (points < 0) {
    require(maximum == 0, "deduction " + reason.id + " has a maximum");
  } else {
    require(points_table.contains(reason.id), "the points table has no award " + reason.id);
    require(points <= maximum, "award " + reason.id + " gives more than its maximum");
    require(maximum <= most_of(points_table.at(reason.id)),
            "award " + reason.id + " promises more than the points table");
  }
  reason.points = Points{points};
  reason.maximum = Points{maximum};
  reason.text_fa = some_text(row, "text_fa");
  reason.text_en = some_text(row, "text_en");
  return reason;
}

Judgement judgement_of(const json& answer, const json& points_table) {
  Judgement judgement;
  std::set<std::string> ids;
  for (const auto& row : list(answer, "reasons", k_most_lines)) {
    auto reason = reason_of(row, points_table);
    require(ids.insert(reason.id).second, "two reasons for " + reason.id);
    judgement.points += reason.points;
    judgement.maximum += reason.maximum;
    judgement.reasons.push_back(std::move(reason));
  }
  for (const auto& row : list(answer, "missing", k_most_lines))
    judgement.missing.push_back({some_text(row, "field"), Points{whole(row, "worth", 1, k_most_points)},
                                 some_text(row, "text_fa"), some_text(row, "text_en")});
  for (const auto& row : list(answer, "notes", k_most_lines))
    judgement.notes.push_back({text(row, "field"), some_text(row, "text_fa"), some_text(row, "text_en")});
  return judgement;
}

}  // namespace

Result<std::vector<Claim>> checked_claims(const json& untrusted_reply, const std::string& criterion) {
  try {
    std::vector<Claim> claims;
    std::set<std::string> ids;
    for (const auto& row : list(untrusted_reply, "claims", k_most_claims)) {
      claims.push_back(claim_of(row));
      require(ids.insert(claims.back().id).second, "two claims with the id " + claims.back().id);
    }
    return claims;
  } catch (const Refused& refused) {
    return fail(plugin_failed(criterion, refused.why));
  }
}

Result<Judgement> checked_judgement(const json& untrusted_reply, const json& points_table,
                                    const std::string& criterion) {
  try {
    return judgement_of(member(untrusted_reply, "judgement"), points_table);
  } catch (const Refused& refused) {
    return fail(plugin_failed(criterion, refused.why));
  }
}

}  // namespace mizan::criteria
