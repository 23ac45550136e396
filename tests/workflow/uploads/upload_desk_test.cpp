// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/uploads/upload_desk.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <optional>
#include <thread>
#include <vector>

namespace mizan::workflow {
namespace {

using namespace std::chrono_literals;

TEST(UploadDesk, the_last_to_come_gets_the_seat) {
  UploadDesk desk;
  std::atomic<bool> asked = false;
  std::optional<UploadDesk::Seat> first(desk.take("a", [&] { asked = true; }, 1s).value());
  EXPECT_FALSE(first->waited());
  std::thread second([&] {
    const auto seat = desk.take("a", {}, 10s);
    ASSERT_TRUE(seat);
    EXPECT_TRUE(seat->waited());
  });
  while (!asked) std::this_thread::yield();
  first.reset();
  second.join();
}

TEST(UploadDesk, a_holder_that_does_not_leave_is_waited_for_no_longer_than_told) {
  UploadDesk desk;
  const auto first = desk.take("a", {}, 1s).value();
  const auto second = desk.take("a", {}, 50ms);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code.id(), "upload.busy");
  EXPECT_TRUE(desk.take("b", {}, 50ms)) << "another upload is another seat";
}

TEST(UploadDesk, many_come_and_each_has_it_alone) {
  UploadDesk desk;
  std::atomic<int> inside = 0, most = 0, served = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] {
      for (int turn = 0; turn < 50; ++turn) {
        const auto seat = desk.take("a", {}, 10s);
        ASSERT_TRUE(seat);
        most = std::max(most.load(), ++inside);
        --inside;
        ++served;
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(most, 1);
  EXPECT_EQ(served, 400);
}

TEST(UploadDesk, keeps_hashes_between_requests_up_to_its_limit) {
  UploadDesk desk(2);
  const auto note = [&](const std::string& id) { desk.take(id, {}, 1s).value().hash().bytes = 7; };
  const auto kept = [&](const std::string& id) { return desk.take(id, {}, 1s).value().hash().bytes == 7; };
  note("a");
  note("b");
  EXPECT_TRUE(kept("a"));
  note("c");
  EXPECT_FALSE(kept("b")) << "the one longest unused";
  desk.take("c", {}, 1s).value().forget();
  EXPECT_FALSE(kept("c"));
}

}  // namespace
}  // namespace mizan::workflow
