// SPDX-License-Identifier: GPL-3.0-or-later
// Iranian identifiers: shape, check digits, canonical form.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mizan::persian {

// Each function takes the identifier as it was typed (any digit set; spaces, dashes and bidi marks ignored) and returns
// its canonical form, or nothing when the text is no such identifier. Letters among the digits make it nothing.

/// کد ملی: ten digits, eight or nine are padded with zeros on the left; not all equal; the check digit must fit.
[[nodiscard]] std::optional<std::string> national_code(std::string_view utf8);

/// شناسهٔ ملی of a legal person: eleven digits whose check digit fits.
[[nodiscard]] std::optional<std::string> legal_id(std::string_view utf8);

/// کدپستی: ten digits. There is no check digit, and patterns in circulation refuse real codes: none is used.
[[nodiscard]] std::optional<std::string> postal_code(std::string_view utf8);

/// شبا: "IR" (may be left out) and 24 digits, ISO 7064 mod 97 = 1. Canonical with "IR", no spaces.
[[nodiscard]] std::optional<std::string> sheba(std::string_view utf8);

/// A mobile number: 09 and nine digits; +98, 0098, 98 or a missing zero are understood. Canonical "09…".
[[nodiscard]] std::optional<std::string> mobile(std::string_view utf8);

/// کد کارگاه: ten letters or digits, upper case; no check digit.
[[nodiscard]] std::optional<std::string> workshop_code(std::string_view utf8);

}  // namespace mizan::persian
