// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/process/child_process.hpp"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>

namespace {

using namespace mizan;
using namespace mizan::process;
using namespace std::chrono_literals;

Deadline in(std::chrono::milliseconds time) {
  return std::chrono::steady_clock::now() + time;
}

/// A shell in the child's place; its descriptor 0 is the conversation in both directions.
ChildOptions shell(const std::string& script) {
  ChildOptions options;
  options.name = "helper";
  options.executable = "/bin/sh";
  options.arguments = {"-c", script};
  return options;
}

ChildProcess started(const ChildOptions& options) {
  auto child = ChildProcess::start(options);
  EXPECT_TRUE(child.has_value());
  return std::move(*child);
}

TEST(ChildProcess, frames_go_there_and_back) {
  auto child = started(shell("exec cat >&0"));
  for (const auto& text : {std::string("سلام"), std::string(), std::string(100'000, 'x')}) {
    ASSERT_TRUE(child.send(text, in(5s)));
    const auto frame = child.receive(1 << 20, in(5s));
    ASSERT_TRUE(frame);
    EXPECT_EQ(frame->payload, text);
  }
}

TEST(ChildProcess, a_hanging_child_is_killed) {
  auto child = started(shell("sleep 600 & sleep 600"));
  const auto frame = child.receive(100, in(50ms));
  ASSERT_FALSE(frame);
  EXPECT_EQ(frame.error().code.id(), "process.timeout");
  EXPECT_EQ(frame.error().params.at("process"), "helper");
  EXPECT_FALSE(child.running());
  EXPECT_FALSE(child.killed_from_outside());
}

TEST(ChildProcess, a_crash_is_told_with_its_signal) {
  auto child = started(shell("kill -SEGV $$"));
  const auto frame = child.receive(100, in(5s));
  ASSERT_FALSE(frame);
  EXPECT_EQ(frame.error().code.id(), "process.crashed");
  EXPECT_NE(frame.error().internal.find("Segmentation"), std::string::npos) << frame.error().internal;
  EXPECT_FALSE(child.killed_from_outside());
}

TEST(ChildProcess, a_kill_from_outside_is_told_apart) {
  auto child = started(shell("exec cat >&0"));
  ::kill(child.pid(), SIGKILL);
  const auto frame = child.receive(100, in(5s));
  ASSERT_FALSE(frame);
  EXPECT_EQ(frame.error().code.id(), "process.crashed");
  EXPECT_TRUE(child.killed_from_outside());
}

TEST(ChildProcess, a_missing_executable_is_a_crash) {
  ChildOptions options = shell("");
  options.executable = "/nowhere/helper";
  auto child = started(options);
  const auto frame = child.receive(100, in(5s));
  ASSERT_FALSE(frame);
  EXPECT_EQ(frame.error().code.id(), "process.crashed");
}

TEST(ChildProcess, a_frame_beyond_the_limit_breaks_the_protocol) {
  auto child = started(shell("exec cat >&0"));
  ASSERT_TRUE(child.send(std::string(200, 'x'), in(5s)));
  const auto frame = child.receive(100, in(5s));
  ASSERT_FALSE(frame);
  EXPECT_EQ(frame.error().code.id(), "process.protocol");
  EXPECT_FALSE(child.running());
}

TEST(ChildProcess, the_child_has_no_environment_and_no_other_descriptor) {
  ::setenv("MIZAN_TEST_SECRET", "x", 1);
  const int extra = ::open("/dev/null", O_RDONLY);
  auto options = shell("[ -z \"$MIZAN_TEST_SECRET\" ] && [ \"$GIVEN\" = yes ] && [ ! -e /proc/$$/fd/" +
                       std::to_string(extra) + " ] && printf '\\0\\0\\0\\2ok' >&0; sleep 5");
  options.environment = {"GIVEN=yes"};
  auto child = started(options);
  const auto frame = child.receive(100, in(5s));
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->payload, "ok");
  ::close(extra);
  ::unsetenv("MIZAN_TEST_SECRET");
}

TEST(FrameChannel, a_descriptor_travels_with_its_frame) {
  int ends[2];
  ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
  FrameChannel left{Descriptor(ends[0])}, right{Descriptor(ends[1])};
  int pipe_ends[2];
  ASSERT_EQ(::pipe(pipe_ends), 0);
  const Descriptor reading(pipe_ends[0]), writing(pipe_ends[1]);
  ASSERT_TRUE(left.send("with", in(1s), reading.number()));
  ASSERT_TRUE(left.send("without", in(1s)));
  const auto with = right.receive(100, in(1s));
  const auto without = right.receive(100, in(1s));
  ASSERT_TRUE(with && without);
  EXPECT_EQ(with->payload, "with");
  EXPECT_TRUE(without->descriptor.empty());
  ASSERT_EQ(::write(writing.number(), "x", 1), 1);
  char got = 0;
  EXPECT_EQ(::read(with->descriptor.number(), &got, 1), 1);
  EXPECT_EQ(got, 'x');
}

TEST(FrameChannel, an_announced_length_alone_takes_no_memory_and_a_closed_end_is_told) {
  int ends[2];
  ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
  FrameChannel right{Descriptor(ends[1])};
  ASSERT_EQ(::write(ends[0],
                    "\x7f\xff\xff\xff"
                    "ab",
                    6),
            6);
  ::close(ends[0]);
  const auto frame = right.receive(std::size_t{1} << 31U, in(1s));
  ASSERT_FALSE(frame);
  EXPECT_EQ(frame.error(), Broken::closed);
}

}  // namespace
