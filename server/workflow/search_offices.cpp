// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/search_offices.hpp"

#include "base/persian/digits.hpp"
#include "base/persian/utf8.hpp"
#include "workflow/browse_queue.hpp"

#include <utility>

namespace mizan::workflow {

std::string search_text(std::string_view typed) {
  std::u32string out;
  for (const char32_t c : persian::decode(persian::latin_digits(typed))) {
    if (c == U'ي' || c == U'ى')
      out += U'ی';
    else if (c == U'ك')
      out += U'ک';
    else if (c > U' ')
      out += c;
    else if (!out.empty() && out.back() != U' ')
      out += U' ';
  }
  while (!out.empty() && out.back() == U' ') out.pop_back();
  return persian::encode(out);
}

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
