// SPDX-License-Identifier: GPL-3.0-or-later
// A line of print for matcher tests: words from the right, all in one passage.
#pragma once

#include "verification/matchers/matcher.hpp"

#include <sstream>
#include <string>

namespace mizan::verification::test {

enum class Print { exact, scanned };

/// Compares `declared` with the words of `line`; every word is read with the same confidence.
inline Comparison compared(ValueKind kind, const std::string& declared, const std::string& line,
                           Print print = Print::exact, int confidence = 90) {
  Page page;
  page.kind = print == Print::exact ? PageKind::digital : PageKind::image;
  page.width_px = 2000;
  page.height_px = 200;
  std::istringstream words(line);
  int right = 1900;
  for (std::string text; words >> text;) {
    const int left = right - 6 * static_cast<int>(text.size());
    page.words.push_back({{left, 50, right, 80}, {{text, confidence, "print"}}});
    right = left - 10;
  }
  Line all;
  all.box = {0, 50, 2000, 80};
  for (std::size_t i = 0; i < page.words.size(); ++i) all.words.push_back(static_cast<int>(i));
  page.lines.push_back(all);

  const PageView view(page, 0, 0);
  Passage passage;
  passage.exact = view.exact();
  passage.closed = true;
  passage.line_height = view.line_height();
  for (int at = 0; at < view.size(); ++at) {
    const Token& token = view.token(at);
    passage.pieces.push_back(
        {at, &token.first(), &token, &token.box, token.line, token.comma || token.colon, token.stop});
  }
  Claim claim;
  claim.kind = kind;
  claim.declared = declared;
  return make_matcher(claim)->compare(passage);
}

inline Grade grade(ValueKind kind, const std::string& declared, const std::string& line, Print print = Print::exact,
                   int confidence = 90) {
  return compared(kind, declared, line, print, confidence).grade;
}

}  // namespace mizan::verification::test
