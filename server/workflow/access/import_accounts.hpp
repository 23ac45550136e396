// SPDX-License-Identifier: GPL-3.0-or-later
// Brings accounts and the register of offices in, with one activation code per new account.
#pragma once

#include "model/account.hpp"
#include "model/office.hpp"
#include "workflow/services.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mizan::workflow {

/// One line of an import. An office account names its office; an expert the provinces he or she looks after.
struct AccountLine {
  std::string national_code;  ///< as typed
  std::string name;
  Role role = Role::office;
  OfficeTie tie = OfficeTie::licensee;
  std::optional<Office> office;        ///< made, or brought up to date by its licence number
  std::vector<std::string> provinces;  ///< codes
};

enum class ImportEffect { created, tied };

struct ImportedAccount {
  std::string national_code;
  std::string name;
  ImportEffect effect = ImportEffect::created;
  std::string activation_code;  ///< the only copy; empty when the account was there already
};

/// All lines or none. Importing a line again changes nothing but the register's values. Operator or CRA only. Fails
/// with `access.forbidden`, or `answers.invalid` with one part per wrong line whose field is "line/member" (lines from
/// 1).
[[nodiscard]] Result<std::vector<ImportedAccount>> import_accounts(const Services& services, const Actor& actor,
                                                                   std::span<const AccountLine> lines);

}  // namespace mizan::workflow
