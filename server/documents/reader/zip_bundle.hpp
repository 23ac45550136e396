// SPDX-License-Identifier: GPL-3.0-or-later
// A ZIP bundle of documents: what is in it, what of that may be taken, and the bytes of it.
#pragma once

#include "base/result.hpp"
#include "documents/reader.hpp"
#include "model/reading.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::documents {

struct BundleContent {
  std::vector<BundleMember> members;
  std::string limit;  ///< that kept members from being taken, or empty
};

/// Called for every member that is a document, in order, with its bytes unpacked.
using MemberBytesSink = std::function<void(int member, std::string_view bytes)>;

/// Every member is checked by itself: names that leave the bundle, links and devices, repeated names, nested archives,
/// passwords, sizes that lie, members that unpack beyond the limits are refused one by one. The bundle as a whole is
/// refused with `evidence.bundle_damaged` when its directory lies or its members lie over one another, with the
/// members' own problem when all have one, and else with `evidence.bundle_without_documents` when it has nothing to
/// read. The bytes must outlive the call.
[[nodiscard]] Result<BundleContent> open_bundle(std::string_view untrusted_bytes, const ReadingLimits& limits,
                                                const MemberBytesSink& sink);

}  // namespace mizan::documents
