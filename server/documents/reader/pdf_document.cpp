// SPDX-License-Identifier: GPL-3.0-or-later
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include "documents/reader/image.hpp"
#include "documents/reader/pdf_layer.hpp"
#include "documents/reader/pdf_survey.hpp"
#include "documents/reader/source.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

namespace mizan::documents {
namespace {

constexpr double k_points_per_inch = 72;
constexpr int k_digital_dpi = 150;  // the pixel space of words that need no recognition
constexpr int k_scan_dpi = 300;     // where a page has no image with a resolution of its own
constexpr int k_least_dpi = 72;     // below this nothing can be read
constexpr int k_most_dpi = 300;
constexpr int k_sharp_enough_dpi = 150;  // a page too large to be drawn so sharply is read, and called limited
// Poppler draws an image a little smaller than it is, by counting pixels, in half the time of one a little larger,
// which it blends from its neighbours.
constexpr double k_just_below = 0.9985;
constexpr std::size_t k_most_messages = 20;
constexpr std::size_t k_longest_message = 300;
constexpr std::uint64_t k_largest_side = 30'000;

/// Poppler reports to one function per process.
class Messages {
 public:
  Messages() { poppler::set_debug_error_function(&Messages::take, this); }
  Messages(const Messages&) = delete;
  Messages& operator=(const Messages&) = delete;
  ~Messages() { poppler::set_debug_error_function(&Messages::ignore, nullptr); }

  /// What was said since the last call; each sentence once per document.
  [[nodiscard]] std::vector<ReadingWarning> warnings() {
    std::vector<ReadingWarning> out;
    for (auto& text : std::exchange(m_new, {}))
      out.push_back({"poppler", std::nullopt, {{"message", std::move(text)}}});
    return out;
  }

 private:
  static void take(const std::string& text, void* self) {
    auto& messages = *static_cast<Messages*>(self);
    auto shortened = text.substr(0, k_longest_message);
    while (!shortened.empty() && (shortened.back() == '\n' || shortened.back() == ' ')) shortened.pop_back();
    if (messages.m_seen.size() < k_most_messages && messages.m_seen.insert(shortened).second)
      messages.m_new.push_back(std::move(shortened));
  }
  static void ignore(const std::string&, void*) {}

  std::set<std::string> m_seen;
  std::vector<std::string> m_new;
};

struct Size {
  double width = 0, height = 0;  ///< in points, as the page is shown
};

Size shown_size(const poppler::page& page) {
  const auto box = page.page_rect(poppler::crop_box);
  const auto turned = page.orientation() == poppler::page::landscape || page.orientation() == poppler::page::seascape;
  return turned ? Size{box.height(), box.width()} : Size{box.width(), box.height()};
}

int pixels(double points, double dpi) {
  return std::max(1, static_cast<int>(std::lround(points / k_points_per_inch * dpi)));
}

bool fits(const Size& size, int dpi, std::uint64_t most) {
  if (size.width > 1e6 || size.height > 1e6) return false;
  const auto width = static_cast<std::uint64_t>(pixels(size.width, dpi));
  const auto height = static_cast<std::uint64_t>(pixels(size.height, dpi));
  return width <= k_largest_side && height <= k_largest_side && width * height <= most;
}

class PdfSource final : public Source {
 public:
  PdfSource(std::unique_ptr<Messages> messages, std::unique_ptr<poppler::document> document,
            std::unique_ptr<PdfSurveyor> surveyor, const ReadingLimits& limits, PageImages page_images)
      : m_messages(std::move(messages)),
        m_document(std::move(document)),
        m_surveyor(std::move(surveyor)),
        m_limits(limits),
        m_page_images(page_images) {}

  [[nodiscard]] Format format() const override { return Format::pdf; }
  [[nodiscard]] int page_count() const override { return m_document->pages(); }

  [[nodiscard]] Result<SourcePage> page(int index) override {
    const std::unique_ptr<poppler::page> page(m_document->create_page(index));
    if (!page) return lost_page();
    if (m_surveyor->content_exceeds(index, m_limits.page_content)) return beyond("page_content", *page);
    const auto survey = m_surveyor->page(index);
    if (survey.image_pixels > m_limits.image_pixels) return beyond("image_pixels", *page);
    SourcePage out;
    out.kind = page_kind(survey);
    if (out.kind == PageKind::digital) take_words(*page, survey, out);
    if (out.kind == PageKind::digital && out.words.empty()) out.kind = PageKind::image;
    draw(*page, survey, out);
    if (out.kind == PageKind::digital && left_out_undrawn(out) == LeftOut::most) {
      out.kind = PageKind::hidden_ocr;
      draw(*page, survey, out);
    }
    if (out.kind == PageKind::hidden_ocr) out.warnings.push_back({"text_layer_ignored", std::nullopt, {}});
    for (auto& warning : m_messages->warnings()) out.warnings.push_back(std::move(warning));
    return out;
  }

  [[nodiscard]] Result<SourcePage> drawn_page(int index) override {
    const std::unique_ptr<poppler::page> page(m_document->create_page(index));
    if (!page) return lost_page();
    SourcePage out;
    draw(*page, m_surveyor->page(index), out);
    for (auto& warning : m_messages->warnings()) out.warnings.push_back(std::move(warning));
    return out;
  }

 private:
  /// The other pages may still prove something, so the document is not refused.
  [[nodiscard]] SourcePage lost_page() {
    SourcePage out;
    out.warnings = m_messages->warnings();
    out.warnings.push_back({"damaged_page", std::nullopt, {}});
    return out;
  }

  /// A page whose drawing would cost more than any honest one: it is left undrawn.
  [[nodiscard]] SourcePage beyond(std::string limit, const poppler::page& page) {
    SourcePage out;
    out.limit = std::move(limit);
    leave_undrawn(shown_size(page), k_digital_dpi, out);
    out.warnings = m_messages->warnings();
    return out;
  }

  static void leave_undrawn(const Size& size, int dpi, SourcePage& out) {
    out.pixels = nullptr;
    without_layer(out);
    out.dpi = dpi;
    out.width_px = std::min(pixels(std::min(size.width, 1e6), dpi), 100'000);
    out.height_px = std::min(pixels(std::min(size.height, 1e6), dpi), 100'000);
  }

  static void take_words(const poppler::page& page, const PageSurvey& survey, SourcePage& out) {
    const auto size = shown_size(page);
    auto layer = text_layer(page, survey, k_digital_dpi / k_points_per_inch, pixels(size.width, k_digital_dpi),
                            pixels(size.height, k_digital_dpi));
    out.words = std::move(layer.words);
    out.numbers = std::move(layer.numbers);
  }

  enum class LeftOut { few, most };

  /// Words that nobody can see (white on white, under a picture, off the sheet) prove nothing. A page that has little
  /// else is read from its pixels.
  [[nodiscard]] static LeftOut left_out_undrawn(SourcePage& page) {
    const auto before = page.words.size();
    const auto is_hidden = [&](const Box& box) { return !is_drawn(box, *page.pixels); };
    std::erase_if(page.words, [&](const Word& word) { return is_hidden(word.box); });
    if (page.words.size() == before) return LeftOut::few;
    if (page.words.size() * 2 < before) {
      page.words.clear();
      page.numbers.clear();
      return LeftOut::most;
    }
    std::erase_if(page.numbers, [&](const LayerNumber& number) { return is_hidden(number.box); });
    page.warnings.push_back({"text_layer_ignored", std::nullopt, {}});
    return LeftOut::few;
  }

  /// The resolution at which the page is drawn: its own where a scan fills it.
  [[nodiscard]] static int wanted_dpi(const PageSurvey& survey, PageKind kind) {
    if (kind == PageKind::digital) return k_digital_dpi;
    if (survey.largest_image < 0.3 || survey.image_dpi <= 0) return k_scan_dpi;
    return std::clamp(survey.image_dpi, k_least_dpi, k_most_dpi);
  }

  void draw(const poppler::page& page, const PageSurvey& survey, SourcePage& out) {
    const auto size = shown_size(page);
    int dpi = wanted_dpi(survey, out.kind);
    if (out.kind != PageKind::digital)
      while (dpi > k_least_dpi && !fits(size, dpi, m_limits.page_pixels)) dpi = std::max(k_least_dpi, dpi * 3 / 4);
    out.dpi = dpi;
    if (!fits(size, dpi, std::min(m_limits.page_pixels, m_limits.document_pixels - m_drawn_pixels))) {
      out.limit = fits(size, dpi, m_limits.page_pixels) ? "document_pixels" : "page_pixels";
      return leave_undrawn(size, dpi, out);
    }
    if (dpi < std::min(wanted_dpi(survey, out.kind), k_sharp_enough_dpi)) out.limit = "page_pixels";
    const double drawn_dpi = out.kind == PageKind::digital ? dpi : dpi * k_just_below;
    out.width_px = pixels(size.width, drawn_dpi);
    out.height_px = pixels(size.height, drawn_dpi);
    if (out.kind == PageKind::blank && m_page_images == PageImages::none) return;
    m_drawn_pixels += static_cast<std::uint64_t>(out.width_px) * static_cast<std::uint64_t>(out.height_px);
    poppler::page_renderer renderer;
    // Drawn stamps and guilloches cost seconds with smooth edges: those of digital pages, where nothing is recognised
    // in them, and shadings, which are computed for sixteen points of every pixel.
    renderer.set_render_hint(poppler::page_renderer::antialiasing,
                             out.kind != PageKind::digital && survey.shadings == 0);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    renderer.set_image_format(poppler::image::format_gray8);
    const auto image = renderer.render_page(&page, drawn_dpi, drawn_dpi, 0, 0, out.width_px, out.height_px);
    if (!image.is_valid()) {
      out.warnings.push_back({"not_rendered", std::nullopt, {}});
      without_layer(out);
      return;
    }
    out.pixels = gray_image(image.const_data(), image.width(), image.height(), image.bytes_per_row(), dpi);
  }

  /// A text layer that cannot be held against the page is no evidence.
  static void without_layer(SourcePage& out) {
    out.kind = PageKind::image;
    out.words.clear();
    out.numbers.clear();
  }

  std::unique_ptr<Messages> m_messages;
  std::unique_ptr<poppler::document> m_document;
  std::unique_ptr<PdfSurveyor> m_surveyor;
  ReadingLimits m_limits;
  PageImages m_page_images;
  std::uint64_t m_drawn_pixels = 0;
};

}  // namespace

Result<std::unique_ptr<Source>> open_pdf(std::string_view untrusted_bytes, const ReadingLimits& limits,
                                         PageImages page_images) {
  if (untrusted_bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    return fail("evidence.too_large");
  auto messages = std::make_unique<Messages>();
  std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(untrusted_bytes.data(), static_cast<int>(untrusted_bytes.size())));
  if (!document) return fail("evidence.damaged", "Poppler cannot open it");
  if (document->is_locked()) return fail("evidence.encrypted");
  if (document->pages() <= 0) return fail("evidence.damaged", "a PDF without pages");
  auto surveyor = make_pdf_surveyor(untrusted_bytes);
  if (!surveyor) return fail("evidence.damaged", "Poppler cannot open it twice");
  // The surveyor installs nothing of its own, but Poppler keeps one error function: ours must be the last.
  return std::unique_ptr<Source>(
      std::make_unique<PdfSource>(std::move(messages), std::move(document), std::move(surveyor), limits, page_images));
}

}  // namespace mizan::documents
