// SPDX-License-Identifier: GPL-3.0-or-later
// `mizan verify`: what one document proves, or what every document of a corpus proves.
#include "cli/subcommands.hpp"

#include "cli/verify_documents.hpp"
#include "documents/reader_process.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <fstream>
#include <memory>
#include <mutex>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

namespace mizan::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  fs::path document, claims, corpus, out, readings;
  int jobs = 2;
};

std::unique_ptr<documents::Reader> reader_of(const Context& context) {
  return documents::make_reader(context.configuration.reading.process);
}

Outcome write(const fs::path& file, const std::string& text) {
  std::ofstream stream(file, std::ios::binary | std::ios::trunc);
  stream << text;
  stream.close();
  if (!stream)
    return fail(Problem("definition.unreadable").with("file", file.string()).with("reason", "cannot be written"));
  return {};
}

void verify_one(Context& context, const Options& options, const forms::DocumentTypes& types) {
  const auto claims = read_claims_file(options.claims, types);
  if (!claims) return context.refuse(claims.error(), k_usage);
  const auto reader = reader_of(context);
  const auto verdicts =
      verify_document(*reader, context.configuration.reading.limits, options.document, claims->claims);
  fmt::print("{}", to_json_text(verdicts));
  if (verdicts.refused) return context.refuse(*verdicts.refused);
  const bool contradicted = std::any_of(verdicts.verdicts.begin(), verdicts.verdicts.end(),
                                        [](const Verdict& v) { return v.agreement == Agreement::mismatch; });
  context.exit_code = contradicted ? k_failed : k_success;
}

// Takes documents one after another until none is left. Each thread has a reader process of its own.
class CorpusRun {
 public:
  CorpusRun(Context& context, const Options& options, const forms::DocumentTypes& types)
      : m_context(context), m_options(options), m_types(types) {}

  void run() {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(m_options.corpus / "claims", error))
      if (entry.path().extension() == ".json") m_files.push_back(entry.path());
    if (!error) fs::create_directories(m_options.out, error);
    if (!error && !m_options.readings.empty()) fs::create_directories(m_options.readings, error);
    if (error)
      return m_context.refuse(
          Problem("definition.unreadable").with("file", m_options.corpus.string()).with("reason", error.message()),
          k_usage);
    std::sort(m_files.begin(), m_files.end());
    std::vector<std::thread> threads;
    const auto count =
        std::min<std::size_t>(static_cast<std::size_t>(m_options.jobs), std::max<std::size_t>(1, m_files.size()));
    threads.reserve(count);
    for (std::size_t i = 0; i < count; ++i) threads.emplace_back([this] { work(); });
    for (auto& thread : threads) thread.join();
    fmt::print("{} documents verified, {} of them refused\n", m_done, m_refused);
  }

 private:
  void work() {
    const auto reader = reader_of(m_context);
    for (std::size_t i = m_next++; i < m_files.size(); i = m_next++) {
      auto problem = verify_next(*reader, m_files[i]);
      if (!problem) continue;
      const std::lock_guard lock(m_mutex);
      m_context.refuse(*problem);
    }
  }

  std::optional<Problem> verify_next(documents::Reader& reader, const fs::path& file) {
    const auto claims = read_claims_file(file, m_types);
    if (!claims) return claims.error();
    const auto document = m_options.corpus / claims->document;
    const auto kept = m_options.readings.empty() ? fs::path() : m_options.readings / (claims->id + ".json");
    const auto verdicts =
        verify_document(reader, m_context.configuration.reading.limits, document, claims->claims, kept);
    if (auto written = write(m_options.out / (claims->id + ".json"), to_json_text(verdicts)); !written)
      return written.error();
    const std::lock_guard lock(m_mutex);
    ++m_done;
    if (verdicts.refused) {
      ++m_refused;
      fmt::print(stderr, "{}: {}\n", claims->id, verdicts.refused->text_en());
    }
    return std::nullopt;
  }

  Context& m_context;
  const Options& m_options;
  const forms::DocumentTypes& m_types;
  std::vector<fs::path> m_files;
  std::atomic<std::size_t> m_next{0};
  std::mutex m_mutex;
  int m_done = 0, m_refused = 0;
};

void verify(Context& context, const Options& options) {
  const auto types = forms::DocumentTypes::load(context.installation.definitions / "document-types");
  if (!types) return context.refuse(types.error());
  if (options.corpus.empty())
    verify_one(context, options, *types);
  else
    CorpusRun(context, options, *types).run();
}

}  // namespace

void add_verify(CLI::App& program, Context& context) {
  auto* command =
      program.add_subcommand("verify", "Says which declared values a document proves: match, mismatch or unreadable");
  auto options = std::make_shared<Options>();
  auto* document = command->add_option("document", options->document, "the document")->check(CLI::ExistingFile);
  auto* claims =
      command->add_option("--claims", options->claims, "the declared values, a JSON file")->check(CLI::ExistingFile);
  auto* corpus =
      command->add_option("--corpus", options->corpus, "a folder with claims/*.json and the documents they name")
          ->check(CLI::ExistingDirectory);
  auto* out = command->add_option("--out", options->out, "where <id>.json is written for each document");
  auto* readings = command->add_option("--readings", options->readings,
                                       "where readings are kept: what is there is verified without reading again");
  command->add_option("--jobs", options->jobs, "documents read at the same time")
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  document->needs(claims)->excludes(corpus);
  claims->needs(document);
  corpus->needs(out);
  out->needs(corpus);
  readings->needs(corpus);
  command->callback([command, options, &context] {
    if (options->document.empty() && options->corpus.empty())
      throw CLI::RequiredError("a document with --claims, or --corpus with --out");
    verify(context, *options);
  });
}

}  // namespace mizan::cli
