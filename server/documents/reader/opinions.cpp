// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/opinions.hpp"

#include "documents/reader/layout.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace mizan::documents {
namespace {

std::int64_t area(const Box& box) {
  return static_cast<std::int64_t>(std::max(0, box.width())) * std::max(0, box.height());
}

std::int64_t overlap(const Box& a, const Box& b) {
  return area({std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)});
}

/// Below this share of the smaller box two words are neighbours, not the same.
constexpr double k_same = 0.4;

std::size_t home_of(const std::vector<Word>& words, std::size_t count, const Box& box) {
  std::size_t best = count;
  std::int64_t most = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto shared = overlap(words[i].box, box);
    const auto smaller = std::min(area(words[i].box), area(box));
    if (shared > most && static_cast<double>(shared) >= k_same * static_cast<double>(smaller)) {
      best = i;
      most = shared;
    }
  }
  return best;
}

/// Right to left, unless nothing in it is right-to-left.
WordReading joined(std::vector<const RecognisedWord*> parts, std::string_view recogniser) {
  std::string all;
  for (const auto* part : parts) all += part->text;
  const bool rightwards = direction_of(all) != Direction::right_to_left;
  std::stable_sort(parts.begin(), parts.end(), [&](const RecognisedWord* a, const RecognisedWord* b) {
    return rightwards ? a->box.x0 < b->box.x0 : a->box.x1 > b->box.x1;
  });
  WordReading out{"", 100, std::string(recogniser)};
  for (const auto* part : parts) {
    if (!out.text.empty()) out.text += ' ';
    out.text += part->text;
    out.confidence = std::min(out.confidence, part->confidence);
  }
  return out;
}

}  // namespace

void add_opinion(std::vector<Word>& words, const std::vector<RecognisedWord>& pass, std::string_view recogniser) {
  const auto count = words.size();
  std::vector<std::vector<const RecognisedWord*>> homes(count);
  for (const auto& word : pass) {
    const auto home = home_of(words, count, word.box);
    if (home < count)
      homes[home].push_back(&word);
    else
      words.push_back({word.box, {{word.text, word.confidence, std::string(recogniser)}}});
  }
  for (std::size_t i = 0; i < count; ++i)
    if (!homes[i].empty()) words[i].readings.push_back(joined(homes[i], recogniser));
}

}  // namespace mizan::documents
