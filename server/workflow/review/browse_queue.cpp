// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/review/browse_queue.hpp"

#include "forms/definitions.hpp"
#include "workflow/deadlines.hpp"
#include "workflow/definition_titles.hpp"
#include "workflow/evidence/scan_gate.hpp"
#include "workflow/evidence/seen_elsewhere.hpp"

#include <map>
#include <utility>

namespace mizan::workflow {
namespace {

using Counts = std::map<std::string, int>;

template <class Title>
std::vector<Facet> facets_of(const Counts& counts, Title&& title) {
  std::vector<Facet> facets;
  for (const auto& [id, count] : counts) facets.push_back({id, title(id), count});
  return facets;
}

void add_facets(const std::vector<storage::QueueCount>& rows, const forms::Definitions& definitions, QueueView& view) {
  Counts criteria, kinds, provinces, cities;
  for (const auto& row : rows) {
    criteria[row.section] += row.count;
    kinds[row.document_type] += row.count;
    provinces[row.province] += row.count;
    cities[row.city] += row.count;
  }
  view.criteria = facets_of(criteria, [&](const std::string& id) { return section_title(definitions, id); });
  view.kinds = facets_of(kinds, [&](const std::string& id) { return document_type_title(definitions, id); });
  view.provinces = facets_of(provinces, [&](const std::string& id) { return province_title(definitions, id); });
  view.cities = facets_of(cities, [](const std::string& id) { return forms::Label{id, id}; });
}

bool matches(const storage::QueueFilter& filter, const storage::QueueCount& row) {
  const auto fits = [](const std::string& wanted, const std::string& have) { return wanted.empty() || wanted == have; };
  return fits(filter.section, row.section) && fits(filter.document_type, row.document_type) &&
         fits(filter.province, row.province) && fits(filter.city, row.city);
}

Result<ExpertDay> day_of(storage::Stores& stores, const Actor& actor, Instant now) {
  auto stats = stores.findings().stats(actor.account, start_of_day(now), actor.scope);
  if (!stats) return fail(std::move(stats.error()));
  ExpertDay day{stats->decided_today, {}, {}};
  if (stats->median_seconds > 0) day.median_seconds = stats->median_seconds;
  if (stats->decisions > 0) day.agreement_per_mille = stats->agreement_per_mille;
  return day;
}

std::vector<QueueLine> lines_of(std::vector<storage::QueueItem> items, const Actor& actor,
                                const forms::Definitions& definitions) {
  std::vector<QueueLine> lines;
  lines.reserve(items.size());
  for (auto& item : items) {
    auto title = section_title(definitions, item.finding.section);
    item.finding = shown_to(actor, std::move(item.finding));
    lines.push_back({std::move(item), std::move(title)});
  }
  return lines;
}

/// Each document is looked up once, however many of its findings wait.
Outcome mark_unscanned(storage::Stores& stores, const Services& services, const Actor& actor,
                       std::vector<QueueLine>& lines) {
  if (!services.limits.scans.required) return {};
  std::map<EvidenceId, bool> waits;
  for (auto& line : lines) {
    const auto id = line.item.finding.evidence;
    if (!waits.contains(id)) {
      auto evidence = stores.evidence().find(id, actor.scope);
      if (!evidence) return fail(std::move(evidence.error()));
      if (!*evidence) continue;
      auto scan = document_scan(stores, services.limits.scans, **evidence);
      if (!scan) return fail(std::move(scan.error()));
      waits[id] = scan->state == ScanState::pending;
    }
    line.waits_for_scan = waits[id];
  }
  return {};
}

}  // namespace

Result<QueueView> browse_queue(const Services& services, const Actor& actor, const storage::QueueFilter& filter) {
  if (!reviews_offices(actor)) return fail("access.forbidden");
  return services.database.read([&](storage::Stores& stores) -> Result<QueueView> {
    auto items = stores.findings().queue(filter, actor.scope);
    if (!items) return fail(std::move(items.error()));
    storage::QueueFilter whole;
    whole.state = filter.state;
    auto counts = stores.reports().queue_counts(whole, actor.scope);
    if (!counts) return fail(std::move(counts.error()));
    auto day = day_of(stores, actor, services.clock.now());
    if (!day) return fail(std::move(day.error()));

    QueueView view;
    if (static_cast<int>(items->size()) == filter.limit) view.next = items->back().finding.id;
    view.lines = lines_of(std::move(*items), actor, services.definitions);
    if (auto marked = mark_unscanned(stores, services, actor, view.lines); !marked)
      return fail(std::move(marked.error()));
    for (const auto& row : *counts) view.count += matches(filter, row) ? row.count : 0;
    add_facets(*counts, services.definitions, view);
    view.day = *day;
    return view;
  });
}

Result<std::vector<QueueLine>> queue_for_export(const Services& services, const Actor& actor,
                                                storage::QueueFilter filter) {
  if (!reviews_offices(actor)) return fail("access.forbidden");
  filter.after = {};
  filter.limit = services.limits.export_rows;
  return services.database.read([&](storage::Stores& stores) -> Result<std::vector<QueueLine>> {
    auto items = stores.findings().queue(filter, actor.scope);
    if (!items) return fail(std::move(items.error()));
    return lines_of(std::move(*items), actor, services.definitions);
  });
}

}  // namespace mizan::workflow
