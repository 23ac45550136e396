// SPDX-License-Identifier: GPL-3.0-or-later
// mizan plugin: which criteria are installed, and whether a bundle may be.
#include "cli/subcommands.hpp"

#include "criteria/judge_process.hpp"
#include "forms/definition_file.hpp"
#include "forms/definitions.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <memory>
#include <string>

namespace mizan::cli {
namespace {

/// "pishkhan, rural_ict"
std::string kinds_of(const forms::Manifest& manifest) {
  std::string text;
  for (const auto kind : manifest.kinds) text += (text.empty() ? "" : ", ") + std::string(to_text(kind));
  return text;
}

void print(const forms::Bundle& bundle) {
  const auto& manifest = bundle.manifest;
  fmt::print("{:<14} {:<8} SDK {:<5} {:<20} {:<22} {}\n", manifest.id, manifest.version, manifest.sdk,
             kinds_of(manifest), manifest.library.empty() ? "declared" : manifest.library, bundle.section.title.fa);
}

void add_list(CLI::App& plugin, Context& context) {
  auto* command =
      plugin.add_subcommand("list", "The installed criteria; refused ones with their reason, and then exit code 1");
  command->callback([&context] {
    const auto definitions = forms::Definitions::load(context.configuration.definitions);
    if (!definitions) return context.refuse(definitions.error());
    for (const auto& bundle : definitions->bundles()) print(bundle);
    for (const auto& problem : definitions->refused()) context.refuse(problem);
  });
}

/// Definition first, without running anything; then the code, in a judge of its own.
Result<forms::Bundle> checked(const Context& context, const std::filesystem::path& folder) {
  const auto schemas = forms::DefinitionSchemas::load(context.configuration.definitions.definitions / "schema");
  if (!schemas) return fail(schemas.error());
  const auto definitions = forms::Definitions::load(context.configuration.definitions);
  if (!definitions) return fail(definitions.error());
  auto bundle = forms::read_bundle(folder, *schemas, definitions->provinces());
  if (!bundle) return bundle;
  if (auto runs = criteria::check_bundle(context.configuration.judging, folder); !runs)
    return fail(std::move(runs.error()));
  return bundle;
}

void add_check(CLI::App& plugin, Context& context) {
  auto folder = std::make_shared<std::string>();
  auto* command =
      plugin.add_subcommand("check", "Check a bundle before installing it: its definition, its library, its answers");
  command->add_option("folder", *folder, "the bundle: manifest.json, section.json, perhaps a library")->required();
  command->callback([&context, folder] {
    const auto bundle = checked(context, std::filesystem::absolute(*folder).lexically_normal());
    if (!bundle) return context.refuse(bundle.error());
    print(*bundle);
    fmt::print("fit to be installed\n");
  });
}

}  // namespace

void add_plugin(CLI::App& program, Context& context) {
  auto* plugin = program.add_subcommand("plugin", "Criteria: list what is installed, check a bundle");
  plugin->require_subcommand(1);
  add_list(*plugin, context);
  add_check(*plugin, context);
}

}  // namespace mizan::cli
