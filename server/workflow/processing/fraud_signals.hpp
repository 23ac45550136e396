// SPDX-License-Identifier: GPL-3.0-or-later
// What in a document itself speaks of fraud: the reader's warnings that become findings, whatever its pages prove.
#pragma once

#include "model/finding.hpp"
#include "model/reading.hpp"
#include "workflow/processing/document_claims.hpp"

#include <string>
#include <vector>

namespace mizan::workflow {

/// Claim::field of the finding is the warning's code, except of a text layer that lies: "text_layer". `queued` ones
/// are open, the others settled: told beside the document. None for an objection's document, which people read with its
/// warnings beside it.
[[nodiscard]] std::vector<Finding> fraud_signals(const DocumentCase& document, const Reading& reading,
                                                 const FraudRules& rules, Instant now);

/// The warnings that become findings; FraudRules::queued names some of them.
[[nodiscard]] std::vector<std::string> fraud_signal_codes();

}  // namespace mizan::workflow
