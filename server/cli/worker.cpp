// SPDX-License-Identifier: GPL-3.0-or-later
// mizan worker: takes jobs until SIGTERM, or until none is due.
#include "cli/subcommands.hpp"

#include "app/application.hpp"
#include "app/worker.hpp"
#include "base/log.hpp"
#include "cli/signals.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <atomic>
#include <chrono>
#include <csignal>
#include <memory>
#include <thread>

#include <sys/prctl.h>
#include <unistd.h>

namespace mizan::cli {
namespace {

constexpr std::chrono::milliseconds k_look_every{200};

struct WorkerOptions {
  pid_t supervisor = 0;  ///< 0: nobody
  bool once = false;
};

/// The signal arrives in the main thread, the work runs in another one that finishes its job first.
Outcome work(const Context& context, bool once) {
  const WaitedSignals signals;
  const auto& reading = context.configuration.reading;
  if (auto guarded = app::check_protections(reading, process::available_protections()); !guarded) return guarded;
  auto application = app::Application::open(context.configuration);
  if (!application) return fail(std::move(application.error()));
  if (once)
    return app::drain_jobs(**application, context.configuration).map([](int jobs) { fmt::print("{} jobs\n", jobs); });
  std::atomic<bool> stop = false;
  std::atomic<bool> ended = false;
  std::thread worker([&] {
    try {
      app::run_worker(**application, context.configuration, stop);
    } catch (const std::exception& error) {  // where a thread starts, exceptions end
      log(LogLevel::error, "worker.exception", {{"detail", error.what()}});
    }
    ended = true;
  });
  while (!ended && !signals.arrived(k_look_every)) {
  }
  const bool on_its_own = ended;
  stop = true;
  worker.join();
  if (on_its_own) return fail("server.internal", "the worker ended without being told to");
  return {};
}

}  // namespace

void add_worker(CLI::App& program, Context& context) {
  auto options = std::make_shared<WorkerOptions>();
  auto* command = program.add_subcommand("worker", "Read documents and judge sections until SIGTERM");
  command->add_flag("--once", options->once, "end when no job is due");
  command->add_option("--supervised", options->supervisor,
                      "end when the process of this number, which started it, ends");
  command->callback([&context, options] {
    if (options->supervisor != 0) {
      prctl(PR_SET_PDEATHSIG, SIGTERM);
      if (getppid() != options->supervisor) return;  // it ended before that was asked for
    }
    if (auto worked = work(context, options->once); !worked) context.refuse(worked.error());
  });
}

}  // namespace mizan::cli
