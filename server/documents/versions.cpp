// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/versions.hpp"

#include <nlohmann/json.hpp>

#include <fstream>

namespace mizan::documents {

std::string reader_version() {
  return "10";
}

std::string model_version(const std::filesystem::path& models) {
  std::ifstream file(models / "manifest.json");
  const auto manifest = nlohmann::json::parse(file, nullptr, false);
  return manifest.is_object() ? manifest.value("version", "unknown") : "unknown";
}

}  // namespace mizan::documents
