// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"

#include <gmock/gmock.h>

namespace mizan::storage {
namespace {

using ::testing::ElementsAre;

class AccountsStore : public StoreTest {};
MIZAN_ON_BOTH_DATABASES(AccountsStore);

TEST_P(AccountsStore, keep_what_was_written) {
  auto account = an_account("0012345679", Role::expert);
  account.id = write([&](Stores& stores) { return stores.accounts().create(account); });
  account.name = "زهرا";
  account.role = Role::cra;
  account.password_hash = "$argon2id$…";
  account.activation_hash = "";
  account.failed_sign_ins = 3;
  account.locked_until = at(900);
  write([&](Stores& stores) { return stores.accounts().update(account); });

  const auto found = read([&](Stores& stores) { return stores.accounts().find_by_national_code("0012345679"); });
  ASSERT_TRUE(found);
  EXPECT_EQ(found->id, account.id);
  EXPECT_EQ(found->name, "زهرا");
  EXPECT_EQ(found->role, Role::cra);
  EXPECT_EQ(found->password_hash, "$argon2id$…");
  EXPECT_EQ(found->failed_sign_ins, 3);
  EXPECT_EQ(found->locked_until, at(900));
  EXPECT_EQ(found->created_at, at(0));
}

TEST_P(AccountsStore, have_one_national_code_each) {
  write([](Stores& stores) { return stores.accounts().create(an_account("0012345679", Role::office)); });
  const auto again =
      m_database->write([](Stores& stores) { return stores.accounts().create(an_account("0012345679", Role::cra)); });
  EXPECT_EQ(code_of(again), "account.exists");
}

TEST_P(AccountsStore, that_do_not_exist_are_nothing_or_unknown) {
  EXPECT_FALSE(read([](Stores& stores) { return stores.accounts().find(AccountId{99}); }));
  auto nobody = an_account("0012345679", Role::office);
  nobody.id = AccountId{99};
  EXPECT_EQ(code_of(m_database->write([&](Stores& stores) { return stores.accounts().update(nobody); })),
            "account.unknown");
}

TEST_P(AccountsStore, are_listed_by_role) {
  const auto world = make_world(*m_database);
  const auto experts = read([](Stores& stores) { return stores.accounts().list(Role::expert); });
  ASSERT_EQ(experts.size(), 1U);
  EXPECT_EQ(experts.front().id, world.expert);
  EXPECT_EQ(read([](Stores& stores) { return stores.accounts().list(std::nullopt); }).size(), 2U);
}

TEST_P(AccountsStore, are_tied_to_many_offices_and_offices_to_many_accounts) {
  const auto world = make_world(*m_database);
  write([&](Stores& stores) -> Outcome {
    must(stores.accounts().tie_to_office(world.expert, world.gilan.office, OfficeTie::user));
    must(stores.accounts().tie_to_office(world.expert, world.gilan.office, OfficeTie::licensee));
    must(stores.accounts().tie_to_office(world.expert, world.zanjan.office, OfficeTie::user));
    return stores.accounts().tie_to_office(world.cra, world.zanjan.office, OfficeTie::licensee);
  });
  EXPECT_THAT(read([&](Stores& stores) { return stores.accounts().offices_of(world.expert); }),
              ElementsAre(world.gilan.office, world.zanjan.office));
  const auto people = read([&](Stores& stores) { return stores.accounts().accounts_of(world.zanjan.office); });
  ASSERT_EQ(people.size(), 2U);
  EXPECT_EQ(people[0].first.id, world.cra);
  EXPECT_EQ(people[0].second, OfficeTie::licensee);
  EXPECT_EQ(people[1].second, OfficeTie::user);
  const auto of_gilan = read([&](Stores& stores) { return stores.accounts().accounts_of(world.gilan.office); });
  ASSERT_EQ(of_gilan.size(), 1U);
  EXPECT_EQ(of_gilan[0].second, OfficeTie::licensee) << "tying again changes the tie";
}

TEST_P(AccountsStore, have_provinces_once_each) {
  const auto world = make_world(*m_database);
  write([&](Stores& stores) -> Outcome {
    must(stores.accounts().assign_province(world.expert, "zanjan"));
    must(stores.accounts().assign_province(world.expert, "gilan"));
    return stores.accounts().assign_province(world.expert, "gilan");
  });
  EXPECT_THAT(read([&](Stores& stores) { return stores.accounts().provinces_of(world.expert); }),
              ElementsAre("gilan", "zanjan"));
}

TEST_P(AccountsStore, have_sessions_until_removed_or_pruned) {
  const auto session = [](const char* hash, int account, int expires) {
    return Session{hash, AccountId{account}, "csrf", at(0), at(0), at(expires)};
  };
  write([&](Stores& stores) -> Outcome {
    for (const auto& one : {session("a", 1, 100), session("b", 1, 10), session("c", 2, 100)})
      must(stores.accounts().add_session(one));
    must(stores.accounts().touch_session("a", at(50), at(150)));
    return stores.accounts().prune_sessions(at(60));
  });
  const auto touched = read([](Stores& stores) { return stores.accounts().find_session("a"); });
  ASSERT_TRUE(touched);
  EXPECT_EQ(touched->seen_at, at(50));
  EXPECT_EQ(touched->expires_at, at(150));
  EXPECT_EQ(touched->csrf_token, "csrf");
  EXPECT_FALSE(read([](Stores& stores) { return stores.accounts().find_session("b"); }));
  write([](Stores& stores) { return stores.accounts().remove_sessions_of(AccountId{1}); });
  EXPECT_FALSE(read([](Stores& stores) { return stores.accounts().find_session("a"); }));
  write([](Stores& stores) { return stores.accounts().remove_session("c"); });
  EXPECT_FALSE(read([](Stores& stores) { return stores.accounts().find_session("c"); }));
}

TEST_P(AccountsStore, have_recovery_codes_that_are_used_once_and_expire) {
  const auto world = make_world(*m_database);
  const auto usable = [&](int now) {
    return read([&](Stores& stores) { return stores.accounts().usable_recovery_code(world.cra, at(now)); });
  };
  write([&](Stores& stores) -> Outcome {
    must(stores.accounts().add_recovery_code({world.cra, "first", world.expert, "کارت ملی", at(0), at(100), {}}));
    return stores.accounts().add_recovery_code({world.cra, "second", world.expert, "کارت ملی", at(1), at(50), {}});
  });
  ASSERT_TRUE(usable(10));
  EXPECT_EQ(usable(10)->code_hash, "second") << "the newest";
  EXPECT_EQ(usable(10)->issued_by, world.expert);
  ASSERT_TRUE(usable(50));
  EXPECT_EQ(usable(50)->code_hash, "first") << "the newer has expired";
  EXPECT_FALSE(usable(100));
  write([&](Stores& stores) { return stores.accounts().spend_recovery_codes(world.cra, at(11)); });
  EXPECT_FALSE(usable(12));
}

TEST_P(AccountsStore, failed_sign_ins_are_counted_by_address) {
  write([](Stores& stores) -> Outcome {
    for (const int second : {1, 5, 9}) must(stores.accounts().record_failed_sign_in("10.0.0.1", at(second)));
    return stores.accounts().record_failed_sign_in("10.0.0.2", at(9));
  });
  EXPECT_EQ(read([](Stores& stores) { return stores.accounts().failed_sign_ins_since("10.0.0.1", at(5)); }), 2);
}

}  // namespace
}  // namespace mizan::storage
