// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/evidence/attach_evidence.hpp"

#include "model/document_format.hpp"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace mizan::workflow {
namespace {

/// Looks at the start before anything is written, and lets pass no more than the limit.
class Intake {
 public:
  Intake(std::unique_ptr<storage::BlobWriter> writer, const forms::Slot* slot, std::uint64_t limit)
      : m_writer(std::move(writer)), m_slot(slot), m_limit(limit) {}

  Outcome take(std::span<const std::byte> bytes) {
    m_bytes += bytes.size();
    if (m_bytes > m_limit) return fail(document_too_large(m_limit));
    if (m_format) return m_writer->write(bytes);
    m_start.insert(m_start.end(), bytes.begin(), bytes.end());
    return m_start.size() < k_format_bytes ? Outcome{} : begin();
  }

  Result<StoredDocument> finish() {
    if (m_bytes == 0) return fail("evidence.empty");
    if (!m_format)
      if (auto begun = begin(); !begun) return fail(std::move(begun.error()));
    auto blob = m_writer->finish();
    if (!blob) return fail(std::move(blob.error()));
    return StoredDocument{std::move(blob->content), blob->bytes, *m_format};
  }

 private:
  Outcome begin() {
    const auto format = accepted_format(format_by_start(m_start), m_slot);
    if (!format) return fail(format.error());
    m_format = *format;
    return m_writer->write(m_start);
  }

  std::unique_ptr<storage::BlobWriter> m_writer;
  const forms::Slot* m_slot;
  std::uint64_t m_limit, m_bytes = 0;
  std::vector<std::byte> m_start;
  std::optional<DocumentFormat> m_format;
};

}  // namespace

Result<EvidenceView> attach_evidence(const Services& services, const Actor& actor, const EvidenceDraft& draft,
                                     const ByteSource& untrusted_bytes) {
  auto place = services.database.read(
      [&](storage::Stores& stores) { return find_evidence_place(stores, services, actor, draft); });
  if (!place) return fail(std::move(place.error()));
  auto writer = services.evidence.create();
  if (!writer) return fail(std::move(writer.error()));
  Intake intake(std::move(*writer), place->slot, services.limits.reading.bytes);
  if (auto streamed = untrusted_bytes([&](std::span<const std::byte> bytes) { return intake.take(bytes); }); !streamed)
    return fail(std::move(streamed.error()));
  auto document = intake.finish();
  if (!document) return fail(std::move(document.error()));
  return services.database.write([&](storage::Stores& stores) -> Result<EvidenceView> {
    auto again = find_evidence_place(stores, services, actor, draft);
    if (!again) return fail(std::move(again.error()));
    auto stored = store_document(stores, services, actor, *again, draft, *document);
    if (!stored) return fail(std::move(stored.error()));
    return evidence_view(stores, services, actor, again->subject, *stored);
  });
}

}  // namespace mizan::workflow
