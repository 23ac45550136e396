// SPDX-License-Identifier: GPL-3.0-or-later
// Upload-Metadata: what the client says of a file, and where the file goes.
#pragma once

#include "base/result.hpp"
#include "workflow/evidence/evidence_place.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace mizan::http::tus {

/// Decoded values by key; untrusted bytes.
using Metadata = std::map<std::string, std::string, std::less<>>;

/// `key base64,key base64,key`: keys are printable ASCII without blanks and commas, each once; a value may be missing.
/// Fails with `request.malformed`, also beyond 4 KiB. An empty header is no metadata.
[[nodiscard]] Result<Metadata> parse_metadata(std::string_view header);

/// What it means to us: `filename` (of any script, made harmless); `declaration`, `section`, `slot` and `purpose`
/// (declaration, the default, or objection) name a place. Other keys are the client's own affair.
struct Description {
  std::string file_name;
  std::optional<workflow::EvidenceDraft> place;  ///< nothing without `declaration`
};

/// Fails with `request.malformed` when a place is named that cannot be one.
[[nodiscard]] Result<Description> describe(const Metadata& metadata);

/// Base64 with its padding, or without. Nothing when it is none, or longer than `most` bytes.
[[nodiscard]] std::optional<std::string> padded_base64(std::string_view untrusted_text, std::size_t most);

}  // namespace mizan::http::tus
