// SPDX-License-Identifier: GPL-3.0-or-later
// Findings about a document as a whole, not about an answer: a signal of fraud in it, or that it was sent before.
#pragma once

#include "forms/section.hpp"
#include "model/evidence.hpp"
#include "model/finding.hpp"

#include <string_view>

namespace mizan::workflow {

/// Nothing is declared; the verdict is a mismatch, the caller's to fill in. `field` names the kind of finding.
[[nodiscard]] Finding document_finding(const Evidence& evidence, const forms::Section& section, std::string_view field,
                                       Instant now);

/// The expert's `document` then means that the document is not accepted, `declaration` that it is.
[[nodiscard]] bool is_about_the_document(const Finding& finding);

}  // namespace mizan::workflow
