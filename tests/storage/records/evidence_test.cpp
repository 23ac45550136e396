// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"

namespace mizan::storage {
namespace {

class EvidenceRowsStore : public StoreTest {
 protected:
  std::optional<Evidence> find(EvidenceId id) {
    return read([&](Stores& stores) { return stores.evidence().find(id, Scope::everything()); });
  }
  bool known(char digit) {
    return read([&](Stores& stores) { return stores.evidence().is_blob_known({std::string(64, digit)}); });
  }
  World m_world = make_world(*m_database);
};
MIZAN_ON_BOTH_DATABASES(EvidenceRowsStore);

TEST_P(EvidenceRowsStore, keep_what_was_written) {
  auto evidence = an_evidence(m_world.gilan.declaration, "licence");
  evidence.purpose = EvidencePurpose::objection;
  evidence.id = write([&](Stores& stores) { return stores.evidence().create(evidence); });
  evidence.status = EvidenceStatus::limited;
  evidence.problem = "evidence.limit_reached";
  evidence.pages = 12;
  evidence.media_type = "image/jpeg";
  write([&](Stores& stores) { return stores.evidence().update(evidence); });
  const auto found = find(evidence.id);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->purpose, EvidencePurpose::objection);
  EXPECT_EQ(found->content, evidence.content);
  EXPECT_EQ(found->file_name, "اجاره‌نامه.pdf");
  EXPECT_EQ(found->bytes, 5'000'000'000U) << "more than 32 bits hold";
  EXPECT_EQ(found->status, EvidenceStatus::limited);
  EXPECT_EQ(found->problem, "evidence.limit_reached");
  EXPECT_EQ(found->pages, 12);
  EXPECT_EQ(found->media_type, "image/jpeg");
  EXPECT_EQ(found->uploaded_at, at(5));
}

TEST_P(EvidenceRowsStore, are_listed_by_section_without_removed_ones) {
  const auto removed = write(
      [&](Stores& stores) { return stores.evidence().create(an_evidence(m_world.gilan.declaration, "premises")); });
  write([&](Stores& stores) { return stores.evidence().create(an_evidence(m_world.gilan.declaration, "licence")); });
  auto gone = *find(removed);
  gone.status = EvidenceStatus::removed;
  write([&](Stores& stores) { return stores.evidence().update(gone); });
  const auto list = [&](const char* section) {
    return read([&](Stores& stores) {
      return stores.evidence().list(m_world.gilan.declaration, section, Scope::everything());
    });
  };
  EXPECT_EQ(list("").size(), 2U);
  ASSERT_EQ(list("premises").size(), 1U);
  EXPECT_EQ(list("premises").front().id, m_world.gilan.evidence);
  EXPECT_TRUE(find(removed)) << "kept, and found by its id";
}

TEST_P(EvidenceRowsStore, tell_whose_the_same_bytes_are) {
  const auto uses = [&] {
    return read([&](Stores& stores) { return stores.evidence().uses(an_evidence({}, "").content, 10); });
  };
  const auto before = uses().size();
  const auto second = write(
      [&](Stores& stores) { return stores.evidence().create(an_evidence(m_world.gilan.declaration, "licence")); });
  ASSERT_EQ(uses().size(), before + 1);
  EXPECT_EQ(uses().back().evidence.id, second);
  EXPECT_EQ(uses().back().office, m_world.gilan.office);
  EXPECT_EQ(uses().back().round, m_world.round);
  auto gone = *find(second);
  gone.status = EvidenceStatus::removed;
  write([&](Stores& stores) { return stores.evidence().update(gone); });
  EXPECT_EQ(uses().size(), before);
}

TEST_P(EvidenceRowsStore, readings_are_found_by_content_and_version) {
  const ContentHash content{std::string(64, 'a')};
  write([&](Stores& stores) -> Outcome {
    must(stores.evidence().save_reading({content, "1/fas-1", {std::string(64, 'c')}, {std::string(64, 'd')}, at(1)}));
    must(stores.evidence().save_reading({content, "2/fas-1", {std::string(64, 'e')}, {std::string(64, 'f')}, at(2)}));
    return stores.evidence().save_reading({content, "1/fas-1", {std::string(64, '0')}, {std::string(64, '1')}, at(3)});
  });
  const auto first = read([&](Stores& stores) { return stores.evidence().find_reading(content, "1/fas-1"); });
  ASSERT_TRUE(first);
  EXPECT_EQ(first->reading.hex, std::string(64, 'c')) << "saving the same key again changes nothing";
  EXPECT_EQ(first->at, at(1));
  const auto latest = read([&](Stores& stores) { return stores.evidence().latest_reading(content); });
  ASSERT_TRUE(latest);
  EXPECT_EQ(latest->reader_version, "2/fas-1");
  EXPECT_FALSE(read([&](Stores& stores) { return stores.evidence().find_reading(content, "3"); }));

  EXPECT_TRUE(known('a')) << "an upload";
  EXPECT_TRUE(known('c')) << "a reading";
  EXPECT_TRUE(known('f')) << "a list of page images";
  EXPECT_TRUE(known('b')) << "a snapshot";
  EXPECT_FALSE(known('0'));
}

}  // namespace
}  // namespace mizan::storage
