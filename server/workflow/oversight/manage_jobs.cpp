// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/oversight/manage_jobs.hpp"

#include "antivirus/trouble.hpp"
#include "workflow/audit_line.hpp"
#include "workflow/rounds/create_round.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace mizan::workflow {
namespace {

using storage::JobState;

constexpr int k_most = 200;
constexpr std::array k_states{JobState::waiting, JobState::running, JobState::done, JobState::dead};

std::string subject_of(const storage::Job& job) {
  for (const auto* kind : {"evidence", "declaration", "round"})
    if (const auto id = job.payload.find(kind); id != job.payload.end()) return std::string(kind) + "/" + id->dump();
  return "job/" + std::to_string(job.id.value);
}

/// The row keeps the code and the log's text; why a scanner did not answer is told by its beginning.
std::optional<Problem> problem_of(const storage::Job& job) {
  if (job.problem.empty()) return std::nullopt;
  Problem problem(ProblemCode::from_text(job.problem));
  if (problem.code == ProblemCode("antivirus.unavailable")) return antivirus::unavailable_as_logged(job.problem_detail);
  return problem;
}

JobView view_of(storage::Job job, Instant now) {
  auto known = std::max(job.created_at, job.run_after);
  if (job.leased_until) known = std::max(known, *job.leased_until);
  auto subject = subject_of(job);
  auto problem = problem_of(job);
  return {std::move(job), std::move(subject), std::move(problem), std::min(known, now)};
}

}  // namespace

Result<JobOverview> list_jobs(const Services& services, const Actor& actor, std::optional<JobState> state) {
  if (!runs_rounds(actor)) return fail("access.forbidden");
  const auto now = services.clock.now();
  return services.database.read([&](storage::Stores& stores) -> Result<JobOverview> {
    JobOverview overview;
    for (const auto one : k_states) {
      auto count = stores.jobs().count(one);
      if (!count) return fail(std::move(count.error()));
      overview.counts[one] = *count;
      if (state && *state != one) continue;
      auto jobs = stores.jobs().list(one, k_most);
      if (!jobs) return fail(std::move(jobs.error()));
      for (auto& job : *jobs) overview.jobs.push_back(view_of(std::move(job), now));
    }
    std::sort(overview.jobs.begin(), overview.jobs.end(),
              [](const JobView& a, const JobView& b) { return a.job.id > b.job.id; });
    if (overview.jobs.size() > k_most) overview.jobs.erase(overview.jobs.begin() + k_most, overview.jobs.end());
    return overview;
  });
}

Result<JobView> retry_job(const Services& services, const Actor& actor, JobId id) {
  if (!runs_rounds(actor)) return fail("access.forbidden");
  const auto now = services.clock.now();
  return services.database.write([&](storage::Stores& stores) -> Result<JobView> {
    auto job = stores.jobs().find(id);
    if (!job) return fail(std::move(job.error()));
    if (!*job) return fail("access.not_found");
    auto revived = stores.jobs().revive(id, now);
    if (!revived) return fail(std::move(revived.error()));
    if (!*revived) return fail("storage.conflict", "the job is not dead");
    if (auto recorded = record(stores.audit(), actor, now, "job.retried", "job/" + std::to_string(id.value), {},
                               {{"kind", (*job)->kind}});
        !recorded)
      return fail(std::move(recorded.error()));
    auto again = stores.jobs().find(id);
    if (!again) return fail(std::move(again.error()));
    if (!*again) return fail("access.not_found");
    return view_of(std::move(**again), now);
  });
}

}  // namespace mizan::workflow
