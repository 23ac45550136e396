// SPDX-License-Identifier: GPL-3.0-or-later
// The text layer of a PDF page: its words, and the numbers among them with the glyphs that drew them.
#pragma once

#include "documents/reader/layer_sample.hpp"
#include "documents/reader/pdf_survey.hpp"
#include "model/reading.hpp"

#include <vector>

namespace poppler {
class page;
}

namespace mizan::documents {

struct TextLayer {
  std::vector<Word> words;
  std::vector<LayerNumber> numbers;
};

/// Boxes in pixels of a page drawn with `scale` pixels a point, `width` × `height` in all.
[[nodiscard]] TextLayer text_layer(const poppler::page& page, const PageSurvey& survey, double scale, int width,
                                   int height);

}  // namespace mizan::documents
