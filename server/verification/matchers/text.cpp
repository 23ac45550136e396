// SPDX-License-Identifier: GPL-3.0-or-later
// Short texts: a city, a degree, a field of study, an article of goods.
#include "base/persian/normalise.hpp"
#include "base/persian/utf8.hpp"
#include "verification/label_words.hpp"
#include "verification/matchers/matcher.hpp"
#include "verification/matchers/words.hpp"
#include "verification/similarity.hpp"

#include <algorithm>
#include <array>

namespace mizan::verification {
namespace {

constexpr int k_most_pieces = 12;
constexpr std::size_t k_telling_letters = 8;
constexpr int k_confident = 70;
constexpr int k_scrap = 60;  // confidence below which a word in front of the value may be no word

// Words that are printed with the value or in its label, as it happens.
constexpr std::array<std::u32string_view, 10> k_nouns{U"دانشگاه", U"استان", U"شهرستان", U"شهر",    U"رشته",
                                                      U"مقطع",    U"دوره",  U"بخش",     U"روستای", U"روستا"};

bool qualifies_value(const std::u32string& letters) {
  constexpr std::array<std::u32string_view, 7> k_qualifiers{U"خیلی", U"بسیار", U"نسبتا", U"نیمه",
                                                            U"غیر",  U"کمی",   U"فوق"};
  return std::find(k_qualifiers.begin(), k_qualifiers.end(), letters) != k_qualifiers.end();
}

std::u32string without_noun(std::u32string letters) {
  for (const auto noun : k_nouns)
    if (letters.size() > noun.size() + 1 && letters.starts_with(noun)) return letters.substr(noun.size());
  return letters;
}

int tolerance(std::size_t letters) {
  if (letters <= 3) return 0;
  return letters < 6 ? 4 : letters < 12 ? 8 : 12;
}

class TextMatcher : public Matcher {
 public:
  explicit TextMatcher(const Claim& claim)
      : m_letters(with_allah_folded(without_noun(comparison_letters(claim.declared)), true)),
        m_drawn{persian::decode(persian::skeleton(claim.declared))},
        m_words(label_words(claim.declared).size()) {
    if (auto bare = without_noun(m_drawn.front()); bare != m_drawn.front()) m_drawn.push_back(std::move(bare));
  }

  [[nodiscard]] bool usable() const override { return !m_letters.empty(); }
  // «دفتر پیشخوان دماوند», not «اردبیل».
  [[nodiscard]] bool telling() const override { return m_words >= 2 && m_letters.size() >= k_telling_letters; }

  [[nodiscard]] Comparison compare(const Passage& passage) const override {
    const int size = static_cast<int>(passage.pieces.size());
    Comparison best;
    for (int first = 0; first < std::min(size, passage.exact ? 2 : 3); ++first) {
      if (first > 0 && !may_be_skipped(passage, first - 1)) break;
      if (is_number(letters(passage, first))) continue;
      if (of_another_kind(letters(passage, first))) break;
      const auto next = compare_from(passage, first);
      if (next.grade == Grade::agrees) return next;
      if (first == 0 || best.grade == Grade::nothing) best = next;
    }
    return best;
  }

 private:
  // No value where a text is asked for: a speck, or another field's.
  [[nodiscard]] bool is_number(const std::u32string& printed) const {
    const auto digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
    return std::all_of(printed.begin(), printed.end(), digit) &&
           std::none_of(m_letters.begin(), m_letters.end(), digit);
  }

  // What may stand in front of the value: «است», «رشته», a scrap. Not «خیلی» of «خیلی شدید».
  [[nodiscard]] bool may_be_skipped(const Passage& passage, int at) const {
    const Piece& piece = passage.pieces[static_cast<std::size_t>(at)];
    const bool noun = std::find(k_nouns.begin(), k_nouns.end(), piece.letters()) != k_nouns.end();
    const bool scrap = !passage.exact && (piece.letters().size() <= 2 || piece.opinion->confidence < k_scrap);
    return noun || scrap || opens_value(piece.letters()) || is_number(piece.letters());
  }

  // «آقای …» or «گواهی …» where a degree is asked for: another field, or the rest of the sentence.
  [[nodiscard]] bool of_another_kind(const std::u32string& printed) const {
    return (is_honorific(printed) || ends_value(printed) || refers_back(printed)) && !m_letters.starts_with(printed);
  }

  [[nodiscard]] int end_of_text(const Passage& passage, int first) const {
    const int size = static_cast<int>(passage.pieces.size());
    int end = first;
    while (end < std::min(size, first + k_most_pieces)) {
      const Piece& piece = passage.pieces[static_cast<std::size_t>(end)];
      // «نشانی» ends a value, but not «کپسول آتش‌نشانی».
      if (end > first && ends_value(piece.letters()) && m_letters.find(piece.letters()) == std::u32string::npos) break;
      if (end > first && piece.line == passage.pieces[static_cast<std::size_t>(end - 1)].line &&
          gap_between(*piece.box, *passage.pieces[static_cast<std::size_t>(end - 1)].box) > 3 * passage.line_height)
        break;
      ++end;
      if (piece.stop) break;
    }
    return end;
  }

  [[nodiscard]] Comparison compare_from(const Passage& passage, int first) const {
    const int end = end_of_text(passage, first);
    std::u32string printed;
    int nearest = 1000;
    for (int last = first; last < end; ++last) {
      printed += passage.pieces[static_cast<std::size_t>(last)].letters();
      // «کپسول آتش‌نشانی»: over the gap, too.
      const auto whole = with_allah_folded(with_ligatures_folded(printed), passage.exact);
      const auto bare = without_noun(whole);
      if (bare == m_letters || whole == m_letters) return bounded(passage, first, last, end, -1);
      if (passage.exact) continue;
      const int apart = look_alike_tenths(bare, m_letters);
      if (apart <= tolerance(m_letters.size())) {
        // A longer reading may fit better still.
        nearest = std::min(nearest, apart);
        if (last + 1 == end || look_alike_tenths(printed + letters(passage, last + 1), m_letters) >= apart)
          return bounded(passage, first, last, end, 75);
      }
      nearest = std::min(nearest, apart);
    }
    if (const auto said = testified_within(passage, first, end, m_letters.size(), nearest, m_drawn))
      return bounded(passage, first, said->last, end, said->sureness);
    return contradicted(passage, first, end, nearest);
  }

  static const std::u32string& letters(const Passage& passage, int at) {
    return passage.pieces[static_cast<std::size_t>(at)].letters();
  }

  // «کارشناسی» is not proved by «کارشناسی ارشد». «کردستان و», before the next label, is «کردستان».
  static Comparison bounded(const Passage& passage, int first, int last, int end, int sureness) {
    const bool ends_there = end == static_cast<int>(passage.pieces.size());
    if (ends_there && end - 1 > last && letters(passage, end - 1) == U"و") --end;
    const bool comma = passage.pieces[static_cast<std::size_t>(last)].comma;
    const bool more =
        last + 1 < end && !comma &&
        passage.pieces[static_cast<std::size_t>(last) + 1].line == passage.pieces[static_cast<std::size_t>(last)].line;
    if (more && passage.closed && end - last <= 3) {
      if (passage.exact) return graded(Grade::differs, passage, first, end - 1, 90);
      const auto rest = graded(Grade::doubtful, passage, last + 1, end - 1);
      if (letters(passage, last + 1).size() >= 3 && rest.sureness >= k_confident)
        return graded(Grade::doubtful, passage, first, end - 1);
    }
    return graded(Grade::agrees, passage, first, last, sureness);
  }

  [[nodiscard]] Comparison contradicted(const Passage& passage, int first, int end, int nearest) const {
    if (end == first) return {};
    if (passage.exact) return graded(Grade::differs, passage, first, end - 1, 100);
    const int last = std::min(end - 1, first + 3);
    auto out = graded(Grade::doubtful, passage, first, last);
    const auto length = static_cast<int>(m_letters.size());
    // «استقرارم نیشابور»: what stands in front of it is the rest of the label. «خیلی شدید» is more than «شدید».
    for (int i = first + 1; i <= last && !qualifies_value(letters(passage, i - 1)); ++i)
      if (letters(passage, i) == m_letters) return out;
    if (nearest > 5 * length && out.sureness >= k_confident && letters(passage, first).size() >= 2)
      out.grade = Grade::differs;
    return out;
  }

  std::u32string m_letters;
  std::vector<std::u32string> m_drawn;  // as it is drawn, with its noun and without
  std::size_t m_words;
};

}  // namespace

std::unique_ptr<Matcher> text_matcher(const Claim& claim) {
  return std::make_unique<TextMatcher>(claim);
}

}  // namespace mizan::verification
