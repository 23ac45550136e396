// SPDX-License-Identifier: GPL-3.0-or-later
// Names of persons and offices, in any order, spacing and spelling; titles do not count.
#include "base/persian/normalise.hpp"
#include "base/persian/utf8.hpp"
#include "verification/matchers/matcher.hpp"
#include "verification/matchers/words.hpp"
#include "verification/similarity.hpp"

#include <algorithm>
#include <sstream>

namespace mizan::verification {
namespace {

constexpr int k_most_pieces = 8;
constexpr int k_confident = 70, k_half_confident = 50;

/// One part of a declared name.
struct NamePart {
  std::u32string letters;   ///< comparison_letters
  std::u32string skeleton;  ///< as it is drawn
};

std::vector<NamePart> name_parts(const std::string& declared) {
  std::vector<NamePart> parts;
  std::istringstream words(persian::normalise(declared));
  for (std::string word; words >> word;) {
    auto letters = comparison_letters(word);
    if (!letters.empty() && !is_honorific(letters))
      parts.push_back({std::move(letters), persian::decode(persian::skeleton(word))});
  }
  return parts;
}

std::u32string concatenated(const std::vector<NamePart>& parts) {
  std::u32string out;
  for (const auto& part : parts) out += part.letters;
  return out;
}

bool has_digits(const std::u32string& letters) {
  return std::any_of(letters.begin(), letters.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

// How many tenths of an edit a recogniser may be wrong in a name of so many letters: one or two wrong dots. A stroke
// more or less is another name («حسن», «حسین»).
int tolerance(std::size_t letters) {
  return letters < 10 ? 4 : letters < 16 ? 6 : 8;
}

class NameMatcher : public Matcher {
 public:
  explicit NameMatcher(const Claim& claim) {
    auto parts = name_parts(claim.declared);
    m_parts = parts;
    add_orders(parts);
    std::erase_if(parts, [](const auto& part) { return is_optional_in_name(part.letters); });
    if (!parts.empty() && parts.size() != m_parts.size()) {
      m_parts = parts;
      add_orders(parts);
    }
  }

  [[nodiscard]] bool usable() const override { return !m_spellings.empty(); }
  [[nodiscard]] bool telling() const override { return m_parts.size() >= 2 && concatenated(m_parts).size() >= 7; }

  [[nodiscard]] Comparison compare(const Passage& passage) const override {
    const int size = static_cast<int>(passage.pieces.size());
    int first = 0;
    for (int words = 1; words > 0; first += words) words = words_that_open(passage, first);
    Comparison best;
    // A recogniser may leave a scrap of the leader dots or of the label in front of the name.
    for (int start = first; start < std::min(size, first + (passage.exact ? 1 : 3)); ++start) {
      const auto next = compare_from(passage, start);
      if (next.grade == Grade::agrees) return next;
      if (start == first) best = next;
    }
    return best;
  }

 private:
  static const std::u32string& letters(const Passage& passage, int at) {
    return passage.pieces[static_cast<std::size_t>(at)].letters();
  }

  // How many words from `at` on stand before a name: «به نام», «آقای», or «خ انم» as some text layers part it.
  static int words_that_open(const Passage& passage, int at) {
    const int size = static_cast<int>(passage.pieces.size());
    if (at >= size) return 0;
    if (opens_name(letters(passage, at))) return 1;
    return at + 1 < size && is_honorific(letters(passage, at) + letters(passage, at + 1)) ? 2 : 0;
  }

  // First name first or last, and whatever stands between them rotated likewise.
  void add_orders(const std::vector<NamePart>& parts) {
    for (std::size_t first = 0; first < parts.size(); ++first) {
      std::u32string spelling, drawn;
      for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto& part = parts[(first + i) % parts.size()];
        spelling += part.letters;
        drawn += part.skeleton;
      }
      m_spellings.push_back(with_allah_folded(with_ligatures_folded(std::move(spelling)), true));
      m_drawn.push_back(std::move(drawn));
    }
  }

  // The end of the name that begins at `first`: before a word that no name contains.
  static int end_of_name(const Passage& passage, int first) {
    const int size = static_cast<int>(passage.pieces.size());
    int end = first;
    while (end < size && end < first + k_most_pieces) {
      const Piece& piece = passage.pieces[static_cast<std::size_t>(end)];
      if (ends_value(piece.letters()) || has_digits(piece.letters())) break;
      ++end;
      if (piece.comma || piece.stop) break;
    }
    return end;
  }

  [[nodiscard]] Comparison compare_from(const Passage& passage, int first) const {
    const int end = end_of_name(passage, first);
    if (end == first || never_in_name(letters(passage, first))) return {};
    int nearest = 1000;
    std::u32string with, without;  // with and without «سید»
    for (int last = first; last < end; ++last) {
      with += letters(passage, last);
      if (!is_optional_in_name(letters(passage, last))) without += letters(passage, last);
      const auto folded = with_allah_folded(with_ligatures_folded(with), passage.exact);
      const auto bare = with_allah_folded(with_ligatures_folded(without), passage.exact);
      for (const auto& spelling : m_spellings)
        for (const auto* printed : {&folded, &bare}) {
          if (*printed == spelling) return bounded(passage, first, last, end, -1);
          // Far too short or too long as yet: no need to count how far exactly.
          if (passage.exact || printed->size() * 2 < spelling.size() || printed->size() > spelling.size() * 2) continue;
          const int apart = look_alike_tenths(*printed, spelling);
          nearest = std::min(nearest, apart);
          if (apart <= tolerance(spelling.size()) && may_stand(passage, first, last, m_drawn))
            return bounded(passage, first, last, end, 75);
        }
    }
    if (const auto said = testified_within(passage, first, end, m_spellings.front().size(), nearest, m_drawn))
      return bounded(passage, first, said->last, end, said->sureness);
    return contradicted(passage, first, end, nearest);
  }

  // The name is there; but «علی محمدی» does not prove to be «علی محمدی نژاد».
  static Comparison bounded(const Passage& passage, int first, int last, int end, int sureness) {
    if (last + 1 < end) {
      const Piece& here = passage.pieces[static_cast<std::size_t>(last)];
      const Piece& next = passage.pieces[static_cast<std::size_t>(last) + 1];
      const bool touching = here.line == next.line && gap_between(*here.box, *next.box) < passage.line_height * 3 / 2;
      // «به مالکیت شرکت … و کد ملی …»: that «و» leads on to the next label.
      const bool only_one_more = passage.closed && passage.exact && last + 2 == end && next.letters() != U"و";
      if (touching && !here.comma && (continues_name(next.letters()) || only_one_more))
        return graded(passage.exact ? Grade::differs : Grade::doubtful, passage, first, last + 1, 90);
    }
    return graded(Grade::agrees, passage, first, last, sureness);
  }

  [[nodiscard]] Comparison contradicted(const Passage& passage, int first, int end, int nearest) const {
    const int last = std::min(end, first + std::max<int>(2, static_cast<int>(m_parts.size()))) - 1;
    if (first + 1 == end && only_a_part(letters(passage, first))) return graded(Grade::doubtful, passage, first, first);
    if (passage.exact) return graded(Grade::differs, passage, first, last, 100);
    auto out = graded(Grade::doubtful, passage, first, last);
    if (all_declared(passage, first, end)) return out;  // the rest was not read
    if (says_something_else(passage, first, last)) return out;
    const auto length = static_cast<int>(concatenated(m_parts).size());
    // One part as declared and another one far from it is what another person of the same first or family name looks
    // like.
    const bool half = m_parts.size() > 1 && nearest >= 20 && out.sureness >= k_half_confident &&
                      other_part_differs(passage, first, end);
    const bool far = nearest > 5 * length && out.sureness >= k_confident && end - first >= 2;
    if (half || far) out.grade = Grade::differs;
    return out;
  }

  // The first name alone, or the family name: the rest of it stands somewhere else.
  [[nodiscard]] bool only_a_part(const std::u32string& printed) const {
    return m_parts.size() > 1 &&
           std::any_of(m_parts.begin(), m_parts.end(), [&](const auto& part) { return part.letters == printed; });
  }

  // «حق انتقال مورد اجاره», «معرض دید مراجعان»: a sentence, in which the label is none.
  [[nodiscard]] static bool says_something_else(const Passage& passage, int first, int last) {
    for (int i = first; i <= last; ++i)
      if (never_in_name(letters(passage, i))) return true;
    return false;
  }

  [[nodiscard]] bool all_declared(const Passage& passage, int first, int end) const {
    for (int i = first; i < end; ++i)
      if (!is_optional_in_name(letters(passage, i)) &&
          std::none_of(m_parts.begin(), m_parts.end(),
                       [&](const auto& part) { return part.letters == letters(passage, i); }))
        return false;
    return true;
  }

  // Some declared part is printed as declared, and another is near to nothing that is printed.
  [[nodiscard]] bool other_part_differs(const Passage& passage, int first, int end) const {
    bool some_agrees = false, some_differs = false;
    for (const auto& part : m_parts) {
      int nearest = 1000;
      for (int i = first; i < end; ++i) {
        nearest = std::min(nearest, look_alike_tenths(letters(passage, i), part.letters));
        // «حس…» for «حسن‌زاده»: the rest was not read.
        if (part.letters.starts_with(letters(passage, i)) || part.letters.ends_with(letters(passage, i)))
          nearest = std::min(nearest, 5 * static_cast<int>(part.letters.size()));
        if (i + 1 < end)
          nearest = std::min(nearest, look_alike_tenths(letters(passage, i) + letters(passage, i + 1), part.letters));
      }
      some_agrees |= nearest == 0 && part.letters.size() >= 3;
      some_differs |= nearest > 5 * static_cast<int>(part.letters.size());
    }
    return some_agrees && some_differs;
  }

  std::vector<NamePart> m_parts;
  std::vector<std::u32string> m_spellings;  // of comparison_letters
  std::vector<std::u32string> m_drawn;      // the same as they are drawn
};

}  // namespace

std::unique_ptr<Matcher> name_matcher(const Claim& claim) {
  return std::make_unique<NameMatcher>(claim);
}

}  // namespace mizan::verification
