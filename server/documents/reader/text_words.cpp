// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/text_words.hpp"

#include "documents/reader/layout.hpp"

#include <cmath>
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

}  // namespace mizan::documents
