// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/declarations/declaration_content.hpp"

#include "workflow/secret_hash.hpp"

namespace mizan::workflow {

std::string declaration_content(const DeclarationCase& subject, const std::vector<SectionState>& sections) {
  nlohmann::json content = {{"licence_no", subject.office.licence_no},
                            {"period", subject.round.period},
                            {"sections", nlohmann::json::object()}};
  for (const auto& section : sections) {
    auto documents = nlohmann::json::array();
    for (const auto& evidence : section.evidence)
      documents.push_back({{"slot", evidence.slot}, {"sha256", evidence.content.hex}});
    content["sections"][section.bundle->section.id] = {{"criterion_version", section.bundle->manifest.version},
                                                       {"answers", section.answers.answers},
                                                       {"documents", std::move(documents)}};
  }
  return content.dump();
}

ContentHash content_hash(const DeclarationCase& subject, const std::vector<SectionState>& sections) {
  return ContentHash{token_hash(declaration_content(subject, sections))};
}

}  // namespace mizan::workflow
