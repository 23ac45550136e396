// SPDX-License-Identifier: GPL-3.0-or-later
// How far uploads have come: one, and all that an account has not finished.
#pragma once

#include "model/document_format.hpp"
#include "workflow/uploads/receive_upload.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace mizan::workflow {

/// Takes the upload away from a request that is still writing, so that what it says stays true. Where all bytes are
/// there and finishing was cut short, it is finished now. Fails as receive_upload does.
[[nodiscard]] Result<UploadStanding> view_upload(const Services& services, const Actor& actor, std::string_view id);

/// One of the list: what waits for bytes, for a worker or for a place, or a refusal that is still to be told.
struct UploadLine {
  ResumableUpload upload;
  std::uint64_t offset = 0;
  std::optional<DocumentFormat> format;  ///< of a complete one
  std::optional<Problem> problem;        ///< of a refused one
};

/// Newest first, members in the order of their ZIP; of one declaration where it is not 0. Disturbs nobody.
[[nodiscard]] Result<std::vector<UploadLine>> list_uploads(const Services& services, const Actor& actor,
                                                           DeclarationId declaration);

}  // namespace mizan::workflow
