// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/read_document.hpp"

#include "documents/reader/barcodes.hpp"
#include "documents/reader/image_editors.hpp"
#include "documents/reader/layer_sample.hpp"
#include "documents/reader/layout.hpp"
#include "documents/reader/page_print.hpp"
#include "documents/reader/pdf_signals.hpp"
#include "documents/reader/read_image.hpp"
#include "documents/reader/source.hpp"
#include "documents/reader/tables.hpp"
#include "documents/reader/zip_bundle.hpp"
#include "documents/versions.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <iterator>
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
  /// `warnings` are of the document as a whole.
  Document(std::string_view bytes, Source& source, std::vector<ReadingWarning> warnings, const Order& order,
           Recognisers& recognisers, Reply& reply)
      : m_bytes(bytes),
        m_source(source),
        m_warnings(std::move(warnings)),
        m_order(order),
        m_recognisers(recognisers),
        m_reply(reply) {}

  [[nodiscard]] Outcome read() {
    const int pages = std::min(m_source.page_count(), m_order.limits.pages);
    m_reply.opened({std::string(to_text(m_source.format())), pages});
    for (int index = m_order.first_page; index < pages; ++index) {
      if (cpu_used() > m_order.limits.cpu * k_usable_share) {
        m_reply.end({"cpu"});
        return {};
      }
      if (auto done = read_page(index); !done) return done;
    }
    say_what_is_odd();
    m_reply.end({m_source.page_count() > pages ? "pages" : ""});
    return {};
  }

 private:
  /// Last, so that a file made to wear out whoever looks through it has been read by then.
  void say_what_is_odd() {
    Reading part = new_part();
    if (m_source.format() == Format::pdf) part.warnings = pdf_signals(m_bytes);
    if (m_source.format() != Format::pdf)
      if (auto editor = image_editor_of(m_bytes); !editor.empty())
        part.warnings.push_back({"image_editor", std::nullopt, {{"program", std::move(editor)}}});
    if (!part.warnings.empty()) m_reply.part(part);
  }

  [[nodiscard]] Outcome read_page(int index) {
    auto source = believable_page(index);
    if (!source) return fail(source.error());
    const auto limit = source->limit;
    auto read = read_pixels_or_words(std::move(*source));
    Reading part = new_part();
    if (read.upright && m_order.page_images == PageImages::wanted) {
      auto file = encoded(*read.upright);
      m_reply.page_image({index, std::move(file.media_type), std::move(file.bytes)});
    }
    part.pages.push_back(std::move(read.page));
    part.barcodes = std::move(m_barcodes);
    m_barcodes.clear();
    part.warnings = std::move(read.warnings);
    if (!limit.empty()) part.warnings.push_back({std::string(k_limit_reached), std::nullopt, {{"limit", limit}}});
    for (auto& warning : part.warnings) warning.page = 0;
    std::move(m_warnings.begin(), m_warnings.end(), std::back_inserter(part.warnings));
    m_warnings.clear();
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
      out.page.lines = lines_of(out.page.words);
      out.page.print = packed(page_print(out.page, source.pixels.get()));
    } else {
      out.page.kind = source.kind;
      out.page.dpi = source.dpi;
      out.page.width_px = source.width_px;
      out.page.height_px = source.height_px;
      out.page.words = std::move(source.words);
      out.upright = std::move(source.pixels);
      out.page.lines = lines_of(out.page.words);
      out.page.print = packed(page_print(out.page, out.upright.get()));
    }
    if (out.upright) {
      out.page.tables = ruled_tables(out.dark ? *out.dark : *out.upright, out.page);
      m_barcodes = barcodes_of(*out.upright);
    }
    for (auto& warning : source.warnings) out.warnings.push_back(std::move(warning));
    return out;
  }

  [[nodiscard]] Reading new_part() const {
    Reading part;
    part.format = to_text(m_source.format());
    part.reader_version = reader_version();
    part.number_alphabet = m_recognisers.numbers->alphabet();
    part.text_alphabet = m_recognisers.text->alphabet();
    part.model_version = m_recognisers.model_version;
    return part;
  }

  std::string_view m_bytes;
  Source& m_source;
  std::vector<ReadingWarning> m_warnings;
  const Order& m_order;
  Recognisers& m_recognisers;
  Reply& m_reply;
  std::vector<Barcode> m_barcodes;
};

/// A bundle is a reading without pages: its members are read by and by, each in a process of its own.
[[nodiscard]] Outcome list_members(std::string_view untrusted_bytes, std::vector<ReadingWarning> warnings,
                                   const Order& order, const Recognisers& recognisers, Reply& reply) {
  reply.opened({std::string(to_text(Format::zip)), 0});
  auto content = open_bundle(untrusted_bytes, order.limits, [&](int member, std::string_view bytes) {
    if (order.members) reply.member({member, bytes});
  });
  if (!content) return fail(content.error());
  Reading part;
  part.format = to_text(Format::zip);
  part.members = std::move(content->members);
  part.warnings = std::move(warnings);
  part.reader_version = reader_version();
  part.model_version = recognisers.model_version;
  reply.part(part);
  reply.end({content->limit});
  return {};
}

}  // namespace

void read_document(std::string_view untrusted_bytes, const Order& order, Recognisers& recognisers, Reply& reply) {
  if (untrusted_bytes.empty()) return reply.refusal(Problem("evidence.empty"));
  const auto format = format_of(untrusted_bytes);
  if (!format) return reply.refusal(Problem("evidence.unsupported_type"));
  auto warnings = order.first_page == 0 ? hidden_in(untrusted_bytes, *format) : std::vector<ReadingWarning>();
  if (*format == Format::zip) {
    if (auto listed = list_members(untrusted_bytes, std::move(warnings), order, recognisers, reply); !listed)
      reply.refusal(listed.error());
    return;
  }
  auto source = open_source(untrusted_bytes, *format, order.limits, order.page_images);
  if (!source) return reply.refusal(source.error());
  Document document(untrusted_bytes, **source, std::move(warnings), order, recognisers, reply);
  if (auto read = document.read(); !read) reply.refusal(read.error());
}

}  // namespace mizan::documents
