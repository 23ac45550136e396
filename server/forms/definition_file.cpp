// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/definition_file.hpp"

#include "base/json_depth.hpp"
#include "base/persian/shortened.hpp"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <string_view>

namespace mizan::forms {
namespace {

using nlohmann::json;

constexpr std::uintmax_t k_most_bytes = 1U << 20U;
constexpr int k_deepest = 32;
// Whether a list repeats itself is found by comparing each element with each other.
constexpr std::size_t k_longest_list = 1000;
constexpr std::size_t k_longest_reason = 500;
constexpr std::array<std::string_view, 5> k_schema_files{"section.schema.json", "form.schema.json",
                                                         "rule-set.schema.json", "manifest.schema.json",
                                                         "document-type.schema.json"};

tl::unexpected<Problem> unreadable(const std::string& file, const std::string& reason) {
  // A parser says what it read last, whatever that was.
  return fail(
      Problem("definition.unreadable").with("file", file).with("reason", persian::shortened(reason, k_longest_reason)));
}

bool has_long_list(const json& value) {
  if (value.is_array() && value.size() > k_longest_list) return true;
  return value.is_structured() && std::any_of(value.begin(), value.end(), has_long_list);
}

tl::unexpected<Problem> invalid(const std::string& file, const std::string& path, const std::string& reason) {
  return fail(Problem("definition.invalid")
                  .with("file", file)
                  .with("path", persian::shortened(path, k_longest_reason))
                  .with("reason", persian::shortened(reason, k_longest_reason)));
}

// valijson names a place as "<root>" "[fields]" "[0]"; a JSON pointer is what people can follow.
std::string pointer_of(const std::vector<std::string>& context) {
  std::string path;
  for (const auto& step : context)
    if (step.size() > 2 && step.front() == '[' && step.back() == ']') path += "/" + step.substr(1, step.size() - 2);
  return path.empty() ? "/" : path;
}

}  // namespace

Result<json> read_definition(const std::filesystem::path& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (error) return unreadable(file.string(), error.message());
  if (size > k_most_bytes) return unreadable(file.string(), "larger than 1 MiB");
  std::ifstream stream(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (!stream) return unreadable(file.string(), "cannot be opened");
  return definition_from_text(text, file.string());
}

Result<json> definition_from_text(std::string_view untrusted_text, const std::string& file) {
  // Holding a value against a schema takes stack for each of its levels.
  if (nests_deeper(untrusted_text, k_deepest)) return unreadable(file, "nested too deeply");
  try {
    return json::parse(untrusted_text);
  } catch (const json::exception& fault) {  // no JSON, or a number beyond what a double holds
    return unreadable(file, fault.what());
  }
}

struct DefinitionSchemas::Compiled {
  std::array<valijson::Schema, k_schema_files.size()> schemas;
};

DefinitionSchemas::DefinitionSchemas(std::unique_ptr<Compiled> compiled) : m_compiled(std::move(compiled)) {}
DefinitionSchemas::DefinitionSchemas(DefinitionSchemas&&) noexcept = default;
DefinitionSchemas& DefinitionSchemas::operator=(DefinitionSchemas&&) noexcept = default;
DefinitionSchemas::~DefinitionSchemas() = default;

Result<DefinitionSchemas> DefinitionSchemas::load(const std::filesystem::path& folder) {
  auto compiled = std::make_unique<Compiled>();
  for (std::size_t i = 0; i < k_schema_files.size(); ++i) {
    const auto file = folder / k_schema_files[i];
    auto document = read_definition(file);
    if (!document) return fail(std::move(document.error()));
    try {
      valijson::SchemaParser parser;
      parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(*document), compiled->schemas[i]);
    } catch (const std::exception& fault) {
      return unreadable(file.string(), fault.what());
    }
  }
  return DefinitionSchemas(std::move(compiled));
}

Outcome DefinitionSchemas::check(Kind kind, const json& json, const std::string& file) const {
  if (has_long_list(json)) return invalid(file, "/", "a list of more than " + std::to_string(k_longest_list));
  valijson::Validator validator;
  valijson::ValidationResults results;
  const valijson::adapters::NlohmannJsonAdapter target(json);
  if (validator.validate(m_compiled->schemas[static_cast<std::size_t>(kind)], target, &results)) return {};
  valijson::ValidationResults::Error deepest, error;
  while (results.popError(error))
    if (error.context.size() > deepest.context.size()) deepest = error;
  return invalid(file, pointer_of(deepest.context), deepest.description);
}

}  // namespace mizan::forms
