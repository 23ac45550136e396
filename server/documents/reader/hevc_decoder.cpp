// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/hevc_decoder.hpp"

#include <libde265/de265.h>
#include <libheif/heif.h>
#include <libheif/heif_plugin.h>

#include "documents/reader/hevc_size.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <string_view>

namespace mizan::documents {
namespace {

constexpr int k_plugin_version = 3;  // of libheif's interface: functions of versions 1 and 2, a name
constexpr int k_before_others = 1'000;
constexpr std::uint64_t k_rounds = 4;      // tiles reach beyond the image, and an image may be decoded once more
constexpr std::size_t k_length_bytes = 4;  // before each unit of the stream

struct FreeDecoder {
  void operator()(void* decoder) const noexcept { de265_free_decoder(decoder); }
};
struct FreeImage {
  void operator()(heif_image* image) const noexcept { heif_image_release(image); }
};
using Image = std::unique_ptr<heif_image, FreeImage>;

/// A process decodes one document, and libheif gives a decoder nothing to remember it by.
struct Budget {
  std::uint64_t most_pixels = 0;
  std::uint64_t pixels = 0;
};
Budget g_budget;

constexpr heif_error k_fine{heif_error_Ok, heif_suberror_Unspecified, "fine"};
constexpr heif_error k_damaged{heif_error_Decoder_plugin_error, heif_suberror_Unspecified, "the picture is damaged"};
constexpr heif_error k_no_memory{heif_error_Memory_allocation_error, heif_suberror_Unspecified, "out of memory"};
constexpr heif_error k_other_coding{heif_error_Unsupported_feature, heif_suberror_Unsupported_codec, "not HEVC"};

/// Asked before the decoder has any memory for the picture.
bool may_decode(std::string_view untrusted_unit) {
  if (!is_sequence_header(untrusted_unit)) return true;
  const auto size = size_in_sequence_header(untrusted_unit);
  if (!size) return false;
  const auto pixels = size->width * size->height;
  g_budget.pixels += pixels;
  return pixels <= g_budget.most_pixels && g_budget.pixels <= k_rounds * g_budget.most_pixels;
}

heif_error new_decoder(void** decoder) {
  *decoder = de265_new_decoder();
  if (*decoder == nullptr) return k_no_memory;
  // Half a picture is worse than none: what is lost of it would look like paper.
  de265_set_parameter_bool(*decoder, DE265_DECODER_PARAM_SUPPRESS_FAULTY_PICTURES, 1);
  return k_fine;
}

heif_error push_data(void* decoder, const void* untrusted_data, std::size_t size) {
  const auto* bytes = static_cast<const std::uint8_t*>(untrusted_data);
  for (std::size_t at = 0; at < size;) {
    if (size - at < k_length_bytes) return k_damaged;
    std::size_t length = 0;
    for (std::size_t i = 0; i < k_length_bytes; ++i) length = length << 8U | bytes[at + i];
    at += k_length_bytes;
    if (length > size - at) return k_damaged;
    if (!may_decode({reinterpret_cast<const char*>(bytes + at), length})) return k_damaged;
    if (!de265_isOK(de265_push_NAL(decoder, bytes + at, static_cast<int>(length), 0, nullptr))) return k_damaged;
    at += length;
  }
  return k_fine;
}

/// The next picture, once the stream yields one.
const de265_image* decoded_picture(void* decoder) {
  if (!de265_isOK(de265_flush_data(decoder))) return nullptr;
  for (int more = 1; more != 0;) {
    if (!de265_isOK(de265_decode(decoder, &more))) return nullptr;
    if (const auto* picture = de265_get_next_picture(decoder)) return picture;
  }
  return nullptr;
}

/// One plane as it is; samples of more than eight bits take two bytes on both sides.
bool copy_plane(const de265_image& from, int number, heif_channel channel, heif_image& to) {
  const int width = de265_get_image_width(&from, number);
  const int height = de265_get_image_height(&from, number);
  const int bits = de265_get_bits_per_pixel(&from, number);
  if (width <= 0 || height <= 0) return false;
  if (heif_image_add_plane(&to, channel, width, height, bits).code != heif_error_Ok) return false;
  int from_stride = 0;
  int to_stride = 0;
  const auto* source = de265_get_image_plane(&from, number, &from_stride);
  auto* target = heif_image_get_plane(&to, channel, &to_stride);
  if (source == nullptr || target == nullptr) return false;
  const auto row = static_cast<std::ptrdiff_t>(width) * (bits > 8 ? 2 : 1);
  if (row > from_stride || row > to_stride) return false;
  for (std::ptrdiff_t y = 0; y < height; ++y) std::copy_n(source + y * from_stride, row, target + y * to_stride);
  return true;
}

heif_error decode_image(void* decoder, heif_image** out) {
  const auto* picture = decoded_picture(decoder);
  if (picture == nullptr) return k_damaged;
  constexpr std::array k_channels{heif_channel_Y, heif_channel_Cb, heif_channel_Cr};
  constexpr std::array k_chromas{heif_chroma_monochrome, heif_chroma_420, heif_chroma_422, heif_chroma_444};
  const auto chroma = static_cast<std::size_t>(de265_get_chroma_format(picture));
  if (chroma >= k_chromas.size()) return k_damaged;
  const bool gray = k_chromas.at(chroma) == heif_chroma_monochrome;
  heif_image* made = nullptr;
  if (heif_image_create(de265_get_image_width(picture, 0), de265_get_image_height(picture, 0),
                        gray ? heif_colorspace_monochrome : heif_colorspace_YCbCr, k_chromas.at(chroma), &made)
          .code != heif_error_Ok)
    return k_no_memory;
  Image image(made);
  for (int plane = 0; plane < (gray ? 1 : 3); ++plane)
    if (!copy_plane(*picture, plane, k_channels.at(static_cast<std::size_t>(plane)), *image)) return k_damaged;
  *out = image.release();
  return k_fine;
}

heif_decoder_plugin hevc_plugin() {
  heif_decoder_plugin plugin{};
  plugin.plugin_api_version = k_plugin_version;
  plugin.get_plugin_name = [] { return "HEVC without threads"; };
  plugin.does_support_format = [](heif_compression_format format) {
    return format == heif_compression_HEVC ? k_before_others : 0;
  };
  plugin.new_decoder = new_decoder;
  plugin.free_decoder = [](void* decoder) { FreeDecoder()(decoder); };
  plugin.push_data = push_data;
  plugin.decode_image = decode_image;
  plugin.set_strict_decoding = [](void* /*decoder*/, int /*flag*/) {};
  plugin.id_name = "mizan-hevc";
  return plugin;
}

/// Takes every other coding, to refuse it: decoders of these start threads too.
heif_decoder_plugin refusing_plugin() {
  heif_decoder_plugin plugin = hevc_plugin();
  plugin.get_plugin_name = [] { return "no other coding"; };
  plugin.does_support_format = [](heif_compression_format format) {
    return format == heif_compression_HEVC ? 0 : k_before_others;
  };
  plugin.new_decoder = [](void** decoder) {
    *decoder = nullptr;
    return k_other_coding;
  };
  plugin.free_decoder = [](void* /*decoder*/) {};
  plugin.push_data = [](void*, const void*, std::size_t) { return k_other_coding; };
  plugin.decode_image = [](void*, heif_image**) { return k_other_coding; };
  plugin.id_name = "mizan-none";
  return plugin;
}

}  // namespace

bool use_own_hevc_decoder(std::uint64_t most_pixels) {
  static const heif_decoder_plugin hevc = hevc_plugin();
  static const heif_decoder_plugin others = refusing_plugin();
  static const bool taken = heif_register_decoder_plugin(&hevc).code == heif_error_Ok &&
                            heif_register_decoder_plugin(&others).code == heif_error_Ok;
  g_budget = {most_pixels, 0};
  return taken;
}

}  // namespace mizan::documents
