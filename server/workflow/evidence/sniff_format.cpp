// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/evidence/sniff_format.hpp"

#include <algorithm>
#include <string>

namespace mizan::workflow {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view bytes, format;
};

constexpr Signature k_signatures[] = {
    {"\x89PNG\r\n\x1a\n"sv, "png"},
    {"\xff\xd8\xff"sv, "jpeg"},
    {"II*\0"sv, "tiff"},
    {"MM\0*"sv, "tiff"},
    {"II+\0"sv, "tiff"},
    {"MM\0+"sv, "tiff"},
};

}  // namespace

std::optional<std::string_view> sniff_format(std::span<const std::byte> untrusted_start) {
  std::string start;
  for (const auto byte : untrusted_start.first(std::min(untrusted_start.size(), k_sniffed_bytes)))
    start += static_cast<char>(byte);
  for (const auto& [bytes, format] : k_signatures)
    if (start.starts_with(bytes)) return format;
  if (start.find("%PDF-") != std::string::npos) return "pdf";
  return std::nullopt;
}

std::string_view media_type_of(std::string_view format) {
  if (format == "pdf") return "application/pdf";
  if (format == "tiff") return "image/tiff";
  if (format == "png") return "image/png";
  if (format == "jpeg") return "image/jpeg";
  return "application/octet-stream";
}

}  // namespace mizan::workflow
