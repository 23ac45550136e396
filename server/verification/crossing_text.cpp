// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/crossing_text.hpp"

#include "base/persian/digits.hpp"
#include "base/persian/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>

namespace mizan::verification {
namespace {

// Letters of a stamp or a slanting watermark: their boxes have not the shape of a word in a line.
bool misshapen(const Word& word, int line_height, bool exact) {
  constexpr int k_widest_letter = 3;  // line heights; a justified line stretches letters, but not so far
  const auto letters = static_cast<int>(persian::decode(word.text()).size());
  const int tallest = exact ? line_height * 11 / 5 : line_height * 4;
  return word.box.height() > tallest || (exact && word.box.width() > k_widest_letter * line_height * letters);
}

/// Words of a text layer that is printed at an angle: each glyph or two a word, each a little higher or lower than the
/// one it touches. Upright words that touch stand at one height.
class Drifting {
 public:
  Drifting(const Page& page, int line_height) : m_page(page), m_height(line_height), m_lone(page.words.size(), false) {
    for (std::size_t i = 0; i < m_lone.size(); ++i)
      m_lone[i] = page.words[i].text() != "آ" && !is_long_number(i) && alone_at_its_height(i);
  }

  [[nodiscard]] std::vector<bool> words() const {
    std::vector<bool> out(m_lone.size(), false);
    std::vector<std::size_t> chain;
    for (std::size_t i = 0; i < m_lone.size(); ++i) {
      if (!m_lone[i] || out[i]) continue;
      chain.assign(1, i);
      for (std::size_t at = 0; at < chain.size(); ++at)
        for (std::size_t j = 0; j < m_lone.size(); ++j)
          if (m_lone[j] && !out[j] && std::find(chain.begin(), chain.end(), j) == chain.end() && drifts(chain[at], j))
            chain.push_back(j);
      constexpr std::size_t k_least = 3;
      if (chain.size() < k_least) continue;
      for (const std::size_t each : chain) out[each] = true;
    }
    return with_neighbours(std::move(out));
  }

 private:
  [[nodiscard]] const Box& box(std::size_t word) const { return m_page.words[word].box; }
  [[nodiscard]] int centre(std::size_t word) const { return box(word).y0 + box(word).y1; }  // doubled

  // No other word of the page begins and ends at its height. («آ» may be drawn higher than the rest of its word.)
  [[nodiscard]] bool alone_at_its_height(std::size_t word) const {
    for (std::size_t j = 0; j < m_page.words.size(); ++j)
      if (j != word && std::abs(box(j).y0 - box(word).y0) <= 1 && std::abs(box(j).y1 - box(word).y1) <= 1) return false;
    return true;
  }

  [[nodiscard]] bool drifts(std::size_t a, std::size_t b) const {
    const int apart = std::max(box(a).x0 - box(b).x1, box(b).x0 - box(a).x1);
    const int lower = std::abs(centre(a) - centre(b));
    return std::abs(apart) * 4 <= m_height && lower >= 2 && lower <= 2 * m_height;
  }

  // A label and its value stand at one height, even where one is set bolder than the other.
  [[nodiscard]] bool level_with_another(std::size_t word, const std::vector<bool>& chains) const {
    const int most = box(word).height() / 4;  // of doubled centres
    for (std::size_t j = 0; j < m_page.words.size(); ++j)
      if (j != word && !chains[j] && std::abs(centre(j) - centre(word)) <= most) return true;
    return false;
  }

  // A stamp has a number or a year in it, but no code.
  [[nodiscard]] bool is_long_number(std::size_t word) const {
    constexpr std::ptrdiff_t k_longest = 4;
    const auto letters = persian::decode(persian::digits_of(m_page.words[word].text()));
    return static_cast<std::ptrdiff_t>(letters.size()) > k_longest;
  }

  // The rest of the stamp: its other words, and the number in it.
  [[nodiscard]] std::vector<bool> with_neighbours(std::vector<bool> found) const {
    const auto chains = found;
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (found[i] || !m_lone[i] || level_with_another(i, chains)) continue;
      for (std::size_t j = 0; j < chains.size() && !found[i]; ++j) {
        if (!chains[j]) continue;
        const int across = std::max({0, box(i).x0 - box(j).x1, box(j).x0 - box(i).x1});
        const int down = std::max({0, box(i).y0 - box(j).y1, box(j).y0 - box(i).y1});
        found[i] = across * 2 <= m_height && down <= m_height;
      }
    }
    return found;
  }

  const Page& m_page;
  int m_height;
  std::vector<bool> m_lone;
};

}  // namespace

std::vector<bool> crossing_text(const Page& page, int line_height) {
  const bool exact = page.kind == PageKind::digital;
  std::vector<bool> out = exact ? Drifting(page, line_height).words() : std::vector<bool>(page.words.size(), false);
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = out[i] || misshapen(page.words[i], line_height, exact);
  return out;
}

}  // namespace mizan::verification
