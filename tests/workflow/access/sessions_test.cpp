// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/access/sessions.hpp"

#include "support/account_world.hpp"
#include "workflow/secret_hash.hpp"

#include <gtest/gtest.h>

namespace mizan::workflow {
namespace {

class Sessions : public ::testing::Test {
 protected:
  Account account_of(const std::string& code) {
    return **world.services->database.read(
        [&](storage::Stores& stores) { return stores.accounts().find_by_national_code(code); });
  }
  std::optional<Visitor> recognise(const std::string& token) {
    auto found = recognise_session(*world.services, token, "10.0.0.1");
    EXPECT_TRUE(found);
    return found ? *found : std::nullopt;
  }

  tests::AccountWorld world;
};

TEST_F(Sessions, an_anonymous_session_has_a_csrf_token_and_sees_nothing) {
  const auto begun = begin_session(*world.services, "10.0.0.1");
  ASSERT_TRUE(begun);
  const auto visitor = recognise(begun->token);
  ASSERT_TRUE(visitor);
  EXPECT_FALSE(visitor->account);
  EXPECT_GE(visitor->session.csrf_token.size(), 43U);
  EXPECT_EQ(visitor->actor.scope.reach(), Scope::Reach::nothing);
  EXPECT_EQ(visitor->actor.address, "10.0.0.1");
}

TEST_F(Sessions, only_the_hash_of_the_token_is_stored) {
  const auto begun = begin_session(*world.services, "10.0.0.1");
  EXPECT_EQ(begun->visitor.session.token_hash, token_hash(begun->token));
  EXPECT_FALSE(recognise(begun->visitor.session.token_hash));
}

TEST_F(Sessions, signing_in_replaces_token_and_csrf_token) {
  const auto code = tests::national_code_of(1);
  world.import(code, Role::office);
  const auto before = begin_session(*world.services, "10.0.0.1");
  const auto after = sign_in_as(*world.services, before->visitor, account_of(code));
  ASSERT_TRUE(after);
  EXPECT_NE(after->token, before->token);
  EXPECT_NE(after->visitor.session.csrf_token, before->visitor.session.csrf_token);
  EXPECT_FALSE(recognise(before->token)) << "the old session must end: fixation";
  const auto visitor = recognise(after->token);
  ASSERT_TRUE(visitor);
  EXPECT_EQ(visitor->actor.scope.reach(), Scope::Reach::offices);
  EXPECT_EQ(visitor->actor.scope.offices().size(), 1U);
}

TEST_F(Sessions, scope_follows_the_role) {
  world.import(tests::national_code_of(2), Role::expert);
  world.import(tests::national_code_of(3), Role::cra);
  const auto stranger = begin_session(*world.services, "10.0.0.1");
  const auto expert = sign_in_as(*world.services, stranger->visitor, account_of(tests::national_code_of(2)));
  const auto cra = sign_in_as(*world.services, stranger->visitor, account_of(tests::national_code_of(3)));
  EXPECT_EQ(expert->visitor.actor.scope.provinces(), std::vector<std::string>{"gilan"});
  EXPECT_EQ(cra->visitor.actor.scope.reach(), Scope::Reach::everything);
}

TEST_F(Sessions, an_expired_session_is_nobody_and_a_moved_clock_ends_none) {
  const auto begun = begin_session(*world.services, "10.0.0.1");
  world.clock.set_offset(std::chrono::days(40));
  EXPECT_TRUE(recognise(begun->token)) << "the demonstration clock must not end sessions";
  world.clock.set_offset(milliseconds(0));
  const auto past = world.clock.now() - milliseconds(1);
  ASSERT_TRUE(world.services->database.write([&](storage::Stores& stores) {
    return stores.accounts().touch_session(begun->visitor.session.token_hash, past, past);
  }));
  EXPECT_FALSE(recognise(begun->token));
}

TEST_F(Sessions, expiry_slides_but_not_beyond_the_session_life) {
  world.import(tests::national_code_of(4), Role::cra);
  const auto stranger = begin_session(*world.services, "10.0.0.1");
  const auto begun = sign_in_as(*world.services, stranger->visitor, account_of(tests::national_code_of(4)));
  const auto& session = begun->visitor.session;
  const auto long_ago = world.clock.now() - std::chrono::minutes(30);
  ASSERT_TRUE(world.services->database.write([&](storage::Stores& stores) {
    return stores.accounts().touch_session(session.token_hash, long_ago, session.expires_at);
  }));
  const auto slid = recognise(begun->token);
  ASSERT_TRUE(slid);
  EXPECT_GE(slid->session.expires_at, session.expires_at);
  EXPECT_LE(slid->session.expires_at, session.created_at + Instant::duration(world.limits.accounts.session_life));
}

TEST_F(Sessions, tokens_of_the_wrong_shape_are_nobody) {
  for (const auto* token : {"", "x", "../../etc/passwd", "' OR 1=1 --"}) EXPECT_FALSE(recognise(token)) << token;
}

}  // namespace
}  // namespace mizan::workflow
