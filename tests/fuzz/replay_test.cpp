// SPDX-License-Identifier: GPL-3.0-or-later
// Every seed and every former finding once more, without a fuzzer.
#include "fuzz/target.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace mizan::fuzz {
namespace {

namespace fs = std::filesystem;

const fs::path k_folder = fs::path(MIZAN_SOURCE_DIR) / "tests/fuzz";

struct Case {
  Target target;
  fs::path file;
};

/// For an assertion that fails.
void PrintTo(const Case& one, std::ostream* out) {
  *out << one.file;
}

std::vector<fs::path> files_of(const char* kind, std::string_view target) {
  std::vector<fs::path> files;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(k_folder / kind / target, none)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<Case> all_cases() {
  std::vector<Case> all;
  for (const auto& target : targets())
    for (const auto* kind : {"seeds", "cases"})
      for (auto& file : files_of(kind, target.name)) all.push_back({target, std::move(file)});
  return all;
}

std::string name_of(const testing::TestParamInfo<Case>& info) {
  const auto& [target, file] = info.param;
  auto name = std::string(target.name) + "_" + file.parent_path().parent_path().filename().string() + "_" +
              file.filename().string();
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
}

class Replay : public testing::TestWithParam<Case> {};

TEST_P(Replay, KeepsEveryPromise) {
  std::ifstream in(GetParam().file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  ASSERT_FALSE(in.bad());
  GetParam().target.try_input(bytes);
}

INSTANTIATE_TEST_SUITE_P(fuzz, Replay, testing::ValuesIn(all_cases()), name_of);

TEST(Targets, HaveSeeds) {
  EXPECT_GE(targets().size(), 10U);
  for (const auto& target : targets()) EXPECT_FALSE(files_of("seeds", target.name).empty()) << target.name;
}

TEST(Targets, FoldersBelongToThem) {
  for (const auto* kind : {"seeds", "cases"})
    for (const auto& entry : fs::directory_iterator(k_folder / kind))
      EXPECT_TRUE(std::any_of(targets().begin(), targets().end(), [&](const Target& each) {
        return entry.path().filename() == each.name;
      })) << entry.path();
}

TEST(Targets, APromiseCanBreak) {
  EXPECT_THROW(promise(false, "it holds"), Broken);
}

}  // namespace
}  // namespace mizan::fuzz
