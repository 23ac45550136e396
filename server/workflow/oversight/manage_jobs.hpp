// SPDX-License-Identifier: GPL-3.0-or-later
// The work that waits, runs, is done or was given up, and putting a given-up job back.
#pragma once

#include "storage/api/jobs.hpp"
#include "workflow/services.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mizan::workflow {

struct JobView {
  storage::Job job;
  std::string subject;             ///< "evidence/17", "declaration/4"
  std::optional<Problem> problem;  ///< of the last failure
  Instant updated_at;              ///< the last moment the table knows of: due, leased or made
};

struct JobOverview {
  std::vector<JobView> jobs;  ///< newest first, at most 200
  std::map<storage::JobState, int> counts;
};

/// All states when none is given. CRA and the operator; fails with `access.forbidden`.
[[nodiscard]] Result<JobOverview> list_jobs(const Services& services, const Actor& actor,
                                            std::optional<storage::JobState> state);

/// Puts a dead job back with fresh attempts. Fails with `access.forbidden`, `access.not_found`, and `storage.conflict`
/// when it is not dead.
[[nodiscard]] Result<JobView> retry_job(const Services& services, const Actor& actor, JobId job);

}  // namespace mizan::workflow
