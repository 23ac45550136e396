// SPDX-License-Identifier: GPL-3.0-or-later
// One transaction over all stores: committed exactly when the work returns a value.
#pragma once

#include "base/result.hpp"
#include "storage/api/accounts.hpp"
#include "storage/api/audit.hpp"
#include "storage/api/content_scans.hpp"
#include "storage/api/declarations.hpp"
#include "storage/api/evidence.hpp"
#include "storage/api/findings.hpp"
#include "storage/api/jobs.hpp"
#include "storage/api/objections.hpp"
#include "storage/api/offices.hpp"
#include "storage/api/page_prints.hpp"
#include "storage/api/reports.hpp"
#include "storage/api/rounds.hpp"
#include "storage/api/scores.hpp"
#include "storage/api/settings.hpp"
#include "storage/api/snapshots.hpp"
#include "storage/api/uploads.hpp"

#include <memory>
#include <type_traits>
#include <utility>

namespace mizan::storage {

/// The stores of one open transaction. Used by one thread; the references die with it.
class Stores {
 public:
  virtual ~Stores() = default;
  [[nodiscard]] virtual Accounts& accounts() = 0;
  [[nodiscard]] virtual Offices& offices() = 0;
  [[nodiscard]] virtual Rounds& rounds() = 0;
  [[nodiscard]] virtual Declarations& declarations() = 0;
  [[nodiscard]] virtual EvidenceRows& evidence() = 0;
  [[nodiscard]] virtual Findings& findings() = 0;
  [[nodiscard]] virtual Scores& scores() = 0;
  [[nodiscard]] virtual Snapshots& snapshots() = 0;
  [[nodiscard]] virtual Objections& objections() = 0;
  [[nodiscard]] virtual Jobs& jobs() = 0;
  [[nodiscard]] virtual Audit& audit() = 0;
  [[nodiscard]] virtual Settings& settings() = 0;
  [[nodiscard]] virtual Uploads& uploads() = 0;
  [[nodiscard]] virtual ContentScans& content_scans() = 0;
  [[nodiscard]] virtual PagePrints& page_prints() = 0;
  [[nodiscard]] virtual Reports& reports() = 0;
};

/// Rolls back when destroyed uncommitted.
class Transaction : public Stores {
 public:
  [[nodiscard]] virtual Outcome commit() = 0;
};

/// `read` sees one consistent state and may run beside others; `write` may have to wait for its turn (SQLite has one
/// writer) and fails with `storage.busy` when that takes longer than the configured time.
enum class Access { read, write };

/// Thread-safe: each transaction takes a connection of the pool. Opening applies the migrations that are missing.
class Database {
 public:
  virtual ~Database() = default;

  /// Runs `work(Stores&)`, which returns a Result, in one transaction and passes its Result on. A value commits; a
  /// problem, an exception or a failed commit leaves nothing behind. Acknowledged means on disk. In a write, a
  /// declaration found by its id or through one of its rows stays as it is until the end, and a round found by its id
  /// too: others wait. After a store's problem, return it: PostgreSQL commits nothing any more, and says so.
  template <class Work>
  [[nodiscard]] auto read(Work&& work) -> std::invoke_result_t<Work, Stores&> {
    return in_transaction(Access::read, std::forward<Work>(work));
  }
  template <class Work>
  [[nodiscard]] auto write(Work&& work) -> std::invoke_result_t<Work, Stores&> {
    return in_transaction(Access::write, std::forward<Work>(work));
  }

  /// "sqlite" or "postgresql", for `mizan doctor` and the log.
  [[nodiscard]] virtual std::string_view kind() const = 0;

 protected:
  [[nodiscard]] virtual Result<std::unique_ptr<Transaction>> begin(Access access) = 0;

 private:
  template <class Work>
  auto in_transaction(Access access, Work&& work) -> std::invoke_result_t<Work, Stores&> {
    auto transaction = begin(access);
    if (!transaction) return fail(std::move(transaction.error()));
    auto result = std::forward<Work>(work)(static_cast<Stores&>(**transaction));
    if (!result) return result;
    if (auto committed = (*transaction)->commit(); !committed) return fail(std::move(committed.error()));
    return result;
  }
};

}  // namespace mizan::storage
