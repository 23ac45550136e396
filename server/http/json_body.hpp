// SPDX-License-Identifier: GPL-3.0-or-later
// A JSON body, read within its limits.
#pragma once

#include "http/body_source.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string_view>

namespace mizan::http {

/// An object. Fails with `request.malformed` when the type is not application/json, the text is no JSON object, nests
/// too deeply or holds a NUL character (databases cut texts there); `request.too_large` beyond `limit` bytes; what the
/// body fails with.
[[nodiscard]] Result<nlohmann::json> read_json(std::string_view content_type, BodySource& body, std::uint64_t limit);

}  // namespace mizan::http
