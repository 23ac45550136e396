// SPDX-License-Identifier: GPL-3.0-or-later
// The answer to "does this document prove this value?".
#pragma once

#include "model/reading.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace mizan {

enum class Agreement { match, mismatch, unreadable };

/// A plain value. `page` is -1 and `box` empty when nothing was found to look at.
struct Verdict {
  std::string claim_id;
  Agreement agreement = Agreement::unreadable;
  int page = -1;
  Box box;
  std::string read;    ///< what stands there, as printed; empty when nothing was read
  int confidence = 0;  ///< per mille, how sure we are of `agreement`
  std::string reason;  ///< stable code: "agrees", "differs", "label_not_found", "not_confident", "blank_page", …
};

[[nodiscard]] std::string_view to_text(Agreement agreement);
[[nodiscard]] bool from_text(std::string_view text, Agreement& agreement);
[[nodiscard]] nlohmann::json to_json(const Verdict& verdict);

}  // namespace mizan
