// SPDX-License-Identifier: GPL-3.0-or-later
// Codes and numbers that are compared digit by digit: national codes, legal ids, postal codes, licence numbers, years.
#include "base/persian/identifiers.hpp"
#include "base/persian/jalali.hpp"
#include "base/persian/normalise.hpp"
#include "verification/matchers/matcher.hpp"
#include "verification/matchers/numerals.hpp"
#include "verification/similarity.hpp"

#include <algorithm>
#include <utility>

namespace mizan::verification {
namespace {

constexpr std::size_t k_telling_digits = 5;
constexpr std::size_t k_postal_digits = 10;
constexpr int k_most_numbers = 4;  // that are looked at in one place, specks included

std::string without_leading_zeros(const std::string& digits) {
  const auto first = digits.find_first_not_of('0');
  return first == std::string::npos ? "0" : digits.substr(first);
}

// The printed number was read as a whole: a code whose length or check digit says so.
bool well_formed(ValueKind kind, const std::string& digits) {
  switch (kind) {
    case ValueKind::natcode:
      return digits.size() == 10 && persian::national_code(digits).has_value();
    case ValueKind::legal_id:
      return digits.size() == 11 && persian::legal_id(digits).has_value();
    default:
      return false;
  }
}

// Equal up to one digit that was misread, lost or invented.
bool one_slip(const std::string& read, const std::string& declared) {
  const auto points = [](const std::string& digits) { return std::u32string(digits.begin(), digits.end()); };
  return edits(points(read), points(declared), 1) <= 1;
}

class DigitsMatcher : public Matcher {
 public:
  explicit DigitsMatcher(const Claim& claim) : m_kind(claim.kind) {
    const auto numeral = numeral_of_text(claim.declared);
    m_digits = numeral.digits();
    if (numeral.groups.size() > 1) m_backwards = numeral.digits_backwards();
    // «۵۶۹۴۳-۹۴۵۷۲»: the halves of a postal code, as bidi may set them.
    if (is_postal_code()) m_backwards = m_digits.substr(5) + m_digits.substr(0, 5);
    if (m_kind == ValueKind::natcode && m_digits.size() >= 8 && m_digits.size() < 10)
      m_digits.insert(0, 10 - m_digits.size(), '0');
  }

  [[nodiscard]] bool usable() const override { return !m_digits.empty(); }
  [[nodiscard]] bool telling() const override { return m_digits.size() >= k_telling_digits; }

  [[nodiscard]] Comparison compare(const Passage& passage) const override {
    Comparison best;
    for (int skip = 0, most = 2; skip < most; ++skip) {
      const auto runs = first_number(passage, m_digits.size(), skip);
      if (runs.empty()) break;
      if (!passage.exact && most < k_most_numbers && begins_with_speck(runs)) ++most;
      if (auto said = asked(passage, runs)) {
        if (said->grade == Grade::differs && says_date(passage, runs.front())) said->grade = Grade::doubtful;
        if (said->grade == Grade::agrees) return *said;
        if (said->grade > best.grade) best = *said;
        continue;
      }
      for (const auto& run : runs)
        if (same(run.numeral)) return graded(Grade::agrees, passage, run.first, run.last);
      if (best.grade == Grade::nothing) best = judged(passage, runs.front());
      if (passage.exact && best.grade == Grade::differs) break;
    }
    return best;
  }

 private:
  // A digit or two where a long number is declared: a stamp's, or dust.
  [[nodiscard]] bool begins_with_speck(const std::vector<NumeralRun>& runs) const {
    return m_digits.size() >= 4 && std::any_of(runs.begin(), runs.end(), [](const NumeralRun& run) {
             return run.first == run.last && run.numeral.digits().size() <= 2;
           });
  }

  [[nodiscard]] bool is_postal_code() const {
    return m_kind == ValueKind::postal && m_digits.size() == k_postal_digits;
  }

  static Numeral numeral_of_text(const std::string& text) {
    Numeral out;
    bool in_group = false;
    for (const char c : persian::normalise(text)) {
      const bool digit = c >= '0' && c <= '9';
      if (digit && !in_group) out.groups.emplace_back();
      if (digit) out.groups.back().push_back(c);
      in_group = digit;
    }
    return out;
  }

  [[nodiscard]] bool same(const Numeral& numeral) const {
    const auto equal = [&](const std::string& digits) {
      if (digits == m_digits) return true;
      // A leading zero is often left out, on paper and when typing.
      const bool padded = m_kind == ValueKind::natcode || m_kind == ValueKind::number;
      return padded && digits.size() >= 5 && without_leading_zeros(digits) == without_leading_zeros(m_digits);
    };
    if (equal(numeral.digits())) return true;
    // Bidi turns groups round, never the digits of boxes.
    const bool grouped =
        std::any_of(numeral.groups.begin(), numeral.groups.end(), [](const auto& g) { return g.size() > 1; });
    if (grouped && equal(numeral.digits_backwards())) return true;
    return m_kind == ValueKind::year && m_digits.size() == 4 && numeral.digits() == m_digits.substr(2);
  }

  // The recogniser of numbers about each way to read the first number; its best word for the declared one counts.
  [[nodiscard]] std::optional<Comparison> asked(const Passage& passage, const std::vector<NumeralRun>& runs) const {
    DeclaredNumber declared{{m_digits}, Separators::ignored, {}};
    const auto bare = without_leading_zeros(m_digits);
    const bool padded = m_kind == ValueKind::natcode || m_kind == ValueKind::number;
    if (padded && bare.size() >= 5 && bare != m_digits) declared.forms.push_back(bare);
    if (!m_backwards.empty() && (m_kind == ValueKind::number || (m_kind == ValueKind::postal && in_halves(runs))))
      declared.forms.push_back(m_backwards);
    // A dot of a leader line before a number looks like a Persian zero.
    if (m_digits.size() >= 4) declared.forms.push_back("0" + m_digits);
    if (m_kind == ValueKind::year && m_digits.size() == 4) declared.forms.push_back(m_digits.substr(2));
    if (well_formed(m_kind, m_digits))
      declared.possible = [kind = m_kind](const std::string& digits) { return well_formed(kind, digits); };
    else if (is_postal_code())
      declared.possible = [](const std::string& digits) { return digits.size() == k_postal_digits; };
    return best_of(passage, runs, declared);
  }

  // Another field's: dates have three groups, codes seldom.
  [[nodiscard]] static bool says_date(const Passage& passage, const NumeralRun& run) {
    return run.numeral.groups.size() == 3 && run.first == run.last &&
           persian::parse_date(passage.pieces[static_cast<std::size_t>(run.first)].normal()).has_value();
  }

  [[nodiscard]] static bool in_halves(const std::vector<NumeralRun>& runs) {
    return std::any_of(runs.begin(), runs.end(), [](const NumeralRun& run) {
      return run.numeral.groups.size() == 2 && run.numeral.groups.front().size() == 5;
    });
  }

  [[nodiscard]] Comparison judged(const Passage& passage, const NumeralRun& run) const {
    const std::string read = run.numeral.digits();
    if (says_date(passage, run)) return graded(Grade::doubtful, passage, run.first, run.last);
    if (passage.exact) return graded(Grade::differs, passage, run.first, run.last, 100);
    // No two valid codes differ in one digit only: a reading one slip away from the declared, valid code and itself
    // invalid is that code, misread.
    if (well_formed(m_kind, m_digits) && !well_formed(m_kind, read) && one_slip(read, m_digits))
      return graded(Grade::agrees, passage, run.first, run.last, 60);
    if (well_formed(m_kind, read)) return graded(Grade::differs, passage, run.first, run.last, 90);
    const bool whole = read.size() == m_digits.size() && m_digits.size() > 1;
    if (!whole) return graded(Grade::doubtful, passage, run.first, run.last);
    return graded(Grade::differs, passage, run.first, run.last);
  }

  ValueKind m_kind;
  std::string m_digits;
  std::string m_backwards;  // with its groups in reverse order, as bidi may print them
};

}  // namespace

std::unique_ptr<Matcher> digits_matcher(const Claim& claim) {
  return std::make_unique<DigitsMatcher>(claim);
}

}  // namespace mizan::verification
