// SPDX-License-Identifier: GPL-3.0-or-later
// Rounds over offices of three provinces on a real database with the real definitions; scores and findings are put in
// by hand.
#pragma once

#include "forms/definitions.hpp"
#include "storage/api/database.hpp"
#include "storage/api/evidence_store.hpp"
#include "storage/api/staging.hpp"
#include "support/temporary_folder.hpp"
#include "workflow/services.hpp"
#include "workflow/uploads/upload_desk.hpp"

#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace mizan::tests {

/// The value of a result that must be one.
template <class Value>
Value must_have(Result<Value> result) {
  if (!result)
    throw std::runtime_error(std::string(result.error().code.id()) + " " + result.error().internal + " " +
                             result.error().text_en());
  return std::move(*result);
}
inline void must_do(const Outcome& outcome) {
  if (!outcome)
    throw std::runtime_error(std::string(outcome.error().code.id()) + " " + outcome.error().internal + " " +
                             outcome.error().text_en());
}

/// The code of a refusal, or "".
template <class Value>
std::string code_of(const Result<Value>& result) {
  return result ? std::string() : std::string(result.error().code.id());
}

class RoundWorld {
 public:
  RoundWorld();

  /// An office with its licensee's account.
  OfficeId add_office(const std::string& province, const std::string& city, OfficeKind kind = OfficeKind::pishkhan);
  [[nodiscard]] Actor licensee(OfficeId office) const;
  Actor add_expert(const std::string& name, std::vector<std::string> provinces);

  /// A draft of a round of Pishkhan offices, then opened.
  RoundId open(SilencePolicy policy, const std::string& period = "1404-2");
  [[nodiscard]] DeclarationId declaration(RoundId round, OfficeId office);
  void set_status(DeclarationId declaration, DeclarationStatus status);
  /// Submitted, with this many whole points in the section `licence` and none elsewhere.
  void submit(RoundId round, OfficeId office, int points);
  void score(DeclarationId declaration, const std::string& section, int points);
  /// A document with one finding of this state; match when settled, else mismatch.
  FindingId add_finding(DeclarationId declaration, FindingState state, const std::string& section = "premises");
  ObjectionId add_objection(RoundId round, OfficeId office, const std::string& section = "licence");
  void finish_jobs();

  template <class Work>
  auto look(Work&& work) {
    return must_have(database->read(std::forward<Work>(work)));
  }
  template <class Work>
  void change(Work&& work) {
    must_do(database->write(std::forward<Work>(work)));
  }
  [[nodiscard]] Round round(RoundId id);
  void advance(milliseconds by) { clock.set_offset(clock.offset() + by); }

  TemporaryFolder folder;
  std::unique_ptr<storage::Database> database;
  std::unique_ptr<storage::EvidenceStore> store;
  std::unique_ptr<storage::Staging> staging;
  SystemClock clock;
  forms::Definitions definitions;
  workflow::Limits limits;
  workflow::UploadDesk uploads;
  workflow::Services services;
  Actor cra, gilan, second_of_gilan, zanjan;
  OfficeId rasht, lahijan, zanjan_one, zanjan_two, qazvin_one;

 private:
  AccountId add_account(Role role, const std::string& name);

  int m_accounts = 0;
  int m_offices = 0;
  std::map<OfficeId, AccountId> m_licensees;
};

}  // namespace mizan::tests
