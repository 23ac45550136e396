// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/round.hpp"

#include "model/text_table.hpp"

namespace mizan {
namespace {

constexpr std::array k_stages{std::pair{RoundStage::draft, std::string_view("draft")},
                              std::pair{RoundStage::declaration, std::string_view("declaration")},
                              std::pair{RoundStage::review, std::string_view("review")},
                              std::pair{RoundStage::objection, std::string_view("objection")},
                              std::pair{RoundStage::closed, std::string_view("closed")}};

constexpr std::array k_policies{std::pair{SilencePolicy::carry_over, std::string_view("carry_over")},
                                std::pair{SilencePolicy::lowest_rank, std::string_view("lowest_rank")},
                                std::pair{SilencePolicy::unranked, std::string_view("unranked")}};

}  // namespace

std::string_view to_text(RoundStage stage) {
  return text_of(k_stages, stage);
}
bool from_text(std::string_view text, RoundStage& stage) {
  return value_of(k_stages, text, stage);
}

std::string_view to_text(SilencePolicy policy) {
  return text_of(k_policies, policy);
}
bool from_text(std::string_view text, SilencePolicy& policy) {
  return value_of(k_policies, text, policy);
}

}  // namespace mizan
