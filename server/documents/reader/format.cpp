// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/format.hpp"

#include "model/text_table.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace mizan::documents {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::array k_names{std::pair{Format::pdf, "pdf"sv}, std::pair{Format::tiff, "tiff"sv},
                             std::pair{Format::png, "png"sv}, std::pair{Format::jpeg, "jpeg"sv},
                             std::pair{Format::zip, "zip"sv}};

constexpr std::array k_first_bytes{std::pair{"\x89PNG\r\n\x1a\n"sv, Format::png},
                                   std::pair{"\xFF\xD8\xFF"sv, Format::jpeg},
                                   std::pair{"II*\0"sv, Format::tiff},
                                   std::pair{"MM\0*"sv, Format::tiff},
                                   std::pair{"II+\0"sv, Format::tiff},
                                   std::pair{"MM\0+"sv, Format::tiff},
                                   std::pair{"PK\3\4"sv, Format::zip},
                                   std::pair{"PK\5\6"sv, Format::zip}};

constexpr auto k_pdf_header = "%PDF-"sv;
constexpr auto k_pdf_end = "%%EOF"sv;
constexpr auto k_zip_end = "PK\5\6"sv;
// Readers accept junk before "%PDF-" within the first kilobyte, and scanners' software writes it.
constexpr std::size_t k_pdf_junk = 1024;
constexpr std::size_t k_zip_end_size = 22;
constexpr std::size_t k_zip_comment = 65'535;

bool is_pdf(std::string_view bytes) {
  return bytes.substr(0, k_pdf_junk).find(k_pdf_header) != std::string_view::npos;
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

std::string_view to_text(Format format) noexcept {
  return text_of(k_names, format);
}

std::optional<Format> format_of(std::string_view untrusted_bytes) noexcept {
  for (const auto& [first, format] : k_first_bytes)
    if (untrusted_bytes.starts_with(first)) return format;
  if (is_pdf(untrusted_bytes)) return Format::pdf;
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
