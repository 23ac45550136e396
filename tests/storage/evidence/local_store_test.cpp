// SPDX-License-Identifier: GPL-3.0-or-later
// What only the local store has: files, folders, and disks that fill up.
#include "storage/evidence/local_store.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <sys/resource.h>
#include <chrono>
#include <csignal>
#include <fstream>
#include <vector>

namespace mizan::storage {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class LocalStoreTest : public ::testing::Test {
 protected:
  std::vector<fs::path> files() const {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(m_folder.path()))
      if (entry.is_regular_file() && entry.path().filename() != "lock") found.push_back(entry.path());
    return found;
  }
  static void make_old(const fs::path& path) { fs::last_write_time(path, fs::file_time_type::clock::now() - 24h); }
  static Instant an_hour_ago() { return SystemClock().now() - 1h; }

  tests::TemporaryFolder m_folder;
  std::unique_ptr<EvidenceStore> m_store = std::move(open_local_store(m_folder.path()).value());
};

TEST_F(LocalStoreTest, fans_out_over_two_levels) {
  const auto hex = m_store->put("abc")->content.hex;
  ASSERT_EQ(files().size(), 1U);
  EXPECT_EQ(files().front(), m_folder.path() / "ba" / "78" / hex);
}

TEST_F(LocalStoreTest, gives_no_rights_to_others) {
  static_cast<void>(m_store->put("abc"));
  EXPECT_EQ(fs::status(files().front()).permissions() & fs::perms::others_all, fs::perms::none);
}

TEST_F(LocalStoreTest, is_shared_by_processes_and_outlives_them) {
  const auto content = m_store->put("abc")->content;
  const auto other = open_local_store(m_folder.path()).value();
  EXPECT_EQ(other->get(content, 10).value(), "abc");
}

TEST_F(LocalStoreTest, removes_abandoned_temporaries_of_that_age) {
  auto running = m_store->create().value();
  auto abandoned = m_store->create().value();
  ASSERT_EQ(files().size(), 2U);
  make_old(files().front());
  EXPECT_EQ(m_store->sweep(an_hour_ago(), [](const ContentHash&) { return true; }).value(), 1);
  EXPECT_EQ(files().size(), 1U);
}

TEST_F(LocalStoreTest, storing_known_bytes_again_keeps_them_from_the_sweep) {
  const auto content = m_store->put("abc")->content;
  make_old(files().front());
  static_cast<void>(m_store->put("abc"));
  EXPECT_EQ(m_store->sweep(an_hour_ago(), [](const ContentHash&) { return false; }).value(), 0);
  EXPECT_TRUE(m_store->contains(content).value());
}

TEST_F(LocalStoreTest, looks_at_the_age_again_before_it_deletes) {
  const auto content = m_store->put("abc")->content;
  make_old(files().front());
  const auto swept = m_store->sweep(an_hour_ago(), [&](const ContentHash&) -> Result<bool> {
    static_cast<void>(m_store->put("abc"));  // an upload of the same bytes while the sweep asks
    return false;
  });
  EXPECT_EQ(swept.value(), 0);
  EXPECT_TRUE(m_store->contains(content).value());
}

TEST_F(LocalStoreTest, does_not_hand_out_damaged_bytes) {
  const auto content = m_store->put("abc")->content;
  std::ofstream(files().front(), std::ios::trunc) << "abd";
  const auto got = m_store->get(content, 10);
  ASSERT_FALSE(got);
  EXPECT_EQ(got.error().code, ProblemCode("storage.blob_missing")) << "waiting does not bring them back";
}

TEST_F(LocalStoreTest, says_when_there_is_no_room_and_leaves_nothing) {
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{4096, before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  const auto stored = m_store->put(std::string(10'000, 'x'));
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
  ASSERT_FALSE(stored);
  EXPECT_EQ(stored.error().code, ProblemCode("evidence.storage_full"));
  EXPECT_TRUE(files().empty());
}

TEST(OpenLocalStore, says_when_the_folder_cannot_be_made) {
  const auto store = open_local_store("/proc/nowhere");
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().code, ProblemCode("storage.unavailable"));
}

}  // namespace
}  // namespace mizan::storage
