// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/oversight/health.hpp"

#include "base/persian/digits.hpp"

#include <utility>

namespace mizan::workflow {
namespace {

constexpr auto k_waiting_too_long = std::chrono::minutes(15);

HealthCheck failing(std::string name, const Problem& problem) {
  return {std::move(name), false, problem.text_fa(), problem.text_en()};
}

HealthCheck check_database(const Services& services) {
  auto read =
      services.database.read([](storage::Stores& stores) { return stores.settings().find(storage::k_demonstration); });
  if (!read) return failing("database", read.error());
  return {"database", true, "پایگاه داده پاسخ می‌دهد.", "The database answers."};
}

HealthCheck check_evidence(const Services& services) {
  const ContentHash nothing{std::string(64, '0')};
  auto asked = services.evidence.contains(nothing);
  if (!asked) return failing("evidence", asked.error());
  return {"evidence", true, "انبار اسناد در دسترس است.", "The evidence store is reachable."};
}

/// Nobody working shows in jobs that are due and stay where they are.
HealthCheck check_jobs(const Services& services) {
  auto waiting = services.database.read(
      [](storage::Stores& stores) { return stores.jobs().list(storage::JobState::waiting, 200); });
  if (!waiting) return failing("jobs", waiting.error());
  int late = 0;
  for (const auto& job : *waiting)
    if (job.attempts == 0 && job.run_after + k_waiting_too_long < services.clock.now() &&
        job.created_at + k_waiting_too_long < services.clock.now())
      ++late;
  if (late == 0)
    return {"jobs", true, "کارها به‌موقع انجام می‌شوند.", "Jobs are done in time."};
  const auto number = std::to_string(late);
  return {"jobs", false, persian::persian_digits(number) + " کار بیش از ۱۵ دقیقه منتظر مانده است.",
          number + " jobs have waited for more than 15 minutes."};
}

}  // namespace

std::vector<HealthCheck> check_health(const Services& services) {
  return {check_database(services), check_evidence(services), check_jobs(services)};
}

}  // namespace mizan::workflow
