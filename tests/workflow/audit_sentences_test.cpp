// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/audit_sentences.hpp"

#include <gtest/gtest.h>

#include "base/problem_catalogue.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

namespace mizan::tests {
namespace {

TEST(AuditSentences, every_action_that_a_use_case_writes_has_one) {
  std::set<std::string> actions;
  const std::regex action(
      R"re("((account|answers|evidence|declaration|finding|result|objection|round|job|clock)\.[a-z_]+)")re");
  for (const auto& file :
       std::filesystem::recursive_directory_iterator(std::filesystem::path(MIZAN_SOURCE_DIR) / "server/workflow")) {
    if (file.path().extension() != ".cpp" || file.path().filename() == "audit_sentences.cpp") continue;
    std::ifstream in(file.path());
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    for (auto at = std::sregex_iterator(text.begin(), text.end(), action); at != std::sregex_iterator(); ++at)
      actions.insert((*at)[1]);
  }
  // Codes of problems look the same; what is one is no action.
  std::erase_if(actions, [](const std::string& id) {
    return std::any_of(k_problem_catalogue.begin(), k_problem_catalogue.end(),
                       [&](const ProblemKind& kind) { return kind.id == id; }) &&
           !workflow::has_audit_sentence(id);
  });
  EXPECT_GT(actions.size(), 20U);
  for (const auto& id : actions) EXPECT_TRUE(workflow::has_audit_sentence(id)) << id;
}

}  // namespace
}  // namespace mizan::tests
