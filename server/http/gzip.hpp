// SPDX-License-Identifier: GPL-3.0-or-later
// Compression of answers.
#pragma once

#include <string>
#include <string_view>

namespace mizan::http {

enum class Effort { quick, thorough };

/// A gzip stream of the bytes.
[[nodiscard]] std::string gzip(std::string_view bytes, Effort effort);

}  // namespace mizan::http
