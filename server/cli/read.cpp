// SPDX-License-Identifier: GPL-3.0-or-later
// `mizan read`: what the reader sees in a document.
#include "cli/subcommands.hpp"

#include "documents/reader_process.hpp"
#include "model/problem_json.hpp"
#include "model/reading_json.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>
#include <string>

namespace mizan::cli {
namespace {

constexpr int k_refused = 2;

struct Options {
  std::filesystem::path file;
  bool json = false;
  bool patient = false;
};

/// What it took, beside what it might have taken.
nlohmann::json usage_json(const documents::Usage& usage, const documents::ReadingLimits& limits) {
  return {
      {"cpu_milliseconds", usage.cpu.count()},
      {"wall_milliseconds", usage.wall.count()},
      {"peak_memory_bytes", usage.peak_memory},
      {"limits",
       {{"cpu_seconds", limits.cpu.count()}, {"wall_seconds", limits.wall.count()}, {"memory_bytes", limits.memory}}}};
}

void print_text(const Reading& reading) {
  for (const auto& member : reading.members)
    fmt::print("{}\t{}\n", member.name, member.problem.empty() ? member.format : member.problem);
  for (const auto& page : reading.pages) {
    for (const auto& line : page.lines) {
      std::string text;
      for (const int index : line.words) text += page.words[static_cast<std::size_t>(index)].text() + ' ';
      fmt::print("{}\n", text);
    }
    fmt::print("\f");
  }
}

void read(Context& context, const Options& options) {
  const auto reader = documents::make_reader(context.configuration.reading.process);
  documents::ReadRequest request{options.file, context.configuration.reading.limits};
  if (!options.patient) request.limits.document = request.limits.wall;  // somebody waits at the terminal
  const auto reading = reader->read(request);
  if (!reading && !options.json) return context.refuse(reading.error(), k_refused);
  if (!reading) context.exit_code = k_refused;
  if (!options.json) return print_text(*reading);
  auto said = reading ? to_json(*reading) : to_json(reading.error());
  said["usage"] = usage_json(reader->usage(), request.limits);
  fmt::print(reading ? stdout : stderr, "{}\n", said.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace

void add_read(CLI::App& program, Context& context) {
  auto* command =
      program.add_subcommand("read", "Print what the reader sees in a PDF, TIFF, PNG, JPEG, HEIC or ZIP file.");
  auto options = std::make_shared<Options>();
  command->add_option("file", options->file, "the document")->required();
  command->add_flag(
      "--json", options->json,
      "the reading as JSON, with what it took; a refusal as one line of JSON on standard error, exit status 2");
  command->add_flag("--patient", options->patient,
                    "as a worker reads: go on in another process where a long document's time ends");
  command->callback([&context, options] { read(context, *options); });
}

}  // namespace mizan::cli
