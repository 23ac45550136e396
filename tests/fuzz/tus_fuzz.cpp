// SPDX-License-Identifier: GPL-3.0-or-later
// The header fields of resumable uploads. Lines: Upload-Metadata, Upload-Length, Upload-Defer-Length, Upload-Checksum;
// a line of "-" alone is a field that is not there.
#include "base/base64.hpp"
#include "fuzz/input.hpp"
#include "fuzz/target.hpp"
#include "http/header_value.hpp"
#include "http/tus/headers.hpp"
#include "http/tus/metadata.hpp"

#include <cstdint>
#include <string>

namespace mizan::fuzz {
namespace {

using http::Parameters;
namespace tus = http::tus;

constexpr std::size_t k_longest_header = 4U << 10U;

template <class Value>
void is_malformed(const Result<Value>& value) {
  promise(value.error().code == ProblemCode("request.malformed"), "a bad field is a malformed request");
  promise(!value.error().field.empty(), "a malformed request names the field");
}

std::string written(const tus::Metadata& metadata) {
  std::string header;
  for (const auto& [key, value] : metadata) {
    if (!header.empty()) header += ',';
    header += key;
    if (!value.empty()) header += ' ' + base64(value);
  }
  return header;
}

void check_description(const tus::Metadata& metadata) {
  const auto described = tus::describe(metadata);
  if (!described) return is_malformed(described);
  promise(is_utf8(described->file_name) && described->file_name.size() <= 255, "a name is a short text");
  promise(described->file_name.find_first_of(std::string_view("/\\\0\r\n", 5)) == std::string::npos,
          "a name is fit to be stored");
  if (!described->place) return;
  const auto& place = *described->place;
  promise(place.declaration.value > 0, "a declaration has a number");
  promise(is_utf8(place.section) && is_utf8(place.slot), "section and slot are texts");
  promise(place.section.find('\0') == std::string::npos && place.slot.find('\0') == std::string::npos,
          "section and slot are fit for a database");
  promise(place.untrusted_file_name == described->file_name, "there is one name");
}

void check_metadata(std::string_view header) {
  const auto metadata = tus::parse_metadata(header);
  if (!metadata) return is_malformed(metadata);
  promise(header.size() <= k_longest_header, "metadata keep their limit");
  std::size_t bytes = 0;
  for (const auto& [key, value] : *metadata) {
    promise(key.find_first_of(" ,") == std::string::npos && !key.empty(), "a key is a word");
    bytes += value.size();
  }
  promise(bytes <= header.size(), "metadata do not grow");
  const auto again = tus::parse_metadata(written(*metadata));
  promise(again && *again == *metadata, "metadata say the same when written anew");
  check_description(*metadata);
}

void check_lengths(const Parameters& headers) {
  const auto count = tus::byte_count(headers, "upload-length");
  const auto length = tus::announced_length(headers);
  if (count && *count) {
    const auto text = headers.at("upload-length");
    promise(**count <= INT64_MAX, "a length has a place in the database");
    const auto first = text.find_first_not_of('0');
    promise(std::to_string(**count) == (first == std::string::npos ? "0" : text.substr(first)),
            "a length is what its digits say");
  } else if (!count) {
    is_malformed(count);
  }
  if (!length) return is_malformed(length);
  promise(length->has_value() != headers.contains("upload-defer-length"), "a length is announced or deferred");
}

void check_checksum(const Parameters& headers) {
  const auto sum = tus::checksum(headers);
  if (!sum) return is_malformed(sum);
  promise(sum->has_value() == headers.contains("upload-checksum"), "no checksum comes from nowhere");
  if (!*sum) return;
  promise((*sum)->bytes.size() == ((*sum)->kind == DigestKind::sha1 ? 20U : 32U), "a hash has its size");
}

void try_input(std::string_view untrusted_bytes) {
  Input input(untrusted_bytes);
  const auto metadata = input.line();
  Parameters headers;
  for (const auto* name : {"upload-length", "upload-defer-length", "upload-checksum"})
    if (const auto value = input.line(); value != "-") headers[name] = http::trimmed(value);
  check_metadata(metadata);
  check_lengths(headers);
  check_checksum(headers);
}

const Registered k_target({"tus", try_input});

}  // namespace
}  // namespace mizan::fuzz
