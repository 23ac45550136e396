// SPDX-License-Identifier: GPL-3.0-or-later
// `mizan demonstrate`: a server with two rounds in full swing, made through its own HTTP API; with --check to the end.
#include "cli/subcommands.hpp"

#include "app/application.hpp"
#include "cli/demonstration/cast.hpp"
#include "cli/demonstration/play.hpp"
#include "cli/demonstration/report.hpp"
#include "cli/demonstration/server_process.hpp"
#include "workflow/access/import_accounts.hpp"
#include "workflow/ranks/publish_ranks.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace mizan::cli {
namespace {

namespace fs = std::filesystem;

/// Written when the play has come to today: a folder with it is served as it is, one without is made anew.
constexpr const char* k_ready_mark = "ready";

struct Options {
  fs::path data = "demonstration", cast;
  int port = 8080;
  bool check = false;
  bool anew = false;
};

app::Configuration configuration_of(const Context& context, const Options& options) {
  auto configuration = context.configuration;
  app::keep_data_in(configuration, fs::absolute(options.data));
  configuration.server.port = options.port;
  return configuration;
}

/// What the server child is told, and anybody who runs `mizan --config …` on the demonstration's data.
fs::path write_configuration(const app::Configuration& configuration, const fs::path& folder) {
  const auto file = folder / "mizan.toml";
  std::ofstream(file) << fmt::format(
      "[server]\nport = {}\n\n[database]\nurl = \"{}\"\n\n[evidence]\nfolder = \"{}\"\nfree_mebibytes = "
      "0\n\n[log]\nlevel = \"error\"\n",
      configuration.server.port, configuration.database.url, configuration.evidence.folder.string());
  return file;
}

std::vector<workflow::AccountLine> lines_of(const Cast& cast) {
  std::vector<workflow::AccountLine> lines;
  const auto add = [&](const CastPerson& person, Role role) -> workflow::AccountLine& {
    auto& line = lines.emplace_back();
    line.national_code = person.national_code;
    line.name = person.name;
    line.role = role;
    return line;
  };
  add(cast.cra, Role::cra);
  for (const auto& expert : cast.experts) add(expert.person, Role::expert).provinces = expert.provinces;
  for (const auto& one : cast.offices) add(one.licensee, Role::office).office = one.office;
  return lines;
}

/// An empty installation with the cast's accounts; the mark that allows its clock to be moved is set here and nowhere
/// else.
Result<ActivationCodes> prepare(const app::Configuration& configuration, const Cast& cast) {
  auto application = app::Application::open(configuration);
  if (!application) return fail(std::move(application.error()));
  const auto& services = (*application)->services();
  auto marked = services.database.write(
      [](storage::Stores& stores) { return stores.settings().set(storage::k_demonstration, "yes"); });
  if (!marked) return fail(std::move(marked.error()));
  auto imported = workflow::import_accounts(services, app::operator_actor(), lines_of(cast));
  if (!imported) return fail(std::move(imported.error()));
  ActivationCodes codes;
  for (const auto& account : *imported) codes[account.national_code] = account.activation_code;
  return codes;
}

/// Makes the published final ranks again from their data.
Outcome recompute(const app::Configuration& configuration, RoundId round) {
  auto application = app::Application::open(configuration);
  if (!application) return fail(std::move(application.error()));
  const auto& services = (*application)->services();
  auto snapshot = services.database.read(
      [&](storage::Stores& stores) { return stores.snapshots().latest(round, SnapshotKind::final_); });
  if (!snapshot) return fail(std::move(snapshot.error()));
  if (!*snapshot) throw StepFailed("the final ranks were not stored");
  auto again = workflow::recompute_snapshot(services, app::operator_actor(), (*snapshot)->id);
  if (!again) return fail(std::move(again.error()));
  if (!again->same()) throw StepFailed("the ranks recompute to other bytes: " + again->recomputed.hex);
  fmt::print("  recomputed from its data to the same bytes\n");
  return {};
}

Outcome finish(const app::Configuration& configuration, const Cast& cast, Play& play) {
  play.play_to_the_end();
  for (const auto* round : {"first", "second"}) {
    print_ranks(play, round);
    if (auto same = recompute(configuration, RoundId{play.round(round)}); !same) return same;
  }
  const auto shown = std::find_if(cast.offices.begin(), cast.offices.end(),
                                  [](const CastOffice& one) { return one.submits_in("second") && !one.lies.empty(); });
  if (shown != cast.offices.end()) print_reasons(play, *shown, "second");
  return {};
}

Outcome run(const Context& context, const Options& options) {
  auto cast = load_cast(options.cast);
  if (!cast) return fail(std::move(cast.error()));
  const auto mark = options.data / k_ready_mark;
  const bool fresh = options.check || options.anew || !fs::exists(mark);
  if (fresh) fs::remove_all(options.data);
  fs::create_directories(options.data);
  const auto configuration = configuration_of(context, options);
  const auto file = write_configuration(configuration, fs::absolute(options.data));

  ActivationCodes codes;
  if (fresh) {
    auto prepared = prepare(configuration, *cast);
    if (!prepared) return fail(std::move(prepared.error()));
    codes = std::move(*prepared);
  }
  const auto port = static_cast<std::uint16_t>(options.port);
  ServerProcess server(context.installation.program, {"--config", file.string(), "serve"}, port);
  server.start();
  if (fresh) {
    Play play(*cast, port, [](const std::string& line) { fmt::print("  {}\n", line), std::fflush(stdout); });
    fmt::print("Making the demonstration's data through the HTTP API; the documents are really read.\n");
    play.activate(codes);
    play.play_to_today();
    if (options.check) return finish(configuration, *cast, play);
    std::ofstream(mark) << "made by mizan demonstrate\n";
  }
  print_accounts(*cast, port);
  server.keep_alive_until_signalled();
  return {};
}

void demonstrate(Context& context, const Options& options) {
  try {
    if (auto done = run(context, options); !done) context.refuse(done.error());
  } catch (const StepFailed& failure) {
    fmt::print(stderr, "The demonstration stopped: {}\n", failure.what());
    context.exit_code = k_failed;
  }
}

}  // namespace

void add_demonstrate(CLI::App& program, Context& context) {
  auto* command =
      program.add_subcommand("demonstrate", "Serve demonstration data: two rounds, offices, experts, documents");
  auto options = std::make_shared<Options>();
  command
      ->add_option("--data", options->data, "folder for the data; made anew unless it holds a finished demonstration")
      ->capture_default_str();
  command->add_option("--cast", options->cast, "folder with offices.json and documents/")
      ->required()
      ->check(CLI::ExistingDirectory);
  command->add_option("--port", options->port, "where to listen")->capture_default_str()->check(CLI::Range(1, 65535));
  command->add_flag("--check", options->check, "play on to final ranks, print them, and end");
  command->add_flag("--anew", options->anew, "make the data again");
  command->callback([&context, options] { demonstrate(context, *options); });
}

}  // namespace mizan::cli
