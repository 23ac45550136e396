// SPDX-License-Identifier: GPL-3.0-or-later
// What the criteria tests share: a judge over the built plugins, and requests from case files.
#pragma once

#include "criteria/judge_process.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace mizan::criteria::tests {

namespace fs = std::filesystem;

inline nlohmann::json read_json(const fs::path& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot open " + file.string());
  return nlohmann::json::parse(in);
}

/// The installed layout of the build tree, and the misbehaving plugins of these tests.
inline JudgeOptions options() {
  const fs::path build = MIZAN_BINARY_DIR, source = MIZAN_SOURCE_DIR;
  JudgeOptions options;
  options.executable = build / "libexec/mizan-judge";
  options.bundle_folders = {build / "plugins", source / "form-definitions/sections", build / "tests/criteria/bundles"};
  options.declared_library = build / "plugins/declared/libdeclared.so";
  return options;
}

inline CriterionRef criterion(std::string id) {
  return {std::move(id), "1.0.0"};
}

inline nlohmann::json points_table(const std::string& section) {
  static const auto s_rules = read_json(fs::path(MIZAN_SOURCE_DIR) / "form-definitions/rule-sets/example-1404.json");
  return s_rules.at("sections").value(section, nlohmann::json::object());
}

/// A one-page reading whose only table has these rows of cells, each cell one word.
inline std::shared_ptr<const Reading> reading_with_table(const nlohmann::json& rows) {
  auto reading = std::make_shared<Reading>();
  reading->format = "pdf";
  auto& page = reading->pages.emplace_back();
  page.kind = PageKind::digital;
  page.width_px = 1000;
  page.height_px = 1000;
  if (rows.empty()) return reading;
  Table table;
  table.box = {0, 0, 1000, 1000};
  table.rows = static_cast<int>(rows.size());
  table.columns = static_cast<int>(rows[0].size());
  for (int row = 0; row < table.rows; ++row)
    for (int column = 0; column < table.columns; ++column) {
      const Box box{900 - 100 * column, 20 * row, 990 - 100 * column, 20 * row + 18};
      Word word;
      word.box = box;
      word.readings = {
          {rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)].get<std::string>(), 90, "text_layer"}};
      table.cells.push_back({box, row, column, {static_cast<int>(page.words.size())}});
      page.lines.push_back({box, {static_cast<int>(page.words.size())}});
      page.words.push_back(std::move(word));
    }
  page.tables.push_back(std::move(table));
  return reading;
}

}  // namespace mizan::criteria::tests
