// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/processing/read_document.hpp"

#include "model/reading_json.hpp"
#include "workflow/evidence/page_list.hpp"
#include "workflow/processing/seen_before.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace mizan::workflow {
namespace {

/// The reader's refusals of a document, and what they make of it. Everything else is a failed attempt.
constexpr std::array<std::pair<std::string_view, EvidenceStatus>, 10> k_refusals{{
    {"evidence.encrypted", EvidenceStatus::refused},
    {"evidence.damaged", EvidenceStatus::refused},
    {"evidence.empty", EvidenceStatus::refused},
    {"evidence.unsupported_type", EvidenceStatus::refused},
    {"evidence.too_large", EvidenceStatus::refused},
    {"evidence.too_many_pages", EvidenceStatus::refused},
    {"evidence.too_many_pixels", EvidenceStatus::refused},
    {"evidence.no_text", EvidenceStatus::unreadable},
    {"evidence.unreadable", EvidenceStatus::unreadable},
    {"evidence.limit_reached", EvidenceStatus::limited},
}};

int number_in(const Problem& problem, const char* name) {
  const auto found = problem.params.find(name);
  if (found == problem.params.end() || found->second.empty() || found->second.size() > 6) return 0;
  if (found->second.find_first_not_of("0123456789") != std::string::npos) return 0;
  return std::stoi(found->second);
}

Result<ReadDocument> refused(Problem problem) {
  const auto found = std::find_if(k_refusals.begin(), k_refusals.end(),
                                  [&](const auto& row) { return row.first == problem.code.id(); });
  if (found == k_refusals.end()) return fail(std::move(problem));
  return ReadDocument{found->second, std::string(problem.code.id()), number_in(problem, "pages"), std::nullopt};
}

bool has_words(const Reading& reading) {
  return std::any_of(reading.pages.begin(), reading.pages.end(),
                     [](const Page& page) { return !page.words.empty(); }) ||
         !reading.barcodes.empty();
}

ReadDocument document_of(Reading reading, int page_limit) {
  ReadDocument document{EvidenceStatus::read, {}, static_cast<int>(reading.pages.size()), std::nullopt};
  if (document.pages > page_limit) {
    document.status = EvidenceStatus::refused;
    document.problem = "evidence.too_many_pages";
    return document;
  }
  if (reading.outcome == ReadingOutcome::limited) {
    document.status = EvidenceStatus::limited;
    document.problem = "evidence.limit_reached";
  } else if (!has_words(reading)) {
    document.status = EvidenceStatus::unreadable;
    document.problem = "evidence.no_text";
  }
  document.reading = std::move(reading);
  return document;
}

PageList page_list_of(const Reading& reading, std::vector<StoredPage> images) {
  PageList list{{}, reading.warnings, reading.limit};
  for (std::size_t index = 0; index < reading.pages.size(); ++index) {
    const auto& page = reading.pages[index];
    StoredPage row{static_cast<int>(index), page.width_px, page.height_px, std::string(to_text(page.kind)), {}, {}};
    const auto image =
        std::find_if(images.begin(), images.end(), [&](const StoredPage& stored) { return stored.page == row.page; });
    if (image != images.end()) {
      row.media_type = std::move(image->media_type);
      row.content = std::move(image->content);
    }
    list.pages.push_back(std::move(row));
  }
  return list;
}

Result<Reading> load_reading(const Services& services, const StoredReading& stored) {
  auto text = services.evidence.get(stored.reading, services.limits.reading_bytes);
  if (!text) return fail(std::move(text.error()));
  return checked_reading(*text);
}

/// Blobs first, then the row: a row never points at bytes that are not on disk. The row goes in a transaction of its
/// own, since it says something of the bytes and nothing of who sent them: an attempt that fails later need not read
/// again. So do the prints: of two alike documents that are read at the same time, one at least then sees the other.
Outcome store_reading(const Processing& processing, const ContentHash& content, const Reading& reading,
                      std::vector<StoredPage> images) {
  const auto& services = processing.services;
  auto text = services.evidence.put(to_json(reading).dump());
  if (!text) return fail(std::move(text.error()));
  auto pages = services.evidence.put(page_list_text(page_list_of(reading, std::move(images))));
  if (!pages) return fail(std::move(pages.error()));
  const StoredReading row{content, processing.reader.version(), text->content, pages->content, services.clock.now()};
  return services.database.write([&](storage::Stores& stores) -> Outcome {
    if (auto saved = save_prints(stores, content, reading); !saved) return saved;
    return stores.evidence().save_reading(row);
  });
}

Result<Reading> read_afresh(const Processing& processing, const ContentHash& content, int page_limit) {
  auto& store = processing.services.evidence;
  auto file = store.open(content);
  if (!file) return fail(std::move(file.error()));
  documents::ReadRequest request{(*file)->path(), processing.services.limits.reading, documents::PageImages::wanted};
  request.limits.pages = page_limit;
  std::vector<StoredPage> images;
  auto reading = processing.reader.read(request, [&](documents::PageImage image) -> Outcome {
    auto blob = store.put(image.bytes);
    if (!blob) return fail(std::move(blob.error()));
    images.push_back({image.page, 0, 0, {}, std::move(image.media_type), blob->content});
    return {};
  });
  if (!reading) return reading;
  // Kept for every slot, so it must not have been cut to the size of this one.
  if (reading->limit == "pages" && page_limit < processing.services.limits.reading.pages)
    return fail("evidence.too_many_pages");
  if (auto stored = store_reading(processing, content, *reading, std::move(images)); !stored)
    return fail(std::move(stored.error()));
  return reading;
}

}  // namespace

Result<ReadDocument> read_document(const Processing& processing, const Evidence& evidence, int page_limit) {
  const auto& services = processing.services;
  auto known = services.database.read([&](storage::Stores& stores) {
    return stores.evidence().find_reading(evidence.content, processing.reader.version());
  });
  if (!known) return fail(std::move(known.error()));
  auto reading = *known ? load_reading(services, **known) : read_afresh(processing, evidence.content, page_limit);
  // A reading whose bytes are gone or damaged can be made again, as long as the document is there.
  if (!reading && *known && reading.error().code == ProblemCode("storage.blob_missing"))
    reading = read_afresh(processing, evidence.content, page_limit);
  if (!reading) return refused(std::move(reading.error()));
  return document_of(std::move(*reading), page_limit);
}

Result<std::optional<Reading>> stored_reading(const Services& services, const ContentHash& content) {
  auto known =
      services.database.read([&](storage::Stores& stores) { return stores.evidence().latest_reading(content); });
  if (!known) return fail(std::move(known.error()));
  if (!*known) return std::nullopt;
  auto reading = load_reading(services, **known);
  if (!reading) return fail(std::move(reading.error()));
  return std::optional(std::move(*reading));
}

}  // namespace mizan::workflow
