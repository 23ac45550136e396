// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/labels.hpp"

#include "base/persian/utf8.hpp"
#include "verification/asked.hpp"
#include "verification/label_bounds.hpp"
#include "verification/label_words.hpp"
#include "verification/matchers/words.hpp"
#include "verification/similarity.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <tuple>

namespace mizan::verification {
namespace {

// Units beside values are no misread labels: «(ریال)» is not «سریال».
constexpr std::array<std::u32string_view, 8> k_units{U"ریال", U"تومان", U"متر", U"مترمربع",
                                                     U"روز",  U"نفر",   U"سال", U"ماه"};

constexpr std::size_t k_least_dotted = 2;  // letters of a wording that may be misread in its dots
constexpr int k_dots = 4;                  // tenths of an edit: letters that differ in their dots

// Wordings that the recogniser is asked about: tenths of an edit a letter, letters lost or invented.
constexpr int k_asked = 3;
constexpr std::size_t k_lost = 2;

bool has_digit(std::u32string_view letters) {
  return std::any_of(letters.begin(), letters.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

// The word that tells «صادر شده در» from «صادر شده تا» has two letters.
bool ends_in_particle(std::u32string_view letters) {
  constexpr std::array<std::u32string_view, 4> k_particles{U"در", U"تا", U"از", U"به"};
  return std::any_of(k_particles.begin(), k_particles.end(), [&](auto word) { return letters.ends_with(word); });
}

Occurrence occurrence_of(const std::u32string& letters, const Wording& wording, const Stretch& place, int edits) {
  return {place.first, place.last,          edits,        letters.size(), persian::encode(letters),
          wording.own, is_generic(letters), wording.role, wording.rank,   wording.part,
          {}};
}

/// «دارندهٔ پروانه شماره ۷۱۰۶»: what is followed by the rest of the field's own wording is no label of another field.
/// Behind «واقع در استان گیلان» an address begins with what labels a province elsewhere.
void drop_run_into(std::vector<Occurrence>& all, ValueKind kind) {
  const std::vector<Occurrence> every = all;
  const auto staggered = [](const Occurrence& a, const Occurrence& b) {
    return a.first < b.first && b.first <= a.last && a.last < b.last;
  };
  std::erase_if(all, [&](const Occurrence& other) {
    return !other.own && other.rest.empty() && std::any_of(every.begin(), every.end(), [&](const Occurrence& own) {
      return own.own && own.edits == 0 && !own.generic && own.rest.empty() &&
             (staggered(other, own) || (kind == ValueKind::address && staggered(own, other)));
    });
  });
}

/// Of occurrences that share a token only the longest and surest, in reading order.
std::vector<Occurrence> without_overlaps(std::vector<Occurrence> all, std::size_t tokens) {
  const auto worth = [](const Occurrence& o) { return static_cast<int>(o.length) - 3 * o.edits; };
  std::sort(all.begin(), all.end(), [&](const Occurrence& a, const Occurrence& b) {
    if (worth(a) != worth(b)) return worth(a) > worth(b);
    if (a.own != b.own) return a.own;
    return std::tie(a.first, a.last, a.label) < std::tie(b.first, b.last, b.label);
  });
  std::vector<bool> taken(tokens, false);
  std::vector<Occurrence> out;
  for (auto& occurrence : all) {
    const auto first = taken.begin() + occurrence.first, last = taken.begin() + occurrence.last + 1;
    const auto is_taken = [&](int at) { return taken[static_cast<std::size_t>(at)]; };
    if (std::find(first, last, true) != last || std::any_of(occurrence.rest.begin(), occurrence.rest.end(), is_taken))
      continue;
    std::fill(first, last, true);
    for (const int at : occurrence.rest) taken[static_cast<std::size_t>(at)] = true;
    out.push_back(std::move(occurrence));
  }
  std::sort(out.begin(), out.end(), [](const Occurrence& a, const Occurrence& b) { return a.first < b.first; });
  return out;
}

}  // namespace

bool is_unit(std::u32string_view letters) {
  return std::find(k_units.begin(), k_units.end(), letters) != k_units.end();
}

bool Occurrence::covers(int token) const {
  return (token >= first && token <= last) || std::find(rest.begin(), rest.end(), token) != rest.end();
}

Box box_of(const PageView& page, const Occurrence& occurrence) {
  Box box;
  for (int at = occurrence.first; at <= occurrence.last; ++at) box = joined(box, page.token(at).box);
  return box;
}

LabelIndex::LabelIndex(const PageView& page, Spellings& spellings, const LetterClasses* letters)
    : m_stretches(page), m_spellings(spellings), m_letters(letters) {}

// A short wording in which dots alone were misread: «سهر» for «شهر».
void LabelIndex::add_dotted(const std::u32string& letters, std::vector<Place>& places) const {
  const int most = letters.size() == k_least_dotted ? 2 * k_dots : k_dots;  // «سس» for «ش.ش»
  for (const auto& reading : m_stretches.of_length(letters.size())) {
    const int apart = look_alike_tenths(letters, *reading.letters);
    if (apart == 0 || apart > most) continue;
    for (const Stretch& place : *reading.places) places.push_back({place, 1});
  }
}

// A wording of which no more letters were misread than is tolerated.
void LabelIndex::add_misread(const std::u32string& letters, std::vector<Place>& places) const {
  const int limit = tolerated(letters.size());
  if (limit == 0) return;
  const std::uint64_t contents = contents_of(letters);
  const auto off = static_cast<std::size_t>(limit);
  for (auto size = letters.size() - off; size <= letters.size() + off; ++size)
    for (const auto& reading : m_stretches.of_length(size)) {
      // Each edit changes at most two of the letters that occur.
      if (std::popcount(reading.contents ^ contents) > 2 * limit) continue;
      // «۲ مورد اجاره» is no «محل مورد اجاره».
      if (is_unit(*reading.letters) || (has_digit(*reading.letters) && !has_digit(letters))) continue;
      const int distance = edits(letters, *reading.letters, limit);
      if (distance == 0 || distance > limit) continue;
      for (const Stretch& place : *reading.places) places.push_back({place, distance});
    }
}

const std::vector<LabelIndex::Place>& LabelIndex::places_of(const std::u32string& letters) {
  const auto [known, fresh] = m_found.try_emplace(letters);
  auto& places = known->second;
  if (!fresh) return places;
  for (const Stretch& place : m_stretches.read_as(letters)) places.push_back({place, 0});
  if (page().exact()) return places;
  if (tolerated(letters.size()) == 0 && letters.size() >= k_least_dotted) add_dotted(letters, places);
  add_misread(letters, places);
  return places;
}

bool LabelIndex::comma_within(const Stretch& place) const {
  for (int at = place.first; at < place.last; ++at)
    if (page().token(at).comma) return true;
  return false;
}

// «نام (کامل و خوانا)» is no «نام کامل»: a note begins between the words, and ends behind them.
bool LabelIndex::breaks_a_note(const Stretch& place) const {
  constexpr int k_longest_note = 4;
  const auto is_bracket = [](char c) { return c == '(' || c == ')'; };
  const auto begins = [&](int at) {
    const auto& printed = page().token(at).first().printed;
    return !printed.empty() && is_bracket(printed.front());
  };
  const auto ends = [&](int at) {
    const auto& printed = page().token(at).first().printed;
    return printed.size() > 1 && is_bracket(printed.back());
  };
  int open = 0;
  for (int at = place.first + 1; at <= place.last; ++at) {
    if (begins(at)) ++open;
    if (ends(at) && open > 0) --open;
  }
  for (int at = place.last + 1; open > 0 && at < page().size() && at <= place.last + k_longest_note; ++at)
    if (ends(at)) return true;
  return false;
}

bool LabelIndex::ends_alike(const Stretch& place, const std::u32string& letters) const {
  const auto& last = page().token(place.last).first().letters;
  const std::size_t shared = std::min<std::size_t>(2, last.size());
  return letters.ends_with(last.substr(last.size() - shared));
}

// «مشخصات مورد …» is no misread «مشخصات موجر»: a word of other wordings is read as what it is. Nor is «جمع فاکتور»
// «جمع کل فاکتور»: the words that are there were read well.
bool LabelIndex::says_other_word(const Stretch& place, const std::u32string& letters,
                                 const std::set<std::u32string>& known) const {
  constexpr std::size_t k_short = 3;
  if (ends_in_particle(letters) && !ends_alike(place, letters)) return true;  // «صادر شده و تا» is no «صادر شده در»
  bool all_its_own = true;
  for (int at = place.first; at <= place.last; ++at) {
    const auto& word = page().token(at).first().letters;
    const bool own = letters.find(word) != std::u32string::npos;
    if (!own && ((word.size() > k_short && known.contains(word)) || opens_until(word))) return true;
    all_its_own = all_its_own && own && known.contains(word);
  }
  return all_its_own;
}

void LabelIndex::add(const Wording& wording, const Place& place, std::vector<Occurrence>& all) const {
  if (place.edits > 0 && comma_within(place.tokens)) return;  // «قم، شهرستان» is no «نام شهرستان»
  if (breaks_a_note(place.tokens)) return;
  all.push_back(occurrence_of(*wording.letters, wording, place.tokens, place.edits));
}

void LabelIndex::add_spelt(const Wordings& wordings, const std::set<std::u32string>& known,
                           std::vector<Occurrence>& all) {
  for (const auto& wording : wordings) {
    const auto& letters = *wording.letters;
    for (const Place& place : places_of(letters))
      if (place.edits == 0 || !says_other_word(place.tokens, letters, known)) add(wording, place, all);
    for (const auto& tokens : m_stretches.broken(letters)) {
      std::size_t run = 1;
      while (tokens[run] == tokens[run - 1] + 1) ++run;
      add(wording, {{tokens.front(), tokens[run - 1]}, 0}, all);
      all.back().rest.assign(tokens.begin() + static_cast<std::ptrdiff_t>(run), tokens.end());
    }
  }
}

// In other words, where they mean no other field as well.
void LabelIndex::add_meant(const Wordings& wordings, std::vector<Occurrence>& all) const {
  std::map<std::u32string_view, int> fields;  // 1: the claimed one means it, 2: another one, 3: both
  for (const auto& wording : wordings)
    if (wording.spelling != nullptr) fields[wording.spelling->meaning] |= wording.own ? 1 : 2;
  for (const auto& wording : wordings) {
    if (is_generic(*wording.letters) || wording.spelling == nullptr) continue;
    const auto& meaning = wording.spelling->meaning;
    if (meaning.empty() || fields[meaning] == 3) continue;
    for (const Stretch& place : m_stretches.meaning(meaning)) add(wording, {place, 1}, all);
  }
}

// «تاریخ انقضای مدت» says all that «تاریخ انقضا» does, and besides only what wordings of the same field say elsewhere,
// or any label may. Where it says as much of another field, it is neither's.
void LabelIndex::add_alike(const Claim& claim, std::vector<Occurrence>& all) {
  constexpr std::size_t k_least = 2, k_most_phrases = 2000;
  if (m_stretches.phrases().size() > k_most_phrases) return;
  std::set<std::u32string> own_words;
  for (const auto& label : claim.labels) {
    const auto& meant = m_spellings.of(label).meant;
    own_words.insert(meant.begin(), meant.end());
  }
  const auto most_said = [&](const std::vector<std::string>& labels, const Stretches::Phrase& phrase) {
    std::pair<std::size_t, const Spelling*> best{0, nullptr};
    for (const auto& label : labels) {
      const auto& spelling = m_spellings.of(label);
      const auto& meant = spelling.meant;
      if (meant.size() > best.first &&
          std::includes(phrase.meant.begin(), phrase.meant.end(), meant.begin(), meant.end()))
        best = {meant.size(), &spelling};
    }
    return best;
  };
  for (const auto& phrase : m_stretches.phrases()) {
    const bool plain = std::all_of(phrase.meant.begin(), phrase.meant.end(),
                                   [&](const auto& word) { return own_words.contains(word) || qualifies_label(word); });
    if (!plain || phrase.meant.size() < k_least) continue;
    const auto [said, wording] = most_said(claim.labels, phrase);
    if (said < k_least || most_said(claim.other_labels, phrase).first >= said) continue;
    all.push_back(occurrence_of(wording->letters, Wording{&wording->letters, true}, phrase.place, k_edits_of_asked));
    // The whole of it outweighs what other fields would take of it.
    all.back().length = 0;
    for (int at = phrase.place.first; at <= phrase.place.last; ++at)
      all.back().length += page().token(at).first().letters.size();
  }
}

// A wording that was read as nothing like it, but where the recogniser, asked again, finds that it can stand.
// The surest place and how sure it is.
std::optional<std::pair<double, Stretch>> LabelIndex::asked_place(const std::u32string& letters,
                                                                  const std::u32string& drawn) const {
  std::optional<std::pair<double, Stretch>> best;
  if (m_letters == nullptr || page().exact() || tolerated(letters.size()) == 0) return best;
  const int most = k_asked * static_cast<int>(letters.size());
  for (auto size = letters.size() - k_lost; size <= letters.size() + k_lost; ++size)
    for (const auto& reading : m_stretches.of_length(size)) {
      if (is_unit(*reading.letters) || look_alike_tenths(letters, *reading.letters) > most) continue;
      for (const Stretch& place : *reading.places) {
        std::vector<const Token*> tokens;
        for (int at = place.first; at <= place.last; ++at) tokens.push_back(&page().token(at));
        const auto said = asked_about(tokens, *m_letters, {drawn});
        if (!said || said->testimony != Testimony::confirms) continue;
        if (!best || said->ratio > best->first) best = {said->ratio, place};
      }
    }
  return best;
}

// Of the claim's own wordings the one that the recogniser is surest of.
void LabelIndex::add_asked(const Wordings& wordings, std::vector<Occurrence>& all) const {
  std::optional<std::pair<double, Stretch>> best;
  const Wording* which = nullptr;
  for (const auto& wording : wordings) {
    if (!wording.own || wording.spelling == nullptr) continue;
    const auto place = asked_place(*wording.letters, wording.spelling->drawn);
    if (!place || (best && best->first >= place->first)) continue;
    best = place;
    which = &wording;
  }
  if (best) add(*which, {best->second, k_edits_of_asked}, all);
}

std::vector<Occurrence> LabelIndex::find(const Claim& claim) {
  std::vector<Occurrence> all;
  const auto wordings = wordings_of(claim, m_spellings);
  const auto& known = m_spellings.words_of_wordings(claim);
  const auto is_named = [&] {
    return std::any_of(all.begin(), all.end(), [](const Occurrence& o) { return o.own && !o.generic; });
  };
  add_spelt(wordings, known, all);
  if (!is_named()) add_meant(wordings, all);
  if (!is_named()) add_alike(claim, all);
  if (!is_named()) add_asked(wordings, all);
  drop_run_into(all, claim.kind);
  auto out = without_overlaps(std::move(all), static_cast<std::size_t>(page().size()));
  const auto declared = declared_words(claim.declared);
  const WordingWords words{known, {declared.begin(), declared.end()}};
  complete(out, page(), claim.kind, words);
  drop_echoes(out, page(), declared.empty() ? std::u32string{} : declared.front());
  return out;
}

}  // namespace mizan::verification
