// SPDX-License-Identifier: GPL-3.0-or-later
// Runs every criterion without code: what its section.json says is all there is.
#include <mizan/cpp/section_criterion.hpp>

namespace {

class Declared final : public mizan::sdk::SectionCriterion {
 public:
  static constexpr std::string_view k_id = "", k_version = "";
};

}  // namespace

MIZAN_PLUGIN(Declared)
