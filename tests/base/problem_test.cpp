// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace mizan {
namespace {

TEST(ProblemCatalogue, ids_are_unique_and_both_languages_speak) {
  std::set<std::string_view> seen;
  for (const auto& kind : k_problem_catalogue) {
    EXPECT_TRUE(seen.insert(kind.id).second) << kind.id;
    EXPECT_FALSE(kind.fa.empty()) << kind.id;
    EXPECT_FALSE(kind.en.empty()) << kind.id;
  }
}

TEST(ProblemCatalogue, both_sentences_name_the_same_parameters) {
  const auto names = [](std::string_view text) {
    std::set<std::string> found;
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1))
      found.emplace(text.substr(open, text.find('}', open) - open + 1));
    return found;
  };
  for (const auto& kind : k_problem_catalogue) EXPECT_EQ(names(kind.fa), names(kind.en)) << kind.id;
}

TEST(Problem, fills_in_its_parameters) {
  const auto problem = Problem("evidence.too_many_pages").with("pages", "80").with("limit", "60");
  EXPECT_NE(problem.text_en().find("80 pages and the limit is 60"), std::string::npos);
  EXPECT_EQ(problem.text_fa().find('{'), std::string::npos);
}

TEST(Problem, leaves_an_unfilled_parameter_visible) {
  EXPECT_NE(Problem("evidence.too_large").text_en().find("{limit}"), std::string::npos);
}

TEST(ProblemCode, of_an_unknown_text_is_our_own_fault) {
  EXPECT_EQ(ProblemCode::from_text("evidence.empty").id(), "evidence.empty");
  EXPECT_EQ(ProblemCode::from_text("no.such.code").id(), "server.internal");
}

TEST(Result, carries_the_problem_or_the_value) {
  const Result<int> good = 3;
  const Result<int> bad = fail("request.malformed", "why");
  EXPECT_EQ(*good, 3);
  EXPECT_EQ(bad.error().internal, "why");
}

}  // namespace
}  // namespace mizan
