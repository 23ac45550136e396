// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/upright.hpp"

#include "base/persian/utf8.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace mizan::documents {
namespace {

constexpr int k_direction_dpi = 100;  // lines of text are still apart, letters no longer matter
constexpr double k_surely = 0.4;      // below this, both directions are tried
constexpr double k_noticeable_skew = 0.1;
constexpr double k_most_enlargement = 2.5;
constexpr double k_legible = 52;   // mean confidence per letter: pages on their head stay below 42
constexpr double k_letters = 30;   // fewer prove nothing
constexpr double k_guessing = 40;  // confidence of letters that are none

PixPtr copy_or(PixPtr made, const Pix& otherwise) {
  return made ? std::move(made) : scaled(otherwise, 1);
}

struct Legibility {
  double letters = 0;
  double confidence = 0;  ///< mean per letter
  [[nodiscard]] bool enough() const noexcept { return letters >= k_letters && confidence >= k_legible; }
  [[nodiscard]] double score() const noexcept { return letters * std::max(0.0, confidence - k_guessing); }
};

Legibility legibility(const std::vector<RecognisedWord>& words) {
  Legibility out;
  double sum = 0;
  for (const auto& word : words) {
    const auto letters = static_cast<double>(persian::decode(word.text).size());
    if (letters < 3) continue;  // noise reads as single letters
    out.letters += letters;
    sum += letters * word.confidence;
  }
  if (out.letters > 0) out.confidence = sum / out.letters;
  return out;
}

UprightImage tried(const Pix& image, double dpi, int rotation, Recogniser& recogniser) {
  UprightImage out;
  out.rotation = rotation;
  out.straight = rotation == 0 ? scaled(image, 1) : copy_or(turned(image, rotation), image);
  out.skew = skew_of(*out.straight, dpi);
  if (std::abs(out.skew) < k_noticeable_skew)
    out.skew = 0;
  else
    out.straight = copy_or(straightened(*out.straight, out.skew), *out.straight);
  const double enlargement = std::min(k_most_enlargement, k_recognition_dpi / dpi);
  out.enlarged = scaled(*out.straight, std::abs(enlargement - 1) > 0.1 ? enlargement : 1);
  if (!out.enlarged) out.enlarged = scaled(*out.straight, 1);
  out.words = recogniser.recognise(*out.enlarged, k_recognition_dpi);
  return out;
}

/// A page in Latin letters, which the primary recogniser only guesses at.
bool legible_in(Recogniser& recogniser, const UprightImage& attempt) {
  return legibility(recogniser.recognise(*attempt.enlarged, k_recognition_dpi)).enough();
}

}  // namespace

UprightImage set_upright(const Pix& image, double dpi, Recognisers& recognisers) {
  double across = 0;
  if (const auto small = scaled(image, std::min(1.0, k_direction_dpi / dpi)))
    if (const auto marks = ink(*small)) across = wide_to_tall(*marks);
  std::array rotations{0, 180, 90, 270};
  if (across < 0) rotations = {90, 270, 0, 180};
  const bool sure = std::abs(across) > k_surely;
  std::vector<UprightImage> attempts;
  std::size_t best = 0;
  double most = -1;
  for (std::size_t i = 0; i < (sure ? 2U : 4U); ++i) {
    attempts.push_back(tried(image, dpi, rotations[i], *recognisers.persian));
    const auto read = legibility(attempts.back().words);
    if (read.enough() || legible_in(*recognisers.latin, attempts.back())) return std::move(attempts.back());
    if (read.score() > most) {
      most = read.score();
      best = i;
    }
  }
  return std::move(attempts[best]);
}

}  // namespace mizan::documents
