// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/rounds/round_progress.hpp"

#include "scoring/rank_rules.hpp"
#include "workflow/deadlines.hpp"
#include "workflow/rounds/create_round.hpp"
#include "workflow/rounds/rounds.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace mizan::workflow {
namespace {

constexpr std::int64_t k_bars = 20;
constexpr std::int64_t k_ten_points = 10'000;

int day_of(Instant opened, Instant moment) {
  return static_cast<int>(std::chrono::floor<std::chrono::days>(start_of_day(moment) - start_of_day(opened)).count());
}

/// The round of the same kinds that opened last before this one.
Result<std::optional<Round>> round_before(storage::Stores& stores, const Round& round) {
  auto rounds = stores.rounds().list();
  if (!rounds) return fail(std::move(rounds.error()));
  const auto before = std::find_if(rounds->begin(), rounds->end(), [&](const Round& other) {
    return other.opened_at && *other.opened_at < *round.opened_at && other.id != round.id && other.kinds == round.kinds;
  });
  return before == rounds->end() ? std::nullopt : std::optional(std::move(*before));
}

Result<std::vector<DayCount>> daily_counts(storage::Stores& stores, const Round& round, Instant now) {
  auto submitted = stores.reports().submissions_per_day(round.id, start_of_day(*round.opened_at));
  if (!submitted) return fail(std::move(submitted.error()));
  auto before = round_before(stores, round);
  if (!before) return fail(std::move(before.error()));
  std::map<int, int> submitted_before;
  if (*before) {
    auto counts = stores.reports().submissions_per_day((*before)->id, start_of_day(*(*before)->opened_at));
    if (!counts) return fail(std::move(counts.error()));
    submitted_before = std::move(*counts);
  }
  const int last = day_of(*round.opened_at, std::min(now, *round.declare_until - milliseconds(1)));
  std::vector<DayCount> daily;
  int sum = 0, sum_before = 0;
  for (int day = 0; day <= last; ++day) {
    sum += (*submitted)[day];
    sum_before += submitted_before[day];
    daily.push_back({day + 1, sum, *before ? std::optional(sum_before) : std::nullopt});
  }
  return daily;
}

Result<std::vector<Points>> totals_of(storage::Stores& stores, RoundId round) {
  auto points = stores.reports().latest_points(round);
  if (!points) return fail(std::move(points.error()));
  std::unordered_map<DeclarationId, Points> totals;
  for (const auto& row : *points) totals[row.declaration] += row.points;
  auto declared = stores.reports().declared_offices(round);
  if (!declared) return fail(std::move(declared.error()));
  std::vector<Points> counted;
  for (const auto& row : *declared) {
    const auto total = totals[row.declaration.id];
    const bool is_open = row.declaration.status == DeclarationStatus::open;
    if (row.declaration.status == DeclarationStatus::silent || (is_open && total == Points{})) continue;
    counted.push_back(total);
  }
  return counted;
}

void add_up(RoundProgress& progress) {
  for (const auto& row : progress.provinces) {
    progress.totals.offices += row.offices;
    progress.totals.started += row.started;
    progress.totals.submitted += row.submitted;
    progress.totals.open_findings += row.open_findings;
    progress.totals.decided_findings += row.decided_findings;
  }
}

}  // namespace

std::vector<HistogramBar> histogram_of(const std::vector<Points>& totals) {
  if (totals.empty()) return {};
  const auto highest = std::max_element(totals.begin(), totals.end())->thousandths;
  const auto width = (highest / (k_bars * k_ten_points) + 1) * k_ten_points;
  std::vector<HistogramBar> bars(static_cast<std::size_t>(std::max<std::int64_t>(0, highest) / width + 1));
  for (std::size_t i = 0; i < bars.size(); ++i)
    bars[i] = {Points{static_cast<std::int64_t>(i) * width}, Points{static_cast<std::int64_t>(i + 1) * width}, 0};
  // Deductions can take a total below nothing; it stands in the first bar.
  for (const auto total : totals)
    ++bars[static_cast<std::size_t>(std::max<std::int64_t>(0, total.thousandths) / width)].count;
  return bars;
}

Result<RoundProgress> round_progress(const Services& services, const Actor& actor, RoundId id) {
  if (!runs_rounds(actor)) return fail("access.forbidden");
  return services.database.read([&](storage::Stores& stores) -> Result<RoundProgress> {
    auto round = existing_round(stores, id);
    if (!round) return fail(std::move(round.error()));
    RoundProgress progress;
    progress.round = id;
    if (round->stage == RoundStage::draft) return progress;
    auto provinces = stores.rounds().progress(id, Scope::everything());
    if (!provinces) return fail(std::move(provinces.error()));
    progress.provinces = std::move(*provinces);
    add_up(progress);
    auto daily = daily_counts(stores, *round, services.clock.now());
    if (!daily) return fail(std::move(daily.error()));
    progress.daily = std::move(*daily);
    auto totals = totals_of(stores, id);
    if (!totals) return fail(std::move(totals.error()));
    progress.histogram = histogram_of(*totals);
    auto rules = scoring::rank_rules(nlohmann::json::parse(round->rule_set_json, nullptr, false), round->rule_set);
    if (!rules) return fail(std::move(rules.error()));
    progress.thresholds = std::move(rules->thresholds);
    return progress;
  });
}

}  // namespace mizan::workflow
