// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/objection.hpp"

#include "model/text_table.hpp"

namespace mizan {
namespace {

constexpr std::array k_states{std::pair{ObjectionState::filed, std::string_view("filed")},
                              std::pair{ObjectionState::first_read, std::string_view("first_read")},
                              std::pair{ObjectionState::decided, std::string_view("decided")}};

constexpr std::array k_outcomes{std::pair{RulingOutcome::upheld, std::string_view("upheld")},
                                std::pair{RulingOutcome::rejected, std::string_view("rejected")}};

}  // namespace

std::string_view to_text(ObjectionState state) {
  return text_of(k_states, state);
}
bool from_text(std::string_view text, ObjectionState& state) {
  return value_of(k_states, text, state);
}

std::string_view to_text(RulingOutcome outcome) {
  return text_of(k_outcomes, outcome);
}
bool from_text(std::string_view text, RulingOutcome& outcome) {
  return value_of(k_outcomes, text, outcome);
}

}  // namespace mizan
