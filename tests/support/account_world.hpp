// SPDX-License-Identifier: GPL-3.0-or-later
// A database with a few accounts, cheap hashes, and the services around it.
#pragma once

#include "forms/definitions.hpp"
#include "storage/evidence/local_staging.hpp"
#include "storage/evidence/local_store.hpp"
#include "storage/records/open_database.hpp"
#include "support/temporary_folder.hpp"
#include "workflow/access/import_accounts.hpp"
#include "workflow/services.hpp"
#include "workflow/uploads/upload_desk.hpp"

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

namespace mizan::tests {

/// Ten digits whose check digit fits.
[[nodiscard]] inline std::string national_code_of(int number) {
  std::string digits = std::to_string(100'000'000 + number);
  int sum = 0;
  for (int i = 0; i < 9; ++i) sum += (digits[static_cast<std::size_t>(i)] - '0') * (10 - i);
  const int rest = sum % 11;
  return digits + std::to_string(rest < 2 ? rest : 11 - rest);
}

class AccountWorld {
 public:
  AccountWorld()
      : m_definitions(forms::Definitions::load({std::filesystem::path(MIZAN_SOURCE_DIR) / "form-definitions",
                                                {std::filesystem::path(MIZAN_BINARY_DIR) / "plugins"}})),
        m_database(
            storage::open_database({"sqlite://" + (m_folder.path() / "data.sqlite").string(), 8, milliseconds(5000)})),
        m_evidence(storage::open_local_store(m_folder.path() / "evidence")),
        m_staging(storage::open_local_staging(m_folder.path() / "evidence")) {
    if (!m_definitions) throw std::runtime_error(m_definitions.error().text_en());
    if (!m_database) throw std::runtime_error(m_database.error().internal);
    if (!m_evidence) throw std::runtime_error(m_evidence.error().internal);
    if (!m_staging) throw std::runtime_error(m_staging.error().internal);
    limits.accounts.password_operations = 1;
    limits.accounts.password_memory = 8192;
    limits.accounts.code_memory = 8192;
    services = std::make_unique<workflow::Services>(
        workflow::Services{**m_database, **m_evidence, clock, *m_definitions, limits, **m_staging, uploads});
  }

  [[nodiscard]] std::string folder() const { return m_folder.path().string(); }

  /// An account of CRA, an expert of Gilan, or a licensee with an office there. Returns its activation code.
  std::string import(const std::string& national_code, Role role) {
    workflow::AccountLine line;
    line.national_code = national_code;
    line.name = "نمونه";
    line.role = role;
    if (role == Role::expert) line.provinces = {"gilan"};
    if (role == Role::office) {
      line.office.emplace();
      line.office->licence_no = "72-10-" + national_code;
      line.office->name = "دفتر نمونه";
      line.office->province = "gilan";
      line.office->city = "رشت";
    }
    const Actor machine{AccountId{}, Role::operator_, "operator", Scope::everything(), "local"};
    auto imported = workflow::import_accounts(*services, machine, {&line, 1});
    if (!imported) throw std::runtime_error(imported.error().text_en());
    return imported->front().activation_code;
  }

 private:
  TemporaryFolder m_folder;
  Result<forms::Definitions> m_definitions;
  Result<std::unique_ptr<storage::Database>> m_database;
  Result<std::unique_ptr<storage::EvidenceStore>> m_evidence;
  Result<std::unique_ptr<storage::Staging>> m_staging;

 public:
  SystemClock clock;
  workflow::Limits limits;
  workflow::UploadDesk uploads;
  std::unique_ptr<workflow::Services> services;
};

}  // namespace mizan::tests
