// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/deadlines.hpp"

#include <gtest/gtest.h>

#include <tuple>

namespace mizan::workflow {
namespace {

using std::chrono::hours;

struct Period {
  const char* from;
  int days;
  const char* until;
};

class EndOfDays : public ::testing::TestWithParam<Period> {};

TEST_P(EndOfDays, Is24HoursOfTheLastDayInTehran) {
  EXPECT_EQ(to_iso8601(end_of_days_after(from_iso8601(GetParam().from), GetParam().days)), GetParam().until);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, EndOfDays,
    ::testing::Values(Period{"2025-10-04T10:00:00.000Z", 7, "2025-10-11T20:30:00.000Z"},
                      Period{"2025-10-04T20:29:59.999Z", 7, "2025-10-11T20:30:00.000Z"},  // 23:59 of the 4th there
                      Period{"2025-10-04T20:30:00.000Z", 7, "2025-10-12T20:30:00.000Z"},  // the 5th has begun there
                      Period{"2025-03-20T12:00:00.000Z", 1, "2025-03-21T20:30:00.000Z"},  // no summer time in spring
                      Period{"2025-10-04T10:00:00.000Z", 0, "2025-10-04T20:30:00.000Z"}));

TEST(EffectiveDelivery, IsTheFirstLookButNeverLaterThanDeemed) {
  Limits limits;
  const Snapshot snapshot{
      SnapshotId{1}, RoundId{1}, SnapshotKind::provisional, {}, from_iso8601("2025-10-01T08:00:00.000Z")};
  const auto deemed = snapshot.published_at + limits.deemed_delivery;
  const auto delivered_at = [&](hours after) {
    return Delivery{snapshot.id, OfficeId{1}, snapshot.published_at + after};
  };

  EXPECT_EQ(effective_delivery(snapshot, std::nullopt, limits, snapshot.published_at + hours(1)), std::nullopt);
  EXPECT_EQ(effective_delivery(snapshot, std::nullopt, limits, deemed), deemed);
  EXPECT_EQ(effective_delivery(snapshot, delivered_at(hours(30)), limits, deemed), snapshot.published_at + hours(30));
  EXPECT_EQ(effective_delivery(snapshot, delivered_at(hours(24 * 9)), limits, deemed + hours(72)), deemed);
}

}  // namespace
}  // namespace mizan::workflow
