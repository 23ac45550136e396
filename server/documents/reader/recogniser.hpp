// SPDX-License-Identifier: GPL-3.0-or-later
// What turns pixels into words; engines and models behind it are replaceable.
#pragma once

#include "base/result.hpp"
#include "documents/reader/network/line_recogniser.hpp"
#include "documents/reader/pix.hpp"
#include "model/reading.hpp"

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::documents {

struct RecognisedWord {
  Box box;  ///< in pixels of the image that was given
  std::string text;
  int confidence = 0;
};

/// Holds a warm engine. Not thread-safe.
class Recogniser {
 public:
  virtual ~Recogniser() = default;

  /// As WordReading::recogniser; an id of ocr-models/manifest.json.
  [[nodiscard]] virtual std::string_view name() const = 0;

  /// The words of an upright grey image, in the engine's reading order. Empty when nothing is legible.
  [[nodiscard]] virtual std::vector<RecognisedWord> recognise(const Pix& image, int dpi) = 0;

  /// The words of a grey image of one line of print.
  [[nodiscard]] virtual std::vector<RecognisedWord> recognise_line(const Pix& image, int dpi) = 0;
};

/// The recognisers of the product, each loaded once.
struct Recognisers {
  std::unique_ptr<Recogniser> persian;            ///< the primary one
  std::unique_ptr<Recogniser> latin;              ///< tells pages in Latin letters from pages on their head
  std::unique_ptr<const LineRecogniser> numbers;  ///< our own
  std::unique_ptr<const LineRecogniser> text;     ///< our own, of letters too
  std::string model_version;
};

/// Loads what `models`/manifest.json names. Fails with `configuration.invalid`, naming the file that is missing.
[[nodiscard]] Result<Recognisers> load_recognisers(const std::filesystem::path& models);

/// A Tesseract model. Fails with `configuration.invalid`.
[[nodiscard]] Result<std::unique_ptr<Recogniser>> load_tesseract(std::string name, const std::filesystem::path& model);

}  // namespace mizan::documents
