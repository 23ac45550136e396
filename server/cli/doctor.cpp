// SPDX-License-Identifier: GPL-3.0-or-later
// mizan doctor: says in words what is missing or set wrong, and what the last start found and did.
#include "cli/subcommands.hpp"

#include "app/examination.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <vector>

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

const char* json_word_of(app::Severity severity) {
  switch (severity) {
    case app::Severity::fine:
      return "fine";
    case app::Severity::warning:
      return "warning";
    case app::Severity::wrong:
      break;
  }
  return "wrong";
}

void print_lines(const std::vector<app::CheckUp>& found, long faults) {
  for (const auto& line : found) fmt::print("{:<6} {:<13} {}\n", word_of(line.severity), line.name, line.text);
  fmt::print("{}\n", faults == 0 ? "everything needed is there" : fmt::format("{} to mend", faults));
}

void print_json(const std::vector<app::CheckUp>& found, long faults) {
  auto checks = nlohmann::json::array();
  for (const auto& line : found)
    checks.push_back({{"name", line.name}, {"severity", json_word_of(line.severity)}, {"text", line.text}});
  // A path need not be UTF-8.
  const nlohmann::json all{{"to_mend", faults}, {"checks", std::move(checks)}};
  fmt::print("{}\n", all.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace

void add_doctor(CLI::App& program, Context& context) {
  auto json = std::make_shared<bool>(false);
  auto* command = program.add_subcommand(
      "doctor", "Look the installation over; exit code 0: nothing is wrong, 1: something is, 2: the configuration is");
  command->add_flag("--json", *json,
                    "one object: to_mend, and checks with name, severity (fine, warning, wrong), text");
  command->callback([&context, json] {
    const auto found = app::examine(context.installation, context.configuration);
    const auto faults = std::count_if(found.begin(), found.end(),
                                      [](const app::CheckUp& line) { return line.severity == app::Severity::wrong; });
    if (*json)
      print_json(found, faults);
    else
      print_lines(found, faults);
    context.exit_code = faults == 0 ? k_success : k_failed;
  });
}

}  // namespace mizan::cli
