// SPDX-License-Identifier: GPL-3.0-or-later
// A region's expert checks who asks and hands out a code that sets a new password, once.
#pragma once

#include "workflow/services.hpp"

#include <string>

namespace mizan::workflow {

struct RecoveryRequest {
  std::string national_code;   ///< any digits
  std::string identity_check;  ///< how the identity was checked, in the expert's words; kept
};

/// The only copy of the code; its hash is stored.
struct IssuedRecoveryCode {
  std::string code;
  Instant expires_at;
};

/// Earlier codes of the account end. For experts whose provinces cover the office. Fails with `access.*`,
/// `account.identity_check_missing`, and `account.unknown` when that national code belongs to no account of this
/// office.
[[nodiscard]] Result<IssuedRecoveryCode> issue_recovery_code(const Services& services, const Actor& actor,
                                                             OfficeId office, const RecoveryRequest& request);

}  // namespace mizan::workflow
