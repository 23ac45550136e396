// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/image_editors.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>

namespace mizan::documents {
namespace {

// As they write themselves into Exif's Software, XMP's CreatorTool or a PDF's Producer.
constexpr std::array k_editors{
    std::string_view("Photoshop"),   std::string_view("GIMP"),       std::string_view("Paint.NET"),
    std::string_view("Affinity"),    std::string_view("Pixelmator"), std::string_view("PicsArt"),
    std::string_view("Snapseed"),    std::string_view("Pixlr"),      std::string_view("Canva"),
    std::string_view("Photopea"),    std::string_view("Krita"),      std::string_view("CorelDRAW"),
    std::string_view("Illustrator"), std::string_view("Inkscape"),   std::string_view("Lightroom")};
// Metadata stands before the picture, and in Photoshop's files is long.
constexpr std::size_t k_searched = 256U << 10U;
// What stands before a program's name; the same word elsewhere, in a profile's copyright or in pixels, means nothing.
constexpr std::array k_before{std::string_view("CreatorTool"), std::string_view("softwareAgent"),
                              std::string_view("Software"), std::string_view("Adobe ")};
constexpr std::size_t k_near = 120;

bool same_letter(char a, char b) {
  return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
}

std::size_t find_word(std::string_view text, std::string_view word) {
  const auto found = std::search(text.begin(), text.end(), word.begin(), word.end(), same_letter);
  return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

}  // namespace

std::string image_editor_in(std::string_view description) {
  for (const auto editor : k_editors)
    if (find_word(description, editor) != std::string_view::npos) return std::string(editor);
  return {};
}

std::string image_editor_of(std::string_view untrusted_bytes) {
  const auto start = untrusted_bytes.substr(0, k_searched);
  for (const auto mark : k_before)
    for (auto at = start.find(mark); at != std::string_view::npos; at = start.find(mark, at + mark.size()))
      if (auto editor = image_editor_in(start.substr(at, k_near)); !editor.empty()) return editor;
  return {};
}

}  // namespace mizan::documents
