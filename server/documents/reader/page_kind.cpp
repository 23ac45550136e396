// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/pdf_survey.hpp"

namespace mizan::documents {
namespace {

// A page-filling image with little visible text over it is a scan with a stamp of the scanning software; with much text
// it is a letterhead.
constexpr double k_page_filling = 0.6;
constexpr int k_little_text = 80;
constexpr int k_no_text = 3;
constexpr double k_most_unmapped = 0.3;

}  // namespace

PageKind page_kind(const PageSurvey& survey) noexcept {
  const int hidden = survey.invisible_characters + survey.covered_characters;
  const bool filled = survey.largest_image >= k_page_filling;
  if (survey.unmapped_characters > k_most_unmapped * survey.visible_characters && survey.visible_characters > k_no_text)
    return PageKind::image;
  if (hidden > survey.visible_characters) return PageKind::hidden_ocr;
  if (filled && survey.visible_characters <= k_little_text) return hidden > 0 ? PageKind::hidden_ocr : PageKind::image;
  if (survey.visible_characters > k_no_text) return PageKind::digital;
  if (survey.images == 0 && survey.drawings == 0 && survey.visible_characters == 0) return PageKind::blank;
  return PageKind::image;
}

}  // namespace mizan::documents
