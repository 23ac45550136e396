// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/uploads/view_uploads.hpp"

#include "workflow/uploads/upload_in_hand.hpp"

#include <utility>

namespace mizan::workflow {

Result<UploadStanding> view_upload(const Services& services, const Actor& actor, std::string_view id) {
  auto hand = take_upload(services, actor, id);
  if (!hand) return fail(std::move(hand.error()));
  if (hand->has_all())
    if (auto settled = settle_upload(services, actor, *hand); !settled) return fail(std::move(settled.error()));
  const auto offset = hand->offset();
  return UploadStanding{std::move(hand->upload), offset};
}

Result<std::vector<UploadStanding>> list_uploads(const Services& services, const Actor& actor,
                                                 DeclarationId declaration) {
  auto uploads = services.database.read(
      [&](storage::Stores& stores) { return stores.uploads().unfinished(actor.account, services.clock.now()); });
  if (!uploads) return fail(std::move(uploads.error()));
  std::vector<UploadStanding> list;
  for (auto& upload : *uploads) {
    if (declaration.stored() && upload.declaration != declaration) continue;
    auto bytes = services.staging.size(upload.id);
    if (!bytes) return fail(std::move(bytes.error()));
    if (*bytes) list.push_back({std::move(upload), **bytes});
  }
  return list;
}

}  // namespace mizan::workflow
