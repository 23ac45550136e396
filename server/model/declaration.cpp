// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/declaration.hpp"

#include "model/text_table.hpp"

namespace mizan {
namespace {

constexpr std::array k_statuses{std::pair{DeclarationStatus::open, std::string_view("open")},
                                std::pair{DeclarationStatus::submitted, std::string_view("submitted")},
                                std::pair{DeclarationStatus::carried_over, std::string_view("carried_over")},
                                std::pair{DeclarationStatus::silent, std::string_view("silent")}};

}  // namespace

std::string_view to_text(DeclarationStatus status) {
  return text_of(k_statuses, status);
}
bool from_text(std::string_view text, DeclarationStatus& status) {
  return value_of(k_statuses, text, status);
}

}  // namespace mizan
