// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that is defined by data, loaded once at the start: forms, installed criteria, rule sets, provinces.
#pragma once

#include "base/result.hpp"
#include "forms/bundle.hpp"
#include "forms/document_types.hpp"
#include "forms/form.hpp"
#include "forms/provinces.hpp"
#include "forms/rule_set.hpp"
#include "forms/services_on_offer.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::forms {

/// Where definitions lie; the configuration sets them (section [definitions]).
struct DefinitionFolders {
  std::filesystem::path definitions;           ///< form-definitions
  std::vector<std::filesystem::path> bundles;  ///< folders that hold bundle folders, besides definitions/sections
};

/// Immutable once loaded; share it freely between threads. References stay valid as long as it lives.
class Definitions {
 public:
  /// Fails with `definition.*` when schemas, provinces, forms or rule sets are wrong, or a form names a section that no
  /// bundle provides. A bad bundle is no failure: it is refused, and listed with its reason.
  [[nodiscard]] static Result<Definitions> load(const DefinitionFolders& folders);

  [[nodiscard]] const Provinces& provinces() const noexcept { return m_provinces; }
  [[nodiscard]] const DocumentTypes& document_types() const noexcept { return m_document_types; }
  [[nodiscard]] const ServicesOnOffer& services() const noexcept { return m_services; }
  [[nodiscard]] const std::vector<Form>& forms() const noexcept { return m_forms; }
  [[nodiscard]] const Form* form(OfficeKind kind) const;
  [[nodiscard]] const std::vector<RuleSet>& rule_sets() const noexcept { return m_rule_sets; }
  [[nodiscard]] const RuleSet* rule_set(std::string_view id) const;

  /// Installed criteria, by id and then from the oldest version to the newest.
  [[nodiscard]] const std::vector<Bundle>& bundles() const noexcept { return m_bundles; }
  /// The version a round pinned; null when it is not installed.
  [[nodiscard]] const Bundle* bundle(std::string_view id, std::string_view version) const;
  /// The newest installed version; null when there is none.
  [[nodiscard]] const Bundle* newest(std::string_view id) const;
  /// Why some folders are not among `bundles`.
  [[nodiscard]] const std::vector<Problem>& refused() const noexcept { return m_refused; }

 private:
  Provinces m_provinces;
  DocumentTypes m_document_types;
  ServicesOnOffer m_services;
  std::vector<Form> m_forms;
  std::vector<Bundle> m_bundles;
  std::vector<Problem> m_refused;
  std::vector<RuleSet> m_rule_sets;
};

}  // namespace mizan::forms
