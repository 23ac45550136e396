// SPDX-License-Identifier: GPL-3.0-or-later
// How many jobs a second can be claimed and finished, each in a transaction of its own, by one and by two workers.
#include "storage/records/open_database.hpp"
#include "support/databases.hpp"

#include <benchmark/benchmark.h>

#include <memory>
#include <optional>
#include <stdexcept>

namespace mizan::storage {
namespace {

constexpr int k_jobs = 20'000;

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().internal);
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// One database of each kind for the whole run, filled again by the first thread of each measurement.
struct Table {
  explicit Table(tests::DatabaseKind kind) : fresh(kind), database(must(open_database({.url = fresh.url()}))) {}
  void fill() const {
    must(database->write([](Stores& stores) -> Outcome {
      for (int i = 0; i < k_jobs; ++i)
        must(stores.jobs().enqueue("read_evidence", {{"evidence", i}}, Instant{}, "evidence/" + std::to_string(i)));
      return {};
    }));
  }
  tests::FreshDatabase fresh;
  std::unique_ptr<Database> database;
};

void claim_and_finish(benchmark::State& state, tests::DatabaseKind kind) {
  static std::optional<Table> table;
  if (state.thread_index() == 0) {
    table.emplace(kind);
    table->fill();
  }
  const Instant now{milliseconds(1)};
  std::int64_t done = 0;
  for (auto _ : state) {
    const auto job = must(table->database->write(
        [&](Stores& stores) { return stores.jobs().claim("bench", now, now + milliseconds(30'000)); }));
    if (!job) {
      state.SkipWithError("the table is empty");
      break;
    }
    must(table->database->write([&](Stores& stores) { return stores.jobs().finish(job->id, job->token); }));
    ++done;
  }
  state.SetItemsProcessed(done);
  if (state.thread_index() == 0) table.reset();  // every thread has left the loop
}

void enqueue(benchmark::State& state, tests::DatabaseKind kind) {
  const Table table(kind);
  int number = 0;
  for (auto _ : state)
    must(table.database->write([&](Stores& stores) {
      return stores.jobs().enqueue("judge_section", {{"n", number}}, Instant{}, std::to_string(++number));
    }));
  state.SetItemsProcessed(state.iterations());
}

BENCHMARK_CAPTURE(claim_and_finish, sqlite, tests::DatabaseKind::sqlite)
    ->Threads(1)
    ->Threads(2)
    ->Iterations(2'000)
    ->UseRealTime();
BENCHMARK_CAPTURE(claim_and_finish, postgresql, tests::DatabaseKind::postgresql)
    ->Threads(1)
    ->Threads(2)
    ->Iterations(2'000)
    ->UseRealTime();
BENCHMARK_CAPTURE(enqueue, sqlite, tests::DatabaseKind::sqlite)->Iterations(2'000)->UseRealTime();
BENCHMARK_CAPTURE(enqueue, postgresql, tests::DatabaseKind::postgresql)->Iterations(2'000)->UseRealTime();

}  // namespace
}  // namespace mizan::storage

BENCHMARK_MAIN();
