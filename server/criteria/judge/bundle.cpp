// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundle.hpp"

#include "borrowed.hpp"
#include "services.hpp"

#include <dlfcn.h>

#include <exception>
#include <fstream>

namespace mizan::criteria {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

Problem refused(const fs::path& file, std::string fa, std::string en) {
  return Problem("plugin.refused", en)
      .with("file", file.string())
      .with("reason", std::move(fa))
      .with("reason_en", std::move(en));
}

Result<json> read_object(const fs::path& file) {
  std::ifstream in(file);
  auto document = json::parse(in, nullptr, false);
  if (!document.is_object())
    return fail(refused(file, "این فایل خوانده نشد", "the file cannot be read as a JSON object"));
  return document;
}

std::string text(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string written(mizan_version version) {
  return std::to_string(version.major) + "." + std::to_string(version.minor);
}

/// The rule of mizan/version.h. `sdk` is looked at before anything else is touched.
Outcome check_version(const mizan_plugin& plugin, const fs::path& library) {
  if (plugin.sdk.major == MIZAN_SDK_MAJOR && plugin.sdk.minor <= MIZAN_SDK_MINOR) return {};
  return fail(Problem("plugin.incompatible")
                  .with("file", library.string())
                  .with("wanted", "SDK " + written(plugin.sdk))
                  .with("have", "SDK " + written({MIZAN_SDK_MAJOR, MIZAN_SDK_MINOR})));
}

Outcome start(const mizan_plugin& plugin, const fs::path& library) {
  if (plugin.start == nullptr || plugin.stop == nullptr || plugin.criterion == nullptr)
    return fail(refused(library, "جدول توابع آن ناقص است", "its table of functions is incomplete"));
  try {
    if (plugin.start(&host()) == MIZAN_OK) return {};
    return fail(
        refused(library, "خود افزونه از شروع خودداری کرد", "it would not start (a service it needs may be missing)"));
  } catch (...) {
    return fail(refused(library, "هنگام شروع خطایی از آن بیرون زد", "an exception left it while starting"));
  }
}

Result<const mizan_criterion*> criterion_of(const mizan_plugin& plugin, const CriterionRef& wanted,
                                            const fs::path& library, bool own_library) {
  const mizan_criterion* criterion = nullptr;
  try {
    criterion = plugin.criterion(text_of(wanted.id));
  } catch (...) {
    criterion = nullptr;
  }
  if (criterion == nullptr || criterion->claims == nullptr || criterion->judge == nullptr)
    return fail(refused(library, "معیار " + wanted.id + " در آن نیست", "it has no criterion " + wanted.id));
  const auto version = view(criterion->version);
  if (version == wanted.version || (version.empty() && !own_library)) return criterion;
  return fail(refused(library, "نسخهٔ آن با نسخهٔ بسته («" + wanted.version + "») یکی نیست",
                      "it says it is version " + std::string(version) + ", its bundle " + wanted.version));
}

}  // namespace

Result<const mizan_plugin*> Bundles::plugin_in(const fs::path& library) {
  if (const auto found = m_plugins.find(library); found != m_plugins.end()) return found->second;
  void* const handle = ::dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (handle == nullptr) {
    const char* const why = ::dlerror();
    return fail(
        refused(library, "کتابخانه بار نشد", std::string("it cannot be loaded: ") + (why == nullptr ? "" : why)));
  }
  const auto* const plugin = static_cast<const mizan_plugin*>(::dlsym(handle, MIZAN_PLUGIN_ENTRY_SYMBOL));
  if (plugin == nullptr)
    return fail(refused(library, "نماد " MIZAN_PLUGIN_ENTRY_SYMBOL " در آن نیست",
                        "it does not export " MIZAN_PLUGIN_ENTRY_SYMBOL));
  if (auto fits = check_version(*plugin, library); !fits) return fail(std::move(fits.error()));
  if (auto started = start(*plugin, library); !started) return fail(std::move(started.error()));
  m_plugins.emplace(library, plugin);
  return plugin;
}

Result<const LoadedBundle*> Bundles::loaded(const CriterionRef& criterion, const fs::path& folder,
                                            const fs::path& library) {
  if (const auto found = m_bundles.find(folder); found != m_bundles.end()) return &found->second;
  const auto manifest = read_object(folder / "manifest.json");
  if (!manifest) return fail(manifest.error());
  if (text(*manifest, "id") != criterion.id || text(*manifest, "version") != criterion.version)
    return fail(Problem("plugin.not_found").with("criterion", criterion.id).with("version", criterion.version));
  auto section = read_object(folder / "section.json");
  if (!section) return fail(section.error());
  if (text(*section, "id") != criterion.id)
    return fail(refused(folder / "section.json", "شناسهٔ آن با شناسهٔ بسته یکی نیست", "its id is not the manifest's"));
  const auto plugin = plugin_in(library);
  if (!plugin) return fail(plugin.error());
  const auto found = criterion_of(**plugin, criterion, library, manifest->contains("library"));
  if (!found) return fail(found.error());
  return &m_bundles.emplace(folder, LoadedBundle{*std::move(section), *found}).first->second;
}

}  // namespace mizan::criteria
