// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/messages.hpp"

#include "base/json_depth.hpp"
#include "base/persian/shortened.hpp"

#include <utility>

namespace mizan::criteria {
namespace {

using nlohmann::json;

constexpr int k_deepest = 8;  // the labels of a claim stand 4 deep

json finding_json(const JudgedFinding& finding, std::size_t document) {
  return {{"document", document},
          {"claim_id", finding.claim.id},
          {"field", finding.claim.field},
          {"row", finding.claim.row},
          {"declared", finding.claim.declared},
          {"agreement", to_text(finding.verdict.agreement)},
          {"decision", finding.decision},
          {"read", finding.verdict.read},
          {"confidence", finding.verdict.confidence},
          {"page", finding.verdict.page}};
}

}  // namespace

json request(const char* step, const InstalledBundle& bundle) {
  return {{"step", step},
          {"criterion", {{"id", bundle.criterion.id}, {"version", bundle.criterion.version}}},
          {"folder", bundle.folder.string()},
          {"library", bundle.library.string()}};
}

json claims_request(const InstalledBundle& bundle, const ClaimsRequest& given) {
  auto message = request("claims", bundle);
  message["answers"] = given.answers;
  message["office"] = given.office;
  message["slot"] = given.slot;
  return message;
}

json judge_request(const InstalledBundle& bundle, const JudgeRequest& given) {
  auto message = request("judge", bundle);
  message["answers"] = given.answers;
  message["office"] = given.office;
  message["points_table"] = given.points_table;
  message["documents"] = json::array();
  message["findings"] = json::array();
  for (std::size_t i = 0; i < given.documents.size(); ++i) {
    message["documents"].push_back({{"slot", given.documents[i].slot}});
    for (const auto& finding : given.documents[i].findings) message["findings"].push_back(finding_json(finding, i));
  }
  return message;
}

json problem_reply(const Problem& problem) {
  return {{"problem", {{"code", problem.code.id()}, {"internal", problem.internal}, {"params", problem.params}}}};
}

std::optional<json> reply_from(std::string_view untrusted_payload) {
  if (nests_deeper(untrusted_payload, k_deepest)) return std::nullopt;
  auto reply = json::parse(untrusted_payload, nullptr, false);
  return reply.is_object() ? std::optional(std::move(reply)) : std::nullopt;
}

Problem problem_of(const json& untrusted_problem, const std::string& criterion) {
  const auto text = [&](const char* name) {
    const auto found = untrusted_problem.is_object() ? untrusted_problem.find(name) : untrusted_problem.end();
    return found != untrusted_problem.end() && found->is_string()
               ? persian::shortened(found->get_ref<const std::string&>(), k_longest_text)
               : std::string();
  };
  const auto said = text("code");
  const auto code = ProblemCode::from_text(said);
  // A child that runs plugins may say only that a plugin is at fault.
  if (!code.id().starts_with("plugin."))
    return plugin_failed(criterion, "the judge said " + said + ": " + text("internal"));
  Problem problem(code, text("internal"));
  const auto params = untrusted_problem.value("params", json::object());
  for (const auto& [name, value] : params.items())
    if (value.is_string() && name.size() <= k_longest_text && problem.params.size() < k_most_params)
      problem.params.emplace(name, persian::shortened(value.get_ref<const std::string&>(), k_longest_text));
  return problem;
}

Problem plugin_failed(const std::string& criterion, std::string why) {
  return Problem("plugin.failed", std::move(why)).with("criterion", criterion);
}

}  // namespace mizan::criteria
