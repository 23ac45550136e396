// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/rounds/close_declarations.hpp"

#include "workflow/audit_line.hpp"
#include "workflow/deadlines.hpp"
#include "workflow/rounds/carry_over.hpp"
#include "workflow/rounds/create_round.hpp"
#include "workflow/rounds/rounds.hpp"

#include <utility>

namespace mizan::workflow {
namespace {

struct Silence {
  int carried_over = 0;
  int silent = 0;
};

Result<Silence> apply_silence(storage::Stores& stores, const Round& round, Instant now) {
  std::map<OfficeId, DeclarationId> earlier;
  if (round.silence_policy == SilencePolicy::carry_over) {
    auto found = stores.reports().earlier_declarations(round.id);
    if (!found) return fail(std::move(found.error()));
    earlier = std::move(*found);
  }
  storage::DeclarationFilter filter;
  filter.round = round.id;
  filter.status = DeclarationStatus::open;
  auto unfinished = stores.declarations().list(filter, Scope::everything());
  if (!unfinished) return fail(std::move(unfinished.error()));

  Silence counts;
  for (auto& declaration : *unfinished) {
    const auto last = earlier.find(declaration.office);
    declaration.status = last == earlier.end() ? DeclarationStatus::silent : DeclarationStatus::carried_over;
    ++(last == earlier.end() ? counts.silent : counts.carried_over);
    if (auto updated = stores.declarations().update(declaration); !updated) return fail(std::move(updated.error()));
    if (last == earlier.end()) continue;
    if (auto carried = carry_over(stores, round, last->second, declaration.id, now); !carried)
      return fail(std::move(carried.error()));
  }
  return counts;
}

}  // namespace

Result<Round> close_declarations(const Services& services, const Actor& actor, RoundId id) {
  if (!runs_rounds(actor)) return fail("access.forbidden");
  const auto now = services.clock.now();
  return services.database.write([&](storage::Stores& stores) -> Result<Round> {
    auto round = round_in_stage(stores, id, RoundStage::declaration);
    if (!round) return round;
    auto silence = apply_silence(stores, *round, now);
    if (!silence) return fail(std::move(silence.error()));
    const bool early = round->declare_until && now < *round->declare_until;
    round->stage = RoundStage::review;
    round->region_until = end_of_days_after(now, round->region_days);
    if (auto updated = stores.rounds().update(*round); !updated) return fail(std::move(updated.error()));
    if (auto recorded =
            record(stores.audit(), actor, now, "round.declarations_closed", "round/" + std::to_string(id.value), {},
                   {{"early", early}, {"carried_over", silence->carried_over}, {"silent", silence->silent}});
        !recorded)
      return fail(std::move(recorded.error()));
    return round;
  });
}

}  // namespace mizan::workflow
