// SPDX-License-Identifier: GPL-3.0-or-later
// Serial numbers: letters and digits, compared without case, spaces and dashes.
#include "base/persian/normalise.hpp"
#include "base/persian/utf8.hpp"
#include "verification/matchers/matcher.hpp"
#include "verification/similarity.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace mizan::verification {
namespace {

constexpr std::size_t k_telling_letters = 6;

// Signs that a recogniser takes for one another in Latin letters and digits.
char32_t look(char32_t c) {
  switch (c) {
    case U'o':
    case U'q':
    case U'd':
      return U'0';
    case U'i':
    case U'l':
    case U'|':
      return U'1';
    case U's':
      return U'5';
    case U'b':
      return U'8';
    case U'z':
      return U'2';
    case U'g':
      return U'6';
    case U'v':
      return U'7';  // the Persian one
    default:
      return c;
  }
}

std::u32string looks(std::u32string text) {
  std::transform(text.begin(), text.end(), text.begin(), look);
  return text;
}

bool latin(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
}

class SerialMatcher : public Matcher {
 public:
  explicit SerialMatcher(const Claim& claim) : m_letters(comparison_letters(claim.declared)) {}

  [[nodiscard]] bool usable() const override { return !m_letters.empty(); }
  [[nodiscard]] bool telling() const override { return m_letters.size() >= k_telling_letters; }

  [[nodiscard]] Comparison compare(const Passage& passage) const override {
    Comparison best;
    const int size = static_cast<int>(passage.pieces.size());
    for (int first = 0; first < size; ++first) {
      if (!serial_like(passage.pieces[static_cast<std::size_t>(first)].letters())) continue;
      std::u32string text;
      for (int last = first; last < std::min(size, first + 4); ++last) {
        const auto& letters = passage.pieces[static_cast<std::size_t>(last)].letters();
        if (!serial_like(letters)) break;
        const auto before = letters + text;
        text += letters;
        if (const auto said = asked(passage, first, last); said && said->grade != Grade::doubtful) {
          if (said->grade == Grade::agrees) return *said;
          if (last == first && said->grade > best.grade) best = *said;
          continue;
        }
        const auto next = std::max(judged(passage, text, first, last), judged(passage, before, first, last),
                                   [](const Comparison& a, const Comparison& b) { return a.grade < b.grade; });
        if (next.grade == Grade::agrees) return next;
        if (next.grade > best.grade) best = next;
      }
    }
    return best;
  }

 private:
  [[nodiscard]] std::optional<Comparison> asked(const Passage& passage, int first, int last) const {
    std::string form;
    for (const char32_t c : m_letters) {
      if (!latin(c)) return std::nullopt;
      form.push_back(static_cast<char>(c >= U'a' ? c - U'a' + U'A' : c));
    }
    return testified(passage, first, last, {{form}, Separators::ignored, {}});
  }

  static bool serial_like(const std::u32string& letters) {
    return !letters.empty() && std::all_of(letters.begin(), letters.end(), latin);
  }

  [[nodiscard]] Comparison judged(const Passage& passage, const std::u32string& text, int first, int last) const {
    if (text == m_letters) return graded(Grade::agrees, passage, first, last);
    if (passage.exact) return text.size() >= 4 ? graded(Grade::differs, passage, first, last, 100) : Comparison{};
    // The same signs up to a letter that looks like the digit; two different digits never look alike here.
    if (looks(text) == looks(m_letters)) return graded(Grade::agrees, passage, first, last, 70);
    const bool whole = text.size() == m_letters.size() && text.size() >= 5;
    auto out = graded(Grade::doubtful, passage, first, last);
    if (whole && edits(looks(text), looks(m_letters), 9) > 0) out.grade = Grade::differs;
    return out;
  }

  std::u32string m_letters;
};

}  // namespace

std::unique_ptr<Matcher> serial_matcher(const Claim& claim) {
  return std::make_unique<SerialMatcher>(claim);
}

}  // namespace mizan::verification
