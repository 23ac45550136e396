// SPDX-License-Identifier: GPL-3.0-or-later
// Begins an upload: an empty staged file and its row.
#pragma once

#include "model/account.hpp"
#include "model/upload.hpp"
#include "workflow/evidence/evidence_place.hpp"
#include "workflow/services.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace mizan::workflow {

struct NewUpload {
  std::optional<std::uint64_t> length;  ///< nothing: the client will say it later
  std::string metadata;                 ///< printable ASCII
  std::string untrusted_file_name;      ///< cleaned
  std::optional<EvidenceDraft> place;   ///< nothing, or without a slot: it gets a place when it is complete
};

/// Office accounts only. A named place is refused as attach_evidence refuses it, before any byte; it is full for this
/// upload when no document there could be the same one. Fails with `access.forbidden`, `evidence.too_large`,
/// `evidence.empty`, `upload.too_many`, `upload.too_much`, `evidence.storage_full`, and what the place is refused with.
[[nodiscard]] Result<ResumableUpload> create_upload(const Services& services, const Actor& actor,
                                                    const NewUpload& wanted);

}  // namespace mizan::workflow
