// SPDX-License-Identifier: GPL-3.0-or-later
// Asks a virus scanner about a file.
#pragma once

#include "base/result.hpp"
#include "model/content_scan.hpp"

#include <filesystem>
#include <string>

namespace mizan::antivirus {

/// What a scanner said of some bytes. Whoever asks knows which ones, and when.
struct ScanAnswer {
  ScanVerdict verdict = ScanVerdict::infected;
  std::string signature;  ///< what was found, in the scanner's words; empty when clean
  std::string engine;     ///< its version with that of its signatures
};

/// Used by one thread. Everything fails with `antivirus.unavailable` (trouble.hpp) where the scanner gives no answer
/// that can be believed.
class Scanner {
 public:
  virtual ~Scanner() = default;
  /// Clean only when the scanner said so after it had been given the whole file. Also fails with `storage.blob_missing`
  /// where the file cannot be read.
  [[nodiscard]] virtual Result<ScanAnswer> scan(const std::filesystem::path& file) = 0;
  /// Whether it answers at all.
  [[nodiscard]] virtual Outcome ping() = 0;
  /// "ClamAV 1.4.6/27831/Sat Nov 28 08:24:19 2026".
  [[nodiscard]] virtual Result<std::string> version() = 0;
};

}  // namespace mizan::antivirus
