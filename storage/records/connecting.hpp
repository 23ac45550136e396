// SPDX-License-Identifier: GPL-3.0-or-later
// Connections as every part of the records opens them.
#pragma once

#include "base/result.hpp"
#include "storage/records/dialect.hpp"
#include "storage/records/open_database.hpp"

#include <soci/soci.h>

#include <string>

namespace mizan::storage {

/// How to connect: SOCI's backend, its connection string, and our dialect.
struct Target {
  const soci::backend_factory* backend;
  std::string connection;
  const Dialect* dialect;
};

/// Fails with `configuration.invalid` for a URL of neither database.
[[nodiscard]] Result<Target> target_of(const DatabaseOptions& options);

/// Opens the session, anew where it was open, and tells it its settings and limits; a session that could not be told
/// is closed again. `options` outlive the session. Throws what SOCI throws.
void connect(soci::session& session, const Target& target, const DatabaseOptions& options);

/// No limit on single statements (a migration takes as long as it takes), or the usual one again. Throws what SOCI
/// throws.
void lift_answer_limit(soci::session& session, const Target& target);
void set_answer_limit(soci::session& session, const Target& target, const DatabaseOptions& options);

}  // namespace mizan::storage
