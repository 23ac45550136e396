// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/upright.hpp"

#include "base/persian/utf8.hpp"
#include "documents/reader/image.hpp"
#include "documents/reader/layout.hpp"
#include "documents/reader/reversed_type.hpp"
#include "documents/reader/tilt.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace mizan::documents {
namespace {

constexpr int k_direction_dpi = 100;  // lines of text are still apart, letters no longer matter
constexpr double k_surely = 0.4;      // below this, both directions are tried
constexpr double k_noticeable_skew = 0.1;
constexpr double k_legible = 52;    // mean confidence per letter: pages on their head stay below 42
constexpr double k_letters = 30;    // fewer prove nothing
constexpr double k_least_word = 3;  // noise reads as single letters

// Of our own recogniser of text. Pages on their head stay below 79, legible ones the right way up seldom are below 90.
constexpr double k_few_letters = 20;
constexpr double k_clear = 85;     // needs no comparison
constexpr double k_clearer = 8;    // than the other way up
constexpr double k_coarse = 100;   // dpi below which it is surer than it may be: the general one is asked, too
constexpr double k_hardly = 60;    // below, it does not read at all
constexpr double k_guessing = 40;  // confidence of letters that are none

struct Legibility {
  double letters = 0;
  double confidence = 0;  ///< mean per letter
  [[nodiscard]] bool enough() const noexcept { return letters >= k_letters && confidence >= k_legible; }
  [[nodiscard]] double score() const noexcept { return letters * std::max(0.0, confidence - k_guessing); }
};

Legibility legibility(const std::vector<Word>& words) {
  Legibility out;
  double sum = 0;
  for (const auto& word : words) {
    const auto letters = static_cast<double>(persian::decode(word.text()).size());
    if (letters < k_least_word) continue;
    out.letters += letters;
    sum += letters * word.confidence();
  }
  if (out.letters > 0) out.confidence = sum / out.letters;
  return out;
}

/// What an engine reads that wants its own resolution. Boxes in pixels of `sheet.sharp`.
std::vector<Word> words_by(Recogniser& recogniser, const Sheet& sheet) {
  const auto image = made_or(scaled_and_sharpened(*sheet.sharp, sheet.enlargement()), *sheet.sharp);
  const double factor = static_cast<double>(width_of(*sheet.sharp)) / width_of(*image);
  std::vector<Word> out;
  for (auto& word : recogniser.recognise(*image, k_sharp_dpi))
    out.push_back({scaled_box(word.box, factor, *sheet.sharp),
                   {{std::move(word.text), word.confidence, std::string(recogniser.name())}}});
  return out;
}

PixPtr straightened_coarse(const Sheet& sheet, double degrees) {
  const bool is_read = sheet.coarse.get() == sheet.sharp.get();
  return made_or(is_read ? straightened(*sheet.coarse, degrees) : sheared(*sheet.coarse, degrees), *sheet.coarse);
}

/// Its coarse image says by how much it is to be straightened; the sharp one is changed once.
UprightImage tried(const Sheet& given, int rotation, const Recognisers& recognisers) {
  UprightImage out;
  out.rotation = rotation;
  out.sheet = turned(given, rotation);
  out.skew = skew_of(*out.sheet.coarse);
  if (std::abs(out.skew) < k_noticeable_skew) out.skew = 0;
  const auto coarse = straightened_coarse(out.sheet, out.skew);
  auto reversed = reversed_areas(*coarse);
  auto pieces = pieces_on(*with_dark_letters(*coarse, reversed, 1));
  if (const auto tilt = tilt_of(pieces, height_of(*coarse)); tilt.noticeable()) {
    out.sheet = levelled(out.sheet, out.skew, tilt);
    reversed = reversed_areas(*out.sheet.coarse);
    out.dark = with_dark_letters(out.sheet, reversed);
    pieces = pieces_on(*out.dark.coarse);
  } else {
    out.sheet = straightened(out.sheet, out.skew, *coarse);
    out.dark = with_dark_letters(out.sheet, reversed);
  }
  out.print = print_of(out.dark, std::move(pieces), recognisers);
  return out;
}

/// Of Persian letters in words that our own recogniser reads: what is none looks to it like digits and Latin letters.
Legibility sampled(Print& print, const LineRecogniser& text) {
  auto words = some_words(print, text);
  std::erase_if(words, [](const Word& word) { return direction_of(word.text()) != Direction::right_to_left; });
  return legibility(words);
}

/// The attempt that our own recogniser of text reads best, if it is sure of that; else all are left in `attempts`.
std::optional<UprightImage> surely_legible(const Sheet& sheet, std::span<const int> rotations,
                                           const Recognisers& recognisers, std::vector<UprightImage>& attempts) {
  std::size_t best = 0;
  double most = 0, second = 0;
  for (const int rotation : rotations) {
    attempts.push_back(tried(sheet, rotation, recognisers));
    const auto read = sampled(attempts.back().print, *recognisers.text);
    if (read.letters < k_few_letters) continue;
    if (read.confidence >= k_clear) return std::move(attempts.back());
    if (read.confidence > most) {
      second = std::exchange(most, read.confidence);
      best = attempts.size() - 1;
    } else {
      second = std::max(second, read.confidence);
    }
  }
  if (most > 0 && most - second >= k_clearer && most > k_hardly) return std::move(attempts[best]);
  return std::nullopt;
}

/// The attempt of which the general recognisers read a few lines best.
UprightImage most_legible(std::vector<UprightImage> attempts, Recognisers& recognisers) {
  std::size_t best = 0;
  double most = -1;
  for (std::size_t i = 0; i < attempts.size(); ++i) {
    const auto read = legibility(some_opinions(attempts[i].print, *recognisers.persian));
    // A page in Latin letters the Persian recogniser only guesses at.
    if (read.enough() || legibility(some_opinions(attempts[i].print, *recognisers.latin)).enough())
      return std::move(attempts[i]);
    if (read.score() > most) {
      most = read.score();
      best = i;
    }
  }
  return std::move(attempts[best]);
}

}  // namespace

PixPtr ink_for_direction(const Sheet& sheet) {
  const double coarse_dpi = sheet.dpi / sheet.sharpness();
  const auto small = reduced(*sheet.coarse, std::min(1.0, k_direction_dpi / coarse_dpi));
  return small ? ink(*small) : nullptr;
}

UprightImage set_upright(const Sheet& sheet, double across, Recognisers& recognisers) {
  std::array rotations{0, 180, 90, 270};
  if (across < 0) rotations = {90, 270, 0, 180};
  const bool sure = std::abs(across) > k_surely;
  std::vector<UprightImage> attempts;
  auto legible = surely_legible(sheet, std::span(rotations).first(sure ? 2 : 4), recognisers, attempts);
  auto out = legible ? std::move(*legible) : most_legible(std::move(attempts), recognisers);
  if (sheet.source_dpi < k_coarse) out.words = words_by(*recognisers.persian, out.dark);
  return out;
}

}  // namespace mizan::documents
