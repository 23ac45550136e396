// SPDX-License-Identifier: GPL-3.0-or-later
// How large the pictures of an HEVC stream are, from its own headers.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mizan::documents {

struct HevcSize {
  std::uint64_t width = 0, height = 0;
};

/// Whether a unit of the stream is a sequence parameter set (ITU-T H.265, 7.3.2.2), which says how large pictures are.
[[nodiscard]] bool is_sequence_header(std::string_view untrusted_unit) noexcept;

/// Its width and height in samples; nothing when it ends early or makes no sense.
[[nodiscard]] std::optional<HevcSize> size_in_sequence_header(std::string_view untrusted_unit);

}  // namespace mizan::documents
