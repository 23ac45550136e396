// SPDX-License-Identifier: GPL-3.0-or-later
// What the virus scanner said of some bytes.
#pragma once

#include "base/clock.hpp"
#include "base/ids.hpp"

#include <string>
#include <string_view>

namespace mizan {

/// There is no "unknown": bytes that were not scanned have no ContentScan, and are never called clean.
enum class ScanVerdict { clean, infected };

struct ContentScan {
  ContentHash content;
  ScanVerdict verdict = ScanVerdict::infected;
  std::string signature;  ///< what was found, in the scanner's words; empty when clean
  std::string engine;     ///< the scanner's version with that of its signatures
  Instant at;
};

[[nodiscard]] std::string_view to_text(ScanVerdict verdict);
[[nodiscard]] bool from_text(std::string_view text, ScanVerdict& verdict);

}  // namespace mizan
