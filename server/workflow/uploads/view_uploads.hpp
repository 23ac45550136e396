// SPDX-License-Identifier: GPL-3.0-or-later
// How far uploads have come: one, and all that an account has not finished.
#pragma once

#include "workflow/uploads/receive_upload.hpp"

#include <string_view>
#include <vector>

namespace mizan::workflow {

/// Takes the upload away from a request that is still writing, so that what it says stays true. Where all bytes are
/// there and finishing was cut short, it is finished now. Fails as receive_upload does.
[[nodiscard]] Result<UploadStanding> view_upload(const Services& services, const Actor& actor, std::string_view id);

/// Newest first; of one declaration where it is not 0. Disturbs nobody.
[[nodiscard]] Result<std::vector<UploadStanding>> list_uploads(const Services& services, const Actor& actor,
                                                               DeclarationId declaration);

}  // namespace mizan::workflow
