// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"

namespace mizan::storage {
namespace {

ResumableUpload an_upload(const std::string& id, AccountId account) {
  ResumableUpload upload;
  upload.id = id;
  upload.account = account;
  upload.length = 5'000'000'000;
  upload.metadata = "filename 2Ys=,flag";
  upload.file_name = "اجاره‌نامه.pdf";
  upload.declaration = DeclarationId{7};
  upload.section = "premises";
  upload.slot = "lease";
  upload.purpose = EvidencePurpose::objection;
  upload.created_at = at(0);
  upload.expires_at = at(100);
  return upload;
}

class UploadsStore : public StoreTest {
 protected:
  AccountId an_owner(const std::string& national_code) {
    return write([&](Stores& stores) { return stores.accounts().create(an_account(national_code, Role::office)); });
  }
  std::optional<ResumableUpload> find(const std::string& id, AccountId account) {
    return read([&](Stores& stores) { return stores.uploads().find(id, account); });
  }
  void create(const ResumableUpload& upload) {
    write([&](Stores& stores) { return stores.uploads().create(upload); });
  }
};
MIZAN_ON_BOTH_DATABASES(UploadsStore);

TEST_P(UploadsStore, keep_everything_for_their_account_alone) {
  const auto owner = an_owner("0012345679"), other = an_owner("1234567891");
  const auto upload = an_upload("a1", owner);
  create(upload);
  const auto found = find("a1", owner);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->length, upload.length);
  EXPECT_EQ(found->metadata, upload.metadata);
  EXPECT_EQ(found->file_name, upload.file_name);
  EXPECT_EQ(found->declaration, upload.declaration);
  EXPECT_EQ(found->section + "/" + found->slot, "premises/lease");
  EXPECT_EQ(found->purpose, EvidencePurpose::objection);
  EXPECT_EQ(found->state, UploadState::open);
  EXPECT_EQ(found->created_at, at(0));
  EXPECT_EQ(found->expires_at, at(100));
  EXPECT_FALSE(find("a1", other));
  EXPECT_FALSE(find("a2", owner));
  EXPECT_EQ(code_of(m_database->write([&](Stores& stores) { return stores.uploads().create(upload); })),
            "storage.conflict");
}

TEST_P(UploadsStore, a_bundle_is_found_by_the_worker_while_it_is_being_opened) {
  const auto owner = an_owner("0012345679");
  auto bundle = an_upload("b1", owner), member = an_upload("m1", owner);
  member.bundle = "b1";
  create(bundle);
  create(member);
  EXPECT_EQ(find("m1", owner)->bundle, "b1");
  const auto opening = [&] { return read([](Stores& stores) { return stores.uploads().find_opening("b1"); }); };
  EXPECT_FALSE(opening());
  bundle.state = UploadState::opening;
  write([&](Stores& stores) { return stores.uploads().update(bundle); });
  ASSERT_TRUE(opening());
  EXPECT_EQ(opening()->account, owner);
  bundle.state = UploadState::opened;
  write([&](Stores& stores) { return stores.uploads().update(bundle); });
  EXPECT_FALSE(opening());
}

TEST_P(UploadsStore, list_refusals_that_nobody_has_heard_of) {
  const auto owner = an_owner("0012345679");
  const auto refused = [&](const std::string& id, const std::string& bundle, const std::string& content) {
    auto upload = an_upload(id, owner);
    upload.state = UploadState::refused;
    upload.problem = "evidence.damaged";
    upload.bundle = bundle;
    upload.content = {content};
    create(upload);
  };
  refused("answered", "", "");
  refused("by a worker", "", std::string(64, 'c'));
  refused("member", "b1", "");
  std::vector<std::string> ids;
  for (const auto& upload : read([&](Stores& stores) { return stores.uploads().unfinished(owner, at(50)); }))
    ids.push_back(upload.id);
  EXPECT_EQ(ids, (std::vector<std::string>{"by a worker", "member"}));
  EXPECT_TRUE(read([&](Stores& stores) { return stores.uploads().unfinished(owner, at(100)); }).empty());
  EXPECT_EQ(read([&](Stores& stores) { return stores.uploads().usage(owner, at(50), 1000); }).bytes, 0U);
}

TEST_P(UploadsStore, change_until_they_are_attached) {
  const auto owner = an_owner("0012345679");
  auto upload = an_upload("a1", owner);
  upload.length.reset();
  create(upload);
  EXPECT_FALSE(find("a1", owner)->length);
  upload.length = 17;
  upload.state = UploadState::attached;
  upload.evidence = EvidenceId{3};
  upload.content = {std::string(64, 'c')};
  write([&](Stores& stores) { return stores.uploads().update(upload); });
  const auto found = find("a1", owner);
  EXPECT_EQ(found->length, 17U);
  EXPECT_EQ(found->state, UploadState::attached);
  EXPECT_EQ(found->evidence, EvidenceId{3});
  EXPECT_EQ(found->content, upload.content);
  write([&](Stores& stores) { return stores.uploads().remove("a1"); });
  write([&](Stores& stores) { return stores.uploads().remove("a1"); });
  EXPECT_FALSE(find("a1", owner));
  EXPECT_EQ(code_of(m_database->write([&](Stores& stores) { return stores.uploads().update(upload); })),
            "access.not_found");
}

TEST_P(UploadsStore, count_what_is_unfinished) {
  const auto owner = an_owner("0012345679"), other = an_owner("1234567891");
  const auto made = [&](const std::string& id, AccountId account, std::optional<std::uint64_t> length,
                        UploadState state, Instant created, Instant expires) {
    auto upload = an_upload(id, account);
    upload.length = length;
    upload.state = state;
    upload.created_at = created;
    upload.expires_at = expires;
    create(upload);
  };
  made("open", owner, 10, UploadState::open, at(1), at(100));
  made("deferred", owner, std::nullopt, UploadState::open, at(2), at(100));
  made("complete", owner, 30, UploadState::complete, at(3), at(100));
  made("attached", owner, 40, UploadState::attached, at(4), at(100));
  made("refused", owner, 50, UploadState::refused, at(5), at(100));
  made("over", owner, 60, UploadState::open, at(0), at(20));
  made("foreign", other, 70, UploadState::open, at(6), at(100));
  const auto usage = [&](AccountId account) {
    return read([&](Stores& stores) { return stores.uploads().usage(account, at(50), 1000); });
  };
  EXPECT_EQ(usage(owner).open, 2);
  EXPECT_EQ(usage(owner).bytes, 1040U);
  EXPECT_EQ(usage(AccountId{}).open, 3);
  EXPECT_EQ(usage(AccountId{999}).bytes, 0U);
  std::vector<std::string> ids;
  for (const auto& upload : read([&](Stores& stores) { return stores.uploads().unfinished(owner, at(50)); }))
    ids.push_back(upload.id);
  EXPECT_EQ(ids, (std::vector<std::string>{"complete", "deferred", "open"}));
  EXPECT_EQ(read([](Stores& stores) { return stores.uploads().expired(at(20), 10); }),
            std::vector<std::string>{"over"});
  EXPECT_EQ(read([](Stores& stores) { return stores.uploads().expired(at(100), 3); }).size(), 3U);
  EXPECT_TRUE(read([](Stores& stores) { return stores.uploads().contains("over"); }));
  EXPECT_FALSE(read([](Stores& stores) { return stores.uploads().contains("nothing"); }));
}

}  // namespace
}  // namespace mizan::storage
