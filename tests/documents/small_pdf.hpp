// SPDX-License-Identifier: GPL-3.0-or-later
// The smallest PDF files that show something, written byte by byte.
#pragma once

#include <string>
#include <vector>

namespace mizan::documents {

/// A PDF of A4 pages with these content streams. They may use the font /F (Helvetica, not embedded) and the grey image
/// /I. `extra` goes into the trailer. `digits`, where given, are what the font's ToUnicode says of 0 to 9.
inline std::string small_pdf(const std::vector<std::string>& contents, const std::string& extra = "",
                             const std::string& digits = "") {
  std::vector<std::string> objects{
      "<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
      "<</Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray"
      "/Length 4>>stream\n\xF0\xF4\xF8\xFC\nendstream"};
  if (!digits.empty()) {
    std::string map = "begincmap 1 begincodespacerange <00> <ff> endcodespacerange 10 beginbfchar\n";
    for (std::size_t i = 0; i < digits.size(); ++i) map += "<3" + std::to_string(i) + "> <003" + digits[i] + ">\n";
    map += "endbfchar endcmap";
    objects[2] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 5 0 R>>";
    objects.push_back("<</Length " + std::to_string(map.size()) + ">>stream\n" + map + "\nendstream");
  }
  std::string kids;
  for (const auto& content : contents) {
    const auto number = objects.size() + 1;
    kids += std::to_string(number) + " 0 R ";
    objects.push_back(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>/XObject<</I 4 0 R>>>>/Contents " +
        std::to_string(number + 1) + " 0 R>>");
    objects.push_back("<</Length " + std::to_string(content.size()) + ">>stream\n" + content + "\nendstream");
  }
  objects[1] = "<</Type/Pages/Count " + std::to_string(contents.size()) + "/Kids[" + kids + "]>>";
  std::string out = "%PDF-1.4\n";
  std::string table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const auto offset = std::to_string(out.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const auto start = std::to_string(out.size());
  return out + "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n" + table +
         "trailer\n<</Size " + std::to_string(objects.size() + 1) + "/Root 1 0 R" + extra + ">>\nstartxref\n" + start +
         "\n%%EOF\n";
}

inline const std::string k_visible_text = "BT /F 14 Tf 72 700 Td (Serial A12345 of the printer) Tj ET";
inline const std::string k_visible_numbers =
    "BT /F 12 Tf 72 700 Td (Area 1002003 and 5846) Tj 0 -30 Td (Code 9170352846) Tj ET ";
inline const std::string k_full_image = "q 595 0 0 842 0 0 cm /I Do Q ";
inline const std::string k_invisible_text = "BT 3 Tr /F 14 Tf 72 700 Td (58 hidden words that lie) Tj ET";

/// A password neither known nor empty.
inline const std::string k_locked =
    "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4"
    "/O<0102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F20>"
    "/U<0102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F20>>>";

}  // namespace mizan::documents
