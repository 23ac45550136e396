// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker.hpp"

#include <gtest/gtest.h>

namespace mizan::app {
namespace {

TEST(Protections, that_are_required_and_there_let_a_worker_start) {
  ReadingSettings reading;
  reading.process.required_protections = {"landlock", "system_calls"};
  EXPECT_TRUE(check_protections(reading, {5, true, false}));
}

TEST(Protections, that_are_required_and_missing_are_named) {
  ReadingSettings reading;
  reading.process.required_protections = {"landlock", "system_calls", "unprivileged"};
  const auto checked = check_protections(reading, {0, true, false});
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error().code, ProblemCode("configuration.invalid"));
  EXPECT_NE(checked.error().text_en().find("required_protections"), std::string::npos);
  EXPECT_NE(checked.error().text_en().find("landlock, unprivileged"), std::string::npos) << checked.error().text_en();
}

}  // namespace
}  // namespace mizan::app
