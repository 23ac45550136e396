// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/evidence/view_evidence.hpp"

#include <algorithm>
#include <utility>

namespace mizan::workflow {
namespace {

/// The stored row holds the code only; what its sentence needs stands in the row, the slot and the page list.
std::optional<Problem> problem_of(const Evidence& evidence, const DocumentScan& scan, const forms::Section* section,
                                  const std::string& limit, const Limits& limits) {
  if (evidence.status == EvidenceStatus::quarantined) return infected(scan);
  if (evidence.problem.empty()) return std::nullopt;
  Problem problem(ProblemCode::from_text(evidence.problem));
  const auto* slot = section == nullptr ? nullptr : section->slot(evidence.slot);
  const int page_limit = slot == nullptr ? limits.reading.pages : std::min(slot->page_limit, limits.reading.pages);
  if (evidence.problem == "evidence.too_many_pages") {
    problem.params["limit"] = std::to_string(page_limit);
    problem.params["pages"] =
        evidence.pages > 0 ? std::to_string(evidence.pages) : "بیش از " + std::to_string(page_limit);
    problem.params["pages_en"] =
        evidence.pages > 0 ? std::to_string(evidence.pages) : "more than " + std::to_string(page_limit);
  }
  if (evidence.problem == "evidence.too_large")
    problem.params["limit"] = std::to_string(limits.reading.bytes >> 20U) + " MiB";
  if (evidence.problem == "evidence.limit_reached") problem.params["limit"] = limit;
  if (!evidence.slot.empty()) problem.field = evidence.slot;
  return problem;
}

Result<Evidence> find_evidence(storage::Stores& stores, const Actor& actor, EvidenceId id) {
  auto evidence = stores.evidence().find(id, actor.scope);
  if (!evidence) return fail(std::move(evidence.error()));
  if (!*evidence || (*evidence)->status == EvidenceStatus::removed) return fail("access.not_found");
  return std::move(**evidence);
}

Result<PageList> page_list_of(storage::Stores& stores, const Services& services, const Evidence& evidence) {
  auto reading = stores.evidence().latest_reading(evidence.content);
  if (!reading) return fail(std::move(reading.error()));
  if (!*reading) return PageList{};
  return load_page_list(services.evidence, **reading);
}

}  // namespace

Result<EvidenceView> evidence_view(storage::Stores& stores, const Services& services, const Actor& actor,
                                   const DeclarationCase& subject, const Evidence& evidence) {
  const auto bundle = pinned_section(services, subject, evidence.section);
  const auto* section = bundle ? &(*bundle)->section : nullptr;
  auto scan = document_scan(stores, services.limits.scans, evidence);
  if (!scan) return fail(std::move(scan.error()));
  PageList list;
  if (evidence.status != EvidenceStatus::being_read && scan->state != ScanState::infected) {
    auto loaded = page_list_of(stores, services, evidence);
    if (!loaded) return fail(std::move(loaded.error()));
    list = std::move(*loaded);
  }
  if (!check_shown(actor, evidence, *scan)) list.pages.clear();
  EvidenceView view{evidence,
                    scan->state,
                    problem_of(evidence, *scan, section, list.limit, services.limits),
                    std::move(list.pages),
                    std::move(list.warnings),
                    {}};
  auto findings = stores.findings().of_evidence(evidence.id, actor.scope);
  if (!findings) return fail(std::move(findings.error()));
  for (const auto& finding : *findings) {
    if (!is_shown_to(actor, finding)) continue;
    auto shown = finding_view(stores, services, actor, finding, section, view.pages);
    if (!shown) return fail(std::move(shown.error()));
    view.findings.push_back(std::move(*shown));
  }
  return view;
}

Result<EvidenceView> view_evidence(const Services& services, const Actor& actor, EvidenceId id) {
  return services.database.read([&](storage::Stores& stores) -> Result<EvidenceView> {
    auto evidence = find_evidence(stores, actor, id);
    if (!evidence) return fail(std::move(evidence.error()));
    auto subject = find_declaration(stores, actor.scope, evidence->declaration);
    if (!subject) return fail(std::move(subject.error()));
    return evidence_view(stores, services, actor, *subject, *evidence);
  });
}

Result<PageImageView> view_page_image(const Services& services, const Actor& actor, EvidenceId id, int page) {
  auto list = services.database.read([&](storage::Stores& stores) -> Result<PageList> {
    auto evidence = find_evidence(stores, actor, id);
    if (!evidence) return fail(std::move(evidence.error()));
    auto scan = document_scan(stores, services.limits.scans, *evidence);
    if (!scan) return fail(std::move(scan.error()));
    if (auto shown = check_shown(actor, *evidence, *scan); !shown) return fail(std::move(shown.error()));
    return page_list_of(stores, services, *evidence);
  });
  if (!list) return fail(std::move(list.error()));
  const auto found =
      std::find_if(list->pages.begin(), list->pages.end(), [&](const StoredPage& row) { return row.page == page; });
  if (found == list->pages.end() || found->content.hex.empty()) return fail("access.not_found");
  auto bytes = services.evidence.get(found->content, services.limits.page_image_bytes);
  if (!bytes) return fail(std::move(bytes.error()));
  return PageImageView{found->media_type, std::move(*bytes), found->content};
}

}  // namespace mizan::workflow
