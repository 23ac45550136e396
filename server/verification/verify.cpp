// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/verify.hpp"

#include "verification/labels.hpp"
#include "verification/matchers/matcher.hpp"
#include "verification/matchers/words.hpp"
#include "verification/numbered_rows.hpp"
#include "verification/page_view.hpp"
#include "verification/reasons.hpp"
#include "verification/verdicts.hpp"
#include "verification/zones.hpp"

#include <algorithm>
#include <memory>
#include <numeric>
#include <optional>
#include <set>

namespace mizan::verification {
namespace {

constexpr int k_unlabelled_window = 8;
constexpr int k_sure = 90;  // 0…100

/// With what the recognisers of a reading may be asked again; null where they may not.
struct Foldings {
  const NumberClasses* numbers = nullptr;
  const LetterClasses* letters = nullptr;
  bool anywhere = false;  ///< as Passage::anywhere
  bool toman = false;     ///< as Passage::toman
};

Passage passage_of(const PageView& page, const Zone& zone, std::size_t layer, Foldings foldings) {
  Passage passage;
  passage.exact = page.exact();
  passage.closed = zone.closed;
  passage.line_height = page.line_height();
  if (zone.unit >= 0) passage.label_unit = page.token(zone.unit).opinions[layer].letters;
  passage.anywhere = foldings.anywhere;
  passage.toman = foldings.toman;
  passage.numbers = foldings.numbers;
  passage.letters = foldings.letters;
  passage.asks_letters = layer == 0 && !foldings.anywhere;  // once, not once for every recogniser
  for (const int at : zone.tokens) {
    const Token& token = page.token(at);
    passage.pieces.push_back(
        {at, &token.opinions[layer], &token, &token.box, token.line, token.comma || token.colon, token.stop});
  }
  return passage;
}

// One look at one place: the best any recogniser says, and whether they contradict one another.
Sighting look_at(const PageView& page, const Zone& zone, const Matcher& matcher, Foldings foldings) {
  Sighting best;
  best.page = &page;
  best.standing = zone.standing;
  best.generic = zone.generic;
  best.doubtful_owner = zone.doubtful_owner;
  best.label_edits = zone.edits;
  for (std::size_t layer = 0; layer < page.recognisers().size(); ++layer) {
    const auto passage = passage_of(page, zone, layer, foldings);
    auto next = matcher.compare(passage);
    if (best.comparison.grade == Grade::differs && next.grade == Grade::differs) {
      if (next.read == best.comparison.read)
        ++best.agreeing_opinions;
      else
        best.disputed = true;
    }
    const bool better = next.grade > best.comparison.grade ||
                        (next.grade == best.comparison.grade && next.sureness > best.comparison.sureness);
    if (!better) continue;
    best.tokens.clear();
    for (int i = next.first; i <= next.last; ++i)
      best.tokens.push_back(passage.pieces[static_cast<std::size_t>(i)].token);
    best.comparison = std::move(next);
    if (best.comparison.grade == Grade::agrees && best.comparison.sureness >= k_sure) break;  // the others add nothing
  }
  return best;
}

class Verifier {
 public:
  Verifier(const Reading& reading, Spellings& spellings) : m_spellings(spellings) {
    for (std::size_t i = 0; i < reading.pages.size(); ++i)
      m_pages.push_back(
          std::make_unique<PageView>(reading.pages[i], static_cast<int>(i), reading.number_alphabet.size()));
    if (!reading.number_alphabet.empty()) m_numbers.emplace(reading.number_alphabet);
    if (!reading.text_alphabet.empty()) m_letters.emplace(reading.text_alphabet);
    for (const auto& page : m_pages) m_labels.emplace_back(*page, m_spellings, letters());
  }

  [[nodiscard]] Verdict verdict_on(const Claim& claim) {
    const auto matcher = make_matcher(claim);
    if (!matcher->usable()) return unreadable(claim, reason::not_comparable);
    if (const auto why = nothing_to_read()) return unreadable(claim, *why);
    std::vector<Sighting> sightings;
    std::vector<std::vector<Occurrence>> occurrences;
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
      occurrences.push_back(m_labels[i].find(claim));
      for (const auto& zone : zones_of(*m_pages[i], occurrences.back(), claim))
        sightings.push_back(look_at(*m_pages[i], zone, *matcher, {numbers(), letters()}));
    }
    std::optional<Sighting> elsewhere;
    if (!proved(sightings)) elsewhere = unlabelled(claim, *matcher, occurrences, !sightings.empty());
    return concluded(claim, sightings, elsewhere);
  }

 private:
  [[nodiscard]] const NumberClasses* numbers() const { return m_numbers ? &*m_numbers : nullptr; }
  [[nodiscard]] const LetterClasses* letters() const { return m_letters ? &*m_letters : nullptr; }

  [[nodiscard]] std::optional<std::string_view> nothing_to_read() const {
    const bool blank = std::all_of(m_pages.begin(), m_pages.end(),
                                   [](const auto& page) { return page->page().kind == PageKind::blank; });
    if (blank) return reason::blank_page;
    const bool mute = std::all_of(m_pages.begin(), m_pages.end(), [](const auto& page) { return page->size() == 0; });
    return mute ? std::optional(reason::no_text) : std::nullopt;
  }

  // The declared value beside no label at all, or beside another field's. `located`: the field has a place of its own,
  // in a list its column, so that the value in another column is another field's.
  [[nodiscard]] std::optional<Sighting> unlabelled(const Claim& claim, const Matcher& matcher,
                                                   const std::vector<std::vector<Occurrence>>& occurrences,
                                                   bool located) const {
    if (!matcher.telling()) return std::nullopt;
    std::optional<Sighting> owned_elsewhere;
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
      const PageView& page = *m_pages[i];
      const auto owned = owned_by_others(page, occurrences[i], claim);
      const bool toman = std::any_of(page.tokens().begin(), page.tokens().end(),
                                     [](const Token& token) { return says_toman(token.first().letters); });
      const auto row = located ? std::set<int>{} : tokens_of_row(page, claim.row);
      const int window = claim.kind == ValueKind::address ? 4 * k_unlabelled_window : k_unlabelled_window;
      for (int first = 0; first < page.size(); ++first) {
        Zone zone;
        for (int at = first; at < std::min(page.size(), first + window); ++at) zone.tokens.push_back(at);
        auto sighting = look_at(page, zone, matcher, {numbers(), letters(), true, toman});
        if (sighting.comparison.grade != Grade::agrees || sighting.comparison.first != 0) continue;
        sighting.unlabelled = true;
        if (claim.row == 0 && !owned[static_cast<std::size_t>(first)]) return sighting;
        if (row.contains(sighting.tokens.front()) && row.contains(sighting.tokens.back())) return sighting;
        sighting.of_another = true;
        if (!owned_elsewhere) owned_elsewhere = std::move(sighting);
      }
    }
    return owned_elsewhere;
  }

  // What stands in the row of this number, whatever the columns are; nothing where no numbers tell rows.
  [[nodiscard]] static std::set<int> tokens_of_row(const PageView& page, int row) {
    if (row == 0) return {};
    std::vector<int> all(static_cast<std::size_t>(page.size()));
    std::iota(all.begin(), all.end(), 0);
    const auto rows = NumberedRows::among(page, all);
    if (!rows) return {};
    const auto tokens = rows->row(row);
    return {tokens.begin(), tokens.end()};
  }

  Spellings& m_spellings;
  std::vector<std::unique_ptr<PageView>> m_pages;
  std::vector<LabelIndex> m_labels;
  std::optional<NumberClasses> m_numbers;
  std::optional<LetterClasses> m_letters;
};

}  // namespace

std::vector<Verdict> verify(const Reading& reading, std::span<const Claim> claims) {
  // How wordings are spelt depends on nothing but them: a thread remembers it from document to document.
  thread_local Spellings spellings;
  spellings.forget_many();
  Verifier verifier(reading, spellings);
  std::vector<Verdict> verdicts;
  verdicts.reserve(claims.size());
  for (const Claim& claim : claims) verdicts.push_back(verifier.verdict_on(claim));
  return verdicts;
}

}  // namespace mizan::verification
