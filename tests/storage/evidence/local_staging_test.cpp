// SPDX-License-Identifier: GPL-3.0-or-later
// The contract of storage/api/staging.hpp on the local store, with what crashes leave behind.
#include "storage/evidence/local_staging.hpp"
#include "base/digest.hpp"
#include "storage/evidence/local_store.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <array>
#include <fstream>
#include <iterator>
#include <string>

namespace mizan::storage {
namespace {

namespace fs = std::filesystem;

const std::string k_id(32, 'a');

class LocalStagingTest : public ::testing::Test {
 protected:
  static Outcome append(StagedFile& file, std::string_view bytes) {
    return file.append(std::as_bytes(std::span(bytes)));
  }
  static ContentHash hash_of(std::string_view bytes) {
    Digest digest;
    digest.add(std::as_bytes(std::span(bytes)));
    return {digest.hex()};
  }
  std::unique_ptr<StagedFile> open() { return std::move(m_staging->open(k_id).value()); }
  std::string on_disk() const {
    std::ifstream in(m_folder.path() / "staging" / k_id, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  tests::TemporaryFolder m_folder;
  std::unique_ptr<EvidenceStore> m_store = std::move(open_local_store(m_folder.path()).value());
  std::unique_ptr<Staging> m_staging = std::move(open_local_staging(m_folder.path()).value());
};

TEST_F(LocalStagingTest, bytes_are_added_over_several_openings) {
  ASSERT_TRUE(m_staging->create(k_id));
  EXPECT_FALSE(m_staging->create(k_id)) << "an id is used once";
  ASSERT_TRUE(append(*open(), "Mi"));
  EXPECT_EQ(m_staging->size(k_id).value(), 2U);
  {
    auto file = open();
    EXPECT_EQ(file->size(), 2U);
    ASSERT_TRUE(append(*file, "zan"));
    ASSERT_TRUE(file->sync());
    EXPECT_EQ(file->size(), 5U);
    std::array<std::byte, 8> piece{};
    EXPECT_EQ(file->read(1, piece).value(), 4U);
    EXPECT_EQ(std::string(reinterpret_cast<const char*>(piece.data()), 4), "izan");
  }
  const auto entries = m_staging->list().value();
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries.front().id, k_id);
  EXPECT_EQ(entries.front().bytes, 5U);
}

TEST_F(LocalStagingTest, what_is_no_id_names_nothing) {
  for (const auto* id : {"", "..", "../lock", "A", "zz", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/"}) {
    EXPECT_EQ(m_staging->open(id).value(), nullptr) << id;
    EXPECT_FALSE(m_staging->size(id).value()) << id;
    EXPECT_FALSE(m_staging->create(id)) << id;
    EXPECT_TRUE(m_staging->remove(id)) << id;
  }
  EXPECT_EQ(m_staging->open(k_id).value(), nullptr);
}

TEST_F(LocalStagingTest, bytes_on_trial_stay_or_go) {
  ASSERT_TRUE(m_staging->create(k_id));
  auto file = open();
  ASSERT_TRUE(append(*file, "good"));
  ASSERT_TRUE(file->begin_trial());
  ASSERT_TRUE(append(*file, "bad"));
  EXPECT_EQ(m_staging->size(k_id).value(), 4U) << "on trial they do not count";
  ASSERT_TRUE(file->discard());
  EXPECT_EQ(file->size(), 4U);
  ASSERT_TRUE(file->begin_trial());
  ASSERT_TRUE(append(*file, "better"));
  ASSERT_TRUE(file->keep());
  file.reset();
  EXPECT_EQ(open()->size(), 10U);
  EXPECT_EQ(on_disk(), "goodbetter");
}

TEST_F(LocalStagingTest, a_trial_that_a_crash_interrupted_never_was) {
  ASSERT_TRUE(m_staging->create(k_id));
  {
    auto file = open();
    ASSERT_TRUE(append(*file, "good"));
    ASSERT_TRUE(file->begin_trial());
    ASSERT_TRUE(append(*file, "half of a pie"));
  }
  EXPECT_EQ(open()->size(), 4U);
  std::ofstream(m_folder.path() / "staging" / (k_id + ".trial")) << "1";  // cut off while it was written
  EXPECT_EQ(open()->size(), 4U);
  EXPECT_EQ(on_disk(), "good");
}

TEST_F(LocalStagingTest, is_held_by_one_process_at_a_time) {
  ASSERT_TRUE(m_staging->create(k_id));
  auto file = open();
  auto other = m_staging->open(k_id);  // a second open file description stands for another process
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code.id(), "upload.busy");
  file.reset();
  EXPECT_NE(open(), nullptr);
}

TEST_F(LocalStagingTest, a_finished_one_becomes_a_blob_without_a_copy) {
  ASSERT_TRUE(m_staging->create(k_id));
  ASSERT_TRUE(append(*open(), "Mizan"));
  const auto content = hash_of("Mizan");
  ASSERT_TRUE(m_staging->publish(k_id, content));
  ASSERT_TRUE(m_staging->publish(k_id, content)) << "again, as after a failed transaction";
  EXPECT_EQ(m_store->get(content, 100).value(), "Mizan");
  struct stat staged{}, blob{};
  ASSERT_EQ(::stat((m_folder.path() / "staging" / k_id).c_str(), &staged), 0);
  ASSERT_EQ(::stat(m_store->open(content).value()->path().c_str(), &blob), 0);
  EXPECT_EQ(staged.st_ino, blob.st_ino);
  ASSERT_TRUE(m_staging->remove(k_id));
  ASSERT_TRUE(m_staging->remove(k_id));
  EXPECT_EQ(m_store->get(content, 100).value(), "Mizan");
  EXPECT_TRUE(m_staging->list().value().empty());
}

TEST_F(LocalStagingTest, known_bytes_are_not_stored_twice) {
  const auto content = m_store->put("Mizan")->content;
  ASSERT_TRUE(m_staging->create(k_id));
  ASSERT_TRUE(append(*open(), "Mizan"));
  ASSERT_TRUE(m_staging->publish(k_id, content));
  ASSERT_TRUE(m_staging->remove(k_id));
  EXPECT_EQ(m_store->get(content, 100).value(), "Mizan");
}

}  // namespace
}  // namespace mizan::storage
