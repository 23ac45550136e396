// SPDX-License-Identifier: GPL-3.0-or-later
// The office sends its declaration: as a whole, once.
#pragma once

#include "workflow/declarations/view_receipt.hpp"

namespace mizan::workflow {

/// Every section is checked for what is wrong and what is missing; then nothing changes any more. Sections the office
/// never saved are saved as they were prefilled, so that what was submitted is on record. Submitting again answers the
/// same receipt. Fails with `access.*`, `declaration.closed`, `declaration.being_read`, and `declaration.incomplete`
/// with one part per thing that is wrong or missing, its section as the parameter "section".
[[nodiscard]] Result<Receipt> submit_declaration(const Services& services, const Actor& actor, DeclarationId id);

}  // namespace mizan::workflow
