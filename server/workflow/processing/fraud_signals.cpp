// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/processing/fraud_signals.hpp"

#include "base/persian/digits.hpp"
#include "workflow/evidence/about_document.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace mizan::workflow {
namespace {

/// `shown` is the warning's parameter that people are shown as what was read. Confidence per mille: how seldom honest
/// documents have it.
struct Signal {
  std::string_view code, field, shown;
  int confidence;
};
constexpr std::array k_signals{
    Signal{k_layer_contradicted, "text_layer", "drawn",
           990},  // no honest page of those measured is contradicted (decision 51)
    Signal{"other_format_inside", "other_format_inside", "hidden", 950},
    Signal{"more_than_one_document", "more_than_one_document", "", 950},
    Signal{"changed_after_signing", "changed_after_signing", "", 900},
    Signal{"active_content", "active_content", "kind", 900},
    Signal{"attached_files", "attached_files", "", 800},
    Signal{"image_editor", "image_editor", "program",
           500},  // shops scan with such programs, and telephones straighten with them
    Signal{"not_looked_through", "not_looked_through", "", 300},
};

/// Where the page shows the number that its text layer denies.
Box place_of(const std::string& drawn, const Page& page) {
  const auto word = std::find_if(page.words.begin(), page.words.end(),
                                 [&](const Word& each) { return persian::digits_of(each.text()) == drawn; });
  return drawn.empty() || word == page.words.end() ? Box{} : word->box;
}

void fill_in(const Signal& signal, const ReadingWarning& warning, const Reading& reading, Verdict& verdict) {
  verdict.confidence = signal.confidence;
  verdict.reason = signal.code;
  if (const auto shown = warning.params.find(std::string(signal.shown)); shown != warning.params.end())
    verdict.read = shown->second;
  if (!warning.page || *warning.page < 0 || static_cast<std::size_t>(*warning.page) >= reading.pages.size()) return;
  verdict.page = *warning.page;
  if (signal.code == k_layer_contradicted)
    verdict.box = place_of(verdict.read, reading.pages[static_cast<std::size_t>(verdict.page)]);
}

}  // namespace

std::vector<Finding> fraud_signals(const DocumentCase& document, const Reading& reading, const FraudRules& rules,
                                   Instant now) {
  std::vector<Finding> findings;
  if (document.evidence.purpose == EvidencePurpose::objection) return findings;
  for (const auto& signal : k_signals) {
    const auto warning = std::find_if(reading.warnings.begin(), reading.warnings.end(),
                                      [&](const ReadingWarning& each) { return each.code == signal.code; });
    if (warning == reading.warnings.end()) continue;
    auto finding = document_finding(document.evidence, document.bundle->section, signal.field, now);
    fill_in(signal, *warning, reading, finding.verdict);
    const bool queued = rules.queued.contains(std::string(signal.code));
    finding.state = queued ? FindingState::open : FindingState::settled;
    findings.push_back(std::move(finding));
  }
  return findings;
}

std::vector<std::string> fraud_signal_codes() {
  std::vector<std::string> codes;
  for (const auto& signal : k_signals) codes.emplace_back(signal.code);
  return codes;
}

}  // namespace mizan::workflow
