// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one uploaded document in a process of its own and returns what stands in it.
#pragma once

#include "base/result.hpp"
#include "model/reading.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace mizan::documents {

/// Named limits of one reading; the configuration sets them (section [reading]).
struct ReadingLimits {
  std::uint64_t bytes = 50U << 20U;             ///< of the upload
  int pages = 60;                               ///< of one document
  std::uint64_t page_pixels = 60'000'000;       ///< of one page image
  std::uint64_t document_pixels = 600'000'000;  ///< of all page images together
  std::chrono::seconds cpu{60};                 ///< of the child, RLIMIT_CPU
  std::chrono::seconds wall{90};                ///< the parent kills the child after this
  std::uint64_t memory = 1U << 30U;             ///< address space of the child, RLIMIT_AS
  int layer_numbers = 16;                       ///< of one page's text layer, compared with its pixels
};

enum class PageImages { none, wanted };

struct ReadRequest {
  std::filesystem::path file;  ///< the original bytes; opened by the caller's side, the child gets only a descriptor
  ReadingLimits limits;
  PageImages page_images = PageImages::none;
};

/// An upright page image for people to look at; `bytes` is a complete PNG or JPEG file.
struct PageImage {
  int page = 0;
  std::string media_type;
  std::string bytes;
};

/// Called once per page image, in page order, before `read` returns. A problem stops the reading.
using PageImageSink = std::function<Outcome(PageImage)>;

/// A reader owns its child process and replaces it when it dies. One document at a time per reader; not thread-safe:
/// a worker has one each.
class Reader {
 public:
  virtual ~Reader() = default;

  /// The checked reading. Refusals are `evidence.*`; `process.crashed`, `process.timeout` and `process.protocol` mean
  /// that this attempt failed and may be repeated.
  [[nodiscard]] virtual Result<Reading> read(const ReadRequest& request, const PageImageSink& sink = {}) = 0;

  /// Stored readings are keyed by it: "<reader version>/<model version>".
  [[nodiscard]] virtual std::string version() const = 0;
};

}  // namespace mizan::documents
