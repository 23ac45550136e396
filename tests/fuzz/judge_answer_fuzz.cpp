// SPDX-License-Identifier: GPL-3.0-or-later
// What a criterion's process answers: the input is its reply. A reply with a problem is one, whatever else it has.
#include "criteria/checked_answer.hpp"
#include "criteria/messages.hpp"
#include "fuzz/input.hpp"
#include "fuzz/target.hpp"
#include "model/claim.hpp"
#include "model/problem_json.hpp"
#include "model/score.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <set>
#include <string>

namespace mizan::fuzz {
namespace {

using nlohmann::json;

const json k_table = {
    {"area", {{"points", 50'000}}},
    {"staff", {{"each", 1'000}, {"maximum", 20'000}}},
    {"years", {{"steps", {{{"at_least", 5}, {"points", 30'000}}, {{"at_least", 1}, {"points", 10}}}}}}};

void is_refused(const Problem& problem) {
  promise(problem.code == ProblemCode("plugin.failed"), "a bad answer is the criterion's fault");
}

void check_claims(const json& reply) {
  const auto claims = criteria::checked_claims(reply, "premises");
  if (!claims) return is_refused(claims.error());
  std::set<std::string> ids;
  promise(claims->size() <= criteria::k_most_claims, "claims are bounded");
  for (const auto& claim : *claims) {
    promise(ids.insert(claim.id).second, "a claim has an id of its own");
    promise(!claim.field.empty() && !claim.declared.empty(), "a claim has a field and a value");
    promise(claim.row >= 0, "a row is counted from 0");
    const auto text = to_json(claim).dump();  // throws where a text is no UTF-8
    promise(to_json(claim_from_json(json::parse(text))).dump() == text, "a claim comes back");
  }
}

/// A number of the reply is what we took it for, not what is left of one beyond our range.
void is_number(const json& said, Points taken) {
  promise(said.is_number_unsigned() ? said.get<std::uint64_t>() == static_cast<std::uint64_t>(taken.thousandths)
                                    : said.get<std::int64_t>() == taken.thousandths,
          "points are what the answer says");
}

void check_judgement(const json& reply) {
  const auto judgement = criteria::checked_judgement(reply, k_table, "premises");
  if (!judgement) return is_refused(judgement.error());
  Points points, maximum;
  for (std::size_t i = 0; i < judgement->reasons.size(); ++i) {
    const auto& reason = judgement->reasons[i];
    const auto& said = reply.at("judgement").at("reasons").at(i);
    is_number(said.at("points"), reason.points);
    is_number(said.at("maximum"), reason.maximum);
    promise(reason.points <= reason.maximum, "no more is given than there is");
    promise(reason.points.thousandths < 0 || k_table.contains(reason.id), "points are given for what is in the table");
    promise(!reason.text_fa.empty() && !reason.text_en.empty(), "points have a reason in both languages");
    points += reason.points;
    maximum += reason.maximum;
  }
  promise(points == judgement->points && maximum == judgement->maximum, "sums are ours");
  promise(judgement->maximum.thousandths <= 100'000, "a section is worth what the table gives");
  for (const auto& missing : judgement->missing) promise(missing.worth.thousandths > 0, "what is missing has a worth");
  const auto text = to_json(*judgement).dump();
  promise(to_json(section_score_from_json(json::parse(text))).dump() == text, "a judgement comes back");
}

void try_input(std::string_view untrusted_bytes) {
  const auto reply = criteria::reply_from(untrusted_bytes);
  if (!reply) return;
  promise(reply->is_object(), "a reply is an object");
  if (const auto problem = reply->find("problem"); problem != reply->end()) {
    const auto said = criteria::problem_of(*problem, "premises");
    promise(said.code.id().starts_with("plugin."), "a criterion can only say that a plugin failed");
    (void)to_json(said).dump();  // throws where a text is no UTF-8
    return;
  }
  check_claims(*reply);
  check_judgement(*reply);
}

const Registered k_target({"judge_answer", try_input});

}  // namespace
}  // namespace mizan::fuzz
