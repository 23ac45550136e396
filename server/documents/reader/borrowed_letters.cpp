// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/borrowed_letters.hpp"

#include "base/persian/utf8.hpp"
#include "documents/reader/layout.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <string_view>

namespace mizan::documents {
namespace {

constexpr std::u32string_view k_borrowed = U"آأإؤئةۀپچژگکی";  // what Arabic, or Urdu, typefaces lack

// In tenths of the height of the line's words.
constexpr int k_tallest = 15;  // the letter; those of watermarks are taller
constexpr int k_apart = 2;     // from its neighbour
constexpr int k_shared = 2;    // of the height that both have
constexpr int k_off_line = 1;  // how much higher or lower the letter begins

class BorrowedLetters {
 public:
  explicit BorrowedLetters(std::vector<Word>& words) : m_words(words), m_gone(words.size(), false) {}

  void put_back() {
    for (bool again = true; again;) {  // a letter beside another one finds its word once that has come back
      again = false;
      for (std::size_t i = 0; i < m_words.size(); ++i)
        if (!m_gone[i] && is_borrowed(m_words[i]) && joined(i)) again = true;
    }
    std::size_t at = 0;
    std::erase_if(m_words, [&](const Word&) { return m_gone[at++]; });
  }

 private:
  static bool is_borrowed(const Word& word) {
    const auto letters = persian::decode(word.text());
    return letters.size() == 1 && k_borrowed.find(letters.front()) != std::u32string_view::npos;
  }

  /// The word at one side of the letter, in a line that is not the letter's.
  [[nodiscard]] std::optional<std::size_t> beside(const Box& letter, bool right) const {
    for (std::size_t i = 0; i < m_words.size(); ++i) {
      if (m_gone[i]) continue;
      const Box& box = m_words[i].box;
      const int height = box.height();
      const int apart = right ? box.x0 - letter.x1 : letter.x0 - box.x1;
      const int shared = std::min(box.y1, letter.y1) - std::max(box.y0, letter.y0);
      if (10 * letter.height() <= k_tallest * height && 10 * std::abs(apart) <= k_apart * height &&
          10 * shared >= k_shared * height && 10 * std::abs(box.y0 - letter.y0) > k_off_line * height && is_level(i) &&
          direction_of(m_words[i].text()) == Direction::right_to_left)
        return i;
    }
    return std::nullopt;
  }

  /// Another word begins and ends at its height: it stands in a line.
  [[nodiscard]] bool is_level(std::size_t word) const {
    return std::any_of(m_words.begin(), m_words.end(), [&](const Word& other) {
      const Box &a = other.box, &b = m_words[word].box;
      return &other != &m_words[word] && a.y0 == b.y0 && a.y1 == b.y1;
    });
  }

  bool joined(std::size_t letter) {
    const auto right = beside(m_words[letter].box, true), left = beside(m_words[letter].box, false);
    if (right) append(*right, letter);
    if (left && right) append(*right, *left);
    if (left && !right) {  // the letter begins the word
      auto& text = m_words[*left].readings.front().text;
      text = m_words[letter].text() + text;
      take(*left, letter);
    }
    return right || left;
  }

  void append(std::size_t word, std::size_t rest) {
    m_words[word].readings.front().text += m_words[rest].text();
    take(word, rest);
  }

  void take(std::size_t word, std::size_t rest) {
    auto& box = m_words[word].box;
    box.x0 = std::min(box.x0, m_words[rest].box.x0);
    box.x1 = std::max(box.x1, m_words[rest].box.x1);
    m_gone[rest] = true;
  }

  std::vector<Word>& m_words;
  std::vector<bool> m_gone;
};

}  // namespace

void put_back_borrowed_letters(std::vector<Word>& words) {
  BorrowedLetters(words).put_back();
}

}  // namespace mizan::documents
