// SPDX-License-Identifier: GPL-3.0-or-later
// What one office declares in one round.
#pragma once

#include "base/clock.hpp"
#include "base/ids.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace mizan {

enum class DeclarationStatus {
  open,          ///< being filled in
  submitted,     ///< sent as a whole, with a receipt
  carried_over,  ///< silent; the last round's data count
  silent,        ///< silent; lowest rank or unranked, as the round says
};

struct Declaration {
  DeclarationId id;
  RoundId round;
  OfficeId office;
  DeclarationStatus status = DeclarationStatus::open;
  std::string receipt_number;  ///< empty until submitted
  std::optional<Instant> submitted_at;
};

/// The answers of one section; saved as often as the office types, each save one revision.
struct SectionAnswers {
  DeclarationId declaration;
  std::string section;
  nlohmann::json answers = nlohmann::json::object();  ///< field id → value, as typed
  int revision = 0;                                   ///< 0 = never saved
  Instant saved_at;
};

[[nodiscard]] std::string_view to_text(DeclarationStatus status);
[[nodiscard]] bool from_text(std::string_view text, DeclarationStatus& status);

}  // namespace mizan
