// SPDX-License-Identifier: GPL-3.0-or-later
// The provinces, the regions they belong to, and whom an office may call.
#pragma once

#include "base/result.hpp"
#include "forms/label.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace mizan::forms {

struct Province {
  std::string code;  ///< "gilan": Office::province
  Label name;
  std::string region;
  std::vector<std::string> phones;  ///< of the region's expert; empty: show the help line
};

struct Region {
  std::string code;
  Label name;
};

struct HelpLine {
  std::vector<std::string> phones;
  Label hours;
};

/// form-definitions/provinces.json as a value; never changes once made.
class Provinces {
 public:
  [[nodiscard]] const std::vector<Province>& all() const noexcept { return m_provinces; }
  [[nodiscard]] const std::vector<Region>& regions() const noexcept { return m_regions; }
  [[nodiscard]] const HelpLine& help_line() const noexcept { return m_help_line; }

  /// By code; null when there is no such province.
  [[nodiscard]] const Province* find(std::string_view code) const;
  /// By code, or by name in any spelling; null when there is no such province.
  [[nodiscard]] const Province* find_by_name(std::string_view name) const;
  /// The codes of one region, in the file's order.
  [[nodiscard]] std::vector<std::string> of_region(std::string_view region) const;

  friend Result<Provinces> provinces_from_json(const nlohmann::json& json, const std::string& file);

 private:
  std::vector<Province> m_provinces;
  std::vector<Region> m_regions;
  HelpLine m_help_line;
};

/// Fails with `definition.invalid`, naming the path, when a member is missing, a code stands twice, or a province's
/// region does not exist.
[[nodiscard]] Result<Provinces> provinces_from_json(const nlohmann::json& json, const std::string& file);

}  // namespace mizan::forms
