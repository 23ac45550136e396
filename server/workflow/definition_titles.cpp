// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/definition_titles.hpp"

#include <string>

namespace mizan::workflow {
namespace {

forms::Label itself(std::string_view id) {
  return {std::string(id), std::string(id)};
}

}  // namespace

forms::Label section_title(const forms::Definitions& definitions, std::string_view section) {
  const auto* bundle = definitions.newest(section);
  return bundle == nullptr ? itself(section) : bundle->section.title;
}

forms::Label province_title(const forms::Definitions& definitions, std::string_view code) {
  const auto* province = definitions.provinces().find(code);
  return province == nullptr ? itself(code) : province->name;
}

forms::Label document_type_title(const forms::Definitions& definitions, std::string_view document_type) {
  for (auto bundle = definitions.bundles().rbegin(); bundle != definitions.bundles().rend(); ++bundle)
    for (const auto& slot : bundle->section.slots)
      if (slot.document_type == document_type) return slot.label;
  return itself(document_type);
}

}  // namespace mizan::workflow
