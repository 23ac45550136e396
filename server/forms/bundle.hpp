// SPDX-License-Identifier: GPL-3.0-or-later
// A criterion as it lies on disk: manifest.json, section.json and perhaps a library.
#pragma once

#include "base/result.hpp"
#include "forms/section.hpp"
#include "model/office.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace mizan::forms {

class DefinitionSchemas;
class Provinces;

struct Manifest {
  std::string id;
  std::string version;  ///< "1.0.0"
  std::string sdk;      ///< "1.0"
  std::vector<OfficeKind> kinds;
  std::string library;  ///< the file's name, or empty: the plugin `declared` runs the section
};

struct Bundle {
  Manifest manifest;
  Section section;
  std::filesystem::path folder;
};

/// True when `left` is an older version than `right`, both "major.minor.patch".
[[nodiscard]] bool older_version(const std::string& left, const std::string& right);

/// Reads and checks one bundle folder without running its code. Fails with `definition.*` naming the file, or
/// `plugin.refused` when the library the manifest names is missing.
[[nodiscard]] Result<Bundle> read_bundle(const std::filesystem::path& folder, const DefinitionSchemas& schemas,
                                         const Provinces& provinces);

}  // namespace mizan::forms
