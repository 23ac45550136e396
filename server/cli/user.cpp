// SPDX-License-Identifier: GPL-3.0-or-later
// mizan user: import, list, lock, unlock accounts; new activation codes and passwords.
#include "cli/subcommands.hpp"

#include "app/application.hpp"
#include "cli/account_file.hpp"
#include "workflow/access/import_accounts.hpp"
#include "workflow/access/manage_accounts.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <functional>
#include <iostream>
#include <memory>
#include <string>

namespace mizan::cli {
namespace {

using Work = std::function<Outcome(const app::Application&)>;

void with_application(Context& context, const Work& work) {
  auto application = app::Application::open(context.configuration);
  if (!application) return context.refuse(application.error());
  if (auto done = work(**application); !done) context.refuse(done.error());
}

void add_import(CLI::App& user, Context& context) {
  auto file = std::make_shared<std::string>();
  auto* command = user.add_subcommand(
      "import", "Bring in accounts and offices from a CSV file; prints one activation code per new account");
  command->add_option("file", *file, "CSV (UTF-8) with the heading line: " + std::string(k_account_columns))
      ->required();
  command->callback([&context, file] {
    with_application(context, [&](const app::Application& application) -> Outcome {
      auto lines = read_account_file(*file);
      if (!lines) return fail(std::move(lines.error()));
      auto imported = workflow::import_accounts(application.services(), app::operator_actor(), *lines);
      if (!imported) return fail(std::move(imported.error()));
      fmt::print("national_code,name,effect,activation_code\n");
      for (const auto& account : *imported)
        fmt::print("{},{},{},{}\n", account.national_code, csv_field(account.name),
                   account.effect == workflow::ImportEffect::created ? "created" : "tied", account.activation_code);
      return {};
    });
  });
}

void add_list(CLI::App& user, Context& context) {
  auto* command = user.add_subcommand("list", "All accounts: code, role, state, name");
  command->callback([&context] {
    with_application(context, [](const app::Application& application) {
      return application.services().database.read([&](storage::Stores& stores) -> Outcome {
        auto accounts = stores.accounts().list(std::nullopt);
        if (!accounts) return fail(std::move(accounts.error()));
        for (const auto& account : *accounts) {
          const auto* state = account.locked_until && *account.locked_until > application.services().clock.now()
                                  ? "locked"
                              : account.password_hash.empty() ? "new"
                                                              : "active";
          fmt::print("{}  {:<8}  {:<7}  {}\n", account.national_code, to_text(account.role), state, account.name);
        }
        return {};
      });
    });
  });
}

/// A subcommand that takes a national code and nothing else.
void add_one(CLI::App& user, Context& context, const std::string& name, const std::string& help,
             const std::function<Outcome(const workflow::Services&, const std::string& national_code)>& work) {
  auto code = std::make_shared<std::string>();
  auto* command = user.add_subcommand(name, help);
  command->add_option("national-code", *code, "whose account")->required();
  command->callback([&context, code, work] {
    with_application(context, [&](const app::Application& application) { return work(application.services(), *code); });
  });
}

Outcome print_new_code(const workflow::Services& services, const std::string& national_code) {
  return workflow::renew_activation_code(services, app::operator_actor(), national_code)
      .map([](const std::string& code) { fmt::print("{}\n", code); });
}

/// From standard input, so that no password stands in the list of processes or the shell's history.
Outcome read_password(const workflow::Services& services, const std::string& national_code) {
  std::string password;
  std::getline(std::cin, password);
  return workflow::assign_password(services, app::operator_actor(), national_code, password);
}

}  // namespace

void add_user(CLI::App& program, Context& context) {
  auto* user = program.add_subcommand("user", "Accounts: import, list, lock, unlock, activate-code, password");
  user->require_subcommand(1);
  add_import(*user, context);
  add_list(*user, context);
  add_one(*user, context, "lock", "Nobody signs in with this account; its sessions end",
          [](const auto& services, const auto& code) {
            return workflow::lock_account(services, app::operator_actor(), code);
          });
  add_one(*user, context, "unlock", "Forget failed sign-ins and locks", [](const auto& services, const auto& code) {
    return workflow::unlock_account(services, app::operator_actor(), code);
  });
  add_one(*user, context, "activate-code", "Make the account as new and print the code that activates it, once",
          print_new_code);
  add_one(*user, context, "password", "Set the password that stands on the first line of standard input",
          read_password);
}

}  // namespace mizan::cli
