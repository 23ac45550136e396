// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/evidence/attach_evidence.hpp"

#include "workflow/audit_line.hpp"
#include "workflow/declaration_case.hpp"
#include "workflow/evidence/sniff_format.hpp"
#include "workflow/objection_window.hpp"
#include "workflow/work_queue.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace mizan::workflow {
namespace {

/// Where the document goes: null slot for an objection.
struct Place {
  DeclarationCase subject;
  const forms::Slot* slot = nullptr;
  std::vector<Evidence> there;  ///< what the place holds
};

Outcome check_stage(storage::Stores& stores, const Services& services, const DeclarationCase& subject,
                    EvidencePurpose purpose) {
  const auto now = services.clock.now();
  if (purpose == EvidencePurpose::declaration) return check_declaring(subject, now);
  auto window = objection_window(stores, services, subject, now);
  if (!window) return fail(std::move(window.error()));
  return check_window(*window, subject.round);
}

Result<Place> find_place(storage::Stores& stores, const Services& services, const Actor& actor,
                         const EvidenceDraft& draft) {
  auto subject = find_own_declaration(stores, actor, draft.declaration);
  if (!subject) return fail(std::move(subject.error()));
  auto bundle = pinned_section(services, *subject, draft.section);
  if (!bundle) return fail(std::move(bundle.error()));
  if (auto open = check_stage(stores, services, *subject, draft.purpose); !open) return fail(std::move(open.error()));
  Place place{std::move(*subject), nullptr, {}};
  if (draft.purpose == EvidencePurpose::declaration) {
    place.slot = (*bundle)->section.slot(draft.slot);
    if (place.slot == nullptr) return fail(Problem("evidence.unknown_slot").on_field(draft.slot));
  }
  auto documents = stores.evidence().list(draft.declaration, draft.section, actor.scope);
  if (!documents) return fail(std::move(documents.error()));
  for (auto& evidence : *documents)
    if (evidence.purpose == draft.purpose && evidence.slot == draft.slot) place.there.push_back(std::move(evidence));
  return place;
}

Outcome check_room(const Place& place, const Limits& limits) {
  const int limit = place.slot == nullptr ? limits.objection_documents : place.slot->document_limit;
  if (static_cast<int>(place.there.size()) < limit) return {};
  Problem problem("evidence.slot_full");
  problem.params["limit"] = std::to_string(limit);
  if (place.slot != nullptr) problem.field = place.slot->id;
  return fail(std::move(problem));
}

Outcome check_format(std::string_view format, const forms::Slot* slot) {
  if (slot == nullptr) return {};
  if (std::find(slot->accepts.begin(), slot->accepts.end(), format) != slot->accepts.end()) return {};
  std::string accepted, accepted_en;
  for (const auto& name : slot->accepts) {
    accepted += (accepted.empty() ? "" : "، ") + name;
    accepted_en += (accepted_en.empty() ? "" : ", ") + name;
  }
  return fail(Problem("evidence.type_not_accepted")
                  .on_field(slot->id)
                  .with("accepted", accepted)
                  .with("accepted_en", accepted_en));
}

/// Looks at the start before anything is written, and lets pass no more than the limit.
class Intake {
 public:
  Intake(std::unique_ptr<storage::BlobWriter> writer, const forms::Slot* slot, std::uint64_t limit)
      : m_writer(std::move(writer)), m_slot(slot), m_limit(limit) {}

  Outcome take(std::span<const std::byte> bytes) {
    m_bytes += bytes.size();
    if (m_bytes > m_limit)
      return fail(Problem("evidence.too_large").with("limit", std::to_string(m_limit >> 20U) + " MiB"));
    if (!m_format.empty()) return m_writer->write(bytes);
    m_start.insert(m_start.end(), bytes.begin(), bytes.end());
    return m_start.size() < k_sniffed_bytes ? Outcome{} : begin();
  }

  Result<storage::StoredBlob> finish() {
    if (m_bytes == 0) return fail("evidence.empty");
    if (m_format.empty())
      if (auto begun = begin(); !begun) return fail(std::move(begun.error()));
    return m_writer->finish();
  }

  [[nodiscard]] std::string_view format() const { return m_format; }

 private:
  Outcome begin() {
    const auto format = sniff_format(m_start);
    if (!format) return fail("evidence.unsupported_type");
    if (auto accepted = check_format(*format, m_slot); !accepted) return accepted;
    m_format = *format;
    return m_writer->write(m_start);
  }

  std::unique_ptr<storage::BlobWriter> m_writer;
  const forms::Slot* m_slot;
  std::uint64_t m_limit, m_bytes = 0;
  std::vector<std::byte> m_start;
  std::string_view m_format;
};

/// A second sending of what is there already and is, or will be, of use.
std::optional<Evidence> same_document(const Place& place, const ContentHash& content) {
  const auto found = std::find_if(place.there.begin(), place.there.end(), [&](const Evidence& evidence) {
    return evidence.content == content &&
           (evidence.status == EvidenceStatus::being_read || evidence.status == EvidenceStatus::read ||
            evidence.status == EvidenceStatus::limited);
  });
  return found == place.there.end() ? std::nullopt : std::optional(*found);
}

Result<Evidence> store_row(storage::Stores& stores, const Services& services, const Actor& actor, const Place& place,
                           Evidence evidence) {
  if (auto same = same_document(place, evidence.content)) return *same;
  if (auto room = check_room(place, services.limits); !room) return fail(std::move(room.error()));
  auto id = stores.evidence().create(evidence);
  if (!id) return fail(std::move(id.error()));
  evidence.id = *id;
  if (auto queued = enqueue_reading(stores.jobs(), *id, evidence.uploaded_at); !queued)
    return fail(std::move(queued.error()));
  if (auto recorded = record(stores.audit(), actor, evidence.uploaded_at, "evidence.attached",
                             "evidence/" + std::to_string(id->value), place.subject.office.id,
                             {{"section", evidence.section},
                              {"slot", evidence.slot},
                              {"content", evidence.content.hex},
                              {"purpose", to_text(evidence.purpose)}});
      !recorded)
    return fail(std::move(recorded.error()));
  return evidence;
}

}  // namespace

Result<EvidenceView> attach_evidence(const Services& services, const Actor& actor, const EvidenceDraft& draft,
                                     const ByteSource& untrusted_bytes) {
  auto place =
      services.database.read([&](storage::Stores& stores) { return find_place(stores, services, actor, draft); });
  if (!place) return fail(std::move(place.error()));
  auto writer = services.evidence.create();
  if (!writer) return fail(std::move(writer.error()));
  Intake intake(std::move(*writer), place->slot, services.limits.reading.bytes);
  if (auto streamed = untrusted_bytes([&](std::span<const std::byte> bytes) { return intake.take(bytes); }); !streamed)
    return fail(std::move(streamed.error()));
  auto blob = intake.finish();
  if (!blob) return fail(std::move(blob.error()));

  Evidence evidence;
  evidence.declaration = draft.declaration;
  evidence.section = draft.section;
  evidence.slot = draft.slot;
  evidence.purpose = draft.purpose;
  evidence.content = blob->content;
  evidence.bytes = blob->bytes;
  evidence.file_name = draft.untrusted_file_name;
  evidence.media_type = media_type_of(intake.format());
  evidence.uploaded_by = actor.account;
  evidence.uploaded_at = services.clock.now();
  return services.database.write([&](storage::Stores& stores) -> Result<EvidenceView> {
    auto again = find_place(stores, services, actor, draft);
    if (!again) return fail(std::move(again.error()));
    auto stored = store_row(stores, services, actor, *again, evidence);
    if (!stored) return fail(std::move(stored.error()));
    return evidence_view(stores, services, actor, again->subject, *stored);
  });
}

}  // namespace mizan::workflow
