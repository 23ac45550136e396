// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/number_words.hpp"

#include "base/persian/digits.hpp"
#include "base/persian/utf8.hpp"
#include "documents/reader/image.hpp"
#include "documents/reader/layout.hpp"
#include "verification/likelihood/reading.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>

namespace mizan::documents {
namespace {

constexpr std::string_view k_name = "mizan:numbers";
constexpr double k_least_confidence = 0.2;                      // noise reads as digits too
constexpr int k_sure = 80, k_certain = 97;                      // confidence of a number
constexpr int k_likely_letters = 50, k_confident_letters = 85;  // confidence of a word of letters
constexpr double k_sure_hyphen = 0.5;                           // probability of the one that closes a clause's number
constexpr std::size_t k_clause_digits = 2;  // of a group: contracts have fewer than a hundred clauses
constexpr std::size_t k_few = 2;            // characters that a comma or a speck can look like
constexpr int k_lone = 60;                  // confidence of so short a number where no other recogniser saw anything
constexpr double k_same_ink = 0.6;          // share of a word that lies inside the number
constexpr double k_touched = 0.15;
constexpr double k_wide_pitch = 2.5;   // of the usual distance between a number's digits: another number begins
constexpr double k_wide_letter = 1.5;  // the same in heights of letters

using Characters = std::vector<verification::ReadCharacter>;

bool is_sign(const std::string& symbol) {
  return symbol == ":" || symbol == "/" || symbol == "-" || symbol == "." || symbol == "," || symbol == "٫" ||
         symbol == "٬" || symbol == "(" || symbol == ")";
}

/// The colon of the label, the dots of the line under it and the full stop after it are no part of a number.
void trim(Characters& characters) {
  while (!characters.empty() && is_sign(characters.back().text)) characters.pop_back();
  const auto first = std::find_if(characters.begin(), characters.end(),
                                  [](const verification::ReadCharacter& each) { return !is_sign(each.text); });
  characters.erase(characters.begin(), first);
}

/// Whether a hyphen stands to the left of the number, behind it as Persian is read.
bool hyphen_behind(const Characters& run) {
  return run.size() > 1 && run[0].text == "-" && run[0].confidence > k_sure_hyphen && !is_sign(run[1].text);
}

/// A number as it is said. That of a clause, «۱-» or «۱-۲-», has its groups from right to left, as those of dates and
/// codes never are, and keeps the hyphen that tells so.
std::string said(const std::string& left_to_right_utf8, bool hyphen_behind) {
  if (!hyphen_behind) return left_to_right_utf8;
  std::vector<std::u32string> groups{U""};
  for (const char32_t c : persian::decode(left_to_right_utf8)) {
    if (c == U'-')
      groups.emplace_back();
    else if (groups.back().size() < k_clause_digits && has_digit(persian::encode({&c, 1})))
      groups.back() += c;
    else
      return left_to_right_utf8;
  }
  std::u32string out;
  for (auto group = groups.rbegin(); group != groups.rend(); ++group) out += *group + U'-';
  return persian::encode(out);
}

/// From half-way to the character before the run up to half-way to the one after it.
std::pair<std::size_t, std::size_t> steps_of(const Characters& run, const Characters& all, std::size_t count) {
  std::size_t first = 0, last = count;
  for (const auto& each : all) {
    if (each.step < run.front().step) first = (each.step + run.front().step + 1) / 2;
    if (each.step > run.back().step) {
      last = (each.step + run.back().step + 1) / 2;
      break;
    }
  }
  return {first, last};
}

/// A run parted where its digits stand much further from each other than elsewhere in it: what is left of a rule
/// between two cells of a table is no gap to the recogniser. Digits in boxes stand far from each other, but evenly.
std::vector<Characters> parted(const Characters& run, const PieceReading& reading) {
  if (run.size() < 2) return {run};
  std::vector<std::size_t> pitches;
  for (std::size_t i = 1; i < run.size(); ++i) pitches.push_back(run[i].step - run[i - 1].step);
  const auto middle = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 2);
  std::nth_element(pitches.begin(), middle, pitches.end());
  const double wide = std::max(k_wide_pitch * static_cast<double>(*middle),
                               k_wide_letter * reading.piece.letter_height / reading.pixels_per_step);
  std::vector<Characters> out{{run.front()}};
  for (std::size_t i = 1; i < run.size(); ++i) {
    if (static_cast<double>(run[i].step - run[i - 1].step) > wide) out.emplace_back();
    out.back().push_back(run[i]);
  }
  return out;
}

int confidence_of(const Characters& characters) {
  double least = 1;
  for (const auto& each : characters) least = std::min(least, each.confidence);
  return static_cast<int>(std::lround(100 * least));
}

std::string digits_removed(const std::string& text) {
  std::u32string out;
  for (const char32_t c : persian::decode(text))
    if (!has_digit(persian::encode({&c, 1}))) out += c;
  return persian::encode(out);
}

double share_inside(const Box& word, const Box& number) {
  const int middle = (word.y0 + word.y1) / 2, other = (number.y0 + number.y1) / 2;
  const bool one_line = (middle >= number.y0 && middle < number.y1) || (other >= word.y0 && other < word.y1);
  const int shared = std::min(word.x1, number.x1) - std::max(word.x0, number.x0);
  return one_line && word.width() > 0 ? static_cast<double>(shared) / word.width() : 0;
}

/// Letters that the number may not replace: a long word unless the number is sure, a short one («و», «به») also when
/// the number is as short, because commas and short words look like digits.
bool keeps_its_ink(const Word& word, const Word& number) {
  if (has_digit(word.text())) return false;
  const auto letters = persian::decode(word.text()).size();
  const auto digits = persian::decode(number.text()).size();
  if (digits <= k_few && word.confidence() >= k_likely_letters) return number.confidence() < k_certain;
  return letters >= 3 && word.confidence() >= k_confident_letters && number.confidence() < k_sure;
}

/// The word without what the number has taken; false when nothing is left of it.
bool reduced(Word& word, const Box& number) {
  for (auto& reading : word.readings) reading.text = digits_removed(reading.text);
  word.text_steps.clear();
  std::erase_if(word.readings, [](const WordReading& reading) { return !has_letter_or_digit(reading.text); });
  if (word.readings.empty()) return false;
  const bool at_right = number.x0 + number.x1 > word.box.x0 + word.box.x1;
  if (at_right)
    word.box.x1 = std::clamp(number.x0, word.box.x0 + 1, word.box.x1);
  else
    word.box.x0 = std::clamp(number.x1, word.box.x0, word.box.x1 - 1);
  return true;
}

Word number_word(const Characters& characters, std::string said, const PieceReading& reading,
                 const verification::Steps& text) {
  const auto [first_step, last_step] = steps_of(characters, reading.characters, reading.steps.count);
  Word out;
  out.box = box_of(characters, reading);
  out.readings.push_back({std::move(said), confidence_of(characters), std::string(k_name)});
  auto packed = verification::packed(verification::part_of(reading.steps, first_step, last_step));
  if (packed.size() <= k_most_step_bytes) out.number_steps = std::move(packed);
  if (text.count == reading.steps.count) {
    auto second = verification::packed(verification::part_of(text, first_step, last_step));
    if (second.size() <= k_most_step_bytes) out.text_steps = std::move(second);
  }
  return out;
}

/// Ours takes the dots under a number for signs of it.
bool is_of_general_recogniser(const Word& word) {
  return word.number_steps.empty() && !word.readings.front().recogniser.starts_with("mizan:");
}

/// The number with the signs around it that another recogniser saw beside the same digits; as it was where it saw
/// others.
std::string with_signs_seen(const std::string& number_utf8, const std::string& seen_utf8) {
  if (number_utf8.ends_with('-')) return number_utf8;  // has been said
  const auto seen = persian::decode(seen_utf8);
  const auto is_digit = [](char32_t c) { return has_digit(persian::encode({&c, 1})); };
  const auto first = std::find_if(seen.begin(), seen.end(), is_digit);
  const auto last = std::find_if(seen.rbegin(), seen.rend(), is_digit).base();
  if (first == seen.end()) return number_utf8;
  const auto text = [](auto from, auto to) { return persian::encode(std::u32string(from, to)); };
  const auto before = text(seen.begin(), first), inside = text(first, last), behind = text(last, seen.end());
  if (has_letter_or_digit(before) || has_letter_or_digit(behind)) return number_utf8;
  auto digits = persian::digits_of(number_utf8), others = persian::digits_of(inside);
  std::sort(digits.begin(), digits.end());
  std::sort(others.begin(), others.end());
  if (digits != others) return number_utf8;
  auto out = said(number_utf8, behind.starts_with('-'));
  return out.ends_with('-') ? out : before + out + behind;
}

}  // namespace

std::vector<Word> numbers_in(const PieceReading& reading, const verification::Steps& text) {
  std::vector<Word> out;
  for (const auto& run : verification::read_runs(reading.characters, reading.steps.count)) {
    if (!has_digit(run.text) || run.confidence < k_least_confidence) continue;
    Characters own;
    for (const auto& each : reading.characters)
      if (each.step >= run.first_step && each.step < run.last_step && each.text != " " && each.text != "#")
        own.push_back(each);
    for (auto& part : parted(own, reading)) {
      const bool closed = hyphen_behind(part);
      trim(part);
      if (std::any_of(part.begin(), part.end(), [](const auto& each) { return has_digit(each.text); }))
        out.push_back(number_word(part, said(logical_text(part), closed), reading, text));
    }
  }
  return out;
}

std::optional<Word> number_of(const Pix& line, const Box& box, const LineRecogniser& numbers,
                              const LineRecogniser& text) {
  const auto rows = gray_rows(line);
  const auto width = static_cast<std::size_t>(width_of(line)), height = static_cast<std::size_t>(height_of(line));
  const GrayCrop crop{reinterpret_cast<const std::uint8_t*>(rows.data()), width, height};
  const auto steps = numbers.read(crop);
  auto characters = verification::read_characters(steps, numbers.alphabet());
  std::erase_if(characters, [](const auto& each) { return each.text == " " || each.text == "#"; });
  trim(characters);
  if (characters.empty()) return std::nullopt;
  Word out;
  out.box = box;
  out.readings.push_back({logical_text(characters), confidence_of(characters), std::string(k_name)});
  if (!has_digit(out.text())) return std::nullopt;
  if (auto packed = verification::packed(steps); packed.size() <= k_most_step_bytes)
    out.number_steps = std::move(packed);
  if (auto packed = verification::packed(text.read(crop)); packed.size() <= k_most_step_bytes)
    out.text_steps = std::move(packed);
  return out;
}

void place_numbers(std::vector<Word>& words, std::vector<Word> numbers) {
  for (auto& number : numbers) {
    const Box box = number.box;
    const auto shares_ink = [&](const Word& word) { return share_inside(word.box, box) >= k_same_ink; };
    const bool contested = std::any_of(
        words.begin(), words.end(), [&](const Word& word) { return shares_ink(word) && keeps_its_ink(word, number); });
    const bool speck = persian::decode(number.text()).size() <= k_few && number.confidence() < k_lone &&
                       std::none_of(words.begin(), words.end(), shares_ink);
    if (contested || speck) continue;
    const auto seen = std::find_if(words.begin(), words.end(), [&](const Word& word) {
      return is_of_general_recogniser(word) && share_inside(box, word.box) >= k_same_ink;
    });
    if (seen != words.end()) number.readings.front().text = with_signs_seen(number.text(), seen->text());
    std::erase_if(words, [&](Word& word) {
      if (!word.number_steps.empty()) return false;
      const double share = share_inside(word.box, box);
      if (share >= k_same_ink) return true;
      return share >= k_touched && !reduced(word, box);
    });
    words.push_back(std::move(number));
  }
}

}  // namespace mizan::documents
