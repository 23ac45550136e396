// SPDX-License-Identifier: GPL-3.0-or-later
#include <leptonica/allheaders.h>

#include "documents/reader/image.hpp"
#include "documents/reader/pixel_limits.hpp"
#include "documents/reader/source.hpp"
#include "documents/reader/tiff_directories.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace mizan::documents {
namespace {

constexpr int k_least_believed_dpi = 90;  // cameras and programs write 72 when they know nothing
constexpr int k_most_believed_dpi = 2'400;

constexpr std::string_view k_scan = "\xFF\xDA";  // begins a pass over the image

struct Header {
  int width = 0, height = 0;
};

const l_uint8* bytes_of(std::string_view bytes) {
  return reinterpret_cast<const l_uint8*>(bytes.data());
}

std::optional<Header> header_of(std::string_view bytes, Format format, int page) {
  Header out;
  int bits = 0;
  int samples = 0;
  int failed = 1;
  if (format == Format::jpeg)
    failed = readHeaderMemJpeg(bytes_of(bytes), bytes.size(), &out.width, &out.height, &samples, nullptr, nullptr);
  if (format == Format::png)
    failed = readHeaderMemPng(bytes_of(bytes), bytes.size(), &out.width, &out.height, &bits, &samples, nullptr);
  if (format == Format::tiff)
    failed = readHeaderMemTiff(bytes_of(bytes), bytes.size(), page, &out.width, &out.height, &bits, &samples, nullptr,
                               nullptr, nullptr);
  if (failed != 0 || out.width <= 0 || out.height <= 0) return std::nullopt;
  return out;
}

/// A JPEG whose last scan has no end marker has lost its lower part.
bool truncated_jpeg(std::string_view bytes) {
  const auto scan = bytes.rfind(k_scan);
  const auto end = bytes.rfind("\xFF\xD9");
  return scan == std::string_view::npos || end == std::string_view::npos || end < scan;
}

/// Passes over the image: a byte 0xFF inside one is never followed by the code that begins another.
int scans_of(std::string_view bytes) {
  int scans = 0;
  for (auto at = bytes.find(k_scan); at != std::string_view::npos; at = bytes.find(k_scan, at + k_scan.size())) ++scans;
  return scans;
}

PixPtr decoded(std::string_view bytes, Format format, int page) {
  if (format == Format::jpeg)
    return PixPtr(pixReadMemJpeg(bytes_of(bytes), bytes.size(), 0, 1, nullptr, L_JPEG_READ_LUMINANCE));
  if (format == Format::png) return PixPtr(pixReadMemPng(bytes_of(bytes), bytes.size()));
  return PixPtr(pixReadMemTiff(bytes_of(bytes), bytes.size(), page));
}

PixPtr gray(PixPtr image) {
  if (pixGetSpp(image.get()) == 4) {
    PixPtr opaque(pixAlphaBlendUniform(image.get(), 0xFFFFFF00));
    if (opaque) image = std::move(opaque);
  }
  return PixPtr(pixConvertTo8(image.get(), 0));
}

class ImageSource final : public Source {
 public:
  ImageSource(std::string_view bytes, const ReadingLimits& limits, Format format, int pages)
      : m_bytes(bytes), m_limits(limits), m_format(format), m_pages(pages) {}

  [[nodiscard]] Format format() const override { return m_format; }
  [[nodiscard]] int page_count() const override { return m_pages; }

  [[nodiscard]] Result<SourcePage> page(int index) override {
    const auto header = header_of(m_bytes, m_format, index);
    if (!header) return fail(Problem("evidence.damaged", "the image has no usable header").on_page(index));
    const auto width = static_cast<std::uint64_t>(header->width);
    const auto height = static_cast<std::uint64_t>(header->height);
    if (!is_believable_size(width, height)) return fail(Problem("evidence.too_many_pixels").on_page(index));
    SourcePage out;
    out.limit = limit_hit(width, height);
    if (!out.limit.empty()) {
      out.width_px = header->width;
      out.height_px = header->height;
      return out;
    }
    m_decoded_pixels += width * height;
    auto image = decoded(m_bytes, m_format, index);
    if (!image) return fail(Problem("evidence.damaged", "the image cannot be decoded").on_page(index));
    const int dpi = pixGetXRes(image.get());
    out.dpi = dpi >= k_least_believed_dpi && dpi <= k_most_believed_dpi ? dpi : 0;
    out.pixels = gray(std::move(image));
    if (!out.pixels) return fail(Problem("evidence.damaged", "the image cannot be made grey").on_page(index));
    out.width_px = width_of(*out.pixels);
    out.height_px = height_of(*out.pixels);
    return out;
  }

 private:
  /// Before anything is decoded.
  [[nodiscard]] std::string limit_hit(std::uint64_t width, std::uint64_t height) const {
    if (auto limit = pixel_limit(width, height, m_decoded_pixels, m_limits); !limit.empty()) return limit;
    return m_format == Format::jpeg && scans_of(m_bytes) > m_limits.scans ? "scans" : "";
  }

  std::string_view m_bytes;
  ReadingLimits m_limits;
  Format m_format;
  int m_pages;
  std::uint64_t m_decoded_pixels = 0;
};

}  // namespace

Result<std::unique_ptr<Source>> open_image(std::string_view untrusted_bytes, const ReadingLimits& limits,
                                           Format format) {
  setMsgSeverity(L_SEVERITY_NONE);
  const int pages = format == Format::tiff ? tiff_directories(untrusted_bytes, limits.pages + 1) : 1;
  if (pages == 0) return fail("evidence.damaged", "a TIFF without images");
  if (format == Format::jpeg && truncated_jpeg(untrusted_bytes)) return fail("evidence.damaged", "the JPEG has no end");
  return std::unique_ptr<Source>(std::make_unique<ImageSource>(untrusted_bytes, limits, format, pages));
}

}  // namespace mizan::documents
