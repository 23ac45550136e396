// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/bundle.hpp"

#include "forms/definition_file.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>

namespace mizan::forms {
namespace {

using nlohmann::json;

Result<Manifest> read_manifest(const std::filesystem::path& file, const DefinitionSchemas& schemas) {
  auto document = read_definition(file);
  if (!document) return fail(std::move(document.error()));
  if (auto fits = schemas.check(DefinitionSchemas::Kind::manifest, *document, file.string()); !fits)
    return fail(std::move(fits.error()));
  Manifest manifest;
  manifest.id = document->at("id").get<std::string>();
  manifest.version = document->at("version").get<std::string>();
  manifest.sdk = document->at("sdk").get<std::string>();
  for (const auto& name : document->at("kinds")) {
    OfficeKind kind{};
    if (from_text(name.get<std::string>(), kind)) manifest.kinds.push_back(kind);
  }
  manifest.library = document->value("library", "");
  return manifest;
}

Result<Section> read_section(const std::filesystem::path& file, const DefinitionSchemas& schemas,
                             const Provinces& provinces) {
  auto document = read_definition(file);
  if (!document) return fail(std::move(document.error()));
  if (auto fits = schemas.check(DefinitionSchemas::Kind::section, *document, file.string()); !fits)
    return fail(std::move(fits.error()));
  return section_from_json(*document, provinces, file.string());
}

std::array<int, 3> numbers_of(const std::string& version) {
  std::array<int, 3> numbers{};
  const char* at = version.data();
  const char* const end = version.data() + version.size();
  for (auto& number : numbers) {
    at = std::from_chars(at, end, number).ptr;
    if (at != end) ++at;
  }
  return numbers;
}

}  // namespace

bool older_version(const std::string& left, const std::string& right) {
  return numbers_of(left) < numbers_of(right);
}

Result<Bundle> read_bundle(const std::filesystem::path& folder, const DefinitionSchemas& schemas,
                           const Provinces& provinces) {
  auto manifest = read_manifest(folder / "manifest.json", schemas);
  if (!manifest) return fail(std::move(manifest.error()));
  auto section = read_section(folder / "section.json", schemas, provinces);
  if (!section) return fail(std::move(section.error()));
  if (section->id != manifest->id)
    return fail(Problem("definition.invalid")
                    .with("file", (folder / "section.json").string())
                    .with("path", "/id")
                    .with("reason", "is not the manifest's id “" + manifest->id + "”"));
  if (!manifest->library.empty() && !std::filesystem::is_regular_file(folder / manifest->library))
    return fail(Problem("plugin.refused")
                    .with("file", (folder / manifest->library).string())
                    .with("reason", "فایل کتابخانه در بسته نیست")
                    .with("reason_en", "the bundle lacks the library that its manifest names"));
  return Bundle{std::move(*manifest), std::move(*section), folder};
}

}  // namespace mizan::forms
