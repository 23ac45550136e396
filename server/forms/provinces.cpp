// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/provinces.hpp"

#include "base/persian/normalise.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace mizan::forms {
namespace {

using nlohmann::json;

tl::unexpected<Problem> wrong(const std::string& file, const std::string& path, const std::string& reason) {
  return fail(Problem("definition.invalid").with("file", file).with("path", path).with("reason", reason));
}

Label label_of(const json& row) {
  return {row.at("fa").get<std::string>(), row.at("en").get<std::string>()};
}

}  // namespace

const Province* Provinces::find(std::string_view code) const {
  const auto found =
      std::find_if(m_provinces.begin(), m_provinces.end(), [&](const auto& p) { return p.code == code; });
  return found == m_provinces.end() ? nullptr : &*found;
}

const Province* Provinces::find_by_name(std::string_view name) const {
  if (const auto* by_code = find(name)) return by_code;
  const auto found = std::find_if(m_provinces.begin(), m_provinces.end(), [&](const auto& p) {
    return persian::same(p.name.fa, name) || persian::same(p.name.en, name);
  });
  return found == m_provinces.end() ? nullptr : &*found;
}

std::vector<std::string> Provinces::of_region(std::string_view region) const {
  std::vector<std::string> codes;
  for (const auto& province : m_provinces)
    if (province.region == region) codes.push_back(province.code);
  return codes;
}

Result<Provinces> provinces_from_json(const json& json, const std::string& file) {
  Provinces out;
  try {
    out.m_help_line = {json.at("help_line").at("phones").get<std::vector<std::string>>(),
                       label_of(json.at("help_line").at("hours"))};
    for (const auto& row : json.at("regions"))
      out.m_regions.push_back({row.at("code").get<std::string>(), label_of(row)});
    for (const auto& row : json.at("provinces")) {
      const std::string path = "/provinces/" + std::to_string(out.m_provinces.size());
      Province province{row.at("code").get<std::string>(), label_of(row), row.at("region").get<std::string>(),
                        row.at("phones").get<std::vector<std::string>>()};
      if (out.find(province.code) != nullptr) return wrong(file, path + "/code", "stands twice");
      if (std::none_of(out.m_regions.begin(), out.m_regions.end(),
                       [&](const auto& r) { return r.code == province.region; }))
        return wrong(file, path + "/region", "there is no such region");
      out.m_provinces.push_back(std::move(province));
    }
  } catch (const nlohmann::json::exception& error) {
    return wrong(file, "/provinces/" + std::to_string(out.m_provinces.size()), error.what());
  }
  return out;
}

}  // namespace mizan::forms
