// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/examination.hpp"

#include "antivirus/trouble.hpp"
#include "app/application.hpp"
#include "app/data_examination.hpp"
#include "base/process/sandbox.hpp"
#include "workflow/work_queue.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <system_error>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace mizan::app {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds k_start_patience{1500};
constexpr auto k_sane_clock = std::chrono::sys_days{std::chrono::year{2025} / 1 / 1};

/// Starts the program with nothing to do (an empty standard input): it ends by itself, or still waits, but must not
/// die.
std::string trouble_starting(const fs::path& program) {
  if (access(program.c_str(), X_OK) != 0) return "it is missing or not executable";
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  auto path = program.string();
  std::array<char*, 2> arguments{path.data(), nullptr};
  pid_t pid = 0;
  const int error = posix_spawn(&pid, path.c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return std::error_code(error, std::generic_category()).message();
  int status = 0;
  const auto deadline = std::chrono::steady_clock::now() + k_start_patience;
  while (waitpid(pid, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() < deadline) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      continue;
    }
    kill(pid, SIGKILL);
    waitpid(pid, &status, 0);
    return {};
  }
  if (WIFSIGNALED(status)) return fmt::format("it died of signal {}", WTERMSIG(status));
  if (WEXITSTATUS(status) == 127) return "the loader did not find its libraries";
  return {};
}

CheckUp examine_program(const std::string& name, const fs::path& program) {
  const auto trouble = trouble_starting(program);
  if (trouble.empty()) return fine(name, fmt::format("{} starts", program.string()));
  return wrong(name, fmt::format("{}: {}; build or install Mizan again", program.string(), trouble));
}

/// The walls around the process that parses uploads.
CheckUp examine_protections(const ReadingSettings& reading) {
  const auto available = process::available_protections();
  const auto missing = available.missing(reading.process.required_protections);
  if (!missing.empty())
    return wrong(
        "protections",
        fmt::format("this kernel or container has no {}, which [reading] required_protections asks for; nothing "
                    "is read without it",
                    missing.front()));
  if (available.landlock == 0 || !available.system_calls)
    return {"protections", Severity::warning,
            fmt::format("documents are read behind: {}; a newer kernel has Landlock and seccomp", available.text())};
  return fine("protections", fmt::format("documents are read behind: {}", available.text()));
}

CheckUp examine_models(const fs::path& models) {
  std::error_code error;
  const auto debian = fs::path("/usr/share/tesseract-ocr/5/tessdata/fas.traineddata");
  const bool ours = fs::exists(models / "manifest.json", error);
  if (!fs::exists(debian, error))
    return wrong("models", fmt::format("{} is missing; install tesseract-ocr-fas", debian.string()));
  if (!ours)
    return {"models", Severity::warning,
            fmt::format("{} has no manifest.json; only Debian's models are used", models.string())};
  return fine("models", fmt::format("{} and Debian's Persian model", models.string()));
}

/// Without fonts and CMaps, texts of PDFs that embed none vanish silently.
CheckUp examine_fonts() {
  std::error_code error;
  if (!fs::exists("/usr/share/poppler/cMap", error))
    return wrong("fonts", "/usr/share/poppler is missing; install poppler-data");
  if (!fs::exists("/usr/share/fonts/truetype", error))
    return wrong("fonts", "no TrueType fonts; install fonts-dejavu-core");
  return fine("fonts", "fonts and poppler-data are there");
}

CheckUp examine_evidence(const EvidenceSettings& settings) {
  std::error_code error;
  fs::create_directories(settings.folder, error);
  const auto probe = settings.folder / fmt::format(".doctor-{}", getpid());
  {
    std::ofstream out(probe);
    if (!(out << "probe").flush())
      return wrong("evidence",
                   fmt::format("{} cannot be written; give it to the user of the service", settings.folder.string()));
  }
  fs::remove(probe, error);
  const auto space = fs::space(settings.folder, error);
  if (error) return wrong("evidence", fmt::format("{}: {}", settings.folder.string(), error.message()));
  const auto text = fmt::format("{} is writable, {} MiB free", settings.folder.string(), space.available >> 20U);
  if (space.available < settings.free_bytes)
    return wrong("evidence", text + fmt::format("; less than the {} MiB wanted", settings.free_bytes >> 20U));
  return fine("evidence", text);
}

Result<std::size_t> count_waiting_scans(const Configuration& configuration) {
  auto database = open_configured_database(configuration.database);
  if (!database) return fail(std::move(database.error()));
  auto keys = (*database)->read(
      [](storage::Stores& stores) { return stores.reports().pending_keys(workflow::k_scan_content); });
  if (!keys) return fail(std::move(keys.error()));
  return keys->size();
}

Result<std::string> scanner_version(const antivirus::ClamdOptions& options) {
  const auto scanner = antivirus::make_clamd(options);
  if (scanner == nullptr) return fail(antivirus::unavailable(antivirus::Trouble::not_configured));
  if (auto answered = scanner->ping(); !answered) return fail(std::move(answered.error()));
  return scanner->version();
}

/// The virus scanner: which one, whether it answers, and how much it has before it.
CheckUp examine_antivirus(const Configuration& configuration) {
  const auto& rules = configuration.workflow.scans;
  if (!rules.wanted())
    return {"antivirus", Severity::warning,
            "no scanner; documents are shown unscanned: install clamav-daemon and set [antivirus] clamd"};
  auto waiting = count_waiting_scans(configuration);
  if (!waiting) return wrong("antivirus", waiting.error());
  const auto wait = fmt::format("{} {} for it{}", *waiting, *waiting == 1 ? "document waits" : "documents wait",
                                rules.required ? ", shown to nobody but the sender" : "");
  auto version = scanner_version(configuration.antivirus);
  if (!version) {
    auto line = wrong("antivirus", version.error());
    line.text += "; " + wait;
    return line;
  }
  return fine("antivirus", fmt::format("{} answers at {}; {}", *version, configuration.antivirus.address, wait));
}

void examine_definitions(const Configuration& configuration, std::vector<CheckUp>& found) {
  auto definitions = forms::Definitions::load(configuration.definitions);
  if (!definitions) {
    found.push_back(wrong("definitions", definitions.error()));
    return;
  }
  found.push_back(fine("definitions", fmt::format("{} forms, {} criteria, {} rule sets", definitions->forms().size(),
                                                  definitions->bundles().size(), definitions->rule_sets().size())));
  for (const auto& refused : definitions->refused()) found.push_back(wrong("plugin", refused));
}

CheckUp examine_web(const fs::path& web) {
  std::error_code error;
  if (!fs::exists(web / "index.html", error))
    return wrong("web", fmt::format("{} has no index.html; build the web pages (./dev build)", web.string()));
  return fine("web", fmt::format("pages in {}", web.string()));
}

CheckUp examine_clock() {
  const auto now = SystemClock().now();
  if (now < k_sane_clock)
    return wrong("clock", fmt::format("it shows {}; set it (deadlines depend on it)", to_iso8601(now)));
  return fine("clock", to_iso8601(now));
}

CheckUp examine_server(const http::ServerOptions& options) {
  const bool local = options.address == "127.0.0.1" || options.address == "::1";
  if (!options.secure_cookies && !local)
    return {"server", Severity::warning,
            fmt::format("{} listens without TLS in front: set [server] secure_cookies behind a TLS proxy",
                        options.address)};
  return fine("server", fmt::format("{}:{}, {} threads", options.address, options.port, options.threads));
}

}  // namespace

CheckUp fine(std::string name, std::string text) {
  return {std::move(name), Severity::fine, std::move(text)};
}

CheckUp mind(std::string name, std::string text) {
  return {std::move(name), Severity::warning, std::move(text)};
}

CheckUp wrong(std::string name, std::string text) {
  return {std::move(name), Severity::wrong, std::move(text)};
}

CheckUp wrong(std::string name, const Problem& problem) {
  return wrong(std::move(name), problem.internal.empty() ? problem.text_en()
                                                         : fmt::format("{} ({})", problem.text_en(), problem.internal));
}

std::vector<CheckUp> examine(const Installation& installation, const Configuration& configuration) {
  std::vector<CheckUp> found;
  found.push_back(fine("installation", installation.prefix.string()));
  found.push_back(examine_program("reader", configuration.reading.process.executable));
  found.push_back(examine_program("judge", configuration.judging.executable));
  found.push_back(examine_protections(configuration.reading));
  found.push_back(examine_models(configuration.reading.process.models));
  found.push_back(examine_fonts());
  found.push_back(examine_evidence(configuration.evidence));
  examine_data(configuration, found);
  found.push_back(examine_antivirus(configuration));
  examine_definitions(configuration, found);
  found.push_back(examine_web(configuration.server.web));
  found.push_back(examine_server(configuration.server));
  found.push_back(examine_clock());
  return found;
}

}  // namespace mizan::app
