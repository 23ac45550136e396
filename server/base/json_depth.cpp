// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json_depth.hpp"

#include <cstddef>

namespace mizan {

bool nests_deeper(std::string_view untrusted_json, int most) noexcept {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < untrusted_json.size(); ++i) {
    const char c = untrusted_json[i];
    if (quoted) {
      if (c == '\\')
        ++i;
      else if (c == '"')
        quoted = false;
      continue;
    }
    if (c == '"')
      quoted = true;
    else if (c == '{' || c == '[')
      ++depth;
    else if (c == '}' || c == ']')
      --depth;
    if (depth > most) return true;
  }
  return false;
}

}  // namespace mizan
