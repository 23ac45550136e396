// SPDX-License-Identifier: GPL-3.0-or-later
// The office takes a document back while it may still change its declaration.
#pragma once

#include "base/ids.hpp"
#include "model/account.hpp"
#include "workflow/services.hpp"

namespace mizan::workflow {

/// The row is marked, its findings are superseded and its section is judged again; the bytes stay in the store.
/// Removing it twice is no error. Fails with `access.*`, `declaration.submitted`, `declaration.closed`; an objection's
/// document can be taken back until the objection is filed (`objection.exists`) and the window open (`objection.*`).
[[nodiscard]] Outcome remove_evidence(const Services& services, const Actor& actor, EvidenceId id);

}  // namespace mizan::workflow
