// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/upload.hpp"

#include "model/text_table.hpp"

namespace mizan {
namespace {

constexpr std::array k_states{std::pair{UploadState::open, std::string_view("open")},
                              std::pair{UploadState::complete, std::string_view("complete")},
                              std::pair{UploadState::opening, std::string_view("opening")},
                              std::pair{UploadState::opened, std::string_view("opened")},
                              std::pair{UploadState::attached, std::string_view("attached")},
                              std::pair{UploadState::refused, std::string_view("refused")}};

}  // namespace

std::string_view to_text(UploadState state) {
  return text_of(k_states, state);
}
bool from_text(std::string_view text, UploadState& state) {
  return value_of(k_states, text, state);
}

}  // namespace mizan
