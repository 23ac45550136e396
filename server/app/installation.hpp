// SPDX-License-Identifier: GPL-3.0-or-later
// Where the parts of an installation lie, seen from the running program.
#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <vector>

namespace mizan::app {

/// Paths below one prefix; the build tree has the same layout. Nothing here says that a file exists: `mizan doctor`
/// does.
struct Installation {
  std::filesystem::path prefix;
  std::filesystem::path program;           ///< bin/mizan
  std::filesystem::path reader;            ///< libexec/mizan-reader
  std::filesystem::path judge;             ///< libexec/mizan-judge
  std::filesystem::path plugins;           ///< plugins: bundles with code, one folder each
  std::filesystem::path declared_library;  ///< plugins/declared/libdeclared.so: runs bundles without code
  std::filesystem::path definitions;       ///< share/mizan/form-definitions
  std::filesystem::path models;            ///< share/mizan/ocr-models
  std::filesystem::path web;               ///< share/mizan/web: index.html and its assets

  /// Folders that hold bundle folders, besides definitions/sections.
  [[nodiscard]] std::vector<std::filesystem::path> bundle_folders() const { return {plugins}; }
};

/// The layout below `prefix`.
[[nodiscard]] Installation installation_at(const std::filesystem::path& prefix);

/// The installation this program was started from (/proc/self/exe, two levels up). Fails with `configuration.invalid`
/// when /proc is not there.
[[nodiscard]] Result<Installation> find_installation();

}  // namespace mizan::app
