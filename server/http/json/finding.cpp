// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/json/finding.hpp"

#include "http/json/reading_texts.hpp"
#include "http/json/time.hpp"
#include "workflow/evidence/about_document.hpp"

namespace mizan::http {
namespace {

using nlohmann::json;

json seen_json(const std::optional<workflow::SeenElsewhere>& seen) {
  if (!seen) return nullptr;
  return {{"office_code", seen->office_code},
          {"round_fa", seen->round_fa},
          {"round_en", seen->round_en},
          {"same_office", seen->same_office},
          {"page", seen->page < 0 ? json() : json(seen->page)}};
}

json box_json(const Verdict& verdict) {
  if (verdict.page < 0 || verdict.box.empty()) return nullptr;
  return {{"x0", verdict.box.x0}, {"y0", verdict.box.y0}, {"x1", verdict.box.x1}, {"y1", verdict.box.y1}};
}

/// What was found: page and box come together or not at all.
void add_place(json& out, const workflow::FindingView& view) {
  const auto& verdict = view.finding.verdict;
  const bool sized = view.page_width > 0;
  out["page"] = verdict.page < 0 ? json() : json(verdict.page);
  out["box"] = box_json(verdict);
  out["page_width"] = sized ? json(view.page_width) : json();
  out["page_height"] = sized ? json(view.page_height) : json();
}

}  // namespace

json decision_json(const workflow::DecisionView& view) {
  return {{"id", view.decision.id.value},
          {"finding_id", view.decision.finding.value},
          {"decision", to_text(view.decision.kind)},
          {"note", view.decision.note},
          {"at", time_json(view.decision.at)},
          {"undo_until", time_json(view.undo_until)},
          {"expert_name", view.expert_name},
          {"undone_at", time_json(view.decision.undone_at)}};
}

json finding_json(const workflow::FindingView& view) {
  const auto& finding = view.finding;
  const auto reason = reason_text(finding.verdict.reason);
  json out = {{"id", finding.id.value},
              {"evidence_id", finding.evidence.value},
              {"section", finding.section},
              {"slot", finding.slot},
              {"document_type", finding.claim.document_type},
              {"field", finding.claim.field},
              {"answer_field", view.answer_field ? json(*view.answer_field) : json()},
              {"row", finding.claim.row},
              {"kind", to_text(finding.claim.kind)},
              {"label", finding.claim.label},
              {"declared", finding.claim.declared},
              {"read", finding.verdict.read},
              {"verdict", to_text(finding.verdict.agreement)},
              {"confidence", finding.verdict.confidence},
              {"reason", finding.verdict.reason},
              {"reason_fa", reason.fa},
              {"reason_en", reason.en},
              {"state", to_text(finding.state)},
              {"explanation", finding.explanation},
              {"decision", view.decision ? decision_json(*view.decision) : json()},
              {"about_document", workflow::is_about_the_document(view.finding)},
              {"seen", seen_json(view.seen)}};
  add_place(out, view);
  return out;
}

}  // namespace mizan::http
