// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/uploads/assign_upload.hpp"

#include "workflow/uploads/upload_in_hand.hpp"

#include <utility>

namespace mizan::workflow {

Result<EvidenceView> assign_upload(const Services& services, const Actor& actor, std::string_view id,
                                   EvidenceDraft draft) {
  if (actor.role != Role::office) return fail("access.forbidden");
  auto hand = take_upload(services, actor, id);
  if (!hand) return fail(std::move(hand.error()));
  if (hand->upload.state == UploadState::attached) {
    auto view = view_evidence(services, actor, hand->upload.evidence);
    if (!view) return view;
    const auto& evidence = view->evidence;
    if (evidence.declaration != draft.declaration || evidence.section != draft.section || evidence.slot != draft.slot ||
        evidence.purpose != draft.purpose)
      return fail("upload.used");
    return view;
  }
  if (hand->upload.state == UploadState::opening) return fail("upload.being_opened");
  if (hand->upload.state == UploadState::opened) return fail("upload.bundle");
  if (!hand->has_all()) return fail("upload.unfinished");
  draft.untrusted_file_name = hand->upload.file_name;
  return finish_upload(services, actor, *hand, draft);
}

}  // namespace mizan::workflow
