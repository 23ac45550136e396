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
};

void print_text(const Reading& reading) {
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
  const auto reading = reader->read({options.file, context.configuration.reading.limits, documents::PageImages::none});
  if (!reading) {
    if (!options.json) return context.refuse(reading.error(), k_refused);
    fmt::print(stderr, "{}\n", to_json(reading.error()).dump());
    context.exit_code = k_refused;
    return;
  }
  if (options.json)
    fmt::print("{}\n", to_json(*reading).dump());
  else
    print_text(*reading);
}

}  // namespace

void add_read(CLI::App& program, Context& context) {
  auto* command = program.add_subcommand("read", "Print what the reader sees in a PDF, TIFF, PNG or JPEG file.");
  auto options = std::make_shared<Options>();
  command->add_option("file", options->file, "the document")->required();
  command->add_flag("--json", options->json,
                    "the reading as JSON; a refusal as one line of JSON on standard error, exit status 2");
  command->callback([&context, options] { read(context, *options); });
}

}  // namespace mizan::cli
