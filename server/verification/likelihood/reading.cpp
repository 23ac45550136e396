// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/likelihood/reading.hpp"

#include "verification/likelihood/likelihood.hpp"

#include <algorithm>
#include <cmath>

namespace mizan::verification {
namespace {

bool ends_a_run(const std::string& symbol) {
  return symbol == " " || symbol == "#";
}

/// Half-way between two characters, so that each step belongs to one of them.
std::size_t half_way(const ReadCharacter& left, const ReadCharacter& right) {
  return (left.step + right.step + 1) / 2;
}

}  // namespace

std::vector<ReadCharacter> read_characters(const Steps& steps, const Alphabet& alphabet) {
  const Classes classes(alphabet, Separators::told_apart);
  std::vector<ReadCharacter> out;
  std::size_t before = 0;
  for (std::size_t step = 0; step < steps.count; ++step) {
    const auto row = steps.at(step);
    const auto best = static_cast<std::size_t>(std::max_element(row.begin(), row.end()) - row.begin());
    if (best != 0) {
      double same_value = 0;
      for (std::size_t symbol = 0; symbol < row.size(); ++symbol)
        if (symbol == best || (classes.of_symbol(best) != 0 && classes.of_symbol(symbol) == classes.of_symbol(best)))
          same_value += std::exp(static_cast<double>(row[symbol]));
      same_value = std::min(1.0, same_value);
      if (best != before)
        out.push_back({alphabet[best], step, same_value});
      else if (same_value > out.back().confidence)
        out.back() = {alphabet[best], step, same_value};
    }
    before = best;
  }
  return out;
}

std::vector<ReadRun> read_runs(const std::vector<ReadCharacter>& characters, std::size_t step_count) {
  std::vector<ReadRun> out;
  bool open = false;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const auto& each = characters[i];
    if (ends_a_run(each.text)) {
      open = false;
      continue;
    }
    if (!open) out.push_back({"", 1, i == 0 ? 0 : half_way(characters[i - 1], each), 0});
    open = true;
    auto& run = out.back();
    run.text += each.text;
    run.confidence = std::min(run.confidence, each.confidence);
    run.last_step = i + 1 == characters.size() ? step_count : half_way(each, characters[i + 1]);
  }
  return out;
}

std::string text_of(const std::vector<ReadCharacter>& characters) {
  std::string out;
  for (const auto& each : characters) out += each.text;
  return out;
}

}  // namespace mizan::verification
