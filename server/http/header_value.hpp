// SPDX-License-Identifier: GPL-3.0-or-later
// Header values of the form `word; name=value; name="quoted"`.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace mizan::http {

struct HeaderValue {
  std::string word;  ///< lower case, trimmed
  std::map<std::string, std::string, std::less<>> parameters;

  /// Empty when absent.
  [[nodiscard]] std::string parameter(std::string_view name) const;
};

/// Lenient: what cannot be read is left out. In quotes, \" and the %22 %0D %0A of browsers' form data are decoded.
[[nodiscard]] HeaderValue parse_header_value(std::string_view text);

/// ASCII letters only.
[[nodiscard]] std::string lower_case(std::string_view text);

/// Without blanks and tabs at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// The value of one cookie of a Cookie header; empty when absent.
[[nodiscard]] std::string cookie(std::string_view header, std::string_view name);

/// Whether a comma-separated list (Accept-Encoding) holds the word, and does not give it q=0.
[[nodiscard]] bool accepts(std::string_view list, std::string_view word);

}  // namespace mizan::http
