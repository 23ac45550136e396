// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/oversight/read_audit.hpp"

#include "workflow/access/account_names.hpp"
#include "workflow/audit_sentences.hpp"
#include "workflow/rounds/create_round.hpp"

#include <utility>

namespace mizan::workflow {

Result<std::vector<AuditLine>> audit_lines(storage::Stores& stores, const Services& services,
                                           const storage::AuditFilter& filter, const Scope& scope) {
  auto entries = stores.audit().list(filter, scope);
  if (!entries) return fail(std::move(entries.error()));
  AccountNames names(stores.accounts());
  std::vector<AuditLine> lines;
  for (auto& entry : *entries) {
    auto name = names.of(entry.actor);
    if (!name) return fail(std::move(name.error()));
    auto text = audit_sentence(entry, services.definitions);
    lines.push_back({std::move(entry), std::move(*name), std::move(text)});
  }
  return lines;
}

Result<AuditPage> read_audit(const Services& services, const Actor& actor, const storage::AuditFilter& filter) {
  if (!runs_rounds(actor)) return fail("access.forbidden");
  return services.database.read([&](storage::Stores& stores) -> Result<AuditPage> {
    auto lines = audit_lines(stores, services, filter, actor.scope);
    if (!lines) return fail(std::move(lines.error()));
    AuditPage page;
    if (static_cast<int>(lines->size()) == filter.limit) page.next = lines->back().entry.id;
    page.lines = std::move(*lines);
    return page;
  });
}

}  // namespace mizan::workflow
