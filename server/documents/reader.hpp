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
#include <string_view>

namespace mizan::documents {

/// Named limits of one reading; the configuration sets them (section [reading]). A document that hits one is read as
/// far as it goes; the reading says which one it was.
struct ReadingLimits {
  std::uint64_t bytes = 50U << 20U;             ///< of the upload
  int pages = 60;                               ///< of one document
  std::uint64_t page_pixels = 60'000'000;       ///< of one page image
  std::uint64_t image_pixels = 200'000'000;     ///< of one image in a PDF, which is then drawn smaller
  std::uint64_t document_pixels = 600'000'000;  ///< of all page images that one child makes
  std::uint64_t page_content = 64U << 20U;      ///< bytes of a PDF page's drawing instructions, decompressed
  int scans = 100;                              ///< passes of a progressive JPEG; each costs a whole decoding
  std::chrono::seconds cpu{15};                 ///< of a child, RLIMIT_CPU
  std::chrono::seconds wall{18};                ///< the parent kills a child after this
  /// Where one child's time ends another goes on with the next page, as long as each has read one, up to this.
  std::chrono::seconds document{600};
  std::uint64_t memory = 1U << 30U;          ///< address space of a child, RLIMIT_AS
  int layer_numbers = 16;                    ///< of one page's text layer, compared with its pixels
  int members = 50;                          ///< files in a ZIP bundle
  std::uint64_t member_ratio = 200;          ///< unpacked to packed, of members beyond a mebibyte
  std::uint64_t bundle_bytes = 200U << 20U;  ///< of all members together, unpacked
};

/// What the children of one reading took.
struct Usage {
  std::chrono::milliseconds cpu{0};
  std::chrono::milliseconds wall{0};
  std::uint64_t peak_memory = 0;  ///< bytes, resident, of the largest; models that all children share are in it
};

enum class PageImages { none, wanted };

/// Called once per usable member of a ZIP bundle, in order, with its number among `Reading::members` and its bytes,
/// before `read` returns. A problem stops the reading.
using MemberSink = std::function<Outcome(int member, std::string_view bytes)>;

struct ReadRequest {
  std::filesystem::path file;  ///< the original bytes; opened by the caller's side, the child gets only a descriptor
  ReadingLimits limits;
  PageImages page_images = PageImages::none;
  MemberSink members{};  ///< without it members are listed only
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

  /// Of the last document, whatever became of it.
  [[nodiscard]] virtual Usage usage() const = 0;

  /// Stored readings are keyed by it: "<reader version>/<model version>".
  [[nodiscard]] virtual std::string version() const = 0;
};

}  // namespace mizan::documents
