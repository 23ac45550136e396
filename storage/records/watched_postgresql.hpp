// SPDX-License-Identifier: GPL-3.0-or-later
// SOCI's PostgreSQL, but for how long it waits: libpq waits for ever for a server that neither answers nor goes away.
#pragma once

#include <soci/soci.h>

#include <chrono>
#include <string>

namespace mizan::storage {

/// Like soci::postgresql. A connection whose server says nothing for its patience is cut: the statement then fails as
/// one whose connection was lost. Sessions are used by one thread at a time; the watching is a thread of the process.
[[nodiscard]] const soci::backend_factory& watched_postgresql();

/// How long each of this session's statements may take from now on; zero: for ever, as at first. Nothing happens to a
/// session of another kind.
void set_patience(soci::session& session, std::chrono::milliseconds patience);

/// A connection string of libpq's in which connecting, too, ends: with `connect_timeout` where it names none.
[[nodiscard]] std::string with_connect_timeout(std::string url, std::chrono::seconds limit);

}  // namespace mizan::storage
