// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/work_queue.hpp"

#include <string>

namespace mizan::workflow {
namespace {

Outcome enqueue_for(storage::Jobs& jobs, std::string_view kind, EvidenceId evidence, Instant now) {
  return jobs.enqueue(kind, {{"evidence", evidence.value}}, now, "evidence/" + std::to_string(evidence.value));
}

}  // namespace

Outcome enqueue_reading(storage::Jobs& jobs, EvidenceId evidence, Instant now) {
  return enqueue_for(jobs, k_read_evidence, evidence, now);
}

Outcome enqueue_scan(storage::Jobs& jobs, const ContentHash& content, EvidenceId evidence, Instant now) {
  return jobs.enqueue(k_scan_content, {{"content", content.hex}, {"evidence", evidence.value}}, now,
                      "content/" + content.hex);
}

Outcome enqueue_search_for_unscanned(storage::Jobs& jobs, Instant now) {
  return jobs.enqueue(k_find_unscanned, nlohmann::json::object(), now, "all");
}

Outcome enqueue_verification(storage::Jobs& jobs, EvidenceId evidence, Instant now) {
  return enqueue_for(jobs, k_verify_evidence, evidence, now);
}

Outcome enqueue_opening(storage::Jobs& jobs, std::string_view upload, Instant now) {
  return jobs.enqueue(k_open_bundle, {{"upload", std::string(upload)}}, now, "upload/" + std::string(upload));
}

std::string judging_key(DeclarationId declaration, std::string_view section) {
  return "declaration/" + std::to_string(declaration.value) + "/" + std::string(section);
}

Outcome enqueue_judging(storage::Jobs& jobs, DeclarationId declaration, std::string_view section,
                        std::string_view cause, Instant now) {
  return jobs.enqueue(
      k_judge_section,
      {{"declaration", declaration.value}, {"section", std::string(section)}, {"cause", std::string(cause)}}, now,
      judging_key(declaration, section));
}

}  // namespace mizan::workflow
