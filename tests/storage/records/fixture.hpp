// SPDX-License-Identifier: GPL-3.0-or-later
// What the contract tests of the stores share: an open database of each kind and a small world in it.
#pragma once

#include "storage/api/database.hpp"
#include "storage/records/open_database.hpp"
#include "support/databases.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

namespace mizan::storage {

using tests::DatabaseKind;
using namespace std::chrono_literals;

/// The value of a result that must have one.
template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(std::string(result.error().code.id()) + ": " + result.error().internal);
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// The code of a result that must have failed; "" when it did not.
template <class T>
std::string code_of(const Result<T>& result) {
  return result ? std::string() : std::string(result.error().code.id());
}

/// Seconds into the tests' time.
inline Instant at(int seconds) {
  return from_iso8601("2026-01-01T00:00:00Z") + std::chrono::seconds(seconds);
}

/// One office in Rasht (Gilan) and one in Zanjan, each with all that a round gives it.
struct World {
  struct Side {
    OfficeId office;
    DeclarationId declaration;
    EvidenceId evidence;
    FindingId finding;
    ObjectionId objection;
  };
  AccountId expert, cra;
  RoundId round;
  SnapshotId snapshot;
  Side gilan, zanjan;
};

Office an_office(const std::string& licence_no, const std::string& province, const std::string& city);
Account an_account(const std::string& national_code, Role role);
Round a_round();
Evidence an_evidence(DeclarationId declaration, const std::string& section);
Finding a_finding(DeclarationId declaration, EvidenceId evidence, const std::string& section);
World make_world(Database& database);

/// A fresh database of the parameter's kind.
class StoreTest : public ::testing::TestWithParam<DatabaseKind> {
 protected:
  StoreTest() : m_fresh(GetParam()), m_database(open()) {}

  std::unique_ptr<Database> open(std::chrono::milliseconds busy = 5'000ms) {
    return must(open_database({.url = m_fresh.url(), .connections = 4, .busy = busy}));
  }
  /// One transaction whose work must succeed.
  template <class Work>
  auto write(Work&& work) {
    return must(m_database->write(std::forward<Work>(work)));
  }
  template <class Work>
  auto read(Work&& work) {
    return must(m_database->read(std::forward<Work>(work)));
  }

  tests::FreshDatabase m_fresh;
  std::unique_ptr<Database> m_database;
};

#define MIZAN_ON_BOTH_DATABASES(Suite) \
  INSTANTIATE_TEST_SUITE_P(On, Suite, ::testing::Values(DatabaseKind::sqlite, DatabaseKind::postgresql), tests::name_of)

}  // namespace mizan::storage
