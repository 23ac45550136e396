// SPDX-License-Identifier: GPL-3.0-or-later
// The CSV file of accounts and offices that an operator imports.
#pragma once

#include "base/result.hpp"
#include "workflow/access/import_accounts.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::cli {

inline constexpr std::string_view k_account_columns =
    "national_code,name,role,tie,provinces,licence_no,office_kind,office_name,holder_name,holder_national_id,province,"
    "city,address,"
    "postal_code,mobile";

/// One account per line; columns may be left out or stand in any order. role: office (default), expert, cra; tie:
/// licensee (default), user; provinces: codes parted by blanks; office_kind: pishkhan (default), rural_ict. Fails with
/// `definition.unreadable` or `definition.invalid` naming line and column.
[[nodiscard]] Result<std::vector<workflow::AccountLine>> read_account_file(const std::filesystem::path& file);

/// The text as one field of a CSV line.
[[nodiscard]] std::string csv_field(std::string_view text);

}  // namespace mizan::cli
