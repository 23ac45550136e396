// SPDX-License-Identifier: GPL-3.0-or-later
// The contract of storage/api/evidence_store.hpp, for every store there is: a new one is one more parameter below.
#include "storage/evidence/local_store.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <iterator>
#include <thread>
#include <vector>

namespace mizan::storage {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view k_mizan = "Mizan";
constexpr std::string_view k_empty_sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
constexpr std::string_view k_abc_sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

/// An empty store of one kind, with whatever it stands on.
struct StoreUnderTest {
  virtual ~StoreUnderTest() = default;
  virtual EvidenceStore& store() = 0;
};

struct LocalUnderTest final : StoreUnderTest {
  tests::TemporaryFolder folder;
  std::unique_ptr<EvidenceStore> local = std::move(open_local_store(folder.path() / "evidence").value());
  EvidenceStore& store() override { return *local; }
};

struct Kind {
  const char* name;
  std::unique_ptr<StoreUnderTest> (*make)();
};

class EvidenceStoreContract : public ::testing::TestWithParam<Kind> {
 protected:
  static Outcome write(BlobWriter& writer, std::string_view bytes) {
    return writer.write(std::as_bytes(std::span(bytes)));
  }
  static std::string code_of(const auto& result) { return result ? "" : std::string(result.error().code.id()); }
  /// A moment that everything stored so far lies before.
  static Instant soon() { return SystemClock().now() + 1h; }
  std::unique_ptr<StoreUnderTest> m_under_test = GetParam().make();
  EvidenceStore& m_store = m_under_test->store();
};
INSTANTIATE_TEST_SUITE_P(On, EvidenceStoreContract,
                         ::testing::Values(Kind{"local",
                                                [] { return std::unique_ptr<StoreUnderTest>(new LocalUnderTest); }}),
                         [](const auto& test) { return test.param.name; });

TEST_P(EvidenceStoreContract, names_bytes_by_their_sha256) {
  const auto stored = m_store.put("abc");
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->content.hex, k_abc_sha256);
  EXPECT_EQ(stored->bytes, 3U);
  EXPECT_EQ(m_store.get(stored->content, 3).value(), "abc");
  EXPECT_EQ(m_store.put("")->content.hex, k_empty_sha256);
}

TEST_P(EvidenceStoreContract, hashes_what_streams_in_pieces) {
  auto writer = m_store.create().value();
  for (const auto piece : {"a", "", "bc"}) ASSERT_TRUE(write(*writer, piece));
  EXPECT_EQ(writer->finish()->content.hex, k_abc_sha256);
}

TEST_P(EvidenceStoreContract, stores_the_same_bytes_once_and_again_with_success) {
  EXPECT_EQ(m_store.put(k_mizan)->content, m_store.put(k_mizan)->content);
  EXPECT_EQ(m_store.sweep(soon(), [](const ContentHash&) { return false; }).value(), 1);
}

TEST_P(EvidenceStoreContract, keeps_large_and_binary_blobs) {
  std::string bytes(3'000'001, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 7 % 251);
  const auto stored = m_store.put(bytes);
  EXPECT_EQ(m_store.get(stored->content, bytes.size()).value(), bytes);
  const auto file = m_store.open(stored->content).value();
  std::ifstream stream(file->path(), std::ios::binary);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(stream), {}), bytes);
}

TEST_P(EvidenceStoreContract, refuses_to_read_more_than_the_limit) {
  const auto stored = m_store.put(k_mizan);
  EXPECT_EQ(code_of(m_store.get(stored->content, 4)), "storage.unavailable");
  EXPECT_EQ(code_of(m_store.get(stored->content, 5)), "");
}

TEST_P(EvidenceStoreContract, says_what_is_missing) {
  for (const auto& hex : {std::string(64, '0'), std::string("../../../etc/passwd"), std::string(), std::string(64, '/'),
                          std::string(64, 'A')}) {
    EXPECT_FALSE(m_store.contains({hex}).value()) << hex;
    EXPECT_EQ(code_of(m_store.get({hex}, 100)), "storage.blob_missing") << hex;
    EXPECT_EQ(code_of(m_store.open({hex})), "storage.blob_missing") << hex;
  }
  EXPECT_TRUE(m_store.contains(m_store.put(k_mizan)->content).value());
}

TEST_P(EvidenceStoreContract, an_unfinished_writer_leaves_nothing) {
  {
    auto writer = m_store.create().value();
    ASSERT_TRUE(write(*writer, "abc"));
  }
  EXPECT_FALSE(m_store.contains({std::string(k_abc_sha256)}).value());
  EXPECT_EQ(m_store.sweep(soon(), [](const ContentHash&) { return false; }).value(), 0);
}

TEST_P(EvidenceStoreContract, sweeps_unknown_blobs_of_that_age_only) {
  const auto known = m_store.put("known")->content;
  const auto unknown = m_store.put("unknown")->content;
  const auto is_known = [&](const ContentHash& content) -> Result<bool> { return content == known; };
  EXPECT_EQ(m_store.sweep(SystemClock().now() - 1h, is_known).value(), 0)
      << "young blobs belong to running transactions";
  EXPECT_TRUE(m_store.contains(unknown).value());
  EXPECT_EQ(m_store.sweep(soon(), is_known).value(), 1);
  EXPECT_FALSE(m_store.contains(unknown).value());
  EXPECT_TRUE(m_store.contains(known).value());
}

TEST_P(EvidenceStoreContract, a_sweep_that_cannot_ask_deletes_nothing) {
  const auto blob = m_store.put(k_mizan)->content;
  const auto swept =
      m_store.sweep(soon(), [](const ContentHash&) -> Result<bool> { return fail("storage.unavailable"); });
  EXPECT_EQ(code_of(swept), "storage.unavailable");
  EXPECT_TRUE(m_store.contains(blob).value());
}

TEST_P(EvidenceStoreContract, serves_many_threads) {
  std::vector<std::jthread> threads;
  std::atomic<int> failures = 0;
  for (int thread = 0; thread < 4; ++thread)
    threads.emplace_back([&, thread] {
      for (int i = 0; i < 20; ++i) {
        const auto bytes = std::to_string(i % 2 == 0 ? i : 1000 * thread + i);
        const auto stored = m_store.put(bytes);
        if (!stored || m_store.get(stored->content, 100).value_or("") != bytes) ++failures;
      }
    });
  threads.clear();
  EXPECT_EQ(failures, 0);
}

}  // namespace
}  // namespace mizan::storage
