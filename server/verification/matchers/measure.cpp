// SPDX-License-Identifier: GPL-3.0-or-later
// Small measured or counted values: area, decimal, count, days. Compared as numbers, so 176 is 176.0.
#include "base/persian/normalise.hpp"
#include "verification/matchers/matcher.hpp"
#include "verification/matchers/numerals.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace mizan::verification {
namespace {

constexpr int k_sure_image = 60;

class MeasureMatcher : public Matcher {
 public:
  explicit MeasureMatcher(const Claim& claim) : m_counts_days(claim.kind == ValueKind::days) {
    std::string text;
    for (const char c : persian::normalise(claim.declared)) {
      const bool part = (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '/';
      if (part) text.push_back(c);
      if (!part && !text.empty()) break;
    }
    if (const auto numeral = numeral_of(text)) {
      m_values = thousandths_of(*numeral);
      m_digits = numeral->digits().size();
    }
  }

  [[nodiscard]] bool usable() const override { return !m_values.empty(); }
  // An 8 stands somewhere on every page, but not 17.58.
  [[nodiscard]] bool telling() const override {
    constexpr std::size_t k_telling_digits = 4;
    return m_digits >= k_telling_digits && m_values.front() % 1000 != 0;
  }

  [[nodiscard]] Comparison compare(const Passage& whole) const override {
    const auto days = m_counts_days ? std::optional(without_codes(whole)) : std::nullopt;
    const Passage& passage = days ? *days : whole;
    const auto runs = first_number(passage, m_digits);
    for (const auto& run : runs)
      if (!passage.exact && reads_point_as_zero(run))
        return graded(Grade::agrees, passage, run.first, run.last, k_sure_image);
    if (auto said = best_of(passage, runs, declared())) return *said;
    for (const auto& run : runs)
      for (const auto value : thousandths_of(run.numeral))
        if (std::find(m_values.begin(), m_values.end(), value) != m_values.end())
          return graded(Grade::agrees, passage, run.first, run.last);
    if (!runs.empty()) return judged(passage, runs.front());
    return in_words(passage);
  }

 private:
  // A month has few days, a list of a month some thousands: what is longer is the code that stands in the same cell.
  static Passage without_codes(Passage passage) {
    constexpr std::size_t k_longest = 5;
    std::erase_if(passage.pieces, [](const Piece& piece) {
      const auto numeral = numeral_of(piece.normal());
      return numeral && numeral->digits().size() > k_longest;
    });
    return passage;
  }

  // «85», «85/5», «85.50», «1,234»
  [[nodiscard]] DeclaredNumber declared() const {
    DeclaredNumber out{{}, Separators::alike, {}};
    for (const auto value : m_values) {
      const std::string whole = std::to_string(value / 1000);
      std::string part = std::to_string(value % 1000 + 1000).substr(1);
      if (value % 1000 == 0) {
        out.forms.push_back(whole);
        if (whole.size() > 3)
          out.forms.push_back(whole.substr(0, whole.size() - 3) + "/" + whole.substr(whole.size() - 3));
      }
      for (; !part.empty(); part.pop_back()) {
        out.forms.push_back(whole + "/" + part);
        if (part.back() != '0') break;
      }
    }
    return out;
  }

  [[nodiscard]] Comparison judged(const Passage& passage, const NumeralRun& run) const {
    if (passage.exact) return graded(Grade::differs, passage, run.first, run.last, 100);
    auto out = graded(Grade::differs, passage, run.first, run.last);
    // A recogniser drops digits more often than it invents them.
    if (out.sureness < k_sure_image || run.numeral.digits().size() < m_digits) out.grade = Grade::doubtful;
    return out;
  }

  // «۱۷۰۷۳» for 17.73: a Persian zero is a dot.
  [[nodiscard]] bool reads_point_as_zero(const NumeralRun& run) const {
    const auto forms = declared().forms;
    return std::any_of(forms.begin(), forms.end(), [&](std::string form) {
      const auto point = form.find('/');
      if (point == std::string::npos || run.numeral.groups.size() != 1) return false;
      form[point] = '0';
      return run.numeral.digits() == form;
    });
  }

  [[nodiscard]] Comparison in_words(const Passage& passage) const {
    for (int first = 0; first < std::min<int>(2, static_cast<int>(passage.pieces.size())); ++first) {
      int used = 0;
      const auto number = number_in_words(passage, first, used);
      if (!number) continue;
      const bool same = std::find(m_values.begin(), m_values.end(), *number * 1000) != m_values.end();
      return graded(same ? Grade::agrees : Grade::doubtful, passage, first, first + used - 1);
    }
    return {};
  }

  bool m_counts_days = false;
  std::vector<std::int64_t> m_values;
  std::size_t m_digits = 0;
};

}  // namespace

std::unique_ptr<Matcher> measure_matcher(const Claim& claim) {
  return std::make_unique<MeasureMatcher>(claim);
}

}  // namespace mizan::verification
