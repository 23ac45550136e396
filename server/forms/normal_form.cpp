// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/normal_form.hpp"

#include "base/persian/digits.hpp"
#include "base/persian/identifiers.hpp"
#include "base/persian/jalali.hpp"
#include "base/persian/utf8.hpp"
#include "forms/number_form.hpp"
#include "forms/pattern.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <regex>

namespace mizan::forms {
namespace {

using nlohmann::json;

constexpr int k_first_year = 1300;
constexpr int k_last_year = 1500;

bool is_blank(char32_t c) {
  return c <= 0x20 || c == 0x7F || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_mark(char32_t c) {
  return c == 0x0640 || c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

char32_t persian_letter(char32_t c) {
  if (c == U'ي' || c == U'ى') return U'ی';
  return c == U'ك' ? U'ک' : c;
}

bool is_dash(char32_t c) {
  return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

std::string composed(std::string_view utf8) {
  UErrorCode error = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(error);
  if (U_FAILURE(error) != 0) return std::string(utf8);
  std::string out;
  const auto text = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
  const auto normal = nfc->normalize(text, error);
  if (U_FAILURE(error) != 0) return std::string(utf8);
  return normal.toUTF8String(out);
}

/// Latin digits, without blanks, ZWNJ and bidi marks; dashes are all "-".
std::string bare(std::string_view utf8) {
  std::u32string out;
  for (const char32_t c : persian::decode(persian::latin_digits(utf8)))
    if (!is_blank(c) && !is_mark(c) && c != 0x200C) out.push_back(is_dash(c) ? U'-' : c);
  return persian::encode(out);
}

Result<json> checked_text(const ValueRule& rule, const std::string& example, std::string text) {
  if (persian::decode(text).size() > rule.max_length)
    return fail(Problem("answers.too_long").with("maximum", std::to_string(rule.max_length)));
  if (!rule.pattern.empty() && !fits_pattern(text, rule.pattern))
    return fail(Problem("answers.pattern").with("example", example));
  return json(std::move(text));
}

Result<json> identifier(std::optional<std::string> found, ProblemCode otherwise) {
  if (!found) return fail(otherwise);
  return json(std::move(*found));
}

Result<json> national_id(std::string_view text) {
  if (persian::digits_of(text).size() >= 11) return identifier(persian::legal_id(text), "answers.legal_id");
  return identifier(persian::national_code(text), "answers.national_code");
}

Result<json> date(std::string_view typed) {
  static const std::regex k_form("^([0-9]{4}[/.-][0-9]{1,2}[/.-][0-9]{1,2}|[0-9]{8})$");
  const auto text = bare(typed);
  const auto parsed = std::regex_match(text, k_form) ? persian::parse_date(text) : std::nullopt;
  if (!parsed || parsed->year < k_first_year || parsed->year > k_last_year) return fail("answers.date");
  return json(persian::to_text(*parsed));
}

Result<json> choice(const ValueRule& rule, const std::string& text) {
  if (std::find(rule.choices.begin(), rule.choices.end(), text) != rule.choices.end()) return json(text);
  const auto alias = rule.aliases.find(text);
  if (alias != rule.aliases.end()) return json(alias->second);
  return fail("answers.not_a_choice");
}

Result<json> number(const ValueRule& rule, const json& typed) {
  const auto text = typed.is_string() ? bare(typed.get_ref<const std::string&>()) : typed.dump();
  const auto value = rule.type == ValueType::integer ? integer_of(text) : decimal_of(text);
  if (!value) return fail("answers.not_a_number");
  if (*value < rule.minimum || *value > rule.maximum)
    return fail(Problem("answers.out_of_range")
                    .with("minimum", number_text(rule.minimum))
                    .with("maximum", number_text(rule.maximum)));
  if (*value == std::floor(*value)) return json(static_cast<std::int64_t>(*value));
  return json(*value);
}

Result<json> of_text(const ValueRule& rule, const std::string& example, const std::string& typed) {
  switch (rule.type) {
    case ValueType::digits:
      return checked_text(rule, example, bare(typed));
    case ValueType::national_code:
      return identifier(persian::national_code(typed), "answers.national_code");
    case ValueType::legal_id:
      return identifier(persian::legal_id(typed), "answers.legal_id");
    case ValueType::national_id:
      return national_id(typed);
    case ValueType::postal_code:
      return identifier(persian::postal_code(typed), "answers.postal_code");
    case ValueType::jalali_date:
      return date(typed);
    case ValueType::choice:
    case ValueType::province:
      return choice(rule, normal_text(typed));
    default:
      return checked_text(rule, example, normal_text(typed));
  }
}

}  // namespace

std::string normal_text(std::string_view utf8) {
  auto typed = persian::decode(utf8);
  std::erase_if(typed, is_mark);  // first: one may stand between two characters that belong together
  std::u32string out;
  bool blank = false;
  for (const char32_t c : persian::decode(composed(persian::encode(typed)))) {
    if (is_blank(c)) {
      blank = true;
      continue;
    }
    if (blank && !out.empty()) out.push_back(U' ');
    blank = false;
    out.push_back(persian_letter(c));
  }
  return persian::encode(out);
}

bool is_absent(const json& typed) {
  if (typed.is_string()) return normal_text(typed.get_ref<const std::string&>()).empty();
  return typed.is_null() || (typed.is_array() && typed.empty());
}

Result<json> normal_value(const ValueRule& rule, const std::string& example, const json& typed) {
  const bool numeric = rule.type == ValueType::integer || rule.type == ValueType::number;
  if (rule.type == ValueType::boolean) return typed.is_boolean() ? Result<json>(typed) : fail("answers.invalid");
  if (!typed.is_string() && !typed.is_number()) return fail("answers.invalid");
  if (numeric) return number(rule, typed);
  return of_text(rule, example, typed.is_string() ? typed.get<std::string>() : typed.dump());
}

}  // namespace mizan::forms
