// SPDX-License-Identifier: GPL-3.0-or-later
// How many images a TIFF file holds, without decoding any.
#pragma once

#include <string_view>

namespace mizan::documents {

/// The length of the chain of directories, counted up to `most`; a chain that bites its tail or leaves the file ends
/// there.
[[nodiscard]] int tiff_directories(std::string_view untrusted_bytes, int most);

}  // namespace mizan::documents
