// SPDX-License-Identifier: GPL-3.0-or-later
// The table of jobs: work that a transaction caused and a worker does later, at least once.
#pragma once

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "base/result.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::storage {

enum class JobState { waiting, running, done, dead };

/// A job is claimed with a lease; its attempt token must be shown to finish it, so that a worker which lost its lease
/// cannot overwrite the one that took over.
struct Job {
  JobId id;
  std::string kind;  ///< "read_evidence", "judge_section", …
  nlohmann::json payload = nlohmann::json::object();
  JobState state = JobState::waiting;
  int attempts = 0;  ///< started so far, the running one included
  Instant run_after;
  std::string worker;  ///< who holds or held the lease
  std::string token;   ///< of the running attempt
  std::optional<Instant> leased_until;
  std::string problem;         ///< code of the last failure
  std::string problem_detail;  ///< its internal text
  Instant created_at;          ///< the moment it was first to run after
};

class Jobs {
 public:
  virtual ~Jobs() = default;
  /// In the transaction of the action that causes it. A waiting job of the same kind and `key` is not added twice
  /// (an empty key is never the same); it keeps its payload and the earlier of both moments.
  [[nodiscard]] virtual Outcome enqueue(std::string_view kind, const nlohmann::json& payload, Instant run_after,
                                        std::string_view key = {}) = 0;
  /// The oldest job that is due (waiting, or running with an expired lease), now leased to `worker`; empty when none
  /// is. While a job is running, others of its kind and key wait: they would race it to the same rows.
  [[nodiscard]] virtual Result<std::optional<Job>> claim(std::string_view worker, Instant now, Instant lease_until) = 0;
  /// False when the lease was lost to another worker.
  [[nodiscard]] virtual Result<bool> heartbeat(JobId id, std::string_view token, Instant lease_until) = 0;
  /// False when the lease was lost: the caller rolls back what it did.
  [[nodiscard]] virtual Result<bool> finish(JobId id, std::string_view token) = 0;
  /// Gives it back to wait until `run_after`, or lays it dead. Where a job of the same kind and key waits already, that
  /// one does the work and this one is done.
  [[nodiscard]] virtual Result<bool> retry(JobId id, std::string_view token, Instant run_after,
                                           const Problem& problem) = 0;
  [[nodiscard]] virtual Result<bool> bury(JobId id, std::string_view token, const Problem& problem) = 0;
  /// An operator sends a dead job round again with its attempts forgotten; false when it is not dead.
  [[nodiscard]] virtual Result<bool> revive(JobId id, Instant run_after) = 0;
  [[nodiscard]] virtual Result<std::optional<Job>> find(JobId id) = 0;
  /// Newest first.
  [[nodiscard]] virtual Result<std::vector<Job>> list(JobState state, int limit) = 0;
  [[nodiscard]] virtual Result<int> count(JobState state) = 0;
  /// Jobs waiting or running whose kind and key are these.
  [[nodiscard]] virtual Result<int> pending(std::string_view kind, std::string_view key) = 0;
  /// Deletes done jobs created before the moment; returns how many.
  [[nodiscard]] virtual Result<int> prune(Instant before) = 0;
};

}  // namespace mizan::storage
