// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/piece_reading.hpp"

#include <leptonica/allheaders.h>

#include "base/persian/utf8.hpp"
#include "documents/reader/visual_order.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace mizan::documents {
namespace {

constexpr double k_aside = 0.6, k_above = 0.2;  // room around a piece, in heights of its letters

/// `crop` of what the image would be if the line in its middle were level.
PixPtr cut_level(const Pix& image, const Box& crop, double slope) {
  const int rise = static_cast<int>(std::ceil(std::abs(slope) * crop.width() / 2));
  if (rise == 0) return cropped(image, crop);
  const Box around{crop.x0, std::max(0, crop.y0 - rise), crop.x1, std::min(height_of(image), crop.y1 + rise)};
  const auto part = cropped(image, around);
  const auto angle = static_cast<float>(-std::atan(slope));
  const PixPtr level(part ? pixVShear(nullptr, part.get(), crop.width() / 2, angle, L_BRING_IN_WHITE) : nullptr);
  return level ? cropped(*level, {0, crop.y0 - around.y0, crop.width(), crop.y1 - around.y0}) : nullptr;
}

}  // namespace

std::optional<PieceReading> read_piece(const Piece& piece, const Pix& image, double enlargement,
                                       const LineRecogniser& recogniser) {
  const int aside = static_cast<int>(k_aside * piece.letter_height);
  const int above = static_cast<int>(k_above * piece.letter_height);
  PieceReading out;
  out.piece = piece;
  out.crop = {std::max(0, piece.box.x0 - aside), std::max(0, piece.box.y0 - above),
              std::min(width_of(image), piece.box.x1 + aside), std::min(height_of(image), piece.box.y1 + above)};
  auto cut = cut_level(image, out.crop, piece.slope);
  if (!cut) return std::nullopt;
  if (enlargement > 1) cut = made_or(scaled_and_sharpened(*cut, enlargement), *cut);
  const auto rows = gray_rows(*cut);
  const auto width = static_cast<std::size_t>(width_of(*cut)), height = static_cast<std::size_t>(height_of(*cut));
  out.steps = recogniser.read({reinterpret_cast<const std::uint8_t*>(rows.data()), width, height});
  if (out.steps.count == 0) return std::nullopt;
  out.pixels_per_step = static_cast<double>(out.crop.width()) / static_cast<double>(out.steps.count);
  out.characters = verification::read_characters(out.steps, recogniser.alphabet());
  return out;
}

Box box_of(const std::vector<verification::ReadCharacter>& run, const PieceReading& reading) {
  const auto& piece = reading.piece;
  const auto first = static_cast<double>(run.front().step);
  const auto last = static_cast<double>(run.back().step);
  const double pitch = run.size() > 1 ? (last - first) / static_cast<double>(run.size() - 1)
                                      : piece.letter_height / reading.pixels_per_step;
  const double half = 0.5 * pitch;
  const auto at = [&](double step) {
    return reading.crop.x0 + static_cast<int>(std::lround(step * reading.pixels_per_step));
  };
  Box box{std::max(piece.box.x0, at(first + 0.5 - half)), piece.box.y0, std::min(piece.box.x1, at(last + 0.5 + half)),
          piece.box.y1};
  const double aside = ((box.x0 + box.x1) - (piece.box.x0 + piece.box.x1)) / 2.0;
  const int sunk = static_cast<int>(std::lround(piece.slope * aside));
  box.y0 = std::max(0, box.y0 + sunk);
  box.y1 += sunk;
  if (box.x1 <= box.x0) box.x1 = box.x0 + 1;
  return box;
}

std::string logical_text(const std::vector<verification::ReadCharacter>& run) {
  std::u32string visual;
  for (const auto& each : run) {
    const auto symbol = persian::decode(each.text);
    visual += symbol;
    turn_glyph(visual, visual.size() - symbol.size(), symbol.size());
  }
  return logical_word(persian::encode(visual));
}

}  // namespace mizan::documents
