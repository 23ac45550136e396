// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/search_text.hpp"

#include "base/persian/digits.hpp"
#include "base/persian/utf8.hpp"

namespace mizan::workflow {

std::string search_text(std::string_view typed) {
  std::u32string out;
  for (const char32_t c : persian::decode(persian::latin_digits(typed))) {
    if (c == U'ي' || c == U'ى')
      out += U'ی';
    else if (c == U'ك')
      out += U'ک';
    else if (c > U' ')
      out += c;
    else if (!out.empty() && out.back() != U' ')
      out += U' ';
  }
  while (!out.empty() && out.back() == U' ') out.pop_back();
  return persian::encode(out);
}

}  // namespace mizan::workflow
