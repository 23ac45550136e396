// SPDX-License-Identifier: GPL-3.0-or-later
// Tells whether bytes are well-formed UTF-8.
#pragma once

#include "base/persian/utf8.hpp"

#include <string_view>

namespace mizan::http {

/// No stray or overlong bytes, no surrogates.
[[nodiscard]] inline bool valid_utf8(std::string_view bytes) {
  return persian::encode(persian::decode(bytes)) == bytes;
}

}  // namespace mizan::http
