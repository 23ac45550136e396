// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/oversight/search_offices.hpp"

#include "workflow/search_text.hpp"

#include <utility>

namespace mizan::workflow {

Result<OfficeSearch> search_offices(const Services& services, const Actor& actor, storage::OfficeFilter filter) {
  if (!reviews_offices(actor)) return fail("access.forbidden");
  filter.text = search_text(filter.text);
  return services.database.read([&](storage::Stores& stores) -> Result<OfficeSearch> {
    auto offices = stores.reports().office_standings(filter, actor.scope);
    if (!offices) return fail(std::move(offices.error()));
    auto total = stores.offices().count(filter, actor.scope);
    if (!total) return fail(std::move(total.error()));
    return OfficeSearch{std::move(*offices), *total};
  });
}

}  // namespace mizan::workflow
