// SPDX-License-Identifier: GPL-3.0-or-later
// mizan doctor: says in words what is missing or set wrong.
#include "cli/subcommands.hpp"

#include "app/examination.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

namespace mizan::cli {
namespace {

const char* word_of(app::Severity severity) {
  switch (severity) {
    case app::Severity::fine:
      return "ok";
    case app::Severity::warning:
      return "mind";
    case app::Severity::wrong:
      break;
  }
  return "WRONG";
}

}  // namespace

void add_doctor(CLI::App& program, Context& context) {
  auto* command = program.add_subcommand("doctor", "Look the installation over; exit code 1 when something is wrong");
  command->callback([&context] {
    int faults = 0;
    for (const auto& line : app::examine(context.installation, context.configuration)) {
      fmt::print("{:<6} {:<13} {}\n", word_of(line.severity), line.name, line.text);
      if (line.severity == app::Severity::wrong) ++faults;
    }
    fmt::print("{}\n", faults == 0 ? "everything needed is there" : fmt::format("{} to mend", faults));
    context.exit_code = faults == 0 ? k_success : k_failed;
  });
}

}  // namespace mizan::cli
