// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker.hpp"

#include "antivirus/clamd.hpp"
#include "base/log.hpp"
#include "storage/records/open_survey.hpp"
#include "workflow/oversight/sweep_store.hpp"
#include "workflow/processing/processing.hpp"

#include <unistd.h>
#include <array>

namespace mizan::app {
namespace {

std::string worker_name() {
  std::array<char, 256> host{};
  if (gethostname(host.data(), host.size() - 1) != 0) return "worker/" + std::to_string(getpid());
  return std::string(host.data()) + "/" + std::to_string(getpid());
}

/// The tools of one worker, tied together for as long as it works.
class Bench {
 public:
  Bench(Application& application, const Configuration& configuration)
      : m_application(application),
        m_configuration(configuration),
        m_reader(documents::make_reader(configuration.reading.process)),
        m_criteria(criteria::make_criteria(configuration.judging)),
        m_scanner(antivirus::make_clamd(configuration.antivirus)),
        m_processing{application.services(), *m_reader, *m_criteria, m_scanner.get()},
        m_runner(application.services().database, application.services().clock, options(configuration), handlers()) {}

  jobs::Runner& runner() { return m_runner; }

 private:
  static jobs::RunnerOptions options(const Configuration& configuration) {
    auto options = configuration.jobs.runner;
    options.worker = worker_name();
    return options;
  }

  jobs::Handlers handlers() {
    jobs::Handlers handlers;
    handlers.process = [this](const storage::Job& job) {
      auto done = job.kind == workflow::k_sweep_store ? sweep(job) : workflow::process(m_processing, job);
      if (!done) log(level_of(job), "job.attempt_failed", done.error());
      return done;
    };
    handlers.give_up = [this](const storage::Job& job, const Problem& problem) {
      log(LogLevel::error, "job.given_up", problem);
      return workflow::give_up(m_application.services(), job, problem);
    };
    handlers.waits = workflow::waits_for_surroundings;
    handlers.before_each = [this] {
      if (auto adopted = m_application.adopt_clock(); !adopted)
        log(LogLevel::warning, "clock.unknown", adopted.error());
    };
    return handlers;
  }

  Outcome sweep(const storage::Job& job) {
    const auto& services = m_application.services();
    auto survey = storage::open_survey(m_configuration.database);
    if (!survey) return fail(std::move(survey.error()));
    auto swept = workflow::sweep_store(services, **survey, m_configuration.evidence.unknown_age);
    if (!swept) return fail(std::move(swept.error()));
    if (*swept > 0) log(LogLevel::information, "evidence.swept", {{"count", std::to_string(*swept)}});
    return services.database.write([&](storage::Stores& stores) -> Outcome {
      auto finished = stores.jobs().finish(job.id, job.token);
      if (!finished) return fail(std::move(finished.error()));
      return {};  // whoever has the lease now sweeps once more
    });
  }

  /// What waits for its surroundings says so once, not with each of its attempts.
  static LogLevel level_of(const storage::Job& job) {
    return job.attempts > 1 && workflow::waits_for_surroundings(job) ? LogLevel::debug : LogLevel::warning;
  }

  Application& m_application;
  const Configuration& m_configuration;
  std::unique_ptr<documents::Reader> m_reader;
  std::unique_ptr<criteria::Criteria> m_criteria;
  std::unique_ptr<antivirus::Scanner> m_scanner;
  workflow::Processing m_processing;
  jobs::Runner m_runner;
};

}  // namespace

Outcome check_protections(const ReadingSettings& reading, const process::Protections& available) {
  log(LogLevel::information, "reader.protections", {{"active", available.text()}});
  const auto missing = available.missing(reading.process.required_protections);
  if (missing.empty()) return {};
  std::string names;
  for (const auto& name : missing) names += (names.empty() ? "" : ", ") + name;
  return fail(Problem("configuration.invalid")
                  .with("key", "[reading] required_protections")
                  .with("reason", "this kernel or container has no " + names +
                                      "; run the worker where it does, or require less"));
}

void run_worker(Application& application, const Configuration& configuration, const std::atomic<bool>& stop) {
  Bench(application, configuration).runner().run(stop);
}

Result<int> drain_jobs(Application& application, const Configuration& configuration) {
  return Bench(application, configuration).runner().run_until_idle();
}

}  // namespace mizan::app
