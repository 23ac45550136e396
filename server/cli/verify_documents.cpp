// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verify_documents.hpp"

#include "documents/versions.hpp"
#include "model/problem_json.hpp"
#include "model/reading_json.hpp"
#include "verification/verify.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace mizan::cli {
namespace {

using nlohmann::json;
using Steady = std::chrono::steady_clock;

tl::unexpected<Problem> wrong(const std::filesystem::path& file, std::string path, std::string reason) {
  return fail(Problem("definition.invalid")
                  .with("file", file.string())
                  .with("path", std::move(path))
                  .with("reason", std::move(reason)));
}

Claim claim_of(const json& row, const std::string& document_type, const forms::DocumentTypes& types) {
  Claim claim;
  claim.id = row.at("claim_id").get<std::string>();
  claim.document_type = document_type;
  claim.field = row.at("field").get<std::string>();
  claim.label = row.value("label", "");
  claim.declared = row.at("declared").get<std::string>();
  (void)from_text(row.value("kind", "text"), claim.kind);  // an unknown kind stays `text`
  types.complete(claim);
  return claim;
}

// What a document that gave no reading says about every claim.
std::vector<Verdict> nothing_readable(const std::vector<Claim>& claims, const Problem& problem) {
  std::vector<Verdict> verdicts;
  for (const auto& claim : claims) {
    Verdict verdict;
    verdict.claim_id = claim.id;
    verdict.reason = problem.code.id() == "evidence.no_text" ? "no_text" : "not_confident";
    verdicts.push_back(std::move(verdict));
  }
  return verdicts;
}

std::optional<Reading> kept_reading(const std::filesystem::path& kept) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(kept, error)) return std::nullopt;
  std::ifstream stream(kept, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(stream)), {});
  if (text.empty()) return std::nullopt;
  auto reading = checked_reading(text);
  if (!reading || reading->reader_version != documents::reader_version()) return std::nullopt;  // half written, or old
  return *std::move(reading);
}

Result<Reading> reading_of(documents::Reader& reader, const documents::ReadingLimits& limits,
                           const std::filesystem::path& document, const std::filesystem::path& kept) {
  if (!kept.empty())
    if (auto found = kept_reading(kept)) return *std::move(found);
  documents::ReadRequest request;
  request.file = document;
  request.limits = limits;
  auto reading = reader.read(request);
  if (!reading || kept.empty()) return reading;
  std::ofstream stream(kept, std::ios::binary | std::ios::trunc);
  stream << to_json(*reading).dump();
  stream.close();
  if (!stream)
    return fail(Problem("definition.unreadable").with("file", kept.string()).with("reason", "cannot be written"));
  return reading;
}

}  // namespace

Result<ClaimsFile> read_claims_file(const std::filesystem::path& file, const forms::DocumentTypes& types) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream)
    return fail(Problem("definition.unreadable").with("file", file.string()).with("reason", "cannot be opened"));
  const auto document = json::parse(stream, nullptr, false);
  if (document.is_discarded())
    return fail(Problem("definition.unreadable").with("file", file.string()).with("reason", "is not JSON"));
  ClaimsFile out;
  try {
    out.id = document.value("id", file.stem().string());
    out.document = document.value("file", "");
    const auto document_type = document.value("doc_type", "");
    for (const auto& row : document.at("claims")) out.claims.push_back(claim_of(row, document_type, types));
  } catch (const json::exception& error) {
    return wrong(file, "/claims/" + std::to_string(out.claims.size()), error.what());
  }
  return out;
}

DocumentVerdicts verify_document(documents::Reader& reader, const documents::ReadingLimits& limits,
                                 const std::filesystem::path& document, const std::vector<Claim>& claims,
                                 const std::filesystem::path& kept) {
  const auto start = Steady::now();
  DocumentVerdicts out;
  const auto reading = reading_of(reader, limits, document, kept);
  if (reading) {
    out.verdicts = verification::verify(*reading, claims);
  } else {
    out.refused = reading.error();
    out.verdicts = nothing_readable(claims, reading.error());
  }
  out.took = std::chrono::duration_cast<std::chrono::milliseconds>(Steady::now() - start);
  return out;
}

std::string to_json_text(const DocumentVerdicts& verdicts) {
  json results = json::array();
  for (const auto& verdict : verdicts.verdicts) results.push_back(to_json(verdict));
  json out = {{"ms", verdicts.took.count()}, {"results", std::move(results)}};
  if (verdicts.refused) out["problem"] = to_json(*verdicts.refused);
  return out.dump(1) + "\n";
}

}  // namespace mizan::cli
