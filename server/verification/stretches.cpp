// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/stretches.hpp"

#include "verification/label_words.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace mizan::verification {
namespace {

constexpr int k_tokens_of_label = 9;

// «نام» and «نام خانوادگی» over two columns are two wordings.
bool apart(const Token& before, const Token& token, int line_height) {
  return before.line == token.line && gap_between(before.box, token.box) > 2 * line_height;
}

/// What a map has at a key; nothing where it has no such key.
template <typename Map>
std::span<const typename Map::mapped_type::value_type> at_key(const Map& map, const typename Map::key_type& key) {
  const auto found = map.find(key);
  if (found == map.end()) return {};
  return found->second;
}

}  // namespace

std::uint64_t contents_of(std::u32string_view letters) {
  std::uint64_t bits = 0;
  for (const char32_t c : letters) bits |= std::uint64_t{1} << (c % 64);
  return bits;
}

Stretches::Stretches(const PageView& page) : m_page(&page) {
  for (std::size_t layer = 0; layer < page.recognisers().size(); ++layer) add_layer(layer);
  add_meanings();
  add_cells();
  add_stacks();
  for (const auto& [letters, places] : m_read)
    m_sizes[letters.size()].push_back({&letters, contents_of(letters), &places});
  for (auto& [size, readings] : m_sizes)
    std::sort(readings.begin(), readings.end(),
              [](const Reading& a, const Reading& b) { return *a.letters < *b.letters; });
}

std::span<const Stretch> Stretches::read_as(const std::u32string& letters) const {
  return at_key(m_read, letters);
}

std::span<const Stretches::Reading> Stretches::of_length(std::size_t letters) const {
  return at_key(m_sizes, letters);
}

std::span<const Stretch> Stretches::meaning(const std::u32string& meaning) const {
  return at_key(m_meanings, meaning);
}

std::span<const std::vector<int>> Stretches::broken(const std::u32string& letters) const {
  return at_key(m_broken, letters);
}

// A text layer may part a word whose letters are set apart: «مال» goes on in «کیت».
bool Stretches::continues(int at) const {
  if (!m_page->exact() || at < 0 || at + 1 >= m_page->size()) return false;
  const Token& token = m_page->token(at);
  const Token& next = m_page->token(at + 1);
  const auto persian = [](const Token& t, char32_t c) { return !t.first().letters.empty() && c > 0x600; };
  return token.line == next.line && token.word != next.word && !token.colon && !token.comma && !token.stop &&
         token.box.y0 == next.box.y0 && token.box.y1 == next.box.y1 && persian(token, token.first().letters.back()) &&
         persian(next, next.first().letters.front()) && gap_between(token.box, next.box) * 20 < token.box.height();
}

// The end of a line of running text, which goes on in the next: not a title, not a head of a column.
bool Stretches::wraps(int at) const {
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

void Stretches::add_layer(std::size_t layer) {
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
      auto& places = m_read[letters];
      if (places.empty() || places.back().first != first || places.back().last != last) places.push_back({first, last});
      if (token.colon) break;  // a wording does not go on beyond its colon
    }
  }
}

// Whether a token goes on what the one before says: closer than the cells of a table.
bool Stretches::hangs_on(int at) const {
  if (at <= 0 || at >= m_page->size()) return false;
  const Token &before = m_page->token(at - 1), &token = m_page->token(at);
  return before.line == token.line && !m_page->parted_by_cells(at - 1, at) &&
         10 * gap_between(before.box, token.box) <= 7 * m_page->line_height();
}

// Nothing hangs together with it but a value: what is only a part of an unknown wording means something else.
bool Stretches::stands_alone(int first, int last) const {
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

void Stretches::add_meanings() {
  for (int first = 0; first < m_page->size(); ++first) {
    std::vector<std::u32string> words;
    for (int last = first; last < m_page->size() && last < first + k_tokens_of_label; ++last) {
      const auto& token = m_page->token(last);
      if (last > first && !hangs_on(last)) break;
      for (auto& word : label_words(token.first().normal)) words.push_back(std::move(word));
      if (stands_alone(first, last)) {
        m_meanings[meaning_of(words)].push_back({first, last});
        if (last > first) m_phrases.push_back({meanings_of(words), {first, last}});
      }
      if (token.colon) break;
    }
  }
}

// A wording that fills a narrow cell goes on in the next line, where the value of another cell stands between its
// words.
void Stretches::add_cells() {
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
      if (!contiguous) m_broken[letters].push_back(tokens);
    }
}

// The head of a narrow column goes on under itself, where no ruled line shows the cell. Papers have a few dozen of
// them; words strewn over one another on purpose could be stacked for ever.
void Stretches::add_stacks() {
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
        m_broken[both.letters].push_back(both.tokens);
      else
        m_read[both.letters].push_back({both.tokens.front(), both.tokens.back()});
      open.push_back(std::move(both));
      ++stacks;
    }
  }
}

// What stands together on a line, as far as it is short enough for a part of a wording.
std::vector<Stretches::Run> Stretches::short_runs() const {
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

}  // namespace mizan::verification
