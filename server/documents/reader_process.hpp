// SPDX-License-Identifier: GPL-3.0-or-later
// The reader behind the façade: a child process that is replaced when it dies.
#pragma once

#include "documents/reader.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace mizan::documents {

struct ReaderOptions {
  std::filesystem::path executable;  ///< libexec/mizan-reader
  std::filesystem::path models;  ///< ocr-models; the child finds there what its manifest names, or Debian's tessdata
  /// Protections of a document's process without which nothing is read (base/process/sandbox.hpp has their names).
  std::vector<std::string> required_protections{"system_calls"};
};

/// Starts nothing yet: the child starts at the first reading.
[[nodiscard]] std::unique_ptr<Reader> make_reader(ReaderOptions options);

}  // namespace mizan::documents
