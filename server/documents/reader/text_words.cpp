// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/text_words.hpp"

#include "documents/reader/layout.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

namespace mizan::documents {
namespace {

constexpr std::string_view k_name = "mizan:text";

Word word_of(const std::vector<verification::ReadCharacter>& run, const PieceReading& reading) {
  double logs = 0;
  for (const auto& each : run) logs += std::log(each.confidence);
  Word out;
  out.box = box_of(run, reading);
  out.readings.push_back({logical_text(run),
                          static_cast<int>(std::lround(100 * std::exp(logs / static_cast<double>(run.size())))),
                          std::string(k_name)});
  return out;
}

}  // namespace

std::vector<Word> text_words(const PieceReading& reading) {
  std::vector<Word> out;
  std::vector<verification::ReadCharacter> run;
  const auto close = [&] {
    if (!run.empty()) out.push_back(word_of(run, reading));
    if (!out.empty() && !has_letter_or_digit(out.back().text())) out.pop_back();
    run.clear();
  };
  for (const auto& each : reading.characters) {
    if (each.text == " ")
      close();
    else
      run.push_back(each);
  }
  close();
  return out;
}

void give_steps(std::vector<Word>& words, const PieceReading& reading) {
  std::vector<Word*> order;
  order.reserve(words.size());
  for (auto& word : words) order.push_back(&word);
  std::sort(order.begin(), order.end(), [](const Word* a, const Word* b) { return a->box.x0 < b->box.x0; });
  std::size_t first = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    std::size_t last = reading.steps.count;
    if (i + 1 < order.size()) {
      const double middle = (order[i]->box.x1 + order[i + 1]->box.x0) / 2.0 - reading.crop.x0;
      last = std::clamp(static_cast<std::size_t>(std::lround(std::max(0.0, middle / reading.pixels_per_step))), first,
                        reading.steps.count);
    }
    auto packed = verification::packed(verification::part_of(reading.steps, first, last));
    if (packed.size() <= k_most_step_bytes) order[i]->text_steps = std::move(packed);
    first = last;
  }
}

}  // namespace mizan::documents
