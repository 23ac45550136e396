// SPDX-License-Identifier: GPL-3.0-or-later
// The program `mizan`: finds its installation, reads the configuration, hands over to a subcommand.
#include "cli/subcommands.hpp"

#include "base/log.hpp"
#include "base/version.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <string>
#include <system_error>

namespace {

using mizan::cli::Context;

constexpr const char* k_default_file = "/etc/mizan/mizan.toml";

/// Thrown by the hook below, so that no subcommand runs with half a configuration.
struct ConfigurationRefused {};

void add_all(CLI::App& program, Context& context) {
  mizan::cli::add_serve(program, context);
  mizan::cli::add_worker(program, context);
  mizan::cli::add_doctor(program, context);
  mizan::cli::add_user(program, context);
  mizan::cli::add_round(program, context);
  mizan::cli::add_read(program, context);
  mizan::cli::add_verify(program, context);
  mizan::cli::add_plugin(program, context);
  mizan::cli::add_demonstrate(program, context);
}

/// The options every subcommand takes, before its name or behind it.
struct Named {
  std::string configuration;
  std::string data;
};

void load(Context& context, const Named& named) {
  std::error_code error;
  if (!named.configuration.empty())
    context.configuration_file = std::filesystem::absolute(named.configuration);
  else if (std::filesystem::exists(k_default_file, error))
    context.configuration_file = k_default_file;
  auto loaded = mizan::app::load_configuration(context.installation, context.configuration_file,
                                               mizan::app::process_environment());
  if (!loaded) {
    context.refuse(loaded.error(), mizan::cli::k_usage);
    throw ConfigurationRefused{};
  }
  context.configuration = std::move(*loaded);
  if (!named.data.empty()) {
    context.data_folder = std::filesystem::absolute(named.data);
    mizan::app::keep_data_in(context.configuration, *context.data_folder);
  }
  mizan::set_log_level(context.configuration.log);
}

int run(int argc, char** argv) {
  Context context;
  auto installation = mizan::app::find_installation();
  if (!installation) {
    context.refuse(installation.error());
    return context.exit_code;
  }
  context.installation = std::move(*installation);

  CLI::App program{"Mizan: offices declare and prove, experts see only what does not agree.", "mizan"};
  Named named;
  program.set_version_flag("--version", std::string(mizan::k_version));
  program.add_option("--config", named.configuration,
                     fmt::format("configuration file (default {} where there is one)", k_default_file));
  program.add_option("--data", named.data,
                     "keep all data in this folder (mizan.sqlite, evidence), whatever the configuration says");
  program.fallthrough();
  program.require_subcommand(1);
  program.parse_complete_callback([&] { load(context, named); });
  add_all(program, context);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? mizan::cli::k_success : mizan::cli::k_usage;
  } catch (const ConfigurationRefused&) {  // NOLINT(bugprone-empty-catch): load() has said why and set the exit code
  }
  return context.exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    fmt::print(stderr, "mizan: {}\n", error.what());
    return mizan::cli::k_failed;
  }
}
