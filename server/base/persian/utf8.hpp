// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 to code points and back, for text that may be damaged.
#pragma once

#include <string>
#include <string_view>

namespace mizan::persian {

/// The code points of `utf8`. Each byte that is not part of valid UTF-8 becomes U+FFFD; never fails.
[[nodiscard]] std::u32string decode(std::string_view utf8);

/// UTF-8 of the code points; surrogates and values beyond U+10FFFF become U+FFFD.
[[nodiscard]] std::string encode(std::u32string_view code_points);

}  // namespace mizan::persian
