// SPDX-License-Identifier: GPL-3.0-or-later
// Sums of money. Declared in rial; printed in rial or toman, in figures or in words.
#include "base/persian/digits.hpp"
#include "base/persian/normalise.hpp"
#include "base/persian/utf8.hpp"
#include "verification/matchers/matcher.hpp"
#include "verification/matchers/numerals.hpp"
#include "verification/matchers/words.hpp"
#include "verification/similarity.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace mizan::verification {
namespace {

constexpr std::size_t k_telling_digits = 7;
constexpr int k_rial_of_toman = 10;
constexpr int k_sure_misread = 60;

// The unit printed after the number, between label and number, or in the label.
bool in_toman(const Passage& passage, int first, int last) {
  const int size = static_cast<int>(passage.pieces.size());
  if (last + 1 < size && passage.pieces[static_cast<std::size_t>(last) + 1].letters() == U"ریال") return false;
  if (says_toman(passage.label_unit)) return true;
  for (int i = std::max(0, first - 2); i < std::min(size, last + 3); ++i) {
    const auto& letters = passage.pieces[static_cast<std::size_t>(i)].letters();
    if (letters == U"ریال" && i > last) return false;
    if (says_toman(letters)) return true;
  }
  return false;
}

bool says_unit(const Passage& passage) {
  return std::any_of(passage.pieces.begin(), passage.pieces.end(),
                     [](const Piece& piece) { return piece.letters() == U"ریال" || says_toman(piece.letters()); });
}

class AmountMatcher : public Matcher {
 public:
  explicit AmountMatcher(const Claim& claim) {
    const std::string text = persian::normalise(claim.declared);
    m_digits = persian::digits_of(text);
    // Thousandths of a rial are never declared: «1,234.00» is 1234.
    if (text.ends_with(".00")) m_digits.resize(m_digits.size() - 2);
    if (text.find("تومان") != std::string::npos) m_digits += '0';
    const auto first = m_digits.find_first_not_of('0');
    m_digits.erase(0, first == std::string::npos ? 0 : first);
  }

  [[nodiscard]] bool usable() const override { return !m_digits.empty(); }
  // A round sum stands on many papers by chance.
  [[nodiscard]] bool telling() const override {
    return m_digits.size() >= k_telling_digits && m_digits.find_last_not_of('0') >= 1;
  }

  [[nodiscard]] Comparison compare(const Passage& passage) const override {
    if (passage.anywhere && passage.toman && !says_unit(passage)) return {};  // ten times as much, or not
    const auto runs = first_number(passage, m_digits.size());
    for (const auto& run : runs)
      if (!passage.exact && only_dots_misread(run.numeral, in_toman(passage, run.first, run.last)))
        return graded(Grade::agrees, passage, run.first, run.last, k_sure_misread);
    if (auto said = asked(passage, runs)) {
      if (said->grade == Grade::agrees && !passage.exact && lost_its_end(runs.front().numeral))
        said->grade = Grade::doubtful;
      return *said;
    }
    for (const auto& run : runs)
      if (same(passage, run)) return graded(Grade::agrees, passage, run.first, run.last);
    if (!runs.empty()) return judged(passage, runs.front());
    return in_words(passage);
  }

 private:
  [[nodiscard]] std::optional<Comparison> asked(const Passage& passage, const std::vector<NumeralRun>& runs) const {
    if (runs.empty()) return std::nullopt;
    DeclaredNumber declared{{m_digits}, Separators::ignored, {}};
    if (in_toman(passage, runs.front().first, runs.front().last)) {
      if (m_digits.back() != '0') return std::nullopt;
      declared.forms = {m_digits.substr(0, m_digits.size() - 1)};
    }
    // A dot of a leader line before a number looks like a Persian zero.
    declared.forms.push_back("0" + declared.forms.front());
    return best_of(passage, runs, declared);
  }

  [[nodiscard]] bool same(const Passage& passage, const NumeralRun& run) const {
    if (!passage.exact && lost_its_end(run.numeral)) return false;
    if (run.numeral.marks.find('-') != std::string::npos) return false;  // groups no sum: two numbers, or misread
    const bool toman = in_toman(passage, run.first, run.last);
    const auto equal = [&](std::string digits) {
      const auto first = digits.find_first_not_of('0');
      digits.erase(0, first == std::string::npos ? 0 : first);
      return digits + (toman ? "0" : "") == m_digits;
    };
    if (equal(run.numeral.digits())) return true;
    return run.numeral.groups.size() > 1 && run.numeral.groups.back().size() < 3 &&
           equal(run.numeral.digits_backwards());
  }

  /// «۱.۵۸۰,۰۰۰,۰۰»: a digit of the last group was not read, so that these are not all there are.
  [[nodiscard]] static bool lost_its_end(const Numeral& read) {
    const auto& groups = read.groups;
    return groups.size() > 2 && groups.back().size() < 3 && groups.front().size() <= 3 &&
           std::all_of(groups.begin() + 1, groups.end() - 1, [](const auto& group) { return group.size() == 3; });
  }

  /// A Persian zero is a dot. Full stops between groups are read as zeros («۷۰۹۵۷۰۶۲۰.۰۰۰» for 7.957.620.000), and the
  /// zeros of the last group are lost («۱٬۵۱۶٬۵۴۷٬۰»). Both leave groups that no sum has.
  [[nodiscard]] bool only_dots_misread(const Numeral& read, bool toman) const {
    const std::string declared = toman ? m_digits.substr(0, m_digits.size() - 1) : m_digits;
    if (toman && m_digits.back() != '0') return false;
    const std::string digits = read.digits();
    if (digits == declared || declared.size() < 5) return false;
    const auto& groups = read.groups;
    if (digits.size() < declared.size()) {
      const std::string lost(declared.size() - digits.size(), '0');
      const auto three = [](const std::string& group) { return group.size() == 3; };
      return groups.size() > 2 && groups.back().size() + lost.size() == 3 && digits + lost == declared &&
             std::all_of(groups.begin() + 1, groups.end() - 1, three);
    }
    // Each stop is there as a mark, or as a zero.
    std::string stopped;
    for (std::size_t i = 0; i < declared.size(); ++i) {
      if (i > 0 && (declared.size() - i) % 3 == 0) stopped += '.';
      stopped += declared[i];
    }
    std::string seen;
    for (const auto& group : groups) seen += (seen.empty() ? "" : ".") + group;
    if (seen.size() != stopped.size()) return false;
    int zeros = 0;
    for (std::size_t i = 0; i < seen.size(); ++i) {
      if (seen[i] == stopped[i]) continue;
      if (stopped[i] != '.' || seen[i] != '0') return false;
      ++zeros;
    }
    return zeros >= 2 || (zeros == 1 && groups.size() > 1);
  }

  [[nodiscard]] Comparison judged(const Passage& passage, const NumeralRun& run) const {
    if (passage.exact) return graded(Grade::differs, passage, run.first, run.last, 100);
    const std::string read = run.numeral.digits();
    const auto& groups = run.numeral.groups;
    const bool grouped =
        groups.size() > 1 && std::all_of(groups.begin() + 1, groups.end(), [](const auto& g) { return g.size() == 3; });
    auto out = graded(Grade::differs, passage, run.first, run.last);
    const bool whole = read.size() == m_digits.size() || (grouped && read.size() + 1 >= m_digits.size());
    if (!whole || is_subsequence(read, m_digits)) out.grade = Grade::doubtful;
    return out;
  }

  [[nodiscard]] Comparison in_words(const Passage& passage) const {
    const int size = static_cast<int>(passage.pieces.size());
    for (int first = 0; first < std::min(size, k_reach); ++first) {
      int used = 0;
      const auto number = number_in_words(passage, first, used);
      if (!number || *number < 1000) continue;
      const int last = first + used - 1;
      const auto value = *number * (in_toman(passage, first, last) ? k_rial_of_toman : 1);
      const bool equal = std::to_string(value) == m_digits;
      const auto grade = equal ? Grade::agrees : passage.exact ? Grade::differs : Grade::doubtful;
      return graded(grade, passage, first, last);
    }
    return {};
  }

  std::string m_digits;
};

}  // namespace

std::unique_ptr<Matcher> amount_matcher(const Claim& claim) {
  return std::make_unique<AmountMatcher>(claim);
}

}  // namespace mizan::verification
