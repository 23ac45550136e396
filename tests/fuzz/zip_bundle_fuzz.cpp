// SPDX-License-Identifier: GPL-3.0-or-later
// ZIP bundles: the input is the file.
#include "documents/reader/format.hpp"
#include "documents/reader/member_name.hpp"
#include "documents/reader/zip_bundle.hpp"
#include "fuzz/input.hpp"
#include "fuzz/target.hpp"

#include <algorithm>
#include <cstdint>
#include <set>

namespace mizan::fuzz {
namespace {

documents::ReadingLimits small_limits() {
  documents::ReadingLimits limits;
  limits.bytes = 256U << 10U;
  limits.bundle_bytes = 1U << 20U;
  limits.members = 8;
  return limits;
}

void check_member(const BundleMember& member, std::set<std::string>& names) {
  promise(is_utf8(member.name), "a member's name is a text");
  promise(member.problem.empty() != member.format.empty(), "a member is taken or refused");
  if (!member.problem.empty()) {
    promise(ProblemCode::from_text(member.problem).id() == member.problem, "a refusal has a code of the catalogue");
    return;
  }
  promise(!documents::leaves_bundle(member.name), "a member that is taken stays in the bundle");
  promise(names.insert(member.name).second, "no two members are shown by one name");
  promise(member.format != "zip", "archives inside are not opened");
}

void try_input(std::string_view untrusted_bytes) {
  const auto limits = small_limits();
  int last = -1;
  std::uint64_t total = 0;
  std::vector<std::pair<int, std::uint64_t>> given;
  const auto content = documents::open_bundle(untrusted_bytes, limits, [&](int member, std::string_view bytes) {
    promise(member > last, "members come in order");
    last = member;
    total += bytes.size();
    promise(bytes.size() <= limits.bytes && total <= limits.bundle_bytes, "members keep their limits");
    promise(documents::format_of(bytes).has_value(), "a member is a document");
    given.emplace_back(member, bytes.size());
  });
  if (!content) {
    promise(content.error().code.id().starts_with("evidence."), "a bundle is refused as evidence");
    promise(given.empty(), "nothing comes out of a refused bundle");
    return;
  }
  promise(!content->members.empty() && content->members.size() <= static_cast<std::size_t>(limits.members),
          "members are counted");
  std::set<std::string> names;
  for (const auto& member : content->members) check_member(member, names);
  for (const auto& [member, bytes] : given)
    promise(content->members.at(static_cast<std::size_t>(member)).bytes == bytes, "a member has the size it says");
  const auto taken = std::count_if(content->members.begin(), content->members.end(),
                                   [](const BundleMember& each) { return each.problem.empty(); });
  promise(static_cast<std::size_t>(taken) == given.size(), "every member that is taken is given");
}

const Registered k_target({"zip_bundle", try_input});

}  // namespace
}  // namespace mizan::fuzz
