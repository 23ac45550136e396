// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps.hpp"

#include "base/persian/utf8.hpp"
#include "borrowed.hpp"
#include "criteria/messages.hpp"
#include "model/verdict.hpp"
#include "values.hpp"

#include <array>
#include <exception>
#include <string_view>
#include <utility>

namespace mizan::criteria {
namespace {

using nlohmann::json;

/// What a step added. Meaning is checked by the parent; here only what cannot travel is refused: too much, or no UTF-8.
struct Collected {
  json claims = json::array(), reasons = json::array(), missing = json::array(), notes = json::array();
  std::string spoiled;  ///< why the answer cannot be used, or empty

  void spoil(std::string why) {
    if (spoiled.empty()) spoiled = std::move(why);
  }

  std::string text(mizan_text given) {
    const auto bytes = view(given);
    if (bytes.size() > k_longest_text) {
      spoil("a text is too long");
      return {};
    }
    if (persian::encode(persian::decode(bytes)) != bytes) spoil("a text is no valid UTF-8");
    return spoiled.empty() ? std::string(bytes) : std::string();
  }

  void add(json& list, std::size_t most, json row) {
    if (list.size() >= most) return spoil("more than " + std::to_string(most) + " of a kind");
    if (spoiled.empty()) list.push_back(std::move(row));
  }
};

Collected& behind(void* host_data) {
  return *static_cast<Collected*>(host_data);
}

void add_claim(const mizan_claims_output* output, const mizan_claim* claim) {
  auto& all = behind(output->host_data);
  json labels = json::array();
  for (std::size_t i = 0; i < claim->label_count && i < k_most_lines; ++i) labels.push_back(all.text(claim->labels[i]));
  all.add(all.claims, k_most_claims,
          {{"id", all.text(claim->id)},
           {"document_type", all.text(claim->document_type)},
           {"field", all.text(claim->field)},
           {"kind", all.text(claim->kind)},
           {"declared", all.text(claim->declared)},
           {"label", all.text(claim->label)},
           {"labels", std::move(labels)},
           {"row", claim->row},
           {"role", all.text(claim->role)}});
}

void add_reason(const mizan_judge_output* output, const mizan_reason* reason) {
  auto& all = behind(output->host_data);
  all.add(all.reasons, k_most_lines,
          {{"id", all.text(reason->id)},
           {"points", reason->points},
           {"maximum", reason->maximum},
           {"text_fa", all.text(reason->text_fa)},
           {"text_en", all.text(reason->text_en)}});
}

void add_missing(const mizan_judge_output* output, const mizan_missing* missing) {
  auto& all = behind(output->host_data);
  all.add(all.missing, k_most_lines,
          {{"field", all.text(missing->field)},
           {"worth", missing->worth},
           {"text_fa", all.text(missing->text_fa)},
           {"text_en", all.text(missing->text_en)}});
}

void add_note(const mizan_judge_output* output, const mizan_note* note) {
  auto& all = behind(output->host_data);
  all.add(
      all.notes, k_most_lines,
      {{"field", all.text(note->field)}, {"text_fa", all.text(note->text_fa)}, {"text_en", all.text(note->text_en)}});
}

/// Calls across the border. A plugin not written with our C++ layer may throw; its process is then not to be trusted,
/// and the parent replaces it after any `plugin.failed`.
template <class Call>
Outcome called(const std::string& criterion, const Collected& collected, const Call& call) {
  try {
    if (call() != MIZAN_OK) return fail(plugin_failed(criterion, "the step said that it failed; see its log"));
  } catch (const std::exception& error) {
    return fail(plugin_failed(criterion, std::string("an exception crossed the border: ") + error.what()));
  } catch (...) {
    return fail(plugin_failed(criterion, "an exception crossed the border"));
  }
  if (!collected.spoiled.empty()) return fail(plugin_failed(criterion, collected.spoiled));
  return {};
}

const json& member(const json& object, const char* name) {
  static const json s_nothing;
  const auto found = object.find(name);
  return found == object.end() ? s_nothing : *found;
}

std::string criterion_id(const json& request) {
  return request.at("criterion").at("id").get<std::string>();
}

int32_t decision_of(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, int32_t>, 5> k_decisions{{
      {"document", MIZAN_DECIDED_DOCUMENT},
      {"declaration", MIZAN_DECIDED_DECLARATION},
      {"unreadable", MIZAN_DECIDED_UNREADABLE},
      {"clarification", MIZAN_DECIDED_CLARIFICATION},
      {"trusted", MIZAN_DECIDED_TRUSTED},
  }};
  for (const auto& [name, decision] : k_decisions)
    if (name == text) return decision;
  return MIZAN_UNDECIDED;
}

int32_t agreement_of(std::string_view text) {
  auto agreement = Agreement::unreadable;
  (void)from_text(text, agreement);  // unknown: the weakest
  if (agreement == Agreement::match) return MIZAN_MATCH;
  return agreement == Agreement::mismatch ? MIZAN_MISMATCH : MIZAN_UNREADABLE;
}

mizan_text text_member(const json& object, const char* name) {
  const auto& value = member(object, name);
  return value.is_string() ? text_of(value.get_ref<const std::string&>()) : mizan_text{};
}

mizan_finding finding_of(const json& row) {
  return {row.value("document", std::size_t{0}),
          text_member(row, "claim_id"),
          text_member(row, "field"),
          row.value("row", int32_t{0}),
          text_member(row, "declared"),
          agreement_of(view(text_member(row, "agreement"))),
          decision_of(view(text_member(row, "decision"))),
          text_member(row, "read"),
          row.value("confidence", int32_t{0}),
          row.value("page", int32_t{-1})};
}

}  // namespace

Result<json> run_claims(const LoadedBundle& bundle, const json& request) {
  const auto answers = values_of(member(request, "answers")), office = values_of(member(request, "office"));
  const auto section = values_of(bundle.section);
  const mizan_claims_input input{&answers, &office, &section, text_member(request, "slot")};
  Collected collected;
  const mizan_claims_output output{&collected, add_claim};
  auto done = called(criterion_id(request), collected,
                     [&] { return bundle.criterion->claims(bundle.criterion, &input, &output); });
  if (!done) return fail(std::move(done.error()));
  return json{{"claims", std::move(collected.claims)}};
}

Result<json> run_judge(const LoadedBundle& bundle, const json& request, const std::deque<JudgedReading>& readings) {
  const auto answers = values_of(member(request, "answers")), office = values_of(member(request, "office"));
  const auto section = values_of(bundle.section), points_table = values_of(member(request, "points_table"));
  std::vector<mizan_judged_document> documents;
  for (const auto& document : member(request, "documents"))
    documents.push_back({text_member(document, "slot"), readings.at(documents.size()).handle()});
  std::vector<mizan_finding> findings;
  for (const auto& finding : member(request, "findings")) findings.push_back(finding_of(finding));
  const mizan_judge_input input{&answers,         &office,          &section,        &points_table,
                                documents.data(), documents.size(), findings.data(), findings.size()};
  Collected collected;
  const mizan_judge_output output{&collected, add_reason, add_missing, add_note};
  auto done = called(criterion_id(request), collected,
                     [&] { return bundle.criterion->judge(bundle.criterion, &input, &output); });
  if (!done) return fail(std::move(done.error()));
  return json{{"judgement",
               {{"reasons", std::move(collected.reasons)},
                {"missing", std::move(collected.missing)},
                {"notes", std::move(collected.notes)}}}};
}

}  // namespace mizan::criteria
