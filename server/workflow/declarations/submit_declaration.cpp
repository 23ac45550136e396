// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/declarations/submit_declaration.hpp"

#include "workflow/audit_line.hpp"
#include "workflow/declarations/declaration_content.hpp"
#include "workflow/receipt_number.hpp"
#include "workflow/work_queue.hpp"

#include <algorithm>
#include <utility>

namespace mizan::workflow {
namespace {

Outcome check_read(const std::vector<SectionState>& sections) {
  const bool reading = std::any_of(sections.begin(), sections.end(),
                                   [](const SectionState& state) { return state.status == SectionStatus::being_read; });
  if (reading) return fail("declaration.being_read");
  return {};
}

Outcome check_complete(const std::vector<SectionState>& sections) {
  Problem incomplete("declaration.incomplete");
  for (const auto& section : sections)
    for (Problem part : section.checked.problems) {
      part.params["section"] = section.bundle->section.id;
      incomplete.parts.push_back(std::move(part));
    }
  if (incomplete.parts.empty()) return {};
  incomplete.params["count"] = std::to_string(incomplete.parts.size());
  return fail(std::move(incomplete));
}

/// What was never saved is saved now; what was judged before is judged once more with it.
Outcome settle_sections(storage::Stores& stores, std::vector<SectionState>& sections, Instant now) {
  for (auto& section : sections) {
    auto& answers = section.answers;
    if (answers.revision == 0) {
      answers.saved_at = now;
      auto revision = stores.declarations().save_answers(answers);
      if (!revision) return fail(std::move(revision.error()));
      answers.revision = *revision;
    }
    if (auto queued = enqueue_judging(stores.jobs(), answers.declaration, answers.section, "submission", now); !queued)
      return queued;
  }
  return {};
}

Result<std::string> free_receipt(storage::Stores& stores, const Round& round) {
  return new_receipt_number(round.period, [&](const std::string& number) -> Result<bool> {
    auto found = stores.declarations().find_by_receipt(number, Scope::everything());
    if (!found) return fail(std::move(found.error()));
    return found->has_value();
  });
}

Outcome submit(storage::Stores& stores, const Services& services, const Actor& actor, DeclarationCase& subject,
               Instant now) {
  auto sections = load_sections(stores, services, actor.scope, subject);
  if (!sections) return fail(std::move(sections.error()));
  if (auto read = check_read(*sections); !read) return read;
  if (auto complete = check_complete(*sections); !complete) return complete;
  if (auto settled = settle_sections(stores, *sections, now); !settled) return settled;
  auto number = free_receipt(stores, subject.round);
  if (!number) return fail(std::move(number.error()));
  subject.declaration.receipt_number = *number;
  subject.declaration.status = DeclarationStatus::submitted;
  subject.declaration.submitted_at = now;
  if (auto updated = stores.declarations().update(subject.declaration); !updated) return updated;
  return record(stores.audit(), actor, now, "declaration.submitted",
                "declaration/" + std::to_string(subject.declaration.id.value), subject.office.id,
                {{"receipt", *number}, {"content", content_hash(subject, *sections).hex}});
}

}  // namespace

Result<Receipt> submit_declaration(const Services& services, const Actor& actor, DeclarationId id) {
  const auto now = services.clock.now();
  return services.database.write([&](storage::Stores& stores) -> Result<Receipt> {
    auto subject = find_own_declaration(stores, actor, id);
    if (!subject) return fail(std::move(subject.error()));
    if (subject->declaration.status != DeclarationStatus::submitted) {
      if (auto open = check_declaring(*subject, now); !open) return fail(std::move(open.error()));
      if (auto submitted = submit(stores, services, actor, *subject, now); !submitted)
        return fail(std::move(submitted.error()));
    }
    return receipt_of(stores, services, actor.scope, *subject);
  });
}

}  // namespace mizan::workflow
