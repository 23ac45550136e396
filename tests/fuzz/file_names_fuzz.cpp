// SPDX-License-Identifier: GPL-3.0-or-later
// Names that others give to files: the input is the name, as a browser or the writer of a ZIP has it.
#include "base/file_name.hpp"
#include "base/persian/utf8.hpp"
#include "documents/reader/member_name.hpp"
#include "fuzz/input.hpp"
#include "fuzz/target.hpp"

#include <algorithm>
#include <string>

namespace mizan::fuzz {
namespace {

constexpr std::size_t k_longest_upload = 255;  // bytes
constexpr std::size_t k_longest_member = 200;  // characters

bool shows_control(std::string_view name) {
  const auto points = persian::decode(name);
  return std::any_of(points.begin(), points.end(), [](char32_t c) {
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
  });
}

void check_upload(std::string_view untrusted_name) {
  const auto name = harmless_name(untrusted_name);
  promise(is_utf8(name) && name.size() <= k_longest_upload, "a name is a short text");
  promise(name.find_first_of("/\\") == std::string::npos, "a name has no folders");
  promise(!shows_control(name), "a name has no control and direction characters");
  promise(harmless_name(name) == name, "a harmless name stays as it is");
}

void check_member(std::string_view untrusted_name) {
  const auto name = documents::member_name(untrusted_name);
  promise(is_utf8(name), "a member's name is a text");
  promise(persian::decode(name).size() <= k_longest_member, "a member's name is short");
  promise(name.find('\\') == std::string::npos, "folders are parted one way");
  promise(!shows_control(name), "a member's name has no control and direction characters");
  promise(documents::member_name(name) == name, "a name that is shown stays as it is");
}

void try_input(std::string_view untrusted_bytes) {
  check_upload(untrusted_bytes);
  check_member(untrusted_bytes);
}

const Registered k_target({"file_names", try_input});

}  // namespace
}  // namespace mizan::fuzz
