// SPDX-License-Identifier: GPL-3.0-or-later
// Names of accounts, each looked up once however many rows of a list it stands in.
#pragma once

#include "storage/api/accounts.hpp"

#include <map>
#include <string>
#include <utility>

namespace mizan::workflow {

/// Lives within one transaction.
class AccountNames {
 public:
  explicit AccountNames(storage::Accounts& accounts) : m_accounts(accounts) {}

  /// «سامانه» for the machine itself, which has no account.
  [[nodiscard]] Result<std::string> of(AccountId id) {
    if (!id.stored()) return std::string("سامانه");
    if (const auto known = m_names.find(id); known != m_names.end()) return known->second;
    auto account = m_accounts.find(id);
    if (!account) return fail(std::move(account.error()));
    return m_names.emplace(id, *account ? (*account)->name : std::string()).first->second;
  }

 private:
  storage::Accounts& m_accounts;
  std::map<AccountId, std::string> m_names;
};

}  // namespace mizan::workflow
