// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold in a section beyond its schema: references exist and point backwards, texts and values fit together.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>

namespace mizan::forms {

struct Section;

struct SectionFault {
  std::string path;  ///< JSON pointer into section.json
  std::string reason;
};

/// The first fault of the section (`json` is what it was made of), or nothing.
[[nodiscard]] std::optional<SectionFault> section_fault(const Section& section, const nlohmann::json& json);

}  // namespace mizan::forms
