// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/format.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace mizan::documents {
namespace {

using std::string_view_literals::operator""sv;

constexpr auto k_pdf_header = "%PDF-"sv;
constexpr auto k_pdf_end = "%%EOF"sv;
constexpr auto k_zip_end = "PK\5\6"sv;
constexpr std::size_t k_zip_end_size = 22;
constexpr std::size_t k_zip_comment = 65'535;

bool is_pdf(std::string_view bytes) {
  return bytes.substr(0, k_format_bytes).find(k_pdf_header) != std::string_view::npos;
}

/// A ZIP's directory ends with a record that says how long the comment behind it is; it must fit the file exactly.
bool ends_as_zip(std::string_view bytes) {
  if (bytes.size() < k_zip_end_size) return false;
  const auto tail = bytes.substr(bytes.size() - std::min(bytes.size(), k_zip_end_size + k_zip_comment));
  for (auto at = tail.find(k_zip_end); at != std::string_view::npos; at = tail.find(k_zip_end, at + 1)) {
    if (at + k_zip_end_size > tail.size()) break;
    const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(tail[at + i])); };
    if (at + k_zip_end_size + (byte(20) | byte(21) << 8U) == tail.size()) return true;
  }
  return false;
}

/// A whole PDF and, after nothing but white space, the head of another. Changes saved behind a PDF have no head.
bool has_second_pdf(std::string_view bytes) {
  for (auto at = bytes.find(k_pdf_end); at != std::string_view::npos; at = bytes.find(k_pdf_end, at)) {
    at += k_pdf_end.size();
    const auto next = bytes.find_first_not_of(" \t\r\n\0"sv, at);
    if (next == std::string_view::npos) return false;
    if (bytes.substr(next).starts_with(k_pdf_header)) return true;
  }
  return false;
}

ReadingWarning other_format(Format format, Format hidden) {
  return {"other_format_inside",
          std::nullopt,
          {{"format", std::string(to_text(format))}, {"hidden", std::string(to_text(hidden))}}};
}

}  // namespace

std::optional<Format> format_of(std::string_view untrusted_bytes) noexcept {
  if (const auto format = format_by_start(untrusted_bytes)) return format;
  if (ends_as_zip(untrusted_bytes)) return Format::zip;
  return std::nullopt;
}

std::vector<ReadingWarning> hidden_in(std::string_view untrusted_bytes, Format format) {
  std::vector<ReadingWarning> out;
  if (format != Format::pdf && is_pdf(untrusted_bytes)) out.push_back(other_format(format, Format::pdf));
  if (format != Format::zip && ends_as_zip(untrusted_bytes)) out.push_back(other_format(format, Format::zip));
  if (format == Format::pdf && has_second_pdf(untrusted_bytes))
    out.push_back({"more_than_one_document", std::nullopt, {}});
  return out;
}

}  // namespace mizan::documents
