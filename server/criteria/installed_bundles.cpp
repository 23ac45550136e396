// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/installed_bundles.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <optional>
#include <system_error>

namespace mizan::criteria {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::optional<InstalledBundle> read_bundle(const JudgeOptions& options, const fs::path& folder) {
  std::ifstream in(folder / "manifest.json");
  const auto manifest = json::parse(in, nullptr, false);
  if (!manifest.is_object()) return std::nullopt;
  const auto text = [&](const char* name) {
    const auto found = manifest.find(name);
    return found != manifest.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  InstalledBundle bundle{{text("id"), text("version")}, folder, options.declared_library};
  if (bundle.criterion.id.empty() || bundle.criterion.version.empty()) return std::nullopt;
  // A library is a file of the bundle, never a path out of it.
  if (const auto library = text("library"); !library.empty()) bundle.library = folder / fs::path(library).filename();
  return bundle;
}

}  // namespace

Result<InstalledBundle> bundle_in(const JudgeOptions& options, const fs::path& folder) {
  if (auto bundle = read_bundle(options, folder)) return *std::move(bundle);
  return fail(Problem("plugin.refused")
                  .with("file", (folder / "manifest.json").string())
                  .with("reason", "شناسه و نسخه در آن نیست")
                  .with("reason_en", "it names no id and version"));
}

Result<InstalledBundle> find_bundle(const JudgeOptions& options, const CriterionRef& criterion) {
  for (const auto& bundles : options.bundle_folders) {
    std::error_code unreadable;
    for (const auto& entry : fs::directory_iterator(bundles, unreadable)) {
      if (!fs::is_regular_file(entry.path() / "manifest.json", unreadable)) continue;
      auto bundle = read_bundle(options, entry.path());
      if (bundle && bundle->criterion == criterion) return *std::move(bundle);
    }
  }
  return fail(Problem("plugin.not_found").with("criterion", criterion.id).with("version", criterion.version));
}

std::string stamp_of(const InstalledBundle& bundle) {
  std::string stamp;
  for (const auto& file : {bundle.folder / "manifest.json", bundle.folder / "section.json", bundle.library}) {
    std::error_code missing;
    const auto written = fs::last_write_time(file, missing).time_since_epoch().count();
    const auto size = fs::file_size(file, missing);
    stamp += file.string() + ":" + (missing ? "missing" : std::to_string(written) + ":" + std::to_string(size)) + "\n";
  }
  return stamp;
}

}  // namespace mizan::criteria
