// SPDX-License-Identifier: GPL-3.0-or-later
// A document on its way in over several requests, until it is attached to a declaration.
#pragma once

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "model/evidence.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mizan {

enum class UploadState {
  open,      ///< bytes are missing, or all are there and attaching them was refused for now (its slot is full, …)
  complete,  ///< all bytes are there and wait for a place
  opening,   ///< a ZIP whose bytes are all there; a worker takes its members out
  opened,    ///< a ZIP whose usable members have become complete uploads of their own
  attached,  ///< became a document; `evidence` says which
  refused,   ///< can never become one: the bytes are gone, `problem` says why
};

/// What is known of an upload besides its bytes. How many bytes there are is said by the staged file alone.
struct ResumableUpload {
  std::string id;  ///< 128 random bits as hexadecimal digits, the last part of its URL
  AccountId account;
  std::optional<std::uint64_t> length;  ///< nothing until the client knows it
  std::string metadata;                 ///< the header Upload-Metadata as it came
  std::string file_name;                ///< cleaned
  DeclarationId declaration;            ///< 0: no place was named
  std::string section;
  std::string slot;  ///< empty for an objection's evidence
  EvidencePurpose purpose = EvidencePurpose::declaration;
  UploadState state = UploadState::open;
  std::string problem;  ///< catalogue code, of a refused one
  std::string bundle;   ///< the id of the ZIP that it was taken out of, or empty
  EvidenceId evidence;  ///< of an attached one
  ContentHash content;  ///< of complete and attached ones
  Instant created_at;
  Instant expires_at;

  [[nodiscard]] bool has_place() const noexcept { return declaration.stored(); }
};

[[nodiscard]] std::string_view to_text(UploadState state);
[[nodiscard]] bool from_text(std::string_view text, UploadState& state);

}  // namespace mizan
