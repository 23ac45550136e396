// SPDX-License-Identifier: GPL-3.0-or-later
// The subcommands of `mizan`, one file each, and what they share.
#pragma once

#include "app/configuration.hpp"
#include "app/installation.hpp"
#include "base/problem.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace mizan::cli {

// Exit codes of every subcommand.
inline constexpr int k_success = 0;
inline constexpr int k_failed = 1;  ///< done and the answer is no: a refusal, a mismatch, something wrong
inline constexpr int k_usage = 2;   ///< the command line or the configuration is wrong

/// Filled in before a subcommand's callback runs; the callback leaves its exit code. Lives as long as the program.
struct Context {
  app::Installation installation;
  app::Configuration configuration;
  std::optional<std::filesystem::path> configuration_file;  ///< --config, or /etc/mizan/mizan.toml where there is one
  std::optional<std::filesystem::path>
      data_folder;  ///< --data: all data in one folder, whatever the configuration says
  int exit_code = k_success;

  /// The arguments that give another `mizan` process the same configuration and data.
  [[nodiscard]] std::vector<std::string> inherited_arguments() const;

  /// Prints the sentence in Persian and English, its code and its parts to stderr, and sets the exit code.
  void refuse(const Problem& problem, int code = k_failed);
};

// Each adds one subcommand: options, help, and a callback that does the work. `context` outlives `program`.
void add_serve(CLI::App& program, Context& context);
void add_worker(CLI::App& program, Context& context);
void add_doctor(CLI::App& program, Context& context);
void add_user(CLI::App& program, Context& context);
void add_read(CLI::App& program, Context& context);
void add_verify(CLI::App& program, Context& context);
void add_plugin(CLI::App& program, Context& context);
void add_round(CLI::App& program, Context& context);
void add_demonstrate(CLI::App& program, Context& context);

}  // namespace mizan::cli
