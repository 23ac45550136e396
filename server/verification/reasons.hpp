// SPDX-License-Identifier: GPL-3.0-or-later
// Why a verdict is what it is: stable codes, and the sentences that pages show for them.
#pragma once

#include <span>
#include <string_view>

namespace mizan::verification {

namespace reason {
constexpr std::string_view agrees = "agrees";
constexpr std::string_view agrees_unlabelled = "agrees_unlabelled";
constexpr std::string_view differs = "differs";
constexpr std::string_view other_field = "other_field";
constexpr std::string_view not_confident = "not_confident";
constexpr std::string_view value_not_found = "value_not_found";
constexpr std::string_view label_not_found = "label_not_found";
constexpr std::string_view row_not_found = "row_not_found";
constexpr std::string_view blank_page = "blank_page";
constexpr std::string_view no_text = "no_text";
constexpr std::string_view not_comparable = "not_comparable";
}  // namespace reason

/// One sentence for people. An unknown code (of a newer version) gets the sentence of `not_confident`.
[[nodiscard]] std::string_view reason_text_fa(std::string_view code);
[[nodiscard]] std::string_view reason_text_en(std::string_view code);

/// Every code there is.
[[nodiscard]] std::span<const std::string_view> reason_codes();

}  // namespace mizan::verification
