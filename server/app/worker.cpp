// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker.hpp"

#include "antivirus/clamd.hpp"
#include "base/log.hpp"
#include "base/process/sandbox.hpp"
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

/// Says what guards the machine from the documents that will be read.
void announce_protections(const ReadingSettings& reading) {
  const auto available = process::available_protections();
  log(LogLevel::information, "reader.protections", {{"active", available.text()}});
  for (const auto& name : available.missing(reading.process.required_protections))
    log(LogLevel::error, "reader.protection_missing", {{"name", name}});
}

/// The tools of one worker, tied together for as long as it works.
class Bench {
 public:
  Bench(Application& application, const Configuration& configuration)
      : m_application(application),
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
      auto done = workflow::process(m_processing, job);
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

  /// What waits for its surroundings says so once, not with each of its attempts.
  static LogLevel level_of(const storage::Job& job) {
    return job.attempts > 1 && workflow::waits_for_surroundings(job) ? LogLevel::debug : LogLevel::warning;
  }

  Application& m_application;
  std::unique_ptr<documents::Reader> m_reader;
  std::unique_ptr<criteria::Criteria> m_criteria;
  std::unique_ptr<antivirus::Scanner> m_scanner;
  workflow::Processing m_processing;
  jobs::Runner m_runner;
};

}  // namespace

void run_worker(Application& application, const Configuration& configuration, const std::atomic<bool>& stop) {
  announce_protections(configuration.reading);
  Bench(application, configuration).runner().run(stop);
}

Result<int> drain_jobs(Application& application, const Configuration& configuration) {
  return Bench(application, configuration).runner().run_until_idle();
}

}  // namespace mizan::app
