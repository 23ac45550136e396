// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/tus/metadata.hpp"

#include "base/base64.hpp"
#include "base/file_name.hpp"
#include "http/header_value.hpp"
#include "http/valid_utf8.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace mizan::http::tus {
namespace {

constexpr std::size_t k_longest = 4U << 10U;
constexpr std::size_t k_longest_id = 64;  // of a section or slot

tl::unexpected<Problem> malformed(std::string why) {
  return fail(Problem("request.malformed", "Upload-Metadata: " + std::move(why)).on_field("upload-metadata"));
}

bool is_key(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

std::string value_of(const Metadata& metadata, std::string_view key) {
  const auto found = metadata.find(key);
  return found == metadata.end() ? std::string() : found->second;
}

bool is_id(std::string_view text) {
  return text.size() <= k_longest_id && text.find('\0') == std::string_view::npos && valid_utf8(text);
}

}  // namespace

std::optional<std::string> padded_base64(std::string_view untrusted_text, std::size_t most) {
  if (untrusted_text.ends_with('=')) {
    if (untrusted_text.size() % 4 != 0) return std::nullopt;
    untrusted_text.remove_suffix(untrusted_text.ends_with("==") ? 2 : 1);
  }
  return from_base64(untrusted_text, most);
}

Result<Metadata> parse_metadata(std::string_view header) {
  if (header.size() > k_longest) return malformed("too long");
  Metadata metadata;
  if (trimmed(header).empty()) return metadata;
  for (bool more = true; more;) {
    const auto comma = header.find(',');
    more = comma != std::string_view::npos;
    const auto pair = trimmed(header.substr(0, comma));
    if (more) header.remove_prefix(comma + 1);
    const auto blank = pair.find(' ');
    const auto key = pair.substr(0, blank);
    if (!is_key(key)) return malformed("a key is missing or not ASCII");
    auto value = blank == std::string_view::npos ? std::optional<std::string>(std::in_place)
                                                 : padded_base64(trimmed(pair.substr(blank + 1)), k_longest);
    if (!value) return malformed("the value of " + std::string(key) + " is no base64");
    if (!metadata.emplace(key, std::move(*value)).second) return malformed(std::string(key) + " stands twice");
  }
  return metadata;
}

Result<Description> describe(const Metadata& metadata) {
  Description described;
  described.file_name = harmless_name(value_of(metadata, "filename"));
  const auto declaration = value_of(metadata, "declaration");
  if (declaration.empty()) return described;
  workflow::EvidenceDraft place;
  const auto* const last = declaration.data() + declaration.size();
  const auto [end, error] = std::from_chars(declaration.data(), last, place.declaration.value);
  if (error != std::errc() || end != last || place.declaration.value <= 0) return malformed("declaration is no id");
  place.section = value_of(metadata, "section");
  place.slot = value_of(metadata, "slot");
  if (!is_id(place.section) || !is_id(place.slot)) return malformed("section or slot is no id");
  if (const auto purpose = value_of(metadata, "purpose"); !purpose.empty() && !from_text(purpose, place.purpose))
    return malformed("no such purpose");
  if (place.purpose == EvidencePurpose::objection) place.slot.clear();
  place.untrusted_file_name = described.file_name;
  described.place = std::move(place);
  return described;
}

}  // namespace mizan::http::tus
