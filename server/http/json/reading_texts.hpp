// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences for what the reader and the verification say in codes.
#pragma once

#include "forms/label.hpp"
#include "model/reading.hpp"

#include <string>
#include <string_view>

namespace mizan::http {

/// Why a verdict is what it is, and where the office can help itself, how. An unknown code gives a general sentence.
[[nodiscard]] forms::Label reason_text(std::string_view reason);

/// What a person should know about the document.
[[nodiscard]] forms::Label warning_text(const ReadingWarning& warning);

/// The limit that ended a reading, as its problem names it.
[[nodiscard]] forms::Label limit_text(std::string_view limit);

}  // namespace mizan::http
