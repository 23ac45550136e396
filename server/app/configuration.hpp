// SPDX-License-Identifier: GPL-3.0-or-later
// Everything an operator can set, typed, with the values that hold when nothing is set.
#pragma once

#include "antivirus/clamd.hpp"
#include "app/installation.hpp"
#include "base/log.hpp"
#include "base/result.hpp"
#include "criteria/judge_process.hpp"
#include "documents/reader.hpp"
#include "documents/reader_process.hpp"
#include "forms/definitions.hpp"
#include "http/server_options.hpp"
#include "jobs/runner.hpp"
#include "storage/records/open_database.hpp"
#include "workflow/services.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace mizan::app {

struct EvidenceSettings {
  std::filesystem::path folder = "/var/lib/mizan/evidence";
  std::uint64_t free_bytes = 1U << 30U;  ///< `mizan doctor` and /health complain below this much free space
  std::chrono::days unknown_age{30};     ///< blobs that nothing names are deleted when they are so old
};

struct ReadingSettings {
  documents::ReaderOptions process;
  documents::ReadingLimits limits;
};

struct JobSettings {
  int workers = 2;                        ///< processes that `mizan serve` keeps alive; 0: they run elsewhere
  jobs::RunnerOptions runner;             ///< its `worker` is set by each worker process
  std::chrono::seconds restart_first{1};  ///< wait before a dead worker is started again, doubled each time
  std::chrono::seconds restart_longest{60};
  std::chrono::seconds stop_time{100};  ///< a stopping worker may finish the job in hand this long
  std::chrono::days keep_done{14};      ///< done jobs are deleted after this
};

struct Configuration {
  http::ServerOptions server;
  storage::DatabaseOptions database{"sqlite:///var/lib/mizan/mizan.sqlite", 8, std::chrono::milliseconds{5'000}};
  EvidenceSettings evidence;
  forms::DefinitionFolders definitions;
  ReadingSettings reading;
  antivirus::ClamdOptions antivirus;
  criteria::JudgeOptions judging;
  JobSettings jobs;
  workflow::Limits
      workflow;  ///< [workflow], [accounts], [uploads]; its `reading` repeats [reading], `scans` [antivirus]
  LogLevel log = LogLevel::information;
};

/// Reads an environment variable; nothing when it is not set. Tests give their own.
using Environment = std::function<std::optional<std::string>(std::string_view name)>;
[[nodiscard]] Environment process_environment();

/// What holds when nothing is set, with the paths of this installation.
[[nodiscard]] Configuration default_configuration(const Installation& installation);

/// Data of one folder: `folder`/mizan.sqlite and `folder`/evidence; for demonstrations, tests and trying things out.
void keep_data_in(Configuration& configuration, const std::filesystem::path& folder);

/// Defaults, then the TOML file, then the environment: MIZAN_<SECTION>_<KEY> (MIZAN_DATABASE_URL) overrides one key.
/// Fails with `configuration.invalid` naming every key that does not exist or whose value is wrong (one part each).
[[nodiscard]] Result<Configuration> load_configuration(const Installation& installation,
                                                       const std::optional<std::filesystem::path>& file,
                                                       const Environment& environment);

}  // namespace mizan::app
