// SPDX-License-Identifier: GPL-3.0-or-later
// The cases that the server's engine and the web's must both pass (server/web/tests/engine/cases.test.ts reads them
// too).
#include "forms/check_answers.hpp"
#include "forms/provinces.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace mizan::forms {
namespace {

using nlohmann::json;

const std::filesystem::path k_project{MIZAN_SOURCE_DIR};

json read_json(const std::filesystem::path& file) {
  std::ifstream in(file);
  return json::parse(in);
}

Provinces provinces() {
  return provinces_from_json(read_json(k_project / "form-definitions/provinces.json"), "provinces.json").value();
}

std::vector<std::filesystem::path> case_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(k_project / "tests/forms/cases"))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

CheckContext context_of(const json& one) {
  CheckContext context;
  if (one.value("mode", "draft") == "complete") context.mode = CheckMode::complete;
  context.office = one.value("office", json::object());
  context.stored = one.value("stored", json::object());
  for (const auto& slot : one.value("documents", json::array())) context.filled_slots.insert(slot.get<std::string>());
  return context;
}

/// The problems as the case writes them, with those of their params that the case names.
json written(const std::vector<Problem>& problems, const json& expected) {
  json out = json::array();
  for (std::size_t i = 0; i < problems.size(); ++i) {
    json line{{"code", std::string(problems[i].code.id())}, {"field", problems[i].field}};
    if (i < expected.size() && expected[i].contains("params"))
      for (const auto& [name, value] : expected[i]["params"].items()) {
        const auto found = problems[i].params.find(name);
        line["params"][name] = found == problems[i].params.end() ? json(nullptr) : json(found->second);
      }
    out.push_back(std::move(line));
  }
  return out;
}

class Cases : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(Cases, pass) {
  const auto file = read_json(GetParam());
  const auto section = section_from_json(file.at("section"), provinces(), GetParam().filename().string());
  ASSERT_TRUE(section) << section.error().code.id() << " " << section.error().internal;
  ASSERT_FALSE(file.at("cases").empty());
  for (const auto& one : file.at("cases")) {
    const auto checked = check_answers(*section, one.at("answers"), context_of(one));
    EXPECT_EQ(checked.normal.dump(), json(one.at("normal")).dump()) << one.at("name");
    EXPECT_EQ(written(checked.problems, one.at("problems")).dump(), one.at("problems").dump()) << one.at("name");
  }
}

INSTANTIATE_TEST_SUITE_P(forms, Cases, testing::ValuesIn(case_files()),
                         [](const auto& file) { return file.param.stem().string(); });

}  // namespace
}  // namespace mizan::forms
