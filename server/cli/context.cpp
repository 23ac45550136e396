// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/subcommands.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace mizan::cli {
namespace {

void print_problem(const Problem& problem, int depth) {
  const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
  fmt::print(stderr, "{}{}\n{}{}\n{}({}{})\n", indent, problem.text_fa(), indent, problem.text_en(), indent,
             problem.code.id(), problem.internal.empty() ? "" : ": " + problem.internal);
  for (const auto& part : problem.parts) print_problem(part, depth + 1);
}

}  // namespace

std::vector<std::string> Context::inherited_arguments() const {
  std::vector<std::string> arguments;
  if (configuration_file) arguments.insert(arguments.end(), {"--config", configuration_file->string()});
  if (data_folder) arguments.insert(arguments.end(), {"--data", data_folder->string()});
  return arguments;
}

void Context::refuse(const Problem& problem, int code) {
  print_problem(problem, 0);
  exit_code = code;
}

}  // namespace mizan::cli
