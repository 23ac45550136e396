// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/labels.hpp"

#include "base/persian/normalise.hpp"
#include "base/persian/utf8.hpp"
#include "verification/asked.hpp"
#include "verification/label_bounds.hpp"
#include "verification/label_words.hpp"
#include "verification/matchers/words.hpp"
#include "verification/similarity.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <span>
#include <sstream>
#include <tuple>

namespace mizan::verification {
namespace {

constexpr int k_tokens_of_label = 6;
constexpr std::array<std::u32string_view, 21> k_generic{
    U"مورخه", U"بهشماره",

    U"تاریخ", U"شماره",   U"نام",   U"مبلغ",   U"تعداد",   U"سال", U"کد",        U"مدت",       U"دوره", U"بین",
    U"مورخ",  U"فیمابین", U"شناسه", U"مشخصات", U"درتاریخ", U"ش",   U"شمارهنامه", U"تاریخنامه", U"پدر"};

// Units beside values are no misread labels: «(ریال)» is not «سریال».
constexpr std::array<std::u32string_view, 8> k_units{U"ریال", U"تومان", U"متر", U"مترمربع",
                                                     U"روز",  U"نفر",   U"سال", U"ماه"};

constexpr std::size_t k_tolerant = 5, k_least_dotted = 2;  // letters of a wording that may be misread; in its dots
constexpr int k_dots = 4;                                  // tenths of an edit: letters that differ in their dots

// Wordings that the recogniser is asked about: tenths of an edit a letter, letters lost or invented.
constexpr int k_asked = 3;
constexpr std::size_t k_lost = 2;

int tolerated(std::size_t letters) {
  if (letters < k_tolerant) return 0;
  if (letters < 8) return 1;
  return letters < 12 ? 2 : 3;
}

bool has_digit(std::u32string_view letters) {
  return std::any_of(letters.begin(), letters.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

// The word that tells «صادر شده در» from «صادر شده تا» has two letters.
bool ends_in_particle(std::u32string_view letters) {
  constexpr std::array<std::u32string_view, 4> k_particles{U"در", U"تا", U"از", U"به"};
  return std::any_of(k_particles.begin(), k_particles.end(), [&](auto word) { return letters.ends_with(word); });
}

std::uint64_t contents_of(std::u32string_view letters) {
  std::uint64_t bits = 0;
  for (const char32_t c : letters) bits |= std::uint64_t{1} << (c % 64);
  return bits;
}

constexpr std::array<std::u32string_view, 2> k_given{U"نام", U"نامکوچک"};
constexpr std::array<std::u32string_view, 5> k_family{U"نامخانوادگی", U"نامفامیل", U"فامیل", U"فامیلی", U"شهرت"};

struct Wording {
  bool own, role;
  int rank;
  NamePart part = NamePart::whole;
  std::u32string drawn{}, meaning{};  ///< persian::skeleton and meaning_of
};

bool among(std::span<const std::u32string_view> words, const std::u32string& letters) {
  return std::find(words.begin(), words.end(), letters) != words.end();
}

// «نام» and «نام خانوادگی» over two columns are two wordings.
bool apart(const Token& before, const Token& token, int line_height) {
  return before.line == token.line && gap_between(before.box, token.box) > 2 * line_height;
}

std::string outside_brackets(std::string_view label) {
  std::string outside;
  int depth = 0;
  for (const char c : persian::normalise(label)) {
    if (c == '(') ++depth;
    if (depth == 0) outside.push_back(c);
    if (c == ')' && depth > 0) --depth;
  }
  return outside;
}

std::vector<std::u32string> words_of(const std::string& declared) {
  std::vector<std::u32string> out;
  std::istringstream words(persian::normalise(declared));
  for (std::string word; words >> word;) out.push_back(comparison_letters(word));
  return out;
}

/// `spelt` gives of a wording what LabelIndex remembers of it.
template <typename Spelt>
std::map<std::u32string, Wording> wordings_of(const Claim& claim, Spelt spelt) {
  std::map<std::u32string, Wording> out;
  int rank = 0;
  const auto add = [&](const std::string& text, bool own) {
    const auto& letters = spelt(text).letters;
    if (letters.size() < 2) return;
    out.try_emplace(letters,
                    Wording{own, false, own ? rank++ : 0, NamePart::whole, spelt(text).drawn, spelt(text).meaning});
  };
  for (const auto& label : claim.labels) add(label, true);
  add(claim.label, true);
  if (!claim.role.empty()) {
    const auto& letters = spelt(claim.role).letters;
    const auto known = out.find(letters);
    if (known == out.end())
      out.emplace(letters, Wording{false, true, 0, NamePart::whole, {}, {}});
    else
      known->second.role = true;
  }
  // «شمال» is a side of the plot, but not in the name «… خدمات شمال».
  const auto declared = words_of(claim.declared);
  for (const auto& label : claim.other_labels) {
    const auto& letters = spelt(label).letters;
    const int limit = tolerated(letters.size());
    const auto is_declared = [&](const std::u32string& word) { return edits(letters, word, limit) <= limit; };
    if (std::none_of(declared.begin(), declared.end(), is_declared)) add(label, false);
  }
  // Where a name is asked for by «نام» alone, its parts may stand apart.
  const auto given = out.find(std::u32string(k_given.front()));
  if (given == out.end()) return out;
  const bool asked = given->second.own;
  for (auto& [letters, wording] : out)
    if (asked && among(k_given, letters)) wording.part = NamePart::given;
  for (const auto family : k_family) {
    auto& wording =
        out.try_emplace(std::u32string(family), Wording{false, false, 0, NamePart::whole, {}, {}}).first->second;
    if (asked && !wording.own) wording.part = NamePart::family;
  }
  return out;
}

bool is_generic(const std::u32string& letters) {
  return std::find(k_generic.begin(), k_generic.end(), letters) != k_generic.end();
}

/// `place` as LabelIndex keeps them.
template <typename Place>
Occurrence occurrence_of(const std::u32string& letters, const Wording& wording, const Place& place) {
  return {place.first, place.last,          place.edits,  letters.size(), persian::encode(letters),
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

std::u32string label_letters(std::string_view label) {
  return comparison_letters(outside_brackets(label));
}

LabelIndex::LabelIndex(const PageView& page, const LetterClasses* letters) : m_page(&page), m_letters(letters) {
  for (std::size_t layer = 0; layer < page.recognisers().size(); ++layer) index_layer(layer);
  index_meanings();
  index_cells();
  index_stacks();
  for (const auto& [span, places] : m_spans) m_sizes[span.size()].push_back({&span, contents_of(span)});
  for (auto& [size, spans] : m_sizes)
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return *a.letters < *b.letters; });
}

// A text layer may part a word whose letters are set apart: «مال» goes on in «کیت».
bool LabelIndex::continues(int at) const {
  if (!m_page->exact() || at < 0 || at + 1 >= m_page->size()) return false;
  const Token& token = m_page->token(at);
  const Token& next = m_page->token(at + 1);
  const auto persian = [](const Token& t, char32_t c) { return !t.first().letters.empty() && c > 0x600; };
  return token.line == next.line && token.word != next.word && !token.colon && !token.comma && !token.stop &&
         token.box.y0 == next.box.y0 && token.box.y1 == next.box.y1 && persian(token, token.first().letters.back()) &&
         persian(next, next.first().letters.front()) && gap_between(token.box, next.box) * 20 < token.box.height();
}

// The end of a line of running text, which goes on in the next: not a title, not a head of a column.
bool LabelIndex::wraps(int at) const {
  constexpr int k_of_prose = 4;  // tokens that hang together
  const Token& token = m_page->token(at);
  const Token& next = m_page->token(at + 1);
  const int height = m_page->line_height();
  if (10 * std::abs(token.box.height() - next.box.height()) > 3 * height) return false;
  if (10 * (next.box.y0 - token.box.y1) > 16 * height) return false;
  int together = 1;
  for (int i = at; i > 0 && m_page->token(i - 1).line == token.line && together < k_of_prose; --i, ++together)
    if (5 * gap_between(m_page->token(i - 1).box, m_page->token(i).box) > 6 * height) return false;
  return together >= k_of_prose;
}

void LabelIndex::index_layer(std::size_t layer) {
  constexpr std::size_t k_longest = 40;
  for (int first = 0; first < m_page->size(); ++first) {
    std::u32string letters;
    if (continues(first - 1)) continue;
    for (int last = first; last < m_page->size() && last < first + k_tokens_of_label; ++last) {
      const auto& token = m_page->token(last);
      if (last > first &&
          (apart(m_page->token(last - 1), token, m_page->line_height()) || m_page->parted_by_cells(last - 1, last)))
        break;
      if (last > first && token.line != m_page->token(last - 1).line && !wraps(last - 1)) break;
      letters += token.opinions[layer].letters;
      if (letters.size() > k_longest) break;
      if (continues(last)) continue;
      auto& places = m_spans[letters];
      if (places.empty() || places.back().first != first || places.back().last != last)
        places.push_back({first, last, 0});
      if (token.colon) break;  // a wording does not go on beyond its colon
    }
  }
}

// Whether a token goes on what the one before says: closer than the cells of a table.
bool LabelIndex::hangs_on(int at) const {
  if (at <= 0 || at >= m_page->size()) return false;
  const Token &before = m_page->token(at - 1), &token = m_page->token(at);
  return before.line == token.line && !m_page->parted_by_cells(at - 1, at) &&
         10 * gap_between(before.box, token.box) <= 7 * m_page->line_height();
}

// Nothing hangs together with it but a value: what is only a part of an unknown wording means something else.
bool LabelIndex::stands_alone(int first, int last) const {
  const auto is_value = [&](int at) {
    const auto& letters = m_page->token(at).first().letters;
    return !letters.empty() && letters.front() >= U'0' && letters.front() <= U'9';
  };
  if (hangs_on(first)) {
    const Token& before = m_page->token(first - 1);
    if (!before.comma && !before.stop && !is_value(first - 1)) return false;
  }
  return m_page->token(last).colon || !hangs_on(last + 1) || is_value(last + 1);
}

void LabelIndex::index_meanings() {
  for (int first = 0; first < m_page->size(); ++first) {
    std::vector<std::u32string> words;
    for (int last = first; last < m_page->size() && last < first + k_tokens_of_label; ++last) {
      const auto& token = m_page->token(last);
      if (last > first && !hangs_on(last)) break;
      for (auto& word : label_words(token.first().normal)) words.push_back(std::move(word));
      if (stands_alone(first, last)) {
        m_meanings[meaning_of(words)].push_back({first, last, 1});
        if (last > first) m_phrases.push_back({meanings_of(words), {first, last, k_edits_of_asked}});
      }
      if (token.colon) break;
    }
  }
}

// A wording that fills a narrow cell goes on in the next line, where the value of another cell stands between its
// words.
void LabelIndex::index_cells() {
  for (const Table& table : m_page->page().tables)
    for (const TableCell& cell : table.cells) {
      const auto tokens = m_page->tokens_in(cell);
      if (tokens.size() < 2 || tokens.size() > k_tokens_of_label) continue;
      bool contiguous = true;
      std::u32string letters;
      for (std::size_t i = 0; i < tokens.size(); ++i) {
        contiguous = contiguous && (i == 0 || tokens[i] == tokens[i - 1] + 1);
        letters += m_page->token(tokens[i]).first().letters;
      }
      if (!contiguous) m_cells[letters].push_back(tokens);
    }
}

// The head of a narrow column goes on under itself, where no ruled line shows the cell. Papers have a few dozen of
// them; words strewn over one another on purpose could be stacked for ever.
void LabelIndex::index_stacks() {
  constexpr std::size_t k_most_runs = 2000, k_most_stacks = 5000;
  const auto runs = short_runs();
  if (runs.size() > k_most_runs) return;
  std::size_t stacks = 0;
  const auto below = [&](const Run& upper, const Run& lower) {
    const int shared = std::min(upper.box.x1, lower.box.x1) - std::max(upper.box.x0, lower.box.x0);
    const int down = lower.box.y0 - upper.box.y1;
    return lower.line > upper.line && 2 * shared >= std::min(upper.box.width(), lower.box.width()) &&
           2 * std::abs(down) <= m_page->line_height();
  };
  std::vector<Run> open = runs;
  while (!open.empty() && stacks < k_most_stacks) {
    const Run upper = std::move(open.back());
    open.pop_back();
    for (const Run& lower : runs) {
      if (!below(upper, lower) || upper.tokens.size() + lower.tokens.size() > k_tokens_of_label) continue;
      Run both{lower.line, upper.tokens, upper.letters + lower.letters, lower.box};
      both.tokens.insert(both.tokens.end(), lower.tokens.begin(), lower.tokens.end());
      if (both.tokens.back() - both.tokens.front() + 1 != static_cast<int>(both.tokens.size()))
        m_cells[both.letters].push_back(both.tokens);
      else
        m_spans[both.letters].push_back({both.tokens.front(), both.tokens.back(), 0});
      open.push_back(std::move(both));
      ++stacks;
    }
  }
}

// What stands together on a line, as far as it is short enough for a part of a wording.
std::vector<LabelIndex::Run> LabelIndex::short_runs() const {
  constexpr std::size_t k_most = 3;
  std::vector<Run> out;
  for (int at = 0; at < m_page->size(); ++at) {
    const Token& token = m_page->token(at);
    const bool goes_on = !out.empty() && out.back().line == token.line &&
                         gap_between(m_page->token(at - 1).box, token.box) <= m_page->line_height();
    if (!goes_on) out.push_back({token.line, {}, {}, {}});
    Run& run = out.back();
    run.tokens.push_back(at);
    run.letters += token.first().letters;
    run.box = joined(run.box, token.box);
  }
  std::erase_if(out, [&](const Run& run) {
    return run.tokens.size() > k_most || run.letters.empty() || m_page->token(run.tokens.back()).colon;
  });
  return out;
}

// A short wording in which dots alone were misread: «سهر» for «شهر».
void LabelIndex::add_dotted(const std::u32string& letters, std::vector<Place>& places) const {
  const auto same_size = m_sizes.find(letters.size());
  if (same_size == m_sizes.end()) return;
  const int most = letters.size() == k_least_dotted ? 2 * k_dots : k_dots;  // «سس» for «ش.ش»
  for (const Span& span : same_size->second) {
    const int apart = look_alike_tenths(letters, *span.letters);
    if (apart == 0 || apart > most) continue;
    for (Place place : m_spans.at(*span.letters)) {
      place.edits = 1;
      places.push_back(place);
    }
  }
}

// A wording that was read as nothing like it, but where the recogniser, asked again, finds that it can stand.
// The surest place and how sure it is.
std::optional<std::pair<double, LabelIndex::Place>> LabelIndex::asked_place(const std::u32string& letters,
                                                                            const std::u32string& drawn) const {
  std::optional<std::pair<double, Place>> best;
  if (m_letters == nullptr || m_page->exact() || letters.size() < k_tolerant) return best;
  const int most = k_asked * static_cast<int>(letters.size());
  for (auto size = m_sizes.lower_bound(letters.size() - k_lost);
       size != m_sizes.end() && size->first <= letters.size() + k_lost; ++size)
    for (const Span& span : size->second) {
      if (is_unit(*span.letters) || look_alike_tenths(letters, *span.letters) > most) continue;
      for (Place place : m_spans.at(*span.letters)) {
        std::vector<const Token*> tokens;
        for (int at = place.first; at <= place.last; ++at) tokens.push_back(&m_page->token(at));
        const auto said = asked_about(tokens, *m_letters, {drawn});
        if (!said || said->testimony != Testimony::confirms) continue;
        place.edits = k_edits_of_asked;
        if (!best || said->ratio > best->first) best = {said->ratio, place};
      }
    }
  return best;
}

// «تاریخ انقضای مدت» says all that «تاریخ انقضا» does, and besides only what wordings of the same field say elsewhere,
// or any label may. Where it says as much of another field, it is neither's.
void LabelIndex::add_alike(const Claim& claim, std::vector<Occurrence>& all) {
  constexpr std::size_t k_least = 2, k_most_phrases = 2000;
  if (m_phrases.size() > k_most_phrases) return;
  std::set<std::u32string> own_words;
  for (const auto& label : claim.labels) own_words.insert(spelt(label).meant.begin(), spelt(label).meant.end());
  const auto most_said = [&](const std::vector<std::string>& labels, const Phrase& phrase) {
    std::pair<std::size_t, const Spelling*> best{0, nullptr};
    for (const auto& label : labels) {
      const auto& meant = spelt(label).meant;
      if (meant.size() > best.first &&
          std::includes(phrase.meant.begin(), phrase.meant.end(), meant.begin(), meant.end()))
        best = {meant.size(), &spelt(label)};
    }
    return best;
  };
  for (const auto& phrase : m_phrases) {
    const bool plain = std::all_of(phrase.meant.begin(), phrase.meant.end(), [&](const auto& word) {
      return own_words.contains(word) || qualifies_label(word);
    });
    if (!plain || phrase.meant.size() < k_least) continue;
    const auto [said, wording] = most_said(claim.labels, phrase);
    if (said < k_least || most_said(claim.other_labels, phrase).first >= said) continue;
    all.push_back(occurrence_of(wording->letters, Wording{true, false, 0}, phrase.place));
  }
}

const LabelIndex::Spelling& LabelIndex::spelt(const std::string& wording) {
  const auto [known, fresh] = m_spelt.try_emplace(wording);
  if (!fresh) return known->second;
  const auto bare = outside_brackets(wording);
  auto words = label_words(bare);
  known->second = {comparison_letters(bare), persian::decode(persian::skeleton(bare)), meaning_of(words), words, meanings_of(words)};
  return known->second;
}

const std::vector<LabelIndex::Place>& LabelIndex::places_of(const std::u32string& letters) {
  const auto [known, fresh] = m_found.try_emplace(letters);
  auto& places = known->second;
  if (!fresh) return places;
  if (const auto exact = m_spans.find(letters); exact != m_spans.end()) places = exact->second;
  if (m_page->exact()) return places;
  if (letters.size() < k_tolerant && letters.size() >= k_least_dotted) add_dotted(letters, places);
  const int limit = tolerated(letters.size());
  if (limit == 0) return places;
  const std::uint64_t contents = contents_of(letters);
  const auto least = letters.size() - static_cast<std::size_t>(limit);
  for (auto size = m_sizes.lower_bound(least);
       size != m_sizes.end() && size->first <= letters.size() + static_cast<std::size_t>(limit); ++size)
    for (const Span& span : size->second) {
      // Each edit changes at most two of the letters that occur.
      if (std::popcount(span.contents ^ contents) > 2 * limit) continue;
      // «۲ مورد اجاره» is no «محل مورد اجاره».
      if (is_unit(*span.letters) || (has_digit(*span.letters) && !has_digit(letters))) continue;
      const int distance = edits(letters, *span.letters, limit);
      if (distance == 0 || distance > limit) continue;
      for (Place place : m_spans.at(*span.letters)) {
        place.edits = distance;
        places.push_back(place);
      }
    }
  return places;
}

bool LabelIndex::comma_within(const Place& place) const {
  for (int at = place.first; at < place.last; ++at)
    if (m_page->token(at).comma) return true;
  return false;
}

std::set<std::u32string> LabelIndex::known_words(const Claim& claim) {
  std::set<std::u32string> out;
  for (const auto* labels : {&claim.labels, &claim.other_labels})
    for (const auto& label : *labels) out.insert(spelt(label).words.begin(), spelt(label).words.end());
  return out;
}

bool LabelIndex::ends_alike(const Place& place, const std::u32string& letters) const {
  const auto& last = m_page->token(place.last).first().letters;
  const std::size_t shared = std::min<std::size_t>(2, last.size());
  return letters.ends_with(last.substr(last.size() - shared));
}

// «مشخصات مورد …» is no misread «مشخصات موجر»: a word of other wordings is read as what it is. Nor is «جمع فاکتور»
// «جمع کل فاکتور»: the words that are there were read well.
bool LabelIndex::says_other_word(const Place& place, const std::u32string& letters,
                                 const std::set<std::u32string>& known) const {
  constexpr std::size_t k_short = 3;
  if (ends_in_particle(letters) && !ends_alike(place, letters)) return true;  // «صادر شده و تا» is no «صادر شده در»
  bool all_its_own = true;
  for (int at = place.first; at <= place.last; ++at) {
    const auto& word = m_page->token(at).first().letters;
    const bool own = letters.find(word) != std::u32string::npos;
    if (!own && ((word.size() > k_short && known.contains(word)) || opens_until(word))) return true;
    all_its_own = all_its_own && own && known.contains(word);
  }
  return all_its_own;
}

bool Occurrence::covers(int token) const {
  return (token >= first && token <= last) || std::find(rest.begin(), rest.end(), token) != rest.end();
}

std::vector<Occurrence> LabelIndex::find(const Claim& claim) {
  std::vector<Occurrence> all;
  const auto wordings = wordings_of(claim, [this](const std::string& text) -> const Spelling& { return spelt(text); });
  const auto known = known_words(claim);
  const auto add = [&](const std::u32string& letters, const Wording& wording, const Place& place) {
    if (place.edits > 0 && comma_within(place)) return;  // «قم، شهرستان» is no «نام شهرستان»
    all.push_back(occurrence_of(letters, wording, place));
  };
  for (const auto& [letters, wording] : wordings) {
    for (const Place& place : places_of(letters))
      if (place.edits == 0 || !says_other_word(place, letters, known)) add(letters, wording, place);
    const auto cells = m_cells.find(letters);
    if (cells == m_cells.end()) continue;
    for (const auto& tokens : cells->second) {
      std::size_t run = 1;
      while (tokens[run] == tokens[run - 1] + 1) ++run;
      const auto rest = tokens.begin() + static_cast<std::ptrdiff_t>(run);
      add(letters, wording, {tokens.front(), tokens[run - 1], 0});
      all.back().rest.assign(rest, tokens.end());
    }
  }
  const auto is_named = [&] {
    return std::any_of(all.begin(), all.end(), [](const Occurrence& o) { return o.own && !o.generic; });
  };
  if (!is_named()) {
    std::map<std::u32string_view, int> fields;  // 1: the claimed one means it, 2: another one, 3: both
    for (const auto& [letters, wording] : wordings) fields[wording.meaning] |= wording.own ? 1 : 2;
    for (const auto& [letters, wording] : wordings) {
      const auto alike = m_meanings.find(wording.meaning);
      if (is_generic(letters) || wording.meaning.empty() || fields[wording.meaning] == 3 || alike == m_meanings.end())
        continue;
      for (const Place& place : alike->second) add(letters, wording, place);
    }
  }
  if (!is_named()) add_alike(claim, all);
  if (!is_named()) {
    std::optional<std::pair<double, Place>> best;
    std::map<std::u32string, Wording>::const_iterator which;
    for (auto each = wordings.begin(); each != wordings.end(); ++each) {
      if (!each->second.own) continue;
      const auto place = asked_place(each->first, each->second.drawn);
      if (!place || (best && best->first >= place->first)) continue;
      best = place;
      which = each;
    }
    if (best) add(which->first, which->second, best->second);
  }
  drop_run_into(all, claim.kind);
  auto out = without_overlaps(std::move(all), static_cast<std::size_t>(m_page->size()));
  const auto declared = words_of(claim.declared);
  WordingWords words{known, {declared.begin(), declared.end()}};
  complete(out, *m_page, claim.kind, words);
  drop_echoes(out, *m_page, declared.empty() ? std::u32string{} : declared.front());
  return out;
}

}  // namespace mizan::verification
