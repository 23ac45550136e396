// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/rounds/move_clock.hpp"

#include "workflow/audit_line.hpp"
#include "workflow/rounds/create_round.hpp"

#include <string>
#include <utility>

namespace mizan::workflow {
namespace {

constexpr std::chrono::seconds k_farthest = std::chrono::days(3653);

Result<bool> is_demonstration(storage::Stores& stores) {
  auto setting = stores.settings().find(storage::k_demonstration);
  if (!setting) return fail(std::move(setting.error()));
  return *setting == "yes";
}

}  // namespace

Result<ClockView> move_clock(const Services& services, const Actor& actor, std::chrono::seconds offset) {
  if (!runs_rounds(actor)) return fail("access.forbidden");
  if (offset > k_farthest || offset < -k_farthest) return fail("round.clock_refused", "beyond ten years");
  const milliseconds moved = offset;
  auto stored = services.database.write([&](storage::Stores& stores) -> Outcome {
    auto allowed = is_demonstration(stores);
    if (!allowed) return fail(std::move(allowed.error()));
    if (!*allowed) return fail("round.clock_refused");
    if (auto set = stores.settings().set(storage::k_clock_offset, std::to_string(moved.count())); !set) return set;
    return record(stores.audit(), actor, services.clock.now(), "clock.moved", "clock/1", {},
                  {{"offset_seconds", offset.count()}});
  });
  if (!stored) return fail(std::move(stored.error()));
  services.clock.set_offset(moved);
  return ClockView{offset, services.clock.now()};
}

}  // namespace mizan::workflow
