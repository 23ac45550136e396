// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/rank.hpp"

#include "model/text_table.hpp"

namespace mizan {
namespace {

constexpr std::array k_kinds{std::pair{SnapshotKind::provisional, std::string_view("provisional")},
                             std::pair{SnapshotKind::final_, std::string_view("final")}};

}  // namespace

std::string_view to_text(SnapshotKind kind) {
  return text_of(k_kinds, kind);
}
bool from_text(std::string_view text, SnapshotKind& kind) {
  return value_of(k_kinds, text, kind);
}

}  // namespace mizan
