// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/source.hpp"

#include <algorithm>

namespace mizan::documents {
namespace {

using std::string_view_literals::operator""sv;

// Readers accept junk before "%PDF-" within the first kilobyte, and scanners' software writes it.
constexpr std::size_t k_pdf_junk = 1024;

std::string_view image_format(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return "png";
  if (bytes.starts_with("\xFF\xD8\xFF"sv)) return "jpeg";
  for (const auto magic : {"II*\0"sv, "MM\0*"sv, "II+\0"sv, "MM\0+"sv})
    if (bytes.starts_with(magic)) return "tiff";
  return {};
}

}  // namespace

Result<std::unique_ptr<Source>> open_source(std::string_view untrusted_bytes, const ReadingLimits& limits,
                                            PageImages page_images) {
  if (untrusted_bytes.empty()) return fail("evidence.empty");
  if (const auto format = image_format(untrusted_bytes); !format.empty())
    return open_image(untrusted_bytes, limits, format);
  if (untrusted_bytes.substr(0, k_pdf_junk).find("%PDF-") != std::string_view::npos)
    return open_pdf(untrusted_bytes, limits, page_images);
  return fail("evidence.unsupported_type");
}

}  // namespace mizan::documents
