// SPDX-License-Identifier: GPL-3.0-or-later
// HEIC, as phones photograph: one picture coded with HEVC, often in tiles, beside smaller and hidden ones.
#include <libheif/heif.h>

#include "documents/reader/hevc_decoder.hpp"
#include "documents/reader/image.hpp"
#include "documents/reader/pixel_limits.hpp"
#include "documents/reader/source.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mizan::documents {
namespace {

struct FreeContext {
  void operator()(heif_context* context) const noexcept { heif_context_free(context); }
};
struct ReleaseHandle {
  void operator()(heif_image_handle* handle) const noexcept { heif_image_handle_release(handle); }
};
struct ReleaseImage {
  void operator()(heif_image* image) const noexcept { heif_image_release(image); }
};
using Context = std::unique_ptr<heif_context, FreeContext>;
using Handle = std::unique_ptr<heif_image_handle, ReleaseHandle>;
using Image = std::unique_ptr<heif_image, ReleaseImage>;

/// libheif has limits of its own, far beyond ours.
Problem refusal_of(const heif_error& error) {
  const auto text = std::string("HEIC: ") + (error.message == nullptr ? "?" : error.message);
  return error.subcode == heif_suberror_Security_limit_exceeded ? Problem("evidence.too_many_pixels", text)
                                                                : Problem("evidence.damaged", text);
}

/// The brightness alone, eight bits of it; of an image without any, the green, which is most of it.
PixPtr brightness(const heif_image& image) {
  const auto channel = heif_image_has_channel(&image, heif_channel_Y) != 0 ? heif_channel_Y : heif_channel_G;
  if (heif_image_has_channel(&image, channel) == 0) return {};
  int stride = 0;
  const auto* rows = heif_image_get_plane_readonly(&image, channel, &stride);
  const int width = heif_image_get_width(&image, channel);
  const int height = heif_image_get_height(&image, channel);
  const int bits = heif_image_get_bits_per_pixel_range(&image, channel);
  if (rows == nullptr || width <= 0 || height <= 0 || bits < 8 || bits > 16) return {};
  if (bits == 8) return gray_image(reinterpret_cast<const char*>(rows), width, height, stride, 0);
  std::vector<char> narrow;
  narrow.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  for (std::ptrdiff_t y = 0; y < height; ++y)
    for (std::ptrdiff_t x = 0; x < width; ++x) {
      const auto* sample = rows + y * stride + 2 * x;  // two bytes, the lower first, as this machine keeps them
      narrow.push_back(static_cast<char>((sample[0] | sample[1] << 8) >> (bits - 8)));
    }
  return gray_image(narrow.data(), width, height, width, 0);
}

class HeicSource final : public Source {
 public:
  HeicSource(Context context, Handle primary, const ReadingLimits& limits)
      : m_context(std::move(context)), m_primary(std::move(primary)), m_limits(limits) {}

  [[nodiscard]] Format format() const override { return Format::heic; }
  [[nodiscard]] int page_count() const override { return 1; }

  [[nodiscard]] Result<SourcePage> page(int /*index*/) override {
    const int width = heif_image_handle_get_width(m_primary.get());
    const int height = heif_image_handle_get_height(m_primary.get());
    if (width <= 0 || height <= 0) return fail(Problem("evidence.damaged", "HEIC: no size").on_page(0));
    const auto wide = static_cast<std::uint64_t>(width);
    const auto high = static_cast<std::uint64_t>(height);
    if (!is_believable_size(wide, high)) return fail(Problem("evidence.too_many_pixels").on_page(0));
    SourcePage out;
    out.width_px = width;
    out.height_px = height;
    out.limit = pixel_limit(wide, high, 0, m_limits);
    if (!out.limit.empty()) return out;
    if (heif_context_get_number_of_top_level_images(m_context.get()) > 1)
      out.warnings.push_back({"more_than_one_picture", std::nullopt, {}});
    out.pixels = decoded();
    if (!out.pixels) return fail(refusal_of(m_error).on_page(0));
    out.width_px = width_of(*out.pixels);
    out.height_px = height_of(*out.pixels);
    return out;
  }

 private:
  /// Turned and cut as the file says; null when it cannot be decoded.
  PixPtr decoded() {
    auto image = decoded_as(heif_colorspace_YCbCr, heif_chroma_420);
    // Of grey pictures, for one, it cannot make these.
    if (!image && m_error.code == heif_error_Unsupported_feature)
      image = decoded_as(heif_colorspace_undefined, heif_chroma_undefined);
    return image ? brightness(*image) : PixPtr{};
  }

  Image decoded_as(heif_colorspace colours, heif_chroma chroma) {
    heif_image* made = nullptr;
    m_error = heif_decode_image(m_primary.get(), &made, colours, chroma, nullptr);
    return Image(m_error.code == heif_error_Ok ? made : nullptr);
  }

  Context m_context;
  Handle m_primary;
  ReadingLimits m_limits;
  heif_error m_error{heif_error_Invalid_input, heif_suberror_Unspecified, "no brightness"};
};

}  // namespace

Result<std::unique_ptr<Source>> open_heic(std::string_view untrusted_bytes, const ReadingLimits& limits) {
  // One coded picture may be a tile that reaches beyond the image: the limit is that of a page, not the image's size.
  if (!use_own_hevc_decoder(limits.page_pixels)) return fail("evidence.unsupported_type", "libheif takes no decoder");
  Context context(heif_context_alloc());
  if (!context) return fail("evidence.damaged", "HEIC: no memory");
  heif_context_set_max_decoding_threads(context.get(), 0);
  if (const auto read = heif_context_read_from_memory_without_copy(context.get(), untrusted_bytes.data(),
                                                                   untrusted_bytes.size(), nullptr);
      read.code != heif_error_Ok)
    return fail(refusal_of(read));
  heif_image_handle* primary = nullptr;
  if (const auto found = heif_context_get_primary_image_handle(context.get(), &primary); found.code != heif_error_Ok)
    return fail(refusal_of(found));
  return std::unique_ptr<Source>(std::make_unique<HeicSource>(std::move(context), Handle(primary), limits));
}

}  // namespace mizan::documents
