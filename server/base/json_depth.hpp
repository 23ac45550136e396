// SPDX-License-Identifier: GPL-3.0-or-later
// How deeply JSON nests, told before it is parsed.
#pragma once

#include <string_view>

namespace mizan {

/// Whether brackets stand more than `most` deep in each other. Parsing takes any depth, but what copies, walks or
/// writes a value takes stack for each level of it: whoever parses what another wrote asks this first. Text that is no
/// JSON gets some answer; a parser refuses it.
[[nodiscard]] bool nests_deeper(std::string_view untrusted_json, int most) noexcept;

}  // namespace mizan
