// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/account.hpp"
#include "model/declaration.hpp"
#include "model/evidence.hpp"
#include "model/finding.hpp"
#include "model/objection.hpp"
#include "model/rank.hpp"
#include "model/round.hpp"

#include <gtest/gtest.h>

#include <array>

namespace mizan {
namespace {

template <class Value, std::size_t Size>
void expect_round_trip(const std::array<Value, Size>& values) {
  for (const auto value : values) {
    ASSERT_FALSE(to_text(value).empty());
    Value back = values[0] == value ? values[Size - 1] : values[0];
    EXPECT_TRUE(from_text(to_text(value), back));
    EXPECT_EQ(back, value);
    EXPECT_FALSE(from_text("no such text", back));
    EXPECT_EQ(back, value) << "an unknown text must leave the value alone";
  }
}

TEST(Texts, come_back_as_the_value_they_were_made_from) {
  expect_round_trip(std::array{OfficeKind::pishkhan, OfficeKind::rural_ict});
  expect_round_trip(std::array{RoundStage::draft, RoundStage::declaration, RoundStage::review, RoundStage::objection,
                               RoundStage::closed});
  expect_round_trip(std::array{SilencePolicy::carry_over, SilencePolicy::lowest_rank, SilencePolicy::unranked});
  expect_round_trip(std::array{DeclarationStatus::open, DeclarationStatus::submitted, DeclarationStatus::carried_over,
                               DeclarationStatus::silent});
  expect_round_trip(std::array{EvidenceStatus::being_read, EvidenceStatus::read, EvidenceStatus::limited,
                               EvidenceStatus::unreadable, EvidenceStatus::refused, EvidenceStatus::failed,
                               EvidenceStatus::removed});
  expect_round_trip(std::array{EvidencePurpose::declaration, EvidencePurpose::objection});
  expect_round_trip(std::array{FindingState::settled, FindingState::open, FindingState::clarifying,
                               FindingState::decided, FindingState::superseded});
  expect_round_trip(std::array{DecisionKind::document, DecisionKind::declaration, DecisionKind::unreadable,
                               DecisionKind::clarification});
  expect_round_trip(std::array{SnapshotKind::provisional, SnapshotKind::final_});
  expect_round_trip(std::array{ObjectionState::filed, ObjectionState::first_read, ObjectionState::decided});
  expect_round_trip(std::array{RulingOutcome::upheld, RulingOutcome::rejected});
  expect_round_trip(std::array{Role::office, Role::expert, Role::cra, Role::operator_});
}

}  // namespace
}  // namespace mizan
