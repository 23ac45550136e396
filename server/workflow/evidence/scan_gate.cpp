// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/evidence/scan_gate.hpp"

#include "model/text_table.hpp"
#include "workflow/audit_line.hpp"

#include <array>
#include <string>
#include <utility>

namespace mizan::workflow {
namespace {

constexpr std::string_view k_infected = "evidence.infected";
constexpr std::array<std::pair<ScanState, std::string_view>, 4> k_states{{{ScanState::clean, "clean"},
                                                                          {ScanState::infected, "infected"},
                                                                          {ScanState::pending, "pending"},
                                                                          {ScanState::none, "none"}}};

}  // namespace

std::string_view to_text(ScanState state) {
  return text_of(k_states, state);
}

Result<DocumentScan> document_scan(storage::Stores& stores, const ScanRules& rules, const Evidence& evidence) {
  auto scan = stores.content_scans().find(evidence.content);
  if (!scan) return fail(std::move(scan.error()));
  DocumentScan found{rules.required ? ScanState::pending : ScanState::none, std::move(*scan)};
  if (found.scan) found.state = found.scan->verdict == ScanVerdict::clean ? ScanState::clean : ScanState::infected;
  if (evidence.status == EvidenceStatus::quarantined) found.state = ScanState::infected;
  return found;
}

Outcome check_shown(const Actor& actor, const Evidence& evidence, const DocumentScan& scan) {
  if (scan.state == ScanState::infected) return fail(infected(scan));
  const bool own = actor.role == Role::office && actor.account == evidence.uploaded_by;
  if (scan.state == ScanState::pending && !own) return fail("evidence.scan_pending");
  return {};
}

Problem infected(const DocumentScan& scan) {
  return Problem("evidence.infected").with("signature", scan.scan ? scan.scan->signature : std::string("?"));
}

void mark_infected(Evidence& evidence) {
  evidence.status = EvidenceStatus::quarantined;
  evidence.problem = k_infected;
}

Outcome record_quarantine(storage::Audit& audit, const Actor& actor, const Evidence& evidence, OfficeId office,
                          const ContentScan& scan, Instant now) {
  return record(audit, actor, now, "evidence.quarantined", "evidence/" + std::to_string(evidence.id.value), office,
                {{"section", evidence.section},
                 {"signature", scan.signature},
                 {"engine", scan.engine},
                 {"content", evidence.content.hex}});
}

}  // namespace mizan::workflow
