// SPDX-License-Identifier: GPL-3.0-or-later
// An opened document: pages that are text already, or pixels still to be read.
#pragma once

#include "base/result.hpp"
#include "documents/reader.hpp"
#include "documents/reader/format.hpp"
#include "documents/reader/layer_sample.hpp"
#include "documents/reader/pix.hpp"
#include "model/reading.hpp"

#include <memory>
#include <string_view>
#include <vector>

namespace mizan::documents {

/// One page as its file gives it. `image` pages always have pixels; `digital` ones where page images are wanted.
struct SourcePage {
  PageKind kind = PageKind::image;
  PixPtr pixels;  ///< 8 bits grey, as scanned: not yet upright
  int dpi = 0;    ///< of the pixels, or of the space of `words`; 0 when unknown
  int width_px = 0, height_px = 0;
  std::vector<Word> words;           ///< of a digital page
  std::vector<LayerNumber> numbers;  ///< among them, to be compared with the pixels
  std::vector<ReadingWarning> warnings;
  std::string limit;  ///< the limit that kept the page from being read, or read as sharply as it should be; or empty
};

/// Not thread-safe. The bytes must outlive it.
class Source {
 public:
  virtual ~Source() = default;
  [[nodiscard]] virtual Format format() const = 0;
  [[nodiscard]] virtual int page_count() const = 0;

  /// Fails with `evidence.damaged`, and with `evidence.too_many_pixels` where no scanner makes such a size; pixel
  /// counts are checked before anything is decoded.
  [[nodiscard]] virtual Result<SourcePage> page(int index) = 0;

  /// The same page by its pixels alone, for when its text layer is not to be believed.
  [[nodiscard]] virtual Result<SourcePage> drawn_page(int index) { return page(index); }
};

/// A document of pages. Refusals are `evidence.*`.
[[nodiscard]] Result<std::unique_ptr<Source>> open_source(std::string_view untrusted_bytes, Format format,
                                                          const ReadingLimits& limits, PageImages page_images);

[[nodiscard]] Result<std::unique_ptr<Source>> open_pdf(std::string_view untrusted_bytes, const ReadingLimits& limits,
                                                       PageImages page_images);
[[nodiscard]] Result<std::unique_ptr<Source>> open_image(std::string_view untrusted_bytes, const ReadingLimits& limits,
                                                         Format format);
/// The primary image of a HEIC, as its file says that it stands.
[[nodiscard]] Result<std::unique_ptr<Source>> open_heic(std::string_view untrusted_bytes, const ReadingLimits& limits);

}  // namespace mizan::documents
