// SPDX-License-Identifier: GPL-3.0-or-later
// Why an upload was refused: what its row keeps of it, and the sentence made of that again.
#pragma once

#include "model/account.hpp"
#include "model/upload.hpp"
#include "workflow/services.hpp"

#include <string>

namespace mizan::workflow {

/// The code, and after a blank the one name that its sentence tells: a member of the bundle, a limit.
[[nodiscard]] std::string stored_refusal(const Problem& problem);

/// Of a refused upload, with what the sentence names.
[[nodiscard]] Problem refusal_of(const Services& services, const Actor& actor, const ResumableUpload& upload);

/// An account has as many unfinished uploads as it may (`upload.too_many`), or as many bytes (`upload.too_much`).
[[nodiscard]] Problem too_many_uploads(const UploadRules& rules);
[[nodiscard]] Problem too_much_uploaded(const UploadRules& rules);

}  // namespace mizan::workflow
