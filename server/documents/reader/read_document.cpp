// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/read_document.hpp"

#include "documents/reader/barcodes.hpp"
#include "documents/reader/layer_sample.hpp"
#include "documents/reader/layout.hpp"
#include "documents/reader/read_image.hpp"
#include "documents/reader/source.hpp"
#include "documents/reader/tables.hpp"
#include "documents/versions.hpp"

#include <chrono>
#include <ctime>
#include <utility>

namespace mizan::documents {
namespace {

using Seconds = std::chrono::duration<double>;

// The rest is for the last page to finish.
constexpr double k_usable_share = 0.9;

Seconds cpu_used() {
  timespec used{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
  return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

class Document {
 public:
  Document(Source& source, const Order& order, Recognisers& recognisers, Reply& reply)
      : m_source(source), m_order(order), m_recognisers(recognisers), m_reply(reply) {}

  [[nodiscard]] Outcome read() {
    const int pages = m_source.page_count();
    if (pages > m_order.limits.pages)
      return fail(Problem("evidence.too_many_pages")
                      .with("pages", std::to_string(pages))
                      .with("limit", std::to_string(m_order.limits.pages)));
    m_reply.opened({std::string(m_source.format()), pages});
    for (int index = 0; index < pages; ++index) {
      if (cpu_used() > m_order.limits.cpu * k_usable_share) {
        m_limit = "cpu";
        break;
      }
      if (auto done = read_page(index, index + 1 == pages); !done) return done;
    }
    m_reply.end({m_limit});
    return {};
  }

 private:
  [[nodiscard]] Outcome read_page(int index, bool last) {
    auto source = believable_page(index);
    if (!source) return fail(source.error());
    if (!source->limit.empty()) m_limit = source->limit;
    auto read = read_pixels_or_words(std::move(*source));
    m_words += read.page.words.size();
    Reading part = new_part();
    if (read.upright && m_order.page_images == PageImages::wanted) {
      auto file = encoded(*read.upright);
      m_reply.page_image({index, std::move(file.media_type), std::move(file.bytes)});
    }
    part.pages.push_back(std::move(read.page));
    part.barcodes = std::move(m_barcodes);
    m_barcodes.clear();
    part.warnings = std::move(read.warnings);
    for (auto& warning : part.warnings) warning.page = 0;
    if (last && m_words == 0) part.warnings.push_back({"no_text", std::nullopt, {}});
    m_reply.part(part);
    return {};
  }

  /// As the file gives it, unless its pixels contradict its text layer: then without the layer, and with a warning.
  [[nodiscard]] Result<SourcePage> believable_page(int index) {
    auto source = m_source.page(index);
    if (!source || source->kind != PageKind::digital || !source->pixels) return source;
    const auto most = static_cast<std::size_t>(m_order.limits.layer_numbers);
    const auto lie = contradiction_in(source->numbers, *source->pixels, *m_recognisers.numbers, most);
    if (!lie) return source;
    auto drawn = m_source.drawn_page(index);
    if (!drawn) return drawn;
    for (auto& warning : source->warnings) drawn->warnings.push_back(std::move(warning));
    drawn->warnings.push_back(
        {std::string(k_layer_contradicted), std::nullopt, {{"layer", lie->layer}, {"drawn", lie->drawn}}});
    return drawn;
  }

  [[nodiscard]] ReadImage read_pixels_or_words(SourcePage source) {
    ReadImage out;
    if (source.kind != PageKind::digital && source.kind != PageKind::blank && source.pixels) {
      out = read_image(source, m_recognisers);
    } else {
      out.page.kind = source.kind;
      out.page.dpi = source.dpi;
      out.page.width_px = source.width_px;
      out.page.height_px = source.height_px;
      out.page.words = std::move(source.words);
      out.upright = std::move(source.pixels);
    }
    out.page.lines = lines_of(out.page.words);
    if (out.upright) {
      out.page.tables = ruled_tables(*out.upright, out.page);
      m_barcodes = barcodes_of(*out.upright);
    }
    for (auto& warning : source.warnings) out.warnings.push_back(std::move(warning));
    return out;
  }

  [[nodiscard]] Reading new_part() const {
    Reading part;
    part.format = m_source.format();
    part.reader_version = reader_version();
    part.number_alphabet = m_recognisers.numbers->alphabet();
    part.text_alphabet = m_recognisers.text->alphabet();
    part.model_version = m_recognisers.model_version;
    return part;
  }

  Source& m_source;
  const Order& m_order;
  Recognisers& m_recognisers;
  Reply& m_reply;
  std::vector<Barcode> m_barcodes;
  std::string m_limit;
  std::size_t m_words = 0;
};

}  // namespace

void read_document(std::string_view untrusted_bytes, const Order& order, Recognisers& recognisers, Reply& reply) {
  auto source = open_source(untrusted_bytes, order.limits, order.page_images);
  if (!source) return reply.refusal(source.error());
  if (auto read = Document(**source, order, recognisers, reply).read(); !read) reply.refusal(read.error());
}

}  // namespace mizan::documents
