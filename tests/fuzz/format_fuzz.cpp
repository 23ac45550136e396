// SPDX-License-Identifier: GPL-3.0-or-later
// What a file is, and what hides in it: the input is the file.
#include "documents/reader/format.hpp"
#include "documents/reader/image_editors.hpp"
#include "documents/reader/tiff_directories.hpp"
#include "fuzz/target.hpp"

#include <algorithm>
#include <cctype>
#include <string>

namespace mizan::fuzz {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return std::tolower(c); });
  return out;
}

void check_format(std::string_view bytes) {
  using documents::Format;
  const auto format = documents::format_of(bytes);
  promise(format == documents::format_of(bytes), "a file is one thing");
  if (!format) return;
  promise(!to_text(*format).empty(), "a format has a name");
  // More behind a file does not change what it is, but where its end was what made it a ZIP.
  if (*format != Format::zip || bytes.starts_with("PK\3\4") || bytes.starts_with("PK\5\6"))
    promise(documents::format_of(std::string(bytes) + "\n%%EOF\n") == format, "a tail does not make another file");
  for (const auto& warning : documents::hidden_in(bytes, *format)) {
    promise(warning.code == "other_format_inside" || warning.code == "more_than_one_document", "a known warning");
    if (warning.code != "other_format_inside") continue;
    promise(warning.params.at("format") == to_text(*format), "a warning names the format");
    promise(warning.params.at("hidden") != warning.params.at("format"), "a file does not hide in itself");
  }
}

void check_directories(std::string_view bytes) {
  constexpr int k_few = 3, k_many = 1000;
  const int all = documents::tiff_directories(bytes, k_many);
  promise(all >= 0 && all <= k_many, "directories are counted up to a limit");
  promise(documents::tiff_directories(bytes, k_few) == std::min(all, k_few), "the limit is the only difference");
}

void check_editor(std::string_view bytes) {
  const auto editor = documents::image_editor_of(bytes);
  if (editor.empty()) return;
  promise(lower(bytes).find(lower(editor)) != std::string::npos, "a program that is named stands in the file");
  promise(documents::image_editor_in(editor) == editor, "a program is known by its name");
}

void try_input(std::string_view untrusted_bytes) {
  check_format(untrusted_bytes);
  check_directories(untrusted_bytes);
  check_editor(untrusted_bytes);
}

const Registered k_target({"format", try_input});

}  // namespace
}  // namespace mizan::fuzz
