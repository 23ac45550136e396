// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a definition file and holds it against its JSON Schema.
#pragma once

#include "base/result.hpp"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace mizan::forms {

/// The file's JSON. Fails with `definition.unreadable` (missing, larger than 1 MiB, not JSON, with the line and
/// column).
[[nodiscard]] Result<nlohmann::json> read_definition(const std::filesystem::path& file);

/// The same of a file's text; `file` is its name in the problem. Refuses what nests deeper than any definition does.
[[nodiscard]] Result<nlohmann::json> definition_from_text(std::string_view untrusted_text, const std::string& file);

/// The schemas of form-definitions/schema, compiled once. Thread-safe after loading.
class DefinitionSchemas {
 public:
  /// `folder` is form-definitions/schema. Fails with `definition.*` naming the schema that is missing or wrong.
  [[nodiscard]] static Result<DefinitionSchemas> load(const std::filesystem::path& folder);

  DefinitionSchemas(DefinitionSchemas&&) noexcept;
  DefinitionSchemas& operator=(DefinitionSchemas&&) noexcept;
  ~DefinitionSchemas();

  enum class Kind { section, form, rule_set, manifest, document_type };
  /// Fails with `definition.invalid`: `file` as given, the path as a JSON pointer, the reason of the deepest fault.
  [[nodiscard]] Outcome check(Kind kind, const nlohmann::json& json, const std::string& file) const;

 private:
  struct Compiled;
  explicit DefinitionSchemas(std::unique_ptr<Compiled> compiled);
  std::unique_ptr<Compiled> m_compiled;
};

}  // namespace mizan::forms
