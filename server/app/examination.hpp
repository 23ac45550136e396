// SPDX-License-Identifier: GPL-3.0-or-later
// Looks an installation over: what is missing, what is set wrong.
#pragma once

#include "app/configuration.hpp"

#include <string>
#include <vector>

namespace mizan::app {

enum class Severity { fine, warning, wrong };

struct CheckUp {
  std::string name;  ///< "database", "reader", …
  Severity severity = Severity::fine;
  std::string text;  ///< one sentence: what was seen, and what to do when it is not fine
};

[[nodiscard]] CheckUp fine(std::string name, std::string text);
[[nodiscard]] CheckUp mind(std::string name, std::string text);
[[nodiscard]] CheckUp wrong(std::string name, std::string text);
[[nodiscard]] CheckUp wrong(std::string name, const Problem& problem);

/// Starts the reader and the judge for a moment, opens the database, writes and removes a file in the evidence folder,
/// looks for the file of every document.
/// Never fails: what goes wrong is a line.
[[nodiscard]] std::vector<CheckUp> examine(const Installation& installation, const Configuration& configuration);

}  // namespace mizan::app
