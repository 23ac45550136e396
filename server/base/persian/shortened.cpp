// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/persian/shortened.hpp"

#include "base/persian/utf8.hpp"

namespace mizan::persian {
namespace {

constexpr std::size_t k_longest_character = 4;

bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

std::string shortened(std::string_view untrusted_utf8, std::size_t most) {
  // What is left out begins behind `most` bytes, and so does a character that is parted here.
  auto text = encode(decode(untrusted_utf8.substr(0, most + k_longest_character)));
  if (text.size() <= most) return text;
  while (most > 0 && continues(text[most])) --most;
  text.resize(most);
  return text;
}

}  // namespace mizan::persian
