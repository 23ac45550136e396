// SPDX-License-Identifier: GPL-3.0-or-later
// Is a text layer true? Its words are held against what the page shows in their places.
#pragma once

#include "documents/reader/network/line_recogniser.hpp"
#include "documents/reader/pix.hpp"
#include "model/reading.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace mizan::documents {

/// A number as a text layer gives it: digits and what stands between them, no letters.
struct LayerNumber {
  Box box;           ///< of its characters, in pixels of the page
  int turn = 0;      ///< quarter turns clockwise by which its line is turned
  std::string text;  ///< ASCII digits from left to right, without signs
  /// Which glyphs drew it: numbers of (font, code, character) of PageSurvey::digits, each once. A glyph that lies does
  /// so wherever it is drawn, so a look at every glyph is a look at every number.
  std::vector<int> glyphs;
};

/// The numbers that are compared with the pixels: every glyph twice where the page has it twice, at most `most`
/// numbers. Indices in the order of `numbers`.
[[nodiscard]] std::vector<std::size_t> sampled(const std::vector<LayerNumber>& numbers, std::size_t most);

/// What the recogniser of numbers makes of one number's ink.
struct LayerOpinion {
  double ratio = 0;     ///< log P(layer's digits | ink) − log P(best other string | ink)
  double sureness = 0;  ///< log P(best string | ink) a digit; near 0 it is sure of what it reads
  std::string read;     ///< the best string, ASCII
};

/// Nothing where there is no ink, or none that is like digits.
[[nodiscard]] std::optional<LayerOpinion> opinion_on(const LayerNumber& number, const Pix& page,
                                                     const LineRecogniser& recogniser);

/// Where the page shows another number than its text layer.
struct Contradiction {
  std::string layer, drawn;  ///< digits, ASCII
};

/// The clearest contradiction, when the sample as a whole says that the layer is not to be believed.
[[nodiscard]] std::optional<Contradiction> contradiction_in(const std::vector<LayerNumber>& numbers, const Pix& page,
                                                            const LineRecogniser& recogniser, std::size_t most);

/// True when the box holds something that can be seen.
[[nodiscard]] bool is_drawn(const Box& box, const Pix& page);

}  // namespace mizan::documents
