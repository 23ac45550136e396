// SPDX-License-Identifier: GPL-3.0-or-later
// The reading as JSON: the form that crosses the reader's pipe, is stored, and is printed by `mizan read --json`.
#pragma once

#include "base/result.hpp"
#include "model/reading.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace mizan {

[[nodiscard]] std::string_view to_text(PageKind kind);
[[nodiscard]] nlohmann::json to_json(const Reading& reading);

/// Parses and checks a reading that another process wrote: every box inside its page, every index in range, all text
/// valid UTF-8, counts within bounds. Fails with `process.protocol`.
[[nodiscard]] Result<Reading> checked_reading(std::string_view untrusted_json);

}  // namespace mizan
