// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/uploads/recover_uploads.hpp"

#include "workflow/uploads/end_uploads.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace mizan::workflow {
namespace {

/// Removes the row unless the upload has ended meanwhile: that writes the row first and takes the file afterwards, so
/// that a row which still waits, read after its file was missed, has lost it.
Result<bool> forget_if_it_waits(const Services& services, const storage::WaitingUpload& upload) {
  return services.database.write([&](storage::Stores& stores) -> Result<bool> {
    auto present = stores.uploads().find(upload.id, upload.account);
    if (!present) return fail(std::move(present.error()));
    if (!*present || ((*present)->state != UploadState::open && (*present)->state != UploadState::complete))
      return false;
    if (auto removed = stores.uploads().remove(upload.id); !removed) return fail(std::move(removed.error()));
    return true;
  });
}

}  // namespace

Result<UploadRecovery> recover_uploads(const Services& services, storage::Survey& survey) {
  UploadRecovery recovery;
  auto waiting = survey.waiting_uploads(services.clock.now());
  if (!waiting) return fail(std::move(waiting.error()));
  for (const auto& upload : *waiting) {
    auto bytes = services.staging.size(upload.id);
    if (!bytes) return fail(std::move(bytes.error()));
    if (*bytes) {
      ++recovery.going_on;
      continue;
    }
    auto forgotten = forget_if_it_waits(services, upload);
    if (!forgotten) return fail(std::move(forgotten.error()));
    recovery.bytes_lost += *forgotten ? 1 : 0;
  }
  auto expired = services.database.read([&](storage::Stores& stores) {
    return stores.uploads().expired(services.clock.now(), std::numeric_limits<int>::max());
  });
  if (!expired) return fail(std::move(expired.error()));
  auto swept = sweep_uploads(services);
  if (!swept) return fail(std::move(swept.error()));
  recovery.expired = std::min(static_cast<int>(expired->size()), *swept);
  recovery.orphaned = *swept - recovery.expired;
  return recovery;
}

}  // namespace mizan::workflow
