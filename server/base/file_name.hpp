// SPDX-License-Identifier: GPL-3.0-or-later
// Names of uploaded files, made harmless.
#pragma once

#include <string>
#include <string_view>

namespace mizan {

/// No folders, no control or direction characters, at most 255 bytes of valid UTF-8, cut between characters.
[[nodiscard]] std::string harmless_name(std::string_view untrusted_name);

}  // namespace mizan
