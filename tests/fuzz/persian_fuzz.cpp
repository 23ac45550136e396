// SPDX-License-Identifier: GPL-3.0-or-later
// Persian text, numbers, dates and identifiers as people type them and recognisers read them: the input is the text.
#include "base/persian/digits.hpp"
#include "base/persian/identifiers.hpp"
#include "base/persian/jalali.hpp"
#include "base/persian/normalise.hpp"
#include "base/persian/utf8.hpp"
#include "forms/normal_form.hpp"
#include "forms/number_form.hpp"
#include "fuzz/input.hpp"
#include "fuzz/target.hpp"

#include <algorithm>
#include <cctype>
#include <string>

namespace mizan::fuzz {
namespace {

void check_text(std::string_view text) {
  const auto normal = persian::normalise(text);
  promise(is_utf8(normal), "a normal form is a text");
  promise(persian::normalise(normal) == normal, "a normal form is its own normal form");
  promise(!normal.starts_with(' ') && !normal.ends_with(' ') && normal.find("  ") == std::string::npos,
          "spaces are single, and not at the ends");
  const auto letters = persian::skeleton(text);
  promise(is_utf8(letters) && letters.find(' ') == std::string::npos, "a skeleton is letters and digits");
  promise(persian::skeleton(normal) == letters, "a text and its normal form have one skeleton");
  promise(persian::same(text, normal), "a text is the same as its normal form");
  const auto shown = forms::normal_text(text);
  promise(is_utf8(shown) && forms::normal_text(shown) == shown, "a text is tidied once");
}

void check_digits(std::string_view text) {
  const auto latin = persian::latin_digits(text);
  promise(persian::latin_digits(persian::persian_digits(text)) == latin, "digits come back");
  const auto digits = persian::digits_of(text);
  promise(std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }), "digits are digits");
  promise(persian::digits_of(latin) == digits, "digits are the same in every script");
  if (const auto number = persian::whole_number(text)) {
    promise(*number >= 0, "a number is not negative");
    promise(persian::whole_number(persian::persian_digits(std::to_string(*number))) == number, "a number comes back");
  }
}

void check_numbers(std::string_view text) {
  for (const auto read : {forms::integer_of, forms::decimal_of}) {
    const auto value = read(text);
    if (!value) continue;
    const auto written = forms::number_text(*value);
    promise(read(written) == value, "a number is read as it is written");
  }
}

void check_date(std::string_view text) {
  const auto date = persian::parse_date(text);
  if (!date) return;
  promise(persian::is_valid(*date), "a date exists");
  promise(persian::from_days(persian::to_days(*date)) == *date, "a day has one date");
  promise(persian::parse_date(persian::to_text(*date)) == date, "a date is read as it is written");
}

void check_identifiers(std::string_view text) {
  for (const auto read : {persian::national_code, persian::legal_id, persian::postal_code, persian::sheba,
                          persian::mobile, persian::workshop_code}) {
    const auto id = read(text);
    if (!id) continue;
    promise(std::all_of(id->begin(), id->end(), [](unsigned char c) { return std::isalnum(c) != 0; }),
            "an identifier is plain");
    promise(read(*id) == id, "an identifier is its own canonical form");
  }
}

void try_input(std::string_view untrusted_bytes) {
  promise(is_utf8(persian::encode(persian::decode(untrusted_bytes))), "what is encoded is UTF-8");
  check_text(untrusted_bytes);
  check_digits(untrusted_bytes);
  check_numbers(untrusted_bytes);
  check_date(untrusted_bytes);
  check_identifiers(untrusted_bytes);
}

const Registered k_target({"persian", try_input});

}  // namespace
}  // namespace mizan::fuzz
