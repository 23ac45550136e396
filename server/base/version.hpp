// SPDX-License-Identifier: GPL-3.0-or-later
// The version of the product.
#pragma once

#include <string_view>

namespace mizan {

inline constexpr std::string_view k_version = "0.1.0";

}  // namespace mizan
