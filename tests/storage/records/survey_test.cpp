// SPDX-License-Identifier: GPL-3.0-or-later
// The contract of storage/api/survey.hpp on both databases.
#include "fixture.hpp"
#include "storage/records/open_survey.hpp"

namespace mizan::storage {
namespace {

class SurveyContract : public StoreTest {
 protected:
  ResumableUpload upload(char name, UploadState state, Instant expires_at) {
    ResumableUpload upload;
    upload.id = std::string(32, name);
    upload.account = m_world.expert;
    upload.state = state;
    upload.created_at = at(0);
    upload.expires_at = expires_at;
    return upload;
  }

  World m_world = make_world(*m_database);
  std::unique_ptr<Survey> m_survey = must(open_survey({.url = m_fresh.url()}));
};
MIZAN_ON_BOTH_DATABASES(SurveyContract);

TEST_P(SurveyContract, waiting_uploads_are_open_or_complete_and_not_over) {
  write([&](Stores& stores) -> Outcome {
    must(stores.uploads().create(upload('c', UploadState::complete, at(100))));
    must(stores.uploads().create(upload('a', UploadState::open, at(100))));
    must(stores.uploads().create(upload('b', UploadState::attached, at(100))));
    must(stores.uploads().create(upload('d', UploadState::opening, at(100))));
    must(stores.uploads().create(upload('e', UploadState::open, at(10))));
    return {};
  });
  const auto waiting = must(m_survey->waiting_uploads(at(10)));
  ASSERT_EQ(waiting.size(), 2U);
  EXPECT_EQ(waiting[0].id, std::string(32, 'a'));
  EXPECT_EQ(waiting[1].id, std::string(32, 'c'));
  EXPECT_EQ(waiting[0].account, m_world.expert);
}

TEST_P(SurveyContract, documents_come_page_by_page_without_those_taken_back) {
  write([&](Stores& stores) -> Outcome {
    auto evidence = must(stores.evidence().find(m_world.gilan.evidence, Scope::everything()));
    evidence->status = EvidenceStatus::removed;
    return stores.evidence().update(*evidence);
  });
  const auto all = must(m_survey->documents(EvidenceId{}, 10));
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].id, m_world.zanjan.evidence);
  EXPECT_FALSE(all[0].office.empty());
  EXPECT_FALSE(all[0].licence_no.empty());
  EXPECT_TRUE(must(m_survey->documents(all[0].id, 10)).empty());
  EXPECT_TRUE(must(m_survey->documents(EvidenceId{}, 0)).empty());
}

TEST_P(SurveyContract, lists_of_page_images_come_once_each_in_order) {
  write([&](Stores& stores) -> Outcome {
    for (const auto* content : {"1", "2", "3"})
      must(stores.evidence().save_reading(
          {{content}, "reader/1", {"r"}, {std::string(content) == "1" ? "z" : "y"}, at(0)}));
    return {};
  });
  EXPECT_EQ(must(m_survey->page_lists("", 10)), (std::vector<ContentHash>{{"y"}, {"z"}}));
  EXPECT_EQ(must(m_survey->page_lists("", 1)), (std::vector<ContentHash>{{"y"}}));
  EXPECT_EQ(must(m_survey->page_lists("y", 10)), (std::vector<ContentHash>{{"z"}}));
}

}  // namespace
}  // namespace mizan::storage
