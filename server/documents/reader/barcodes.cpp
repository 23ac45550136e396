// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/barcodes.hpp"

#define ZX_USE_UTF8  // ZXing 1.4: texts are UTF-8
#include <ZXing/ReadBarcode.h>

#include "documents/reader/image.hpp"

#include <algorithm>
#include <array>

namespace mizan::documents {
namespace {

Box box_of(const ZXing::Position& position, int width, int height) {
  Box out{width, height, 0, 0};
  for (const auto& corner : position) {
    out.x0 = std::clamp(corner.x, 0, out.x0);
    out.y0 = std::clamp(corner.y, 0, out.y0);
    out.x1 = std::max(out.x1, std::clamp(corner.x + 1, 0, width));
    out.y1 = std::max(out.y1, std::clamp(corner.y + 1, 0, height));
  }
  return out;
}

}  // namespace

std::vector<Barcode> barcodes_of(const Pix& image) {
  const int width = width_of(image);
  const int height = height_of(image);
  const auto rows = gray_rows(image);
  ZXing::DecodeHints hints;
  hints.setFormats(ZXing::BarcodeFormat::QRCode | ZXing::BarcodeFormat::DataMatrix | ZXing::BarcodeFormat::PDF417);
  hints.setTryHarder(true);
  hints.setTryRotate(false);
  std::vector<Barcode> out;
  const auto* const first = reinterpret_cast<const std::uint8_t*>(rows.data());
  for (const auto& found : ZXing::ReadBarcodes({first, width, height, ZXing::ImageFormat::Lum}, hints)) {
    if (!found.isValid()) continue;
    out.push_back({0, ZXing::ToString(found.format()), found.text(), box_of(found.position(), width, height)});
  }
  return out;
}

}  // namespace mizan::documents
