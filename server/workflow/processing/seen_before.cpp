// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/processing/seen_before.hpp"

#include "documents/page_print.hpp"
#include "workflow/evidence/about_document.hpp"
#include "workflow/evidence/seen_elsewhere.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace mizan::workflow {
namespace {

/// An earlier (or later) document with these bytes, or with a page alike.
struct Sighting {
  storage::EvidenceUse use;
  int page = -1;        ///< of this document; -1: the whole file
  int their_page = -1;  ///< of the other
  int per_mille = 1000;
  bool wholly = true;
  [[nodiscard]] bool same_bytes() const noexcept { return page < 0; }
};

bool proves_something(const Evidence& evidence) {
  switch (evidence.status) {
    case EvidenceStatus::being_read:
    case EvidenceStatus::read:
    case EvidenceStatus::limited:
    case EvidenceStatus::unreadable:
    case EvidenceStatus::failed:
      return true;
    case EvidenceStatus::refused:
    case EvidenceStatus::quarantined:
    case EvidenceStatus::removed:
      break;
  }
  return false;
}

class Search {
 public:
  Search(storage::Stores& stores, const Services& services, const DocumentCase& document)
      : m_stores(stores), m_rules(services.limits.fraud), m_document(document) {}

  [[nodiscard]] Outcome by_bytes() { return add_uses(m_document.evidence.content, {}); }

  [[nodiscard]] Outcome by_pages(const Reading& reading) {
    for (std::size_t page = 0; page < reading.pages.size(); ++page) {
      const auto print = documents::unpacked_print(reading.pages[page].print);
      if (!print) continue;
      auto alike = m_stores.page_prints().sharing(documents::keys_to_ask(*print), m_document.evidence.content,
                                                  m_rules.alike_pages);
      if (!alike) return fail(std::move(alike.error()));
      for (const auto& candidate : *alike)
        if (auto compared = compare(static_cast<int>(page), *print, candidate.page); !compared) return compared;
    }
    return {};
  }

  /// The same bytes before alike pages, then what is most alike, then the oldest.
  [[nodiscard]] const Sighting* clearest(bool of_others) const {
    const Sighting* best = nullptr;
    for (const auto& one : m_earlier) {
      if (is_others(one) != of_others || (!of_others && (!is_earlier_round(one) || !one.wholly))) continue;
      if (best == nullptr || rank(one) > rank(*best)) best = &one;
    }
    return best;
  }

  [[nodiscard]] bool is_printed_matter(const Sighting& sighting) const {
    if (sighting.same_bytes()) return false;
    std::set<std::int64_t> offices;
    for (const auto& one : m_earlier)
      if (is_others(one) && !one.same_bytes()) offices.insert(one.use.office.value);
    return static_cast<int>(offices.size()) >= m_rules.form_offices;
  }

  [[nodiscard]] std::vector<EvidenceId> later() const { return {m_later.begin(), m_later.end()}; }

 private:
  [[nodiscard]] Outcome compare(int page, const documents::PagePrint& print, const storage::PagePrint& other) {
    const auto theirs = documents::unpacked_print(other.print);
    if (!theirs) return {};
    const auto likeness = documents::likeness(print, *theirs);
    if (likeness.alike == documents::Alike::no) return {};
    Sighting sighting;
    sighting.page = page;
    sighting.their_page = other.page;
    sighting.per_mille = likeness.per_mille;
    sighting.wholly = likeness.alike == documents::Alike::wholly;
    return add_uses(other.content, sighting);
  }

  [[nodiscard]] Outcome add_uses(const ContentHash& content, Sighting sighting) {
    auto uses = m_stores.evidence().uses(content, m_rules.uses);
    if (!uses) return fail(std::move(uses.error()));
    const auto& own = m_document.evidence;
    for (auto& use : *uses) {
      if (use.evidence.id == own.id || !proves_something(use.evidence)) continue;
      sighting.use = std::move(use);
      const bool matters = is_others(sighting) || sighting.use.round != m_document.subject.round.id;
      if (sighting.use.evidence.id < own.id)
        m_earlier.push_back(sighting);
      else if (matters && !sighting.same_bytes())
        m_later.insert(sighting.use.evidence.id);
    }
    return {};
  }

  [[nodiscard]] bool is_others(const Sighting& sighting) const {
    return sighting.use.office != m_document.subject.office.id;
  }
  [[nodiscard]] bool is_earlier_round(const Sighting& sighting) const {
    return sighting.use.round < m_document.subject.round.id;
  }
  [[nodiscard]] static std::tuple<bool, int, std::int64_t> rank(const Sighting& one) {
    return {one.same_bytes(), one.per_mille, -one.use.evidence.id.value};
  }

  storage::Stores& m_stores;
  const FraudRules& m_rules;
  const DocumentCase& m_document;
  std::vector<Sighting> m_earlier;
  std::set<EvidenceId> m_later;
};

std::string_view reason_of(const Sighting& sighting, bool of_others) {
  if (of_others) return sighting.same_bytes() ? k_same_file_elsewhere : k_same_page_elsewhere;
  return sighting.same_bytes() ? k_same_file_earlier : k_same_page_earlier;
}

Finding finding_of(const DocumentCase& document, const Sighting& sighting, bool of_others, bool open, Instant now) {
  auto finding = document_finding(document.evidence, document.bundle->section, k_seen_before, now);
  keep_earlier({sighting.use.evidence.id, sighting.their_page}, finding.claim);
  finding.verdict.page = sighting.page;
  finding.verdict.confidence = sighting.per_mille;
  finding.verdict.reason = reason_of(sighting, of_others);
  const bool for_people = document.evidence.purpose == EvidencePurpose::objection;
  finding.state = open && !for_people ? FindingState::open : FindingState::settled;
  return finding;
}

}  // namespace

Outcome save_prints(storage::Stores& stores, const ContentHash& content, const Reading& reading) {
  for (std::size_t page = 0; page < reading.pages.size(); ++page) {
    const auto& packed = reading.pages[page].print;
    const auto print = documents::unpacked_print(packed);
    if (!print) continue;
    if (auto saved =
            stores.page_prints().save({content, static_cast<int>(page), packed}, documents::keys_to_store(*print));
        !saved)
      return saved;
  }
  return {};
}

Result<SeenBefore> seen_before(storage::Stores& stores, const Services& services, const DocumentCase& document,
                               const Reading* reading) {
  Search search(stores, services, document);
  if (auto found = search.by_bytes(); !found) return fail(std::move(found.error()));
  if (reading != nullptr)
    if (auto found = search.by_pages(*reading); !found) return fail(std::move(found.error()));
  SeenBefore out{std::nullopt, search.later()};
  const auto now = services.clock.now();
  if (const auto* others = search.clearest(true)) {
    out.finding = finding_of(document, *others, true, !search.is_printed_matter(*others), now);
    return out;
  }
  if (const auto* own = search.clearest(false)) {
    const auto* slot = document.bundle->section.slot(document.evidence.slot);
    out.finding = finding_of(document, *own, false, slot != nullptr && slot->fresh, now);
  }
  return out;
}

}  // namespace mizan::workflow
