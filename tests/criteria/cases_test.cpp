// SPDX-License-Identifier: GPL-3.0-or-later
// Every folder cases/<criterion>/<case>: request.json through the real judge with the real plugins gives expected.json.
// With MIZAN_WRITE_CASES=1 the answers are written instead of compared: read the difference before committing it.
#include "criteria/support.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>

namespace mizan::criteria::tests {
namespace {

using nlohmann::json;

/// One judge for all cases: what one case leaves behind must not matter to the next.
Criteria& judge() {
  static const auto s_judge = make_criteria(options());
  return *s_judge;
}

Verdict verdict_of(const Claim& claim, const json& said) {
  Verdict verdict;
  verdict.claim_id = claim.id;
  EXPECT_TRUE(from_text(said.value("agreement", "match"), verdict.agreement));
  verdict.read = said.value("read", verdict.agreement == Agreement::match ? claim.declared : "");
  verdict.confidence = 900;
  verdict.page = verdict.read.empty() ? -1 : 0;
  return verdict;
}

/// {"slot", "all": "match", "except": {claim id: {"agreement", "read", "decision"}}, "claimed": answers at the time,
/// "table"}: the findings are those of the claims that the criterion itself makes for the slot.
JudgedDocument document_of(const json& given, const json& request) {
  JudgedDocument document;
  document.slot = given.at("slot");
  document.reading = reading_with_table(given.value("table", json::array()));
  auto answers = request.at("answers");
  answers.merge_patch(given.value("claimed", json::object()));
  const auto claims =
      judge().claims({criterion(request.at("criterion")), answers, document.slot, request.at("office")});
  EXPECT_TRUE(claims) << claims.error().internal;
  for (const auto& claim : claims.value_or(std::vector<Claim>{})) {
    const auto said =
        given.value("except", json::object()).value(claim.id, json{{"agreement", given.value("all", "match")}});
    document.findings.push_back({claim, verdict_of(claim, said), said.value("decision", "")});
  }
  return document;
}

json claims_answer(const json& request) {
  const auto claims = judge().claims(
      {criterion(request.at("criterion")), request.at("answers"), request.at("slot"), request.at("office")});
  if (!claims) return {{"problem", claims.error().code.id()}};
  json out = json::array();
  for (const auto& claim : *claims) {
    json line = {
        {"field", claim.field}, {"kind", to_text(claim.kind)}, {"declared", claim.declared}, {"label", claim.label}};
    EXPECT_EQ(claim.id, claim.field);
    line["document_type"] = claim.document_type;
    if (claim.row != 0) line["row"] = claim.row;
    if (!claim.role.empty()) line["role"] = claim.role;
    out.push_back(std::move(line));
  }
  return out;
}

json judge_answer(const json& request) {
  JudgeRequest given{criterion(request.at("criterion")),
                     request.at("answers"),
                     request.at("office"),
                     points_table(request.at("criterion")),
                     {}};
  for (const auto& document : request.at("documents")) given.documents.push_back(document_of(document, request));
  const auto judgement = judge().judge(given);
  if (!judgement) return {{"problem", judgement.error().code.id()}};
  return to_json(*judgement);
}

enum class Wanted { all, judged };

std::vector<fs::path> case_folders(Wanted wanted) {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(MIZAN_SOURCE_DIR) / "tests/criteria/cases"))
    if (entry.path().filename() == "request.json" &&
        (wanted == Wanted::all || !read_json(entry.path()).contains("slot")))
      folders.push_back(entry.path().parent_path());
  std::sort(folders.begin(), folders.end());
  return folders;
}

class Case : public testing::TestWithParam<fs::path> {};

TEST_P(Case, answers_as_expected) {
  const auto request = read_json(GetParam() / "request.json");
  const auto answer = request.contains("slot") ? claims_answer(request) : judge_answer(request);
  if (std::getenv("MIZAN_WRITE_CASES") != nullptr) {
    std::ofstream(GetParam() / "expected.json") << answer.dump(2) << "\n";
    GTEST_SKIP() << "written";
  }
  const auto expected = read_json(GetParam() / "expected.json");
  EXPECT_EQ(answer, expected) << json::diff(expected, answer).dump(2);
}

json section_of(const std::string& id) {
  const fs::path source = MIZAN_SOURCE_DIR;
  const auto with_code = source / "plugins" / id / "section.json";
  return read_json(fs::exists(with_code) ? with_code : source / "form-definitions/sections" / id / "section.json");
}

/// The most that the rule set gives for the awards offered to this office, worked out without the plugins.
std::map<std::string, std::int64_t> awards_on_offer(const json& request) {
  const auto table = points_table(request.at("criterion"));
  std::map<std::string, std::int64_t> out;
  const auto section = section_of(request.at("criterion"));
  for (const auto& award : section.at("awards")) {
    const auto kinds = award.value("kinds", json::array());
    if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), request.at("office").at("kind")) == kinds.end())
      continue;
    if (award.contains("visible_when") &&
        request.at("answers").value(award.at("visible_when").at("field").get<std::string>(), json()) !=
            award.at("visible_when").at("equals"))
      continue;
    const auto& rule = table.at(award.at("id").get<std::string>());
    out[award.at("id")] = rule.contains("steps")     ? rule.at("steps").at(0).at("points").get<std::int64_t>()
                          : rule.contains("maximum") ? rule.at("maximum").get<std::int64_t>()
                                                     : rule.at("points").get<std::int64_t>();
  }
  return out;
}

class JudgedCase : public testing::TestWithParam<fs::path> {};

TEST_P(JudgedCase, offers_what_the_rule_set_gives_and_sums_up) {
  const auto request = read_json(GetParam() / "request.json");
  const auto answer = judge_answer(request);
  std::map<std::string, std::int64_t> offered;
  std::int64_t points = 0, maximum = 0;
  for (const auto& reason : answer.at("reasons")) {
    offered[reason.at("id")] = reason.at("maximum");
    points += reason.at("points").get<std::int64_t>();
    maximum += reason.at("maximum").get<std::int64_t>();
  }
  EXPECT_EQ(offered, awards_on_offer(request));
  EXPECT_EQ(answer.at("points"), points);
  EXPECT_EQ(answer.at("maximum"), maximum);
}

std::string name_of(const testing::TestParamInfo<fs::path>& info) {
  return info.param.parent_path().filename().string() + "_" + info.param.filename().string();
}

INSTANTIATE_TEST_SUITE_P(Criteria, Case, testing::ValuesIn(case_folders(Wanted::all)), name_of);
INSTANTIATE_TEST_SUITE_P(Criteria, JudgedCase, testing::ValuesIn(case_folders(Wanted::judged)), name_of);

}  // namespace
}  // namespace mizan::criteria::tests
