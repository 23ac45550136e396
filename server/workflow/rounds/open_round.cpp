// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/rounds/open_round.hpp"

#include "forms/definitions.hpp"
#include "workflow/audit_line.hpp"
#include "workflow/deadlines.hpp"
#include "workflow/declarations/start_declaration.hpp"
#include "workflow/rounds/create_round.hpp"
#include "workflow/rounds/rounds.hpp"

#include <algorithm>
#include <utility>

namespace mizan::workflow {
namespace {

constexpr int k_page = 1000;  // of the register, read while declarations are made

tl::unexpected<Problem> invalid(std::string fa, std::string en) {
  return fail(Problem("round.invalid").with("reason", std::move(fa)).with("reason_en", std::move(en)));
}

Outcome pin_versions(Round& round, const forms::Definitions& definitions) {
  const auto* rules = definitions.rule_set(round.rule_set);
  if (rules == nullptr) return invalid("جدول امتیاز دوره دیگر نصب نیست", "the round's rule set is no longer installed");
  round.rule_set_json = rules->text;
  round.criteria.clear();
  for (const auto kind : round.kinds) {
    const auto* form = definitions.form(kind);
    if (form == nullptr)
      return invalid("فرم این نوع دفتر نصب نیست", "the form of this kind of office is not installed");
    for (const auto& section : form->sections) {
      const auto* bundle = definitions.newest(section);
      if (bundle == nullptr)
        return invalid("معیار " + section + " نصب نیست", "the criterion " + section + " is not installed");
      round.criteria[section] = bundle->manifest.version;
    }
  }
  return {};
}

/// An office would not know which of two running declarations to fill in.
Outcome check_no_other(storage::Stores& stores, const Round& round) {
  auto rounds = stores.rounds().list();
  if (!rounds) return fail(std::move(rounds.error()));
  for (const auto& other : *rounds) {
    const bool shared = std::any_of(other.kinds.begin(), other.kinds.end(), [&](OfficeKind kind) {
      return std::find(round.kinds.begin(), round.kinds.end(), kind) != round.kinds.end();
    });
    if (other.stage == RoundStage::declaration && shared)
      return invalid("دورهٔ «" + other.title_fa + "» هنوز خوداظهاری می‌گیرد",
                     "“" + other.title_en + "” still takes declarations");
  }
  return {};
}

Result<int> call_offices(storage::Stores& stores, const Services& services, const Round& round) {
  int called = 0;
  for (const auto kind : round.kinds) {
    storage::OfficeFilter filter;
    filter.kind = kind;
    filter.page_size = k_page;
    auto sections = section_starts(services, round, kind);
    if (!sections) return fail(std::move(sections.error()));
    for (;; ++filter.page) {
      auto offices = stores.offices().list(filter, Scope::everything());
      if (!offices) return fail(std::move(offices.error()));
      for (const auto& office : *offices)
        if (auto started = start_declaration(stores, services, round, *sections, office); !started)
          return fail(std::move(started.error()));
      called += static_cast<int>(offices->size());
      if (static_cast<int>(offices->size()) < k_page) break;
    }
  }
  return called;
}

}  // namespace

Result<Round> open_round(const Services& services, const Actor& actor, RoundId id) {
  if (!runs_rounds(actor)) return fail("access.forbidden");
  const auto now = services.clock.now();
  return services.database.write([&](storage::Stores& stores) -> Result<Round> {
    auto round = round_in_stage(stores, id, RoundStage::draft);
    if (!round) return round;
    if (auto pinned = pin_versions(*round, services.definitions); !pinned) return fail(std::move(pinned.error()));
    if (auto alone = check_no_other(stores, *round); !alone) return fail(std::move(alone.error()));
    round->stage = RoundStage::declaration;
    round->opened_at = now;
    round->declare_until = end_of_days_after(now, round->declare_days);
    if (auto updated = stores.rounds().update(*round); !updated) return fail(std::move(updated.error()));
    auto called = call_offices(stores, services, *round);
    if (!called) return fail(std::move(called.error()));
    if (auto recorded = record(stores.audit(), actor, now, "round.opened", "round/" + std::to_string(id.value), {},
                               {{"offices", *called}, {"rule_set", round->rule_set}, {"criteria", round->criteria}});
        !recorded)
      return fail(std::move(recorded.error()));
    return round;
  });
}

}  // namespace mizan::workflow
