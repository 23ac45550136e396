// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/tus/headers.hpp"

#include "base/base64.hpp"
#include "http/header_value.hpp"
#include "http/tus/metadata.hpp"

#include <fmt/chrono.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace mizan::http::tus {
namespace {

tl::unexpected<Problem> malformed(std::string_view name, std::string why) {
  return fail(Problem("request.malformed", std::string(name) + ": " + std::move(why)).on_field(std::string(name)));
}

}  // namespace

std::string_view field(const Parameters& headers, std::string_view name) {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string_view{} : std::string_view(found->second);
}

Result<std::optional<std::uint64_t>> byte_count(const Parameters& headers, std::string_view name) {
  if (!headers.contains(name)) return std::nullopt;
  const auto text = field(headers, name);
  std::int64_t value = 0;  // the sign fits too, so that every sum of two of them does in 64 bits
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool digits =
      !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || error != std::errc() || end != text.data() + text.size()) return malformed(name, "no number of bytes");
  return static_cast<std::uint64_t>(value);
}

Result<std::optional<std::uint64_t>> announced_length(const Parameters& headers) {
  auto length = byte_count(headers, "upload-length");
  if (!length) return length;
  const auto deferred = headers.contains("upload-defer-length");
  if (deferred && field(headers, "upload-defer-length") != "1") return malformed("upload-defer-length", "is not 1");
  if (deferred == length->has_value()) return malformed("upload-length", "either a length or Upload-Defer-Length: 1");
  return length;
}

Result<std::optional<workflow::PieceChecksum>> checksum(const Parameters& headers) {
  constexpr std::string_view k_name = "upload-checksum";
  if (!headers.contains(k_name)) return std::nullopt;
  const auto text = field(headers, k_name);
  const auto blank = text.find(' ');
  const auto algorithm = text.substr(0, blank);
  if (algorithm != "sha1" && algorithm != "sha256") return malformed(k_name, "an algorithm that is not offered");
  workflow::PieceChecksum piece;
  piece.kind = algorithm == "sha1" ? DigestKind::sha1 : DigestKind::sha256;
  const std::size_t size = piece.kind == DigestKind::sha1 ? 20 : 32;
  auto bytes = blank == std::string_view::npos ? std::nullopt : padded_base64(trimmed(text.substr(blank + 1)), size);
  if (!bytes || bytes->size() != size) return malformed(k_name, "no hash of this algorithm");
  piece.bytes = std::move(*bytes);
  return piece;
}

std::string http_date(Instant moment) {
  return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT",
                     fmt::gmtime(std::chrono::system_clock::to_time_t(
                         std::chrono::time_point_cast<std::chrono::system_clock::duration>(moment))));
}

}  // namespace mizan::http::tus
