// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.hpp"

#include "storage/evidence/local_staging.hpp"
#include "storage/evidence/local_store.hpp"

#include <charconv>
#include <string>
#include <system_error>
#include <utility>

namespace mizan::app {
namespace {

constexpr std::string_view k_sqlite = "sqlite://";

/// SQLite makes its file, not the folder it lies in.
Outcome make_database_folder(const std::string& url) {
  if (!url.starts_with(k_sqlite)) return {};
  const auto folder = std::filesystem::path(url.substr(k_sqlite.size())).parent_path();
  std::error_code error;
  if (!folder.empty()) std::filesystem::create_directories(folder, error);
  if (error) return fail("storage.unavailable", folder.string() + ": " + error.message());
  return {};
}

/// Whoever starts the program reads which setting leads to what cannot be used; nobody has to guess what "the database"
/// is.
Problem at_start(Problem problem, const char* key) {
  if (problem.code != ProblemCode("storage.unavailable") && problem.code != ProblemCode("evidence.storage_full"))
    return problem;
  auto reason = problem.internal;
  return Problem("configuration.invalid", std::string(problem.code.id())).with("key", key).with("reason", reason);
}

struct ClockSetting {
  bool demonstration = false;
  milliseconds offset{0};
};

Result<ClockSetting> stored_clock(storage::Database& database) {
  return database.read([](storage::Stores& stores) -> Result<ClockSetting> {
    auto demonstration = stores.settings().find(storage::k_demonstration);
    if (!demonstration) return fail(std::move(demonstration.error()));
    auto offset = stores.settings().find(storage::k_clock_offset);
    if (!offset) return fail(std::move(offset.error()));
    ClockSetting setting;
    setting.demonstration = *demonstration == "yes";
    std::int64_t count = 0;
    if (*offset) std::from_chars((*offset)->data(), (*offset)->data() + (*offset)->size(), count);
    setting.offset = milliseconds(count);
    return setting;
  });
}

}  // namespace

Result<std::unique_ptr<Application>> Application::open(const Configuration& configuration) {
  auto definitions = forms::Definitions::load(configuration.definitions);
  if (!definitions) return fail(std::move(definitions.error()));
  auto database = open_configured_database(configuration.database);
  if (!database) return fail(at_start(std::move(database.error()), "[database] url"));
  auto evidence = storage::open_local_store(configuration.evidence.folder);
  if (!evidence) return fail(at_start(std::move(evidence.error()), "[evidence] folder"));
  auto staging = storage::open_local_staging(configuration.evidence.folder);
  if (!staging) return fail(at_start(std::move(staging.error()), "[evidence] folder"));
  std::unique_ptr<Application> application(new Application(configuration, std::move(*database), std::move(*evidence),
                                                           std::move(*staging), std::move(*definitions)));
  if (auto adopted = application->adopt_clock(); !adopted) return fail(std::move(adopted.error()));
  return application;
}

Application::Application(const Configuration& configuration, std::unique_ptr<storage::Database> database,
                         std::unique_ptr<storage::EvidenceStore> evidence, std::unique_ptr<storage::Staging> staging,
                         forms::Definitions definitions)
    : m_database(std::move(database)),
      m_evidence(std::move(evidence)),
      m_staging(std::move(staging)),
      m_definitions(std::move(definitions)),
      m_limits(configuration.workflow),
      m_uploads(m_limits.uploads.hash_states),
      m_services{*m_database, *m_evidence, m_clock, m_definitions, m_limits, *m_staging, m_uploads} {}

Outcome Application::adopt_clock() {
  auto setting = stored_clock(*m_database);
  if (!setting) return fail(std::move(setting.error()));
  if (setting->demonstration) m_clock.set_offset(setting->offset);
  return {};
}

Result<std::unique_ptr<storage::Database>> open_configured_database(const storage::DatabaseOptions& options) {
  if (auto made = make_database_folder(options.url); !made) return fail(std::move(made.error()));
  return storage::open_database(options);
}

Result<Instant> now_of(storage::Database& database) {
  auto setting = stored_clock(database);
  if (!setting) return fail(std::move(setting.error()));
  SystemClock clock;
  if (setting->demonstration) clock.set_offset(setting->offset);
  return clock.now();
}

Actor operator_actor() {
  return {AccountId{}, Role::operator_, "operator", Scope::everything(), "local"};
}

}  // namespace mizan::app
