// SPDX-License-Identifier: GPL-3.0-or-later
// The public services that agencies offer through offices, as form-definitions/services.json has them.
#pragma once

#include "base/result.hpp"
#include "forms/label.hpp"
#include "model/rank.hpp"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <string>
#include <vector>

namespace mizan::forms {

/// A plain value; never changes once made.
struct ServicesOnOffer {
  bool example = false;
  Label note;                ///< "example, not official"
  std::vector<Service> all;  ///< in the file's order
  std::map<std::string, std::vector<std::string>>
      only_in;  ///< service id → province codes, where it is not offered everywhere

  /// What is on offer in a city or village of this province.
  [[nodiscard]] std::vector<Service> in_province(const std::string& province) const;
};

/// Fails with `definition.invalid`, naming the path, when a member is missing or of the wrong type, an id is malformed
/// or stands twice, or a minimum rank is not 1, 2 or 3.
[[nodiscard]] Result<ServicesOnOffer> services_from_json(const nlohmann::json& json, const std::string& file);

}  // namespace mizan::forms
