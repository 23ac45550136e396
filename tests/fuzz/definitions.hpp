// SPDX-License-Identifier: GPL-3.0-or-later
// The project's own definitions, which targets hold inputs against. A program that cannot read them ends.
#pragma once

#include "forms/definition_file.hpp"
#include "forms/provinces.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace mizan::fuzz {

inline std::filesystem::path project_path(const char* path) {
  return std::filesystem::path(MIZAN_SOURCE_DIR) / path;
}

inline const forms::Provinces& provinces() {
  static const auto k_provinces =
      forms::provinces_from_json(forms::read_definition(project_path("form-definitions/provinces.json")).value(),
                                 "provinces.json")
          .value();
  return k_provinces;
}

inline const forms::DefinitionSchemas& schemas() {
  static const auto k_schemas = forms::DefinitionSchemas::load(project_path("form-definitions/schema")).value();
  return k_schemas;
}

}  // namespace mizan::fuzz
