// SPDX-License-Identifier: GPL-3.0-or-later
// Ends uploads: one that its owner gives up, and all whose time is over.
#pragma once

#include "model/account.hpp"
#include "workflow/services.hpp"

#include <string_view>

namespace mizan::workflow {

/// Row and bytes go; a document that it has become already stays. Fails as take_upload does, but an upload that was
/// refused can be ended too.
[[nodiscard]] Outcome terminate_upload(const Services& services, const Actor& actor, std::string_view id);

/// Deletes expired uploads, and staged files that no row knows. Returns how many went.
[[nodiscard]] Result<int> sweep_uploads(const Services& services);

}  // namespace mizan::workflow
