// SPDX-License-Identifier: GPL-3.0-or-later
// The composition root: opens what the configuration names and holds it together.
#pragma once

#include "app/configuration.hpp"
#include "forms/definitions.hpp"
#include "storage/api/database.hpp"
#include "storage/api/evidence_store.hpp"
#include "storage/api/staging.hpp"
#include "workflow/services.hpp"
#include "workflow/uploads/upload_desk.hpp"

#include <memory>

namespace mizan::app {

/// Database (migrated), evidence store, staging, definitions, clock. Not movable: the services refer to its members.
class Application {
 public:
  /// Fails with what the database, the evidence store or the definitions fail with. Takes over a moved demonstration
  /// clock.
  [[nodiscard]] static Result<std::unique_ptr<Application>> open(const Configuration& configuration);
  Application(const Application&) = delete;
  Application& operator=(const Application&) = delete;

  [[nodiscard]] const workflow::Services& services() const noexcept { return m_services; }
  [[nodiscard]] const forms::Definitions& definitions() const noexcept { return m_definitions; }

  /// Sets the clock as the database says, in demonstration data only; other processes may have moved it.
  Outcome adopt_clock();

 private:
  Application(const Configuration& configuration, std::unique_ptr<storage::Database> database,
              std::unique_ptr<storage::EvidenceStore> evidence, std::unique_ptr<storage::Staging> staging,
              forms::Definitions definitions);

  std::unique_ptr<storage::Database> m_database;
  std::unique_ptr<storage::EvidenceStore> m_evidence;
  std::unique_ptr<storage::Staging> m_staging;
  forms::Definitions m_definitions;
  workflow::Limits m_limits;
  SystemClock m_clock;
  workflow::UploadDesk m_uploads;
  workflow::Services m_services;
};

/// The configured database, migrated; makes the folder of an SQLite file where it is missing.
[[nodiscard]] Result<std::unique_ptr<storage::Database>> open_configured_database(
    const storage::DatabaseOptions& options);

/// What the clock of this installation shows, a moved demonstration clock included.
[[nodiscard]] Result<Instant> now_of(storage::Database& database);

/// The machine's own actor, for what the command line does.
[[nodiscard]] Actor operator_actor();

}  // namespace mizan::app
