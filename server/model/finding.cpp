// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/finding.hpp"

#include "model/text_table.hpp"

namespace mizan {
namespace {

constexpr std::array k_states{std::pair{FindingState::settled, std::string_view("settled")},
                              std::pair{FindingState::open, std::string_view("open")},
                              std::pair{FindingState::clarifying, std::string_view("clarifying")},
                              std::pair{FindingState::decided, std::string_view("decided")},
                              std::pair{FindingState::superseded, std::string_view("superseded")}};

constexpr std::array k_kinds{std::pair{DecisionKind::document, std::string_view("document")},
                             std::pair{DecisionKind::declaration, std::string_view("declaration")},
                             std::pair{DecisionKind::unreadable, std::string_view("unreadable")},
                             std::pair{DecisionKind::clarification, std::string_view("clarification")}};

}  // namespace

std::string_view to_text(FindingState state) {
  return text_of(k_states, state);
}
bool from_text(std::string_view text, FindingState& state) {
  return value_of(k_states, text, state);
}

std::string_view to_text(DecisionKind kind) {
  return text_of(k_kinds, kind);
}
bool from_text(std::string_view text, DecisionKind& kind) {
  return value_of(k_kinds, text, kind);
}

}  // namespace mizan
