// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/access/session_view.hpp"

#include <utility>

namespace mizan::workflow {

Result<SessionView> view_session(const Services& services, const Visitor& visitor) {
  return services.database.read([&](storage::Stores& stores) -> Result<SessionView> {
    SessionView view;
    auto demonstration = stores.settings().find(storage::k_demonstration);
    if (!demonstration) return fail(std::move(demonstration.error()));
    view.demonstration = *demonstration == "yes";
    if (!visitor.account) return view;
    const auto& scope = visitor.actor.scope;
    if (visitor.actor.role == Role::expert) view.provinces = scope.provinces();
    for (const auto id : scope.offices()) {
      auto office = stores.offices().find(id, scope);
      if (!office) return fail(std::move(office.error()));
      if (*office) view.offices.push_back(std::move(**office));
    }
    return view;
  });
}

}  // namespace mizan::workflow
