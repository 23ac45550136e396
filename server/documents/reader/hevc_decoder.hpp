// SPDX-License-Identifier: GPL-3.0-or-later
// HEVC pictures for libheif, decoded in the calling thread: its own decoder starts one, which a document's process
// may not, and then waits for it for ever.
#pragma once

#include <cstdint>

namespace mizan::documents {

/// Becomes libheif's decoder for the rest of the process, in place of every other; pictures in other codings are
/// refused. Returns false when libheif does not take it. `most_pixels` is what one coded picture, and a quarter of what
/// all of them, may have: asked by a picture's own header before anything of it is decoded, since that of the file may
/// say less.
[[nodiscard]] bool use_own_hevc_decoder(std::uint64_t most_pixels);

}  // namespace mizan::documents
