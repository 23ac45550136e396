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

class BorrowedLetters {
 public:
  explicit BorrowedLetters(std::vector<Word>& words) : m_words(words) {}

  void put_back() {
    for (std::size_t i = 0; i < m_words.size();) {
      const bool borrowed =
          std::u32string_view(U"آأإؤئةۀپچژگکی").find(only_letter(m_words[i])) != std::u32string_view::npos;
      i = borrowed && joined(i) ? 0 : i + 1;
    }
  }

 private:
  static char32_t only_letter(const Word& word) {
    const auto letters = persian::decode(word.text());
    return letters.size() == 1 ? letters.front() : U'\0';
  }

  /// The word at one side of the letter, in a line that is not the letter's.
  [[nodiscard]] std::optional<std::size_t> beside(const Box& letter, bool right) const {
    for (std::size_t i = 0; i < m_words.size(); ++i) {
      const Box& box = m_words[i].box;
      const int apart = right ? box.x0 - letter.x1 : letter.x0 - box.x1;
      const int shared = std::min(box.y1, letter.y1) - std::max(box.y0, letter.y0);
      const bool other_line = std::abs(box.y0 - letter.y0) * 10 > box.height();
      if (letter.height() * 2 <= box.height() * 3 && std::abs(apart) * 6 <= box.height() &&
          shared * 5 >= box.height() && other_line && is_level(i) &&
          direction_of(m_words[i].text()) == Direction::right_to_left)
        return i;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_level(std::size_t word) const {
    return std::any_of(m_words.begin(), m_words.end(), [&](const Word& other) {
      const Box &a = other.box, &b = m_words[word].box;
      return &other != &m_words[word] && a.y0 == b.y0 && a.y1 == b.y1;
    });
  }

  bool joined(std::size_t letter) {
    const Box box = m_words[letter].box;
    const auto right = beside(box, true), left = beside(box, false);
    if (!right && !left) return false;
    const auto home = right.value_or(left.value_or(letter));
    Word& word = m_words[home];
    auto& text = word.readings.front().text;
    const auto& borrowed = m_words[letter].readings.front().text;
    text = right ? text + borrowed : borrowed + text;
    word.box.x0 = std::min(word.box.x0, box.x0);
    word.box.x1 = std::max(word.box.x1, box.x1);
    if (right && left) {
      text += m_words[*left].readings.front().text;
      word.box.x0 = std::min(word.box.x0, m_words[*left].box.x0);
    }
    const auto last = right && left ? std::max(letter, *left) : letter;
    if (right && left) m_words.erase(m_words.begin() + static_cast<std::ptrdiff_t>(last));
    const auto first = right && left ? std::min(letter, *left) : letter;
    m_words.erase(m_words.begin() + static_cast<std::ptrdiff_t>(first));
    return true;
  }

  std::vector<Word>& m_words;
};

}  // namespace

void put_back_borrowed_letters(std::vector<Word>& words) {
  BorrowedLetters(words).put_back();
}

}  // namespace mizan::documents
