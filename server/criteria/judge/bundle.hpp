// SPDX-License-Identifier: GPL-3.0-or-later
// Loads a bundle: its section and the criterion that its library exports, after every check that can be made without
// running it.
#pragma once

#include "base/result.hpp"
#include "criteria/criteria.hpp"
#include "mizan/entry.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <string>

namespace mizan::criteria {

struct LoadedBundle {
  nlohmann::json section;
  const mizan_criterion* criterion = nullptr;
};

/// Everything this process has loaded. Nothing is ever unloaded: the parent replaces the process instead.
class Bundles {
 public:
  /// Fails with `plugin.refused` or `plugin.incompatible`, both naming the file and the reason.
  [[nodiscard]] Result<const LoadedBundle*> loaded(const CriterionRef& criterion, const std::filesystem::path& folder,
                                                   const std::filesystem::path& library);

 private:
  [[nodiscard]] Result<const mizan_plugin*> plugin_in(const std::filesystem::path& library);

  std::map<std::filesystem::path, LoadedBundle> m_bundles;
  std::map<std::filesystem::path, const mizan_plugin*> m_plugins;
};

}  // namespace mizan::criteria
