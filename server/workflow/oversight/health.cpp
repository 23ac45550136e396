// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/oversight/health.hpp"

#include "antivirus/trouble.hpp"
#include "base/persian/digits.hpp"
#include "workflow/work_queue.hpp"

#include <utility>

namespace mizan::workflow {
namespace {

constexpr auto k_waiting_too_long = std::chrono::minutes(15);
constexpr int k_looked_at = 200;  // of the newest jobs that wait

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
      [](storage::Stores& stores) { return stores.jobs().list(storage::JobState::waiting, k_looked_at); });
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

/// Scans that wait, and why the newest of those that failed did.
struct WaitingScans {
  std::size_t count = 0;
  std::optional<Problem> trouble;
};

Result<WaitingScans> waiting_scans(storage::Stores& stores) {
  auto keys = stores.reports().pending_keys(k_scan_content);
  if (!keys) return fail(std::move(keys.error()));
  WaitingScans scans{keys->size(), std::nullopt};
  if (scans.count == 0) return scans;
  auto jobs = stores.jobs().list(storage::JobState::waiting, k_looked_at);
  if (!jobs) return fail(std::move(jobs.error()));
  for (const auto& job : *jobs) {
    if (job.kind != k_scan_content || job.problem.empty()) continue;
    scans.trouble = job.problem == "antivirus.unavailable" ? antivirus::unavailable_as_logged(job.problem_detail)
                                                           : Problem(ProblemCode::from_text(job.problem));
    break;
  }
  return scans;
}

/// By what waits in the job table: a health check must not hang on a daemon that does.
HealthCheck check_antivirus(const Services& services) {
  const auto& rules = services.limits.scans;
  if (!rules.wanted())
    return {
        "antivirus", true,
        "ویروس‌یابی تنظیم نشده است؛ سندها اسکن‌نشده نشان داده می‌شوند.",
        "No virus scanner is configured; documents are shown unscanned."};
  auto scans = services.database.read(waiting_scans);
  if (!scans) return failing("antivirus", scans.error());
  if (!rules.configured) scans->trouble = antivirus::unavailable(antivirus::Trouble::not_configured);
  HealthCheck check{"antivirus", !scans->trouble, "سندی در انتظار ویروس‌یاب نیست.",
                    "No document waits for the virus scanner."};
  if (scans->count > 0) {
    const auto number = std::to_string(scans->count);
    check.text_fa = persian::persian_digits(number) +
                    " سند هنوز اسکن نشده و در انتظار ویروس‌یاب است" +
                    (rules.required ? "؛ تا آن زمان تنها فرستنده‌اش آن را می‌بیند."
                                    : "؛ تا آن زمان نیز نشان داده می‌شود.");
    check.text_en = number + (scans->count == 1 ? " document is" : " documents are") +
                    " not scanned yet and waiting for the virus scanner; until then " +
                    (rules.required ? "the sender alone is shown it." : "it is shown all the same.");
  }
  if (!scans->trouble) return check;
  check.text_fa = scans->trouble->text_fa() + " " + check.text_fa;
  check.text_en = scans->trouble->text_en() + " " + check.text_en;
  return check;
}

}  // namespace

std::vector<HealthCheck> check_health(const Services& services) {
  return {check_database(services), check_evidence(services), check_jobs(services), check_antivirus(services)};
}

}  // namespace mizan::workflow
