// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/prime.hpp"

#include <iconv.h>
#include <poppler-document.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include "documents/reader/pdf_survey.hpp"

#include <array>
#include <cstdio>
#include <memory>
#include <string>

namespace mizan::documents {
namespace {

/// One page with a word in a font that every PDF reader has to find for itself.
std::string tiny_pdf() {
  constexpr std::array k_objects{
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
      "<</Length 34>>stream\nBT /F 12 Tf 9 36 Td (Mizan) Tj ET \nendstream",
      "<</Type/Font/Subtype/TrueType/BaseFont/Arial>>"};
  std::string out = "%PDF-1.4\n";
  std::string table = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < k_objects.size(); ++i) {
    std::array<char, 24> entry{};
    std::snprintf(entry.data(), entry.size(), "%010zu 00000 n \n", out.size());
    table += entry.data();
    out += std::to_string(i + 1) + " 0 obj " + k_objects.at(i) + " endobj\n";
  }
  const auto start = std::to_string(out.size());
  const auto count = std::to_string(k_objects.size() + 1);
  return out + "xref\n0 " + count + "\n" + table + "trailer<</Size " + count + "/Root 1 0 R>>\nstartxref\n" + start +
         "\n%%EOF\n";
}

/// Left open on purpose: the C library unloads a conversion that nobody holds.
bool hold_conversion(const char* to, const char* from) {
  return iconv_open(to, from) != reinterpret_cast<iconv_t>(-1);  // NOLINT(performance-no-int-to-ptr): as POSIX has it
}

}  // namespace

bool prime_libraries() {
  const auto bytes = tiny_pdf();
  if (const auto surveyor = make_pdf_surveyor(bytes)) static_cast<void>(surveyor->page(0));
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (document) {
    const std::unique_ptr<poppler::page> page(document->create_page(0));
    if (page) {
      static_cast<void>(page->text_list());
      static_cast<void>(poppler::page_renderer().render_page(page.get()));
    }
  }
  bool held = true;
  for (const auto* wide : {"UTF-16", "UTF-16BE", "UTF-16LE", "UCS-2", "UCS-4"})
    held = hold_conversion("UTF-8", wide) && hold_conversion(wide, "UTF-8") && held;
  return held;
}

std::vector<std::filesystem::path> read_by_libraries() {
  return {"/etc/fonts",
          "/usr/share/fonts",
          "/usr/local/share/fonts",
          "/usr/share/fontconfig",
          "/var/cache/fontconfig",
          "/usr/share/poppler",
          "/usr/share/ghostscript",
          "/usr/share/color"};
}

}  // namespace mizan::documents
