// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/uploads/upload_refusal.hpp"

#include "base/persian/digits.hpp"
#include "workflow/evidence/evidence_place.hpp"
#include "workflow/uploads/upload_in_hand.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace mizan::workflow {
namespace {

constexpr std::array k_names{"member", "limit"};

bool tells(const Problem& problem, const char* name) {
  return problem.code.kind().fa.find("{" + std::string(name) + "}") != std::string_view::npos;
}

Problem with_number(Problem problem, std::uint64_t number, const std::string& unit_fa, const std::string& unit_en) {
  const auto text = std::to_string(number);
  return std::move(problem).with("limit", persian::persian_digits(text) + unit_fa).with("limit_en", text + unit_en);
}

/// The sentences whose words come from the configuration or a definition, not from the refusal.
std::optional<Problem> known_otherwise(const Services& services, const Actor& actor, const ResumableUpload& upload,
                                       ProblemCode code) {
  if (code == ProblemCode("evidence.too_large")) return document_too_large(services.limits.reading.bytes);
  if (code == ProblemCode("upload.too_many")) return too_many_uploads(services.limits.uploads);
  if (code == ProblemCode("upload.too_much")) return too_much_uploaded(services.limits.uploads);
  if (code != ProblemCode("evidence.type_not_accepted")) return std::nullopt;
  const auto place = services.database.read(
      [&](storage::Stores& stores) { return find_evidence_place(stores, services, actor, draft_of(upload)); });
  return place && place->slot != nullptr ? type_not_accepted(*place->slot) : Problem(code);
}

}  // namespace

std::string stored_refusal(const Problem& problem) {
  std::string stored(problem.code.id());
  for (const char* name : k_names)
    if (const auto value = problem.params.find(name); value != problem.params.end() && tells(problem, name))
      return stored + " " + value->second;
  return stored;
}

Problem refusal_of(const Services& services, const Actor& actor, const ResumableUpload& upload) {
  const std::string_view stored(upload.problem);
  const auto blank = stored.find(' ');
  Problem problem(ProblemCode::from_text(stored.substr(0, blank)));
  if (auto known = known_otherwise(services, actor, upload, problem.code)) return std::move(*known);
  const auto named = blank == std::string_view::npos ? upload.file_name : std::string(stored.substr(blank + 1));
  for (const char* name : k_names)
    if (tells(problem, name)) problem.params[name] = named;
  return problem;
}

Problem too_many_uploads(const UploadRules& rules) {
  return with_number(Problem("upload.too_many"), static_cast<std::uint64_t>(rules.unfinished), "", "");
}

Problem too_much_uploaded(const UploadRules& rules) {
  return with_number(Problem("upload.too_much"), rules.unfinished_bytes >> 20U, " مگابایت", " MB");
}

}  // namespace mizan::workflow
