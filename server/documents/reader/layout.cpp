// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/layout.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <numeric>

#include "base/persian/utf8.hpp"

namespace mizan::documents {
namespace {

int middle(const Box& box) {
  return (box.y0 + box.y1) / 2;
}

Box joined(const Box& a, const Box& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

/// A line while it is gathered: its middle and height follow the words last added, so that it may slope a little.
struct Growing {
  Line line;
  double middle = 0;
  double height = 0;
};

/// How far the middles of a word and a line may lie apart, in parts of the smaller height.
constexpr double k_apart = 0.5;

Growing* home_of(std::vector<Growing>& lines, const Box& box) {
  Growing* best = nullptr;
  double least = 0;
  for (auto& each : lines) {
    const double distance = std::abs(each.middle - middle(box));
    const double smaller = std::min(each.height, static_cast<double>(box.height()));
    if (distance > k_apart * smaller || (best != nullptr && distance >= least)) continue;
    best = &each;
    least = distance;
  }
  return best;
}

bool is_latin(const Word& word) {
  return direction_of(word.text()) == Direction::left_to_right;
}

/// Numbers between Latin words belong to their run: "Intel Core 7".
void turn_latin_runs(std::vector<int>& indices, const std::vector<Word>& words) {
  const auto word = [&](std::size_t i) -> const Word& { return words[static_cast<std::size_t>(indices[i])]; };
  for (std::size_t first = 0; first < indices.size(); ++first) {
    if (!is_latin(word(first))) continue;
    std::size_t last = first;
    for (auto i = first + 1; i < indices.size() && direction_of(word(i).text()) != Direction::right_to_left; ++i)
      if (is_latin(word(i))) last = i;
    std::reverse(indices.begin() + static_cast<std::ptrdiff_t>(first),
                 indices.begin() + static_cast<std::ptrdiff_t>(last) + 1);
    first = last;
  }
}

void set_in_order(Line& line, const std::vector<Word>& words) {
  const auto at = [&](int index) -> const Word& { return words[static_cast<std::size_t>(index)]; };
  std::stable_sort(line.words.begin(), line.words.end(),
                   [&](int a, int b) { return at(a).box.x0 + at(a).box.x1 > at(b).box.x0 + at(b).box.x1; });
  const auto has = [&](Direction direction) {
    return std::any_of(line.words.begin(), line.words.end(),
                       [&](int i) { return direction_of(at(i).text()) == direction; });
  };
  if (!has(Direction::right_to_left) && has(Direction::left_to_right))
    std::reverse(line.words.begin(), line.words.end());
  else
    turn_latin_runs(line.words, words);
}

}  // namespace

Direction direction_of(std::string_view utf8) {
  auto out = Direction::none;
  for (const auto c : persian::decode(utf8)) {
    const bool arabic_digit = (c >= 0x0660 && c <= 0x066C) || (c >= 0x06F0 && c <= 0x06F9);
    if ((c >= 0x0590 && c <= 0x08FF && !arabic_digit && c != 0x060C) || (c >= 0xFB50 && c <= 0xFEFC))
      return Direction::right_to_left;
    if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c <= 0x24F)) out = Direction::left_to_right;
  }
  return out;
}

bool has_digit(std::string_view utf8) {
  const auto text = persian::decode(utf8);
  return std::any_of(text.begin(), text.end(), [](char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9);
  });
}

bool has_letter_or_digit(std::string_view utf8) {
  return has_digit(utf8) || direction_of(utf8) != Direction::none;
}

std::vector<Line> lines_of(const std::vector<Word>& words) {
  std::vector<int> order(words.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    return middle(words[static_cast<std::size_t>(a)].box) < middle(words[static_cast<std::size_t>(b)].box);
  });
  std::vector<Growing> lines;
  for (const int index : order) {
    const auto& box = words[static_cast<std::size_t>(index)].box;
    if (auto* home = home_of(lines, box)) {
      home->line.words.push_back(index);
      home->line.box = joined(home->line.box, box);
      const auto count = static_cast<double>(home->line.words.size());
      home->middle += (middle(box) - home->middle) / count;
      home->height += (box.height() - home->height) / count;
    } else {
      lines.push_back({{box, {index}}, static_cast<double>(middle(box)), static_cast<double>(box.height())});
    }
  }
  std::stable_sort(lines.begin(), lines.end(), [](const Growing& a, const Growing& b) { return a.middle < b.middle; });
  std::vector<Line> out;
  for (auto& each : lines) {
    set_in_order(each.line, words);
    out.push_back(std::move(each.line));
  }
  return out;
}

}  // namespace mizan::documents
