// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/uploads/end_uploads.hpp"

#include "workflow/real_time.hpp"
#include "workflow/uploads/upload_in_hand.hpp"

#include <string>
#include <utility>
#include <vector>

namespace mizan::workflow {
namespace {

constexpr int k_at_once = 200;

/// The row first: without it nobody can begin to write again, and a file that stays behind is an orphan of the sweep.
Outcome remove_upload(const Services& services, std::string_view id) {
  auto removed = services.database.write([&](storage::Stores& stores) { return stores.uploads().remove(id); });
  if (!removed) return removed;
  return services.staging.remove(id);
}

}  // namespace

Outcome terminate_upload(const Services& services, const Actor& actor, std::string_view id) {
  auto found =
      services.database.read([&](storage::Stores& stores) { return stores.uploads().find(id, actor.account); });
  if (!found) return fail(std::move(found.error()));
  if (!*found) return fail("access.not_found");
  auto seat = services.uploads.take((*found)->id, {}, services.limits.uploads.takeover);
  if (!seat) return fail(std::move(seat.error()));
  seat->forget();
  return remove_upload(services, id);
}

Result<int> sweep_uploads(const Services& services) {
  int gone = 0;
  for (;;) {
    auto expired = services.database.read(
        [&](storage::Stores& stores) { return stores.uploads().expired(services.clock.now(), k_at_once); });
    if (!expired) return fail(std::move(expired.error()));
    for (const auto& id : *expired)
      if (auto removed = remove_upload(services, id); !removed) return fail(std::move(removed.error()));
    gone += static_cast<int>(expired->size());
    if (expired->size() < k_at_once) break;
  }
  auto staged = services.staging.list();
  if (!staged) return fail(std::move(staged.error()));
  const auto before = real_now(services.clock) - services.limits.uploads.orphan;
  for (const auto& entry : *staged) {
    if (entry.changed_at >= before) continue;
    auto known = services.database.read([&](storage::Stores& stores) { return stores.uploads().contains(entry.id); });
    if (!known) return fail(std::move(known.error()));
    if (*known) continue;
    if (auto removed = services.staging.remove(entry.id); !removed) return fail(std::move(removed.error()));
    ++gone;
  }
  return gone;
}

}  // namespace mizan::workflow
