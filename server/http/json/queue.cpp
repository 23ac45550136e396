// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/json/queue.hpp"

#include "http/json/evidence.hpp"
#include "http/json/finding.hpp"
#include "http/json/office.hpp"
#include "http/json/reading_texts.hpp"
#include "http/json/time.hpp"
#include "workflow/evidence/about_document.hpp"

#include <optional>

namespace mizan::http {
namespace {

using nlohmann::json;

json item_json(const workflow::QueueLine& line) {
  const auto& finding = line.item.finding;
  const auto reason = reason_text(finding.verdict.reason);
  return {{"id", finding.id.value},
          {"evidence_id", finding.evidence.value},
          {"office", office_brief(line.item.office)},
          {"section", finding.section},
          {"section_title_fa", line.section_title.fa},
          {"section_title_en", line.section_title.en},
          {"document_type", finding.claim.document_type},
          {"label", finding.claim.label},
          {"kind", to_text(finding.claim.kind)},
          {"declared", finding.claim.declared},
          {"read", finding.verdict.read},
          {"verdict", to_text(finding.verdict.agreement)},
          {"confidence", finding.verdict.confidence},
          {"reason_fa", reason.fa},
          {"reason_en", reason.en},
          {"about_document", workflow::is_about_the_document(finding)},
          {"state", to_text(finding.state)},
          {"explained", !finding.explanation.empty()},
          {"waits_for_scan", line.waits_for_scan},
          {"at", time_json(finding.at)}};
}

json facets_json(const std::vector<workflow::Facet>& facets) {
  auto rows = json::array();
  for (const auto& facet : facets)
    rows.push_back(
        {{"id", facet.id}, {"title_fa", facet.title.fa}, {"title_en", facet.title.en}, {"count", facet.count}});
  return rows;
}

json number_or_null(const std::optional<int>& number) {
  return number ? json(*number) : json();
}

}  // namespace

json queue_json(const workflow::QueueView& view) {
  auto items = json::array();
  for (const auto& line : view.lines) items.push_back(item_json(line));
  return {{"items", std::move(items)},
          {"count", view.count},
          {"next", view.next ? json(view.next->value) : json()},
          {"facets",
           {{"criteria", facets_json(view.criteria)},
            {"kinds", facets_json(view.kinds)},
            {"provinces", facets_json(view.provinces)},
            {"cities", facets_json(view.cities)}}},
          {"stats",
           {{"today", view.day.decided},
            {"median_seconds", number_or_null(view.day.median_seconds)},
            {"agreement", number_or_null(view.day.agreement_per_mille)}}}};
}

json finding_case_json(const workflow::FindingCase& subject) {
  auto out = finding_json(subject.finding);
  out["office"] = office_brief(subject.office);
  out["section_title_fa"] = subject.section_title.fa;
  out["section_title_en"] = subject.section_title.en;
  out["evidence"] = evidence_json(subject.evidence);
  out["page_findings"] = json::array();
  for (const auto& finding : subject.page_findings) out["page_findings"].push_back(finding_json(finding));
  out["decisions"] = json::array();
  for (const auto& decision : subject.decisions) out["decisions"].push_back(decision_json(decision));
  out["deciding_allowed"] = subject.deciding_allowed;
  out["reviewer_fa"] = subject.reviewer.fa;
  out["reviewer_en"] = subject.reviewer.en;
  return out;
}

}  // namespace mizan::http
