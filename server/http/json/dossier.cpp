// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/json/dossier.hpp"

#include "http/json/evidence.hpp"
#include "http/json/objection.hpp"
#include "http/json/office.hpp"
#include "http/json/round.hpp"
#include "http/json/score.hpp"
#include "http/json/time.hpp"

namespace mizan::http {
namespace {

using nlohmann::json;

json full_office(const Office& office) {
  auto out = office_brief(office);
  out["holder_name"] = office.holder_name;
  out["holder_national_id"] = office.holder_national_id;
  out["address"] = office.address;
  out["postal_code"] = office.postal_code;
  out["mobile"] = office.mobile;
  return out;
}

json section_json(const workflow::DossierSection& section) {
  const auto& definition = section.state.bundle->section;
  json out = {{"id", definition.id},
              {"title_fa", definition.title.fa},
              {"title_en", definition.title.en},
              {"status", workflow::to_text(section.state.status)},
              {"definition", json::parse(definition.source)},
              {"answers", section.state.answers.answers},
              {"evidence", json::array()},
              {"score", score_json(section.state.score)}};
  for (const auto& evidence : section.evidence) out["evidence"].push_back(evidence_json(evidence));
  return out;
}

json timeline_json(const std::vector<workflow::AuditLine>& lines) {
  auto rows = json::array();
  for (const auto& line : lines)
    rows.push_back({{"at", time_json(line.entry.at)},
                    {"action", line.entry.action},
                    {"text_fa", line.text.fa},
                    {"text_en", line.text.en},
                    {"actor_name", line.actor_name}});
  return rows;
}

json accounts_json(const std::vector<std::pair<Account, OfficeTie>>& accounts) {
  auto rows = json::array();
  for (const auto& [account, tie] : accounts)
    rows.push_back({{"name", account.name},
                    {"national_code", account.national_code},
                    {"tie", to_text(tie)},
                    {"activated", !account.password_hash.empty()}});
  return rows;
}

}  // namespace

json standing_json(const storage::OfficeStanding& standing) {
  auto out = office_brief(standing.office);
  out["status"] = standing.status ? json(to_text(*standing.status)) : json();
  out["open_findings"] = standing.open_findings;
  out["rank"] = rank_json(standing.rank);
  return out;
}

json dossier_json(const workflow::Dossier& dossier) {
  const auto& declaration = dossier.declaration;
  const bool submitted = declaration && !declaration->receipt_number.empty();
  json out = {{"office", full_office(dossier.office)},
              {"round", dossier.round ? round_banner_json(*dossier.round) : json()},
              {"status", declaration ? json(to_text(declaration->status)) : json()},
              {"receipt_number", submitted ? json(declaration->receipt_number) : json()},
              {"submitted_at", declaration ? time_json(declaration->submitted_at) : json()},
              {"points", dossier.points.thousandths},
              {"maximum", dossier.maximum.thousandths},
              {"rank", rank_json(dossier.rank)},
              {"sections", json::array()},
              {"timeline", timeline_json(dossier.timeline)},
              {"accounts", accounts_json(dossier.accounts)},
              {"objections", json::array()}};
  for (const auto& section : dossier.sections) out["sections"].push_back(section_json(section));
  for (const auto& objection : dossier.objections) out["objections"].push_back(objection_brief(objection));
  return out;
}

}  // namespace mizan::http
