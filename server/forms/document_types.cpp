// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/document_types.hpp"

#include "base/persian/normalise.hpp"
#include "forms/definition_file.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <set>

namespace mizan::forms {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr std::string_view k_row = "{row}";

struct RowField {
  std::string field;  // with {row}
  int row = 0;
};

// "emp3_days" → "emp{row}_days", row 3; the field itself and 0 when it names no row.
RowField row_field(const std::string& field) {
  const auto first = std::find_if(field.begin(), field.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (first == field.end()) return {field, 0};
  const auto at = static_cast<std::size_t>(first - field.begin());
  int row = 0;
  const auto parsed = std::from_chars(field.data() + at, field.data() + field.size(), row);
  if (parsed.ec != std::errc{} || row < 1) return {field, 0};
  return {field.substr(0, at) + std::string(k_row) + std::string(parsed.ptr, field.data() + field.size()), row};
}

std::vector<std::string> skeletons_of(const std::vector<std::string>& labels) {
  std::vector<std::string> out;
  out.reserve(labels.size());
  for (const auto& label : labels) out.push_back(persian::skeleton(label));
  return out;
}

void append(std::vector<std::string>& to, const std::vector<std::string>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

Result<DocumentTypes> DocumentTypes::load(const fs::path& folder) {
  const auto schemas = DefinitionSchemas::load(folder.parent_path() / "schema");
  if (!schemas) return fail(schemas.error());
  DocumentTypes out;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() != ".json") continue;
    const auto document = read_definition(entry.path());
    if (!document) return fail(document.error());
    if (auto fits = schemas->check(DefinitionSchemas::Kind::document_type, *document, entry.path().string()); !fits)
      return fail(std::move(fits.error()));
    const auto id = document->at("id").get<std::string>();
    if (id != entry.path().stem().string())
      return fail(Problem("definition.invalid")
                      .with("file", entry.path().string())
                      .with("path", "/id")
                      .with("reason", "is not the name of the file"));
    DocumentType type;
    for (const auto& [field, wordings] : document->at("fields").items())
      type.fields.emplace(field, FieldWordings{wordings.at("labels").get<std::vector<std::string>>(),
                                               {},
                                               wordings.value("role", ""),
                                               wordings.value("sum_of", "")});
    for (auto& [field, wordings] : type.fields) wordings.skeletons = skeletons_of(wordings.labels);
    type.delimiters = document->value("delimiters", std::vector<std::string>{});
    type.delimiter_skeletons = skeletons_of(type.delimiters);
    out.m_types.emplace(id, std::move(type));
  }
  if (error)
    return fail(Problem("definition.unreadable").with("file", folder.string()).with("reason", error.message()));
  return out;
}

void DocumentTypes::complete(Claim& claim) const {
  const auto type = m_types.find(claim.document_type);
  if (type == m_types.end()) return;
  auto [field, row] = row_field(claim.field);
  auto known = type->second.fields.find(field);
  if (known == type->second.fields.end()) {
    known = type->second.fields.find(claim.field);
    row = 0;
  }
  if (known == type->second.fields.end()) return;
  append(claim.labels, known->second.labels);
  if (claim.row == 0) claim.row = row;
  if (claim.role.empty()) claim.role = known->second.role;
  if (const auto column = type->second.fields.find(known->second.sum_of); column != type->second.fields.end())
    append(claim.column_labels, column->second.labels);
  std::set<std::string> own;
  for (const auto& label : claim.labels) own.insert(persian::skeleton(label));
  const auto add_others = [&](const std::vector<std::string>& labels, const std::vector<std::string>& skeletons) {
    for (std::size_t i = 0; i < labels.size(); ++i)
      if (own.insert(skeletons[i]).second) claim.other_labels.push_back(labels[i]);
  };
  for (const auto& [name, wordings] : type->second.fields)
    if (name != known->first) add_others(wordings.labels, wordings.skeletons);
  add_others(type->second.delimiters, type->second.delimiter_skeletons);
}

bool DocumentTypes::knows(std::string_view document_type) const {
  return m_types.contains(document_type);
}

}  // namespace mizan::forms
