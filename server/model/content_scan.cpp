// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/content_scan.hpp"

#include "model/text_table.hpp"

namespace mizan {
namespace {

constexpr std::array k_verdicts{std::pair{ScanVerdict::clean, std::string_view("clean")},
                                std::pair{ScanVerdict::infected, std::string_view("infected")}};

}  // namespace

std::string_view to_text(ScanVerdict verdict) {
  return text_of(k_verdicts, verdict);
}
bool from_text(std::string_view text, ScanVerdict& verdict) {
  return value_of(k_verdicts, text, verdict);
}

}  // namespace mizan
