// SPDX-License-Identifier: GPL-3.0-or-later
// The named rules of uploads over several requests; the configuration sets them (section [uploads]).
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace mizan::workflow {

/// How many bytes one upload may have is the limit of documents (ReadingLimits::bytes), how many documents a slot takes
/// is said by its section.
struct UploadRules {
  int unfinished = 256;                          ///< of one account
  std::uint64_t unfinished_bytes = 4ULL << 30U;  ///< of one account, announced lengths together
  std::chrono::hours expiry{48};                 ///< from creation
  std::chrono::seconds takeover{5};  ///< how long a request waits for the one that held the upload before it
  std::chrono::minutes orphan{60};   ///< a staged file that no row knows is deleted when it is so old
  std::size_t hash_states = 1024;    ///< running hashes kept in memory; of others the bytes are read once more
};

}  // namespace mizan::workflow
