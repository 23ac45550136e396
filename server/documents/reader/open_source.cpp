// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/source.hpp"

namespace mizan::documents {

Result<std::unique_ptr<Source>> open_source(std::string_view untrusted_bytes, Format format,
                                            const ReadingLimits& limits, PageImages page_images) {
  switch (format) {
    case Format::pdf:
      return open_pdf(untrusted_bytes, limits, page_images);
    case Format::tiff:
    case Format::png:
    case Format::jpeg:
      return open_image(untrusted_bytes, limits, format);
    case Format::heic:
      return open_heic(untrusted_bytes, limits);
    case Format::zip:
      break;  // a bundle has no pages of its own
  }
  return fail("evidence.unsupported_type");
}

}  // namespace mizan::documents
