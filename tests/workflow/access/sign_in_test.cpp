// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/access/sign_in.hpp"

#include "support/account_world.hpp"
#include "workflow/access/manage_accounts.hpp"
#include "workflow/access/secret_codes.hpp"
#include "workflow/access/set_password.hpp"
#include "workflow/access/sign_in_guard.hpp"

#include <gtest/gtest.h>

namespace mizan::workflow {
namespace {

constexpr const char* k_password = "گذرواژهٔ خوب ۱۲";

class SignIn : public ::testing::Test {
 protected:
  void SetUp() override {
    code = tests::national_code_of(7);
    activation_code = world.import(code, Role::office);
    visitor = begin_session(*world.services, "10.0.0.1")->visitor;
  }
  Result<BegunSession> activate_with(const std::string& first, const std::string& activation,
                                     const std::string& fresh) {
    return activate(*world.services, visitor, {code, first, activation, fresh});
  }
  void make_active() { ASSERT_TRUE(activate_with(code, activation_code, k_password)); }
  std::string refusal(const Result<BegunSession>& result) {
    return result ? "signed in" : std::string(result.error().code.id());
  }
  std::string try_password(const std::string& who, const std::string& password) {
    return refusal(sign_in(*world.services, visitor, who, password));
  }
  std::vector<std::string> audited() {
    auto entries = world.services->database.read(
        [](storage::Stores& stores) { return stores.audit().list({}, Scope::everything()); });
    std::vector<std::string> actions;
    for (const auto& entry : *entries) {
      actions.push_back(entry.action);
      const auto text = entry.detail.dump();
      EXPECT_EQ(text.find(k_password), std::string::npos);
      EXPECT_EQ(text.find(activation_code), std::string::npos);
    }
    return actions;
  }

  tests::AccountWorld world;
  Visitor visitor;
  std::string code, activation_code;
};

TEST_F(SignIn, first_passwords_open_nothing_by_themselves) {
  EXPECT_EQ(try_password(code, code), "account.activation_required");
  EXPECT_EQ(try_password(code, code + "@Cra"), "account.activation_required");
  const auto unknown = tests::national_code_of(99);
  EXPECT_EQ(try_password(unknown, unknown), "account.activation_required")
      << "must not tell whether the account exists";
}

TEST_F(SignIn, activation_takes_both_proofs_and_works_once) {
  EXPECT_EQ(refusal(activate_with(code, "0000-0000-0000", k_password)), "account.code_wrong");
  EXPECT_EQ(refusal(activate_with("something", activation_code, k_password)), "account.sign_in_failed");
  EXPECT_EQ(refusal(activate_with(code + "@Cra", activation_code, k_password)), "signed in");
  EXPECT_EQ(refusal(activate_with(code, activation_code, "another password")), "account.code_wrong");
  EXPECT_EQ(try_password(code, k_password), "signed in");
  const auto actions = audited();
  EXPECT_NE(std::find(actions.begin(), actions.end(), "account.activated"), actions.end());
}

TEST_F(SignIn, a_code_is_taken_in_persian_digits_and_without_dashes) {
  std::string typed;
  for (const char c : activation_code)
    if (c != '-') typed += std::string("\xDB") + static_cast<char>(0xB0 + (c - '0'));
  EXPECT_EQ(refusal(activate_with(code, typed, k_password)), "signed in");
}

TEST_F(SignIn, weak_passwords_are_refused) {
  for (const auto& weak : {std::string("short"), code, code + "@Cra", std::string(300, 'x')})
    EXPECT_EQ(refusal(activate_with(code, activation_code, weak)), "account.password_weak") << weak;
}

TEST_F(SignIn, a_wrong_password_and_an_unknown_account_get_the_same_answers_up_to_the_lock) {
  make_active();
  const auto unknown = tests::national_code_of(98);
  for (int i = 0; i < world.limits.accounts.failures_before_lock; ++i) {
    EXPECT_EQ(try_password(code, "wrong password"), "account.sign_in_failed");
    EXPECT_EQ(try_password(unknown, "wrong password"), "account.sign_in_failed");
  }
  const auto known_lock = sign_in(*world.services, visitor, code, k_password);
  const auto unknown_lock = sign_in(*world.services, visitor, unknown, k_password);
  ASSERT_FALSE(known_lock);
  ASSERT_FALSE(unknown_lock);
  EXPECT_EQ(known_lock.error().code.id(), "account.locked");
  EXPECT_EQ(unknown_lock.error().code.id(), "account.locked");
  EXPECT_EQ(known_lock.error().params, unknown_lock.error().params);
}

TEST_F(SignIn, success_forgets_failures_and_an_operator_unlocks) {
  make_active();
  const Actor machine{AccountId{}, Role::operator_, "operator", Scope::everything(), "local"};
  for (int round = 0; round < 2; ++round) {
    for (int i = 1; i < world.limits.accounts.failures_before_lock; ++i)
      EXPECT_EQ(try_password(code, "wrong password"), "account.sign_in_failed");
    EXPECT_EQ(try_password(code, k_password), "signed in");
  }
  ASSERT_TRUE(lock_account(*world.services, machine, code));
  EXPECT_EQ(try_password(code, k_password), "account.locked");
  ASSERT_TRUE(unlock_account(*world.services, machine, code));
  EXPECT_EQ(try_password(code, k_password), "signed in");
  EXPECT_EQ(refusal(sign_in(*world.services, visitor, code, k_password)), "signed in");
}

TEST_F(SignIn, one_address_that_fails_too_often_has_to_wait) {
  world.limits.accounts.address_failures = 3;
  for (int i = 0; i < 3; ++i)
    EXPECT_EQ(try_password(tests::national_code_of(200 + i), "wrong password"), "account.sign_in_failed");
  EXPECT_EQ(try_password(tests::national_code_of(300), "wrong password"), "access.too_many_requests");
  visitor.actor.address = "10.0.0.2";
  EXPECT_EQ(try_password(tests::national_code_of(300), "wrong password"), "account.sign_in_failed");
}

TEST_F(SignIn, locks_grow_up_to_the_longest) {
  const auto& rules = world.limits.accounts;
  EXPECT_EQ(lock_after(rules, rules.failures_before_lock - 1).count(), 0);
  EXPECT_EQ(lock_after(rules, rules.failures_before_lock), rules.first_lock);
  EXPECT_EQ(lock_after(rules, rules.failures_before_lock + 2), rules.first_lock * 4);
  EXPECT_EQ(lock_after(rules, rules.failures_before_lock + 1000), rules.longest_lock);
}

TEST_F(SignIn, changing_the_password_ends_the_other_sessions) {
  make_active();
  const auto here = sign_in(*world.services, visitor, code, k_password);
  const auto elsewhere =
      sign_in(*world.services, begin_session(*world.services, "10.0.0.9")->visitor, code, k_password);
  ASSERT_TRUE(here);
  ASSERT_TRUE(elsewhere);
  EXPECT_FALSE(change_password(*world.services, here->visitor, "wrong password", "entirely new one"));
  ASSERT_TRUE(change_password(*world.services, here->visitor, k_password, "entirely new one"));
  EXPECT_TRUE(*recognise_session(*world.services, here->token, "10.0.0.1"));
  EXPECT_FALSE(*recognise_session(*world.services, elsewhere->token, "10.0.0.9"));
  EXPECT_EQ(try_password(code, k_password), "account.sign_in_failed");
  EXPECT_EQ(try_password(code, "entirely new one"), "signed in");
}

TEST_F(SignIn, a_recovery_code_works_once_and_only_in_time) {
  make_active();
  const auto recovery = make_secret_code();
  const auto issue = [&](Instant expires) {
    ASSERT_TRUE(world.services->database.write([&](storage::Stores& stores) -> Outcome {
      const auto account = **stores.accounts().find_by_national_code(code);
      return stores.accounts().add_recovery_code({account.id, *hash_secret_code(recovery, world.limits.accounts),
                                                  account.id, "seen", world.clock.now(), expires, std::nullopt});
    }));
  };
  const auto reset = [&](const std::string& typed) {
    return refusal(reset_password(*world.services, visitor, {code, typed, "reset password"}));
  };
  issue(world.clock.now() - std::chrono::hours(1));
  EXPECT_EQ(reset(recovery), "account.code_wrong");
  issue(world.clock.now() + std::chrono::hours(1));
  EXPECT_EQ(reset("1234-5678-9012"), "account.code_wrong");
  EXPECT_EQ(reset(recovery), "signed in");
  EXPECT_EQ(reset(recovery), "account.code_wrong");
  EXPECT_EQ(try_password(code, "reset password"), "signed in");
  EXPECT_EQ(
      refusal(reset_password(*world.services, visitor, {tests::national_code_of(97), recovery, "reset password"})),
      "account.code_wrong");
}

TEST_F(SignIn, signing_out_twice_is_no_error) {
  make_active();
  const auto here = sign_in(*world.services, visitor, code, k_password);
  EXPECT_TRUE(sign_out(*world.services, here->visitor));
  EXPECT_TRUE(sign_out(*world.services, here->visitor));
  EXPECT_FALSE(*recognise_session(*world.services, here->token, "10.0.0.1"));
}

TEST_F(SignIn, an_import_is_all_or_nothing_and_repeatable) {
  const Actor machine{AccountId{}, Role::operator_, "operator", Scope::everything(), "local"};
  AccountLine good;
  good.national_code = tests::national_code_of(50);
  good.name = "کارشناس";
  good.role = Role::expert;
  good.provinces = {"gilan"};
  auto bad = good;
  bad.national_code = "1234567890";
  const std::vector lines{good, bad};
  const auto refused = import_accounts(*world.services, machine, lines);
  ASSERT_FALSE(refused);
  ASSERT_EQ(refused.error().parts.size(), 1U);
  EXPECT_EQ(refused.error().parts[0].field, "2/national_code");
  const std::vector once{good};
  EXPECT_EQ(import_accounts(*world.services, machine, once)->front().effect, ImportEffect::created);
  const auto again = import_accounts(*world.services, machine, once);
  EXPECT_EQ(again->front().effect, ImportEffect::tied);
  EXPECT_TRUE(again->front().activation_code.empty());
  Actor office{AccountId{1}, Role::office, "office", Scope(), "local"};
  EXPECT_EQ(import_accounts(*world.services, office, once).error().code.id(), "access.forbidden");
}

}  // namespace
}  // namespace mizan::workflow
