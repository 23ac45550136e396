// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor.hpp"

#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include <unistd.h>

namespace mizan::app {
namespace {

/// Looks until the condition holds; false after half a minute.
template <class Condition>
bool eventually(Supervisor& supervisor, Condition&& condition) {
  for (int i = 0; i < 600; ++i) {
    supervisor.look();
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return false;
}

std::size_t lines_of(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::size_t lines = 0;
  for (std::string line; std::getline(in, line);) ++lines;
  return lines;
}

TEST(Supervising, a_dead_process_is_started_again) {
  tests::TemporaryFolder folder;
  const auto file = folder.path() / "starts";
  Supervisor supervisor({{"/bin/sh", "-c", "echo started >> " + file.string()},
                         1,
                         std::chrono::seconds(0),
                         std::chrono::seconds(0),
                         std::chrono::seconds(60)});
  EXPECT_TRUE(eventually(supervisor, [&] { return lines_of(file) >= 3; }));
}

TEST(Supervising, all_run_and_stop_ends_them) {
  Supervisor supervisor(
      {{"/bin/sleep", "600"}, 3, std::chrono::seconds(1), std::chrono::seconds(1), std::chrono::seconds(60)});
  supervisor.look();
  EXPECT_EQ(supervisor.alive(), 3);
  supervisor.stop(std::chrono::seconds(20));
  EXPECT_EQ(supervisor.alive(), 0);
}

TEST(Supervising, one_that_does_not_listen_is_killed) {
  tests::TemporaryFolder folder;
  const auto file = folder.path() / "ready";
  Supervisor supervisor(
      {{"/bin/sh", "-c", "trap '' TERM; echo ready > " + file.string() + "; while :; do sleep 1; done"},
       1,
       std::chrono::seconds(1),
       std::chrono::seconds(1),
       std::chrono::seconds(60)});
  EXPECT_TRUE(eventually(supervisor, [&] { return lines_of(file) == 1; }));
  supervisor.stop(std::chrono::seconds(0));
  EXPECT_EQ(supervisor.alive(), 0);
}

TEST(Supervising, a_process_inherits_nothing_but_the_standard_streams) {
  tests::TemporaryFolder folder;
  const auto file = folder.path() / "descriptors";
  const int pipe_end = ::dup(STDERR_FILENO);  // stands for a socket that is not closed by exec
  ASSERT_GT(pipe_end, STDERR_FILENO);
  const auto held = "/proc/self/fd/" + std::to_string(pipe_end);
  Supervisor supervisor(
      {{"/bin/sh", "-c",
        "[ -e " + held + " ] && echo held > " + file.string() + "; echo done >> " + file.string() + "; exec sleep 600"},
       1,
       std::chrono::seconds(1),
       std::chrono::seconds(1),
       std::chrono::seconds(60)});
  EXPECT_TRUE(eventually(supervisor, [&] { return lines_of(file) >= 1; }));
  supervisor.stop(std::chrono::seconds(0));
  EXPECT_EQ(lines_of(file), 1U) << "a worker kept the server's descriptors";
  ::close(pipe_end);
}

TEST(Supervising, a_program_that_is_not_there_is_no_crash) {
  Supervisor supervisor(
      {{"/nowhere/mizan"}, 2, std::chrono::seconds(1), std::chrono::seconds(1), std::chrono::seconds(60)});
  supervisor.look();
  EXPECT_EQ(supervisor.alive(), 0);
}

}  // namespace
}  // namespace mizan::app
