// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/document_format.hpp"

#include "model/text_table.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace mizan {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::array k_names{std::pair{DocumentFormat::pdf, "pdf"sv},   std::pair{DocumentFormat::tiff, "tiff"sv},
                             std::pair{DocumentFormat::png, "png"sv},   std::pair{DocumentFormat::jpeg, "jpeg"sv},
                             std::pair{DocumentFormat::heic, "heic"sv}, std::pair{DocumentFormat::zip, "zip"sv}};

constexpr std::array k_media_types{
    std::pair{DocumentFormat::pdf, "application/pdf"sv}, std::pair{DocumentFormat::tiff, "image/tiff"sv},
    std::pair{DocumentFormat::png, "image/png"sv},       std::pair{DocumentFormat::jpeg, "image/jpeg"sv},
    std::pair{DocumentFormat::heic, "image/heic"sv},     std::pair{DocumentFormat::zip, "application/zip"sv}};

constexpr std::array k_first_bytes{std::pair{"\x89PNG\r\n\x1a\n"sv, DocumentFormat::png},
                                   std::pair{"\xFF\xD8\xFF"sv, DocumentFormat::jpeg},
                                   std::pair{"II*\0"sv, DocumentFormat::tiff},
                                   std::pair{"MM\0*"sv, DocumentFormat::tiff},
                                   std::pair{"II+\0"sv, DocumentFormat::tiff},
                                   std::pair{"MM\0+"sv, DocumentFormat::tiff},
                                   std::pair{"PK\3\4"sv, DocumentFormat::zip},
                                   std::pair{"PK\5\6"sv, DocumentFormat::zip}};

constexpr auto k_pdf_header = "%PDF-"sv;

// ISO base media (ISO/IEC 14496-12): a box of four bytes of size, "ftyp", the brand, its version, other brands that
// fit.
constexpr auto k_file_type = "ftyp"sv;
constexpr std::size_t k_word = 4;
constexpr std::size_t k_brand_at = 8, k_fitting_brands_at = 16;
// Still images coded with HEVC (ISO/IEC 23008-12, annex B): single pictures, not sequences of them.
constexpr std::array k_heic_brands{"heic"sv, "heix"sv, "heim"sv, "heis"sv};

bool is_heic(std::string_view start) {
  if (start.size() < k_fitting_brands_at || start.substr(k_word, k_word) != k_file_type) return false;
  std::size_t size = 0;
  for (const char c : start.substr(0, k_word)) size = size << 8U | static_cast<unsigned char>(c);
  const auto box = start.substr(0, size);
  const auto names_one = [&](std::size_t at) {
    return std::find(k_heic_brands.begin(), k_heic_brands.end(), box.substr(at, k_word)) != k_heic_brands.end();
  };
  if (box.size() < k_fitting_brands_at) return false;
  if (names_one(k_brand_at)) return true;
  for (auto at = k_fitting_brands_at; at + k_word <= box.size(); at += k_word)
    if (names_one(at)) return true;
  return false;
}

}  // namespace

std::string_view to_text(DocumentFormat format) noexcept {
  return text_of(k_names, format);
}

bool from_text(std::string_view text, DocumentFormat& format) noexcept {
  return value_of(k_names, text, format);
}

std::string_view media_type_of(DocumentFormat format) noexcept {
  return text_of(k_media_types, format);
}

std::optional<DocumentFormat> format_by_start(std::string_view untrusted_start) noexcept {
  const auto start = untrusted_start.substr(0, k_format_bytes);
  for (const auto& [first, format] : k_first_bytes)
    if (start.starts_with(first)) return format;
  if (is_heic(start)) return DocumentFormat::heic;
  if (start.find(k_pdf_header) != std::string_view::npos) return DocumentFormat::pdf;
  return std::nullopt;
}

std::optional<DocumentFormat> format_by_start(std::span<const std::byte> untrusted_start) noexcept {
  return format_by_start(
      std::string_view(reinterpret_cast<const char*>(untrusted_start.data()), untrusted_start.size()));
}

}  // namespace mizan
