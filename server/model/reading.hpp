// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader saw in one document: pages, words with boxes, lines, tables, barcodes, warnings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mizan {

/// A rectangle in pixels of the upright page image (Page::width_px × height_px), origin top left, x1 and y1 exclusive.
struct Box {
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  friend bool operator==(const Box&, const Box&) = default;
  [[nodiscard]] int width() const noexcept { return x1 - x0; }
  [[nodiscard]] int height() const noexcept { return y1 - y0; }
  [[nodiscard]] bool empty() const noexcept { return x1 <= x0 || y1 <= y0; }
};

/// One recogniser's opinion of what stands in a word's box.
struct WordReading {
  std::string text;        ///< logical order, NFC, as printed (digits and letters not yet normalised)
  int confidence = 0;      ///< 0…100, the recogniser's own; not comparable between recognisers
  std::string recogniser;  ///< "text_layer", "tesseract:fas", … as listed in ocr-models/manifest.json
};

/// What the steps of one word may take; a reading with more is refused.
inline constexpr std::size_t k_most_step_bytes = 16'000;

/// What a page's print may take, likewise.
inline constexpr std::size_t k_most_print_bytes = 512;

/// `readings` is never empty; the first is the primary one.
struct Word {
  Box box;
  std::vector<WordReading> readings;
  /// What the recogniser of numbers saw here step by step, packed (verification/likelihood/steps.hpp): an edited
  /// declaration is verified again without pixels. Empty where it saw no number.
  std::string number_steps{};
  /// The same of the recogniser of text, over the width of the word and half the gaps at its sides. Empty where it was
  /// not asked.
  std::string text_steps{};

  [[nodiscard]] const std::string& text() const { return readings.front().text; }
  [[nodiscard]] int confidence() const { return readings.front().confidence; }
};

/// A visual line: indices into Page::words in reading order (right to left for Persian).
struct Line {
  Box box;
  std::vector<int> words;
};

/// A ruled or aligned table. Cells are listed row by row, in reading order; an empty cell has no words.
struct TableCell {
  Box box;
  int row = 0, column = 0;
  std::vector<int> words;
};
struct Table {
  Box box;
  int rows = 0, columns = 0;
  std::vector<TableCell> cells;
};

enum class PageKind { digital, hidden_ocr, image, blank };

struct Page {
  PageKind kind = PageKind::image;
  int width_px = 0, height_px = 0;  ///< of the upright, deskewed page image
  int dpi = 0;                      ///< 0 when unknown (photo)
  int rotation = 0;                 ///< degrees clockwise that were applied to set it upright: 0, 90, 180, 270
  double skew = 0;                  ///< degrees that were then taken out
  /// How the page looks, packed (documents/reader/page_print.hpp): two prints tell whether two pages are one picture.
  /// Empty where there is nothing to see.
  std::string print{};
  std::vector<Word> words;
  std::vector<Line> lines;
  std::vector<Table> tables;
};

struct Barcode {
  int page = 0;
  std::string format;  ///< "QRCode", "DataMatrix", "PDF417"
  std::string text;
  Box box;
};

/// The warning of a page whose text layer says other numbers than the page shows; params `layer` and `drawn` are the
/// digits of the clearest case.
inline constexpr std::string_view k_layer_contradicted = "text_layer_contradicted";

/// The warning of a page that a limit kept from being read; param `limit` is its name.
inline constexpr std::string_view k_limit_reached = "limit_reached";

/// Something a person should know about the document: "low_resolution", "skewed", "poppler", "text_layer_ignored", …
struct ReadingWarning {
  std::string code;
  std::optional<int> page;
  std::map<std::string, std::string> params;
};

enum class ReadingOutcome { complete, limited };

/// A file inside a ZIP bundle, in the bundle's order. Folders are no members.
struct BundleMember {
  std::string name;  ///< with its folders, "/" between them; UTF-8 whatever the bundle's program wrote, fit to be shown
  std::string format;       ///< "pdf", "tiff", "png", "jpeg"; empty when it was refused
  std::uint64_t bytes = 0;  ///< unpacked; what the bundle says when it was refused
  std::string problem;      ///< the code of the catalogue when it was refused, or empty
};

/// A plain value. `untrusted` until `checked_reading` (reading_json.hpp) has bounded it: it comes from a process that
/// parsed an upload.
struct Reading {
  ReadingOutcome outcome = ReadingOutcome::complete;
  std::string limit;                    ///< the name of the limit that was hit, when outcome is limited
  std::string format;                   ///< "pdf", "tiff", "png", "jpeg", "zip"
  std::vector<Page> pages;              ///< none of a bundle: its members are documents of their own
  std::vector<BundleMember> members{};  ///< of a bundle
  std::vector<Barcode> barcodes;
  std::vector<ReadingWarning> warnings;
  std::vector<std::string> number_alphabet{};  ///< the symbols of Word::number_steps; empty when there are none
  std::vector<std::string> text_alphabet{};    ///< the symbols of Word::text_steps
  std::string reader_version;
  std::string model_version;
};

}  // namespace mizan
