// SPDX-License-Identifier: GPL-3.0-or-later
// What was submitted, as bytes that anybody can make again, and their hash.
#pragma once

#include "workflow/section_state.hpp"

#include <string>
#include <vector>

namespace mizan::workflow {

/// Canonical JSON (members sorted, no spaces): the office's licence number, the round's period, and per section the
/// criterion's version, the answers as typed and the SHA-256 of each document by slot, in the order of upload. Nothing
/// in it depends on when it is made.
[[nodiscard]] std::string declaration_content(const DeclarationCase& subject,
                                              const std::vector<SectionState>& sections);

/// SHA-256 of it.
[[nodiscard]] ContentHash content_hash(const DeclarationCase& subject, const std::vector<SectionState>& sections);

}  // namespace mizan::workflow
