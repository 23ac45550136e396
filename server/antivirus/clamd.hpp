// SPDX-License-Identifier: GPL-3.0-or-later
// ClamAV's daemon as our virus scanner, over its socket.
#pragma once

#include "antivirus/scanner.hpp"

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

namespace mizan::antivirus {

/// Named limits; the configuration sets them (section [antivirus]).
struct ClamdOptions {
  std::string address;                   ///< of clamd_address(); empty: there is no scanner
  std::chrono::seconds timeout{60};      ///< of one scan, from connecting to the verdict
  std::chrono::seconds answer{5};        ///< what a PING or VERSION may take
  std::chrono::seconds rest{30};         ///< a daemon that could not be reached is not asked again for so long
  std::size_t chunk_bytes = 64U << 10U;  ///< of the file held in memory at a time
};

/// Streams files by INSTREAM: the daemon needs no access to the evidence store and may run elsewhere. Before a file it
/// is asked for its version, so that one that hangs costs `answer` and not `timeout`; after that it is left alone for
/// `rest`, and scans fail at once with the same problem. Null when the address is empty or none.
[[nodiscard]] std::unique_ptr<Scanner> make_clamd(ClamdOptions options);

}  // namespace mizan::antivirus
