// SPDX-License-Identifier: GPL-3.0-or-later
// Reads numbers, dates, amounts and serials from crops of lines: the project's own network (ocr-models/numbers).
#pragma once

#include "base/result.hpp"
#include "documents/reader/network/kernel.hpp"
#include "documents/reader/network/normalise.hpp"
#include "documents/reader/network/weights.hpp"
#include "verification/likelihood/steps.hpp"

#include <filesystem>

namespace mizan::documents {

// clang-format off
/// How a crop is read and a declaration judged:
///
///     auto recogniser = load_number_recogniser(models);        // once, before the zygote forks
///     const auto pixels = gray_rows(*cropped(image, box));     // one line, with a little room around it
///     const auto steps = recogniser->read({bytes_of(pixels), width, height});
///     const Classes classes(recogniser->alphabet(), Separators::alike);
///     const auto judgement = judged(folded(steps, classes), classes, "1402/5/14");
///
// clang-format on
/// A number's steps may be cut out of a longer line's with `read_runs` (verification/likelihood/reading.hpp) and
/// `part_of`. Immutable: one may be used by many threads. The same crop gives the same steps on the same kind of
/// processor.
class LineRecogniser {
 public:
  explicit LineRecogniser(LineNetwork network, Kernels kernels = fastest_kernels());

  [[nodiscard]] const verification::Alphabet& alphabet() const noexcept { return m_network.alphabet; }

  /// One step for two columns of the crop at 32 rows; no steps for an empty crop.
  [[nodiscard]] verification::Steps read(const GrayCrop& crop) const;

  /// The same for a crop that is normalised already: what `read` does after it.
  [[nodiscard]] verification::Steps read(const NormalisedCrop& crop) const;

 private:
  LineNetwork m_network;
  Kernels m_kernels;
};

/// `models`/numbers/weights.bin. Fails with `configuration.invalid`.
[[nodiscard]] Result<LineRecogniser> load_number_recogniser(const std::filesystem::path& models);

/// `models`/text/weights.bin. Fails with `configuration.invalid`.
[[nodiscard]] Result<LineRecogniser> load_text_recogniser(const std::filesystem::path& models);

}  // namespace mizan::documents
