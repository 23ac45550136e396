// SPDX-License-Identifier: GPL-3.0-or-later
// mizan serve: the HTTP server, and the workers it keeps alive.
#include "cli/subcommands.hpp"

#include "app/application.hpp"
#include "app/recover_at_start.hpp"
#include "app/supervisor.hpp"
#include "base/log.hpp"
#include "cli/signals.hpp"
#include "http/server.hpp"
#include "workflow/real_time.hpp"
#include "workflow/uploads/end_uploads.hpp"
#include "workflow/work_queue.hpp"

#include <CLI/CLI.hpp>

#include <unistd.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace mizan::cli {
namespace {

constexpr std::chrono::milliseconds k_look_every{200};
constexpr std::chrono::minutes k_housekeeping_every{10};

struct ServeOptions {
  std::optional<int> port;
  std::optional<std::string> address;
  std::optional<int> workers;
};

app::SupervisorOptions supervision(const Context& context) {
  const auto& jobs = context.configuration.jobs;
  app::SupervisorOptions options;
  options.command = {context.installation.program.string()};
  for (auto& word : context.inherited_arguments()) options.command.push_back(word);
  options.command.insert(options.command.end(), {"worker", "--supervised", std::to_string(getpid())});
  options.processes = jobs.workers;
  options.restart_first = jobs.restart_first;
  options.restart_longest = jobs.restart_longest;
  return options;
}

/// Deletes what nobody needs any more: sessions, done jobs, uploads whose time is over.
void keep_house(app::Application& application, const app::Configuration& configuration) {
  const auto& services = application.services();
  auto kept = services.database.write([&](storage::Stores& stores) -> Outcome {
    if (auto pruned = stores.accounts().prune_sessions(workflow::real_now(services.clock)); !pruned) return pruned;
    auto jobs = stores.jobs().prune(services.clock.now() - configuration.jobs.keep_done);
    if (!jobs) return fail(std::move(jobs.error()));
    return {};
  });
  if (!kept) log(LogLevel::warning, "housekeeping.failed", kept.error());
  const auto swept = workflow::sweep_uploads(services);
  if (!swept) return log(LogLevel::warning, "housekeeping.failed", swept.error());
  if (*swept > 0) log(LogLevel::information, "uploads.swept", {{"count", std::to_string(*swept)}});
}

/// What came in before the scanner was configured waits for no scan yet.
void have_unscanned_found(const workflow::Services& services) {
  if (!services.limits.scans.wanted()) return;
  const auto queued = services.database.write([&](storage::Stores& stores) {
    return workflow::enqueue_search_for_unscanned(stores.jobs(), services.clock.now());
  });
  if (!queued) log(LogLevel::error, "antivirus.not_queued", queued.error());
}

Outcome serve(const Context& context) {
  const WaitedSignals signals;  // before any thread starts: all of them inherit the mask
  const auto& configuration = context.configuration;
  auto application = app::Application::open(configuration);
  if (!application) return fail(std::move(application.error()));
  for (const auto& refused : (*application)->definitions().refused())
    log(LogLevel::error, "criterion.refused", refused);

  auto server = http::Server::start((*application)->services(), http::api_routes(), configuration.server);
  if (!server) return fail(std::move(server.error()));
  log(LogLevel::information, "http.listening",
      {{"address", configuration.server.address},
       {"port", std::to_string((*server)->port())},
       {"workers", std::to_string(configuration.jobs.workers)}});

  app::recover_at_start((*application)->services(), configuration);
  have_unscanned_found((*application)->services());
  app::Supervisor workers(supervision(context));
  auto next_housekeeping = std::chrono::steady_clock::now();
  while (!signals.arrived(k_look_every)) {
    workers.look();
    if (std::chrono::steady_clock::now() < next_housekeeping) continue;
    keep_house(**application, configuration);
    next_housekeeping = std::chrono::steady_clock::now() + k_housekeeping_every;
  }
  log(LogLevel::information, "http.stopping");
  (*server)->stop();
  workers.stop(configuration.jobs.stop_time);
  log(LogLevel::information, "http.stopped");
  return {};
}

}  // namespace

void add_serve(CLI::App& program, Context& context) {
  auto options = std::make_shared<ServeOptions>();
  auto* command = program.add_subcommand("serve", "Answer HTTP and keep workers running until SIGTERM");
  command->add_option("--port", options->port, "TCP port; 0 takes a free one, the log says which");
  command->add_option("--address", options->address, "address to listen on");
  command->add_option("--workers", options->workers, "worker processes; 0 when they run elsewhere");
  command->callback([&context, options] {
    if (options->port) context.configuration.server.port = *options->port;
    if (options->address) context.configuration.server.address = *options->address;
    if (options->workers) context.configuration.jobs.workers = *options->workers;
    if (auto served = serve(context); !served) context.refuse(served.error());
  });
}

}  // namespace mizan::cli
