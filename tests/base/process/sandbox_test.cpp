// SPDX-License-Identifier: GPL-3.0-or-later
// What code inside the sandbox can still do: nothing but compute, read what it may, and answer.
#include "base/process/sandbox.hpp"

#include "base/process/sanitized.hpp"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

namespace {

using namespace mizan;
using namespace mizan::process;

constexpr int k_not_entered = 99;

/// What `inside` returns in a locked child; 128 + the signal when it dies of one.
int in_sandbox(const std::function<int()>& inside, const std::vector<std::filesystem::path>& readable = {}) {
  const auto sandbox = Sandbox::prepare(readable);
  if (!sandbox) return k_not_entered;
  const pid_t child = fork();
  if (child == 0) {
    if (!sandbox->enter()) _exit(k_not_entered);
    _exit(inside());
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

class SandboxTest : public testing::Test {
 protected:
  void SetUp() override {
    if (k_sanitized) GTEST_SKIP() << "sanitizers make calls that the sandbox forbids";
    if (!available_protections().system_calls) GTEST_SKIP() << "this kernel or container has no seccomp";
  }
};

TEST_F(SandboxTest, computes_reads_and_answers) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  EXPECT_EQ(in_sandbox([&] {
              const std::string text(1U << 20U, 'x');
              return write(ends[1], text.data(), 4) == 4 ? 0 : 1;
            }),
            0);
  close(ends[0]);
  close(ends[1]);
}

TEST_F(SandboxTest, opens_no_socket) {
  EXPECT_EQ(in_sandbox([] { return socket(AF_INET, SOCK_STREAM, 0) < 0 && errno == EPERM ? 0 : 1; }), 0);
  EXPECT_EQ(in_sandbox([] { return socket(AF_UNIX, SOCK_STREAM, 0) < 0 ? 0 : 1; }), 0);
  EXPECT_EQ(in_sandbox([] {
              int ends[2];
              return socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0 ? 0 : 1;
            }),
            0);
}

TEST_F(SandboxTest, starts_nothing) {
  EXPECT_EQ(in_sandbox([] { return fork() < 0 ? 0 : 1; }), 0);
  EXPECT_EQ(in_sandbox([] {
              char name[] = "/bin/true";
              char* arguments[] = {name, nullptr};
              execv(name, arguments);
              return 0;  // still here
            }),
            0);
}

TEST_F(SandboxTest, touches_no_other_process) {
  const pid_t parent = getpid();
  EXPECT_EQ(in_sandbox([&] { return kill(parent, 0) < 0 ? 0 : 1; }), 0);
  EXPECT_EQ(in_sandbox([&] { return ptrace(PTRACE_ATTACH, parent, nullptr, nullptr) < 0 ? 0 : 1; }), 0);
}

TEST_F(SandboxTest, writes_no_file) {
  const auto folder = std::filesystem::temp_directory_path() / ("mizan-sandbox-" + std::to_string(getpid()));
  std::filesystem::create_directory(folder);
  std::filesystem::permissions(folder, std::filesystem::perms::all);
  const auto path = (folder / "file").string();
  std::ofstream(path) << "before";
  const std::vector<std::filesystem::path> readable{folder};
  EXPECT_EQ(in_sandbox([&] { return open(path.c_str(), O_WRONLY) < 0 ? 0 : 1; }, readable), 0);
  EXPECT_EQ(in_sandbox([&] { return open(path.c_str(), O_RDONLY | O_TRUNC) < 0 ? 0 : 1; }, readable), 0);
  EXPECT_EQ(in_sandbox([&] { return open((path + "2").c_str(), O_RDWR | O_CREAT, 0600) < 0 ? 0 : 1; }, readable), 0);
  EXPECT_EQ(in_sandbox([&] { return unlink(path.c_str()) < 0 ? 0 : 1; }, readable), 0);
  EXPECT_EQ(in_sandbox([&] { return rename(path.c_str(), (path + "3").c_str()) < 0 ? 0 : 1; }, readable), 0);
  EXPECT_EQ(in_sandbox([&] { return chmod(path.c_str(), 0777) < 0 ? 0 : 1; }, readable), 0);
  EXPECT_EQ(in_sandbox([&] { return open(path.c_str(), O_RDONLY) >= 0 ? 0 : 1; }, readable), 0) << "but reads it";
  std::filesystem::remove_all(folder);
}

TEST_F(SandboxTest, reads_nothing_outside) {
  if (available_protections().landlock == 0) GTEST_SKIP() << "this kernel or container has no Landlock";
  EXPECT_EQ(in_sandbox([] { return open("/etc/passwd", O_RDONLY) < 0 && errno == EACCES ? 0 : 1; }, {"/usr/share"}), 0);
  EXPECT_EQ(in_sandbox([] { return open("/", O_RDONLY | O_DIRECTORY) < 0 ? 0 : 1; }, {"/usr/share"}), 0);
  EXPECT_EQ(in_sandbox([] { return open("/usr/share", O_RDONLY | O_DIRECTORY) >= 0 ? 0 : 1; }, {"/usr/share"}), 0);
}

TEST_F(SandboxTest, makes_no_memory_executable) {
  EXPECT_EQ(in_sandbox([] {
              void* const page = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
              if (page == MAP_FAILED) return 2;
              return mprotect(page, 4096, PROT_READ | PROT_EXEC) < 0 ? 0 : 1;
            }),
            0);
}

TEST_F(SandboxTest, raises_no_limit_and_is_nobody) {
  EXPECT_EQ(in_sandbox([] {
              const rlimit more{100, 100};
              return setrlimit(RLIMIT_CORE, &more) < 0 ? 0 : 1;
            }),
            0);
  EXPECT_EQ(in_sandbox([] { return geteuid() != 0 && setuid(0) < 0 ? 0 : 1; }), 0);
}

TEST(Protections, names_what_is_missing) {
  Protections stands;
  stands.system_calls = true;
  EXPECT_EQ(stands.missing({"system_calls"}), std::vector<std::string>{});
  EXPECT_EQ(stands.missing({"landlock", "system_calls"}), std::vector<std::string>{"landlock"});
  EXPECT_EQ(stands.missing({"moat"}), std::vector<std::string>{"moat"}) << "an unknown wall never stands";
  EXPECT_EQ(stands.text(), "system_calls");
  EXPECT_EQ(Protections{}.text(), "none");
}

}  // namespace
