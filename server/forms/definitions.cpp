// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/definitions.hpp"

#include "forms/definition_file.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace mizan::forms {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr std::array k_form_files{"pishkhan.json", "rural-ict.json"};

std::vector<fs::path> sorted_entries(const fs::path& folder) {
  std::vector<fs::path> entries;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) entries.push_back(entry.path());
  std::sort(entries.begin(), entries.end());
  return entries;
}

Result<json> checked_file(const fs::path& file, const DefinitionSchemas& schemas, DefinitionSchemas::Kind kind) {
  auto document = read_definition(file);
  if (!document) return document;
  if (auto fits = schemas.check(kind, *document, file.string()); !fits) return fail(std::move(fits.error()));
  return document;
}

Result<Form> read_form(const fs::path& file, const DefinitionSchemas& schemas) {
  auto document = checked_file(file, schemas, DefinitionSchemas::Kind::form);
  if (!document) return fail(std::move(document.error()));
  Form form;
  form.id = document->at("id").get<std::string>();
  (void)from_text(document->at("kind").get<std::string>(), form.kind);  // the schema lists the kinds
  form.title = {document->at("title").at("fa").get<std::string>(), document->at("title").at("en").get<std::string>()};
  form.sections = document->at("sections").get<std::vector<std::string>>();
  return form;
}

Result<ServicesOnOffer> read_services(const fs::path& file) {
  auto document = read_definition(file);
  if (!document) return fail(std::move(document.error()));
  return services_from_json(*document, file.string());
}

Problem stands_twice(const Bundle& bundle) {
  return Problem("plugin.refused")
      .with("file", bundle.folder.string())
      .with("reason", "این نسخه پیش‌تر از پوشهٔ دیگری خوانده شده است")
      .with("reason_en", "this version was already found in another folder");
}

struct Bundles {
  std::vector<Bundle> accepted;
  std::vector<Problem> refused;
};

Bundles read_bundles(const std::vector<fs::path>& folders, const DefinitionSchemas& schemas,
                     const Provinces& provinces) {
  Bundles out;
  for (const auto& folder : folders)
    for (const auto& entry : sorted_entries(folder)) {
      // Beside bundles lie folders that are none, such as the library `declared`.
      if (!fs::is_regular_file(entry / "manifest.json")) continue;
      auto bundle = read_bundle(entry, schemas, provinces);
      if (!bundle) {
        out.refused.push_back(std::move(bundle.error()));
        continue;
      }
      const auto same = [&](const Bundle& b) {
        return b.manifest.id == bundle->manifest.id && b.manifest.version == bundle->manifest.version;
      };
      if (std::any_of(out.accepted.begin(), out.accepted.end(), same))
        out.refused.push_back(stands_twice(*bundle));
      else
        out.accepted.push_back(std::move(*bundle));
    }
  std::sort(out.accepted.begin(), out.accepted.end(), [](const Bundle& a, const Bundle& b) {
    return a.manifest.id != b.manifest.id ? a.manifest.id < b.manifest.id
                                          : older_version(a.manifest.version, b.manifest.version);
  });
  return out;
}

Outcome sections_exist(const Form& form, const std::vector<Bundle>& bundles, const std::string& file) {
  for (std::size_t i = 0; i < form.sections.size(); ++i)
    if (std::none_of(bundles.begin(), bundles.end(),
                     [&](const Bundle& b) { return b.manifest.id == form.sections[i]; }))
      return fail(Problem("definition.invalid")
                      .with("file", file)
                      .with("path", "/sections/" + std::to_string(i))
                      .with("reason", "no criterion “" + form.sections[i] + "” is installed"));
  return {};
}

Result<std::vector<RuleSet>> read_rule_sets(const fs::path& folder, const DefinitionSchemas& schemas,
                                            const std::vector<Bundle>& bundles) {
  std::vector<const Section*> sections;  // newest first, so that a rule set is held against what a new round would pin
  for (auto bundle = bundles.rbegin(); bundle != bundles.rend(); ++bundle) sections.push_back(&bundle->section);
  std::vector<RuleSet> rule_sets;
  for (const auto& file : sorted_entries(folder)) {
    if (file.extension() != ".json") continue;
    auto document = checked_file(file, schemas, DefinitionSchemas::Kind::rule_set);
    if (!document) return fail(std::move(document.error()));
    auto rule_set = rule_set_from_json(*document, sections, file.string());
    if (!rule_set) return fail(std::move(rule_set.error()));
    rule_sets.push_back(std::move(*rule_set));
  }
  return rule_sets;
}

}  // namespace

Result<Definitions> Definitions::load(const DefinitionFolders& folders) {
  const auto schemas = DefinitionSchemas::load(folders.definitions / "schema");
  if (!schemas) return fail(schemas.error());
  const auto provinces_file = folders.definitions / "provinces.json";
  const auto provinces_json = read_definition(provinces_file);
  if (!provinces_json) return fail(provinces_json.error());
  auto provinces = provinces_from_json(*provinces_json, provinces_file.string());
  if (!provinces) return fail(std::move(provinces.error()));

  Definitions out;
  out.m_provinces = std::move(*provinces);
  auto document_types = DocumentTypes::load(folders.definitions / "document-types");
  if (!document_types) return fail(std::move(document_types.error()));
  out.m_document_types = std::move(*document_types);
  auto services = read_services(folders.definitions / "services.json");
  if (!services) return fail(std::move(services.error()));
  out.m_services = std::move(*services);
  auto bundle_folders = folders.bundles;
  bundle_folders.push_back(folders.definitions / "sections");
  auto bundles = read_bundles(bundle_folders, *schemas, out.m_provinces);
  out.m_bundles = std::move(bundles.accepted);
  out.m_refused = std::move(bundles.refused);
  for (const auto* name : k_form_files) {
    auto form = read_form(folders.definitions / name, *schemas);
    if (!form) return fail(std::move(form.error()));
    if (auto exist = sections_exist(*form, out.m_bundles, (folders.definitions / name).string()); !exist)
      return fail(std::move(exist.error()));
    out.m_forms.push_back(std::move(*form));
  }
  auto rule_sets = read_rule_sets(folders.definitions / "rule-sets", *schemas, out.m_bundles);
  if (!rule_sets) return fail(std::move(rule_sets.error()));
  out.m_rule_sets = std::move(*rule_sets);
  return out;
}

const Form* Definitions::form(OfficeKind kind) const {
  const auto found = std::find_if(m_forms.begin(), m_forms.end(), [&](const Form& f) { return f.kind == kind; });
  return found == m_forms.end() ? nullptr : &*found;
}

const RuleSet* Definitions::rule_set(std::string_view id) const {
  const auto found = std::find_if(m_rule_sets.begin(), m_rule_sets.end(), [&](const RuleSet& r) { return r.id == id; });
  return found == m_rule_sets.end() ? nullptr : &*found;
}

const Bundle* Definitions::bundle(std::string_view id, std::string_view version) const {
  const auto found = std::find_if(m_bundles.begin(), m_bundles.end(), [&](const Bundle& b) {
    return b.manifest.id == id && b.manifest.version == version;
  });
  return found == m_bundles.end() ? nullptr : &*found;
}

const Bundle* Definitions::newest(std::string_view id) const {
  const auto found =
      std::find_if(m_bundles.rbegin(), m_bundles.rend(), [&](const Bundle& b) { return b.manifest.id == id; });
  return found == m_bundles.rend() ? nullptr : &*found;
}

}  // namespace mizan::forms
