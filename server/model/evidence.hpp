// SPDX-License-Identifier: GPL-3.0-or-later
// An uploaded document and what became of it.
#pragma once

#include "base/clock.hpp"
#include "base/ids.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mizan {

enum class EvidenceStatus {
  being_read,   ///< stored, its job is waiting or running
  read,         ///< read to the end; findings exist
  limited,      ///< read up to a limit
  unreadable,   ///< opened, but nothing legible
  refused,      ///< not a document we take (encrypted, damaged, too large, …)
  failed,       ///< every attempt to read it failed; an expert looks at it
  quarantined,  ///< the virus scanner found something: its bytes stay sealed, nobody is shown them
  removed,      ///< taken back by the office; kept in the store
};

/// What the document is for: the declaration itself, or an objection to its result.
enum class EvidencePurpose { declaration, objection };

struct Evidence {
  EvidenceId id;
  DeclarationId declaration;
  std::string section;
  std::string slot;
  EvidencePurpose purpose = EvidencePurpose::declaration;
  ContentHash content;  ///< the original bytes in the evidence store, never rewritten
  std::string file_name;
  std::string media_type;  ///< by content
  std::uint64_t bytes = 0;
  int pages = 0;  ///< 0 until read
  EvidenceStatus status = EvidenceStatus::being_read;
  std::string problem;  ///< catalogue code for unreadable, refused, limited, failed
  AccountId uploaded_by;
  Instant uploaded_at;
};

/// The stored reading of some bytes by some reader: rows hold keys, blobs hold content.
struct StoredReading {
  ContentHash content;
  std::string reader_version;  ///< "<reader version>/<model version>"
  ContentHash reading;         ///< blob: the reading as JSON
  ContentHash page_images;     ///< blob: JSON list of {page, media_type, content}; each content is a blob
  Instant at;
};

[[nodiscard]] std::string_view to_text(EvidenceStatus status);
[[nodiscard]] bool from_text(std::string_view text, EvidenceStatus& status);
[[nodiscard]] std::string_view to_text(EvidencePurpose purpose);
[[nodiscard]] bool from_text(std::string_view text, EvidencePurpose& purpose);

}  // namespace mizan
