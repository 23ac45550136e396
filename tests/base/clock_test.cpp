// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.hpp"

#include <gtest/gtest.h>

namespace mizan {
namespace {

using namespace std::chrono_literals;

TEST(Iso8601, round_trips_to_the_millisecond) {
  const std::string text = "2026-02-28T23:59:59.007Z";
  EXPECT_EQ(to_iso8601(from_iso8601(text)), text);
}

TEST(Iso8601, takes_a_text_without_milliseconds) {
  EXPECT_EQ(to_iso8601(from_iso8601("2026-03-01T00:00:00Z")), "2026-03-01T00:00:00.000Z");
}

TEST(Iso8601, gives_the_epoch_for_what_is_no_time) {
  EXPECT_EQ(from_iso8601("yesterday"), Instant{});
  EXPECT_EQ(from_iso8601("2026-02-30T00:00:00Z"), Instant{});
}

TEST(Clocks, move_as_they_are_told) {
  ManualClock manual(from_iso8601("2026-01-01T00:00:00Z"));
  manual.advance(90s);
  EXPECT_EQ(to_iso8601(manual.now()), "2026-01-01T00:01:30.000Z");

  SystemClock system;
  const auto before = system.now();
  system.set_offset(24h);
  EXPECT_GE(system.now() - before, 24h);
}

}  // namespace
}  // namespace mizan
