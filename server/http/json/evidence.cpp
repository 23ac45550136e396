// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/json/evidence.hpp"

#include "http/json/finding.hpp"
#include "http/json/problem.hpp"
#include "http/json/reading_texts.hpp"
#include "http/json/time.hpp"

namespace mizan::http {
namespace {

using nlohmann::json;

json warnings_json(const std::vector<ReadingWarning>& warnings) {
  json rows = json::array();
  for (const auto& warning : warnings) {
    const auto text = warning_text(warning);
    rows.push_back({{"code", warning.code},
                    {"page", warning.page ? json(*warning.page) : json()},
                    {"text_fa", text.fa},
                    {"text_en", text.en}});
  }
  return rows;
}

}  // namespace

nlohmann::json evidence_problem_json(const Problem& problem) {
  const auto limit = problem.params.find("limit");
  if (problem.code.id() != "evidence.limit_reached" || limit == problem.params.end()) return problem_json(problem);
  Problem named = problem;
  const auto text = limit_text(limit->second);
  named.params["limit"] = text.fa;
  named.params["limit_en"] = text.en;
  return problem_json(named);
}

json evidence_json(const workflow::EvidenceView& view) {
  const auto& evidence = view.evidence;
  json out = {{"id", evidence.id.value},
              {"declaration_id", evidence.declaration.value},
              {"section", evidence.section},
              {"slot", evidence.slot},
              {"purpose", to_text(evidence.purpose)},
              {"file_name", evidence.file_name},
              {"media_type", evidence.media_type},
              {"bytes", evidence.bytes},
              {"status", to_text(evidence.status)},
              {"scan", workflow::to_text(view.scan)},
              {"problem", view.problem ? evidence_problem_json(*view.problem) : json()},
              {"warnings", warnings_json(view.warnings)},
              {"pages", json::array()},
              {"findings", json::array()},
              {"uploaded_at", time_json(evidence.uploaded_at)}};
  for (const auto& page : view.pages)
    out["pages"].push_back({{"page", page.page}, {"width", page.width}, {"height", page.height}, {"kind", page.kind}});
  for (const auto& finding : view.findings) out["findings"].push_back(finding_json(finding));
  return out;
}

}  // namespace mizan::http
