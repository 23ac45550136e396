// SPDX-License-Identifier: GPL-3.0-or-later
#include "scoring/snapshot_document.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace mizan::scoring {
namespace {

using nlohmann::json;  // members are kept sorted, so dump() is canonical

constexpr std::string_view k_format = "mizan.snapshot/1";

Contender contender_of(const SnapshotEntry& entry) {
  Contender contender{entry.office.id, entry.office.kind, {}, entry.silent, entry.held};
  for (const auto& revision : entry.scores) contender.sections[revision.section] = revision.score.points;
  return contender;
}

json sections_of(const SnapshotEntry& entry) {
  json sections = json::object();
  for (const auto& revision : entry.scores) {
    json reasons = json::array();
    for (const auto& reason : revision.score.reasons)
      reasons.push_back(
          {{"id", reason.id}, {"points", reason.points.thousandths}, {"maximum", reason.maximum.thousandths}});
    sections[revision.section] = {{"revision", revision.revision},
                                  {"points", revision.score.points.thousandths},
                                  {"maximum", revision.score.maximum.thousandths},
                                  {"criterion_version", revision.criterion_version},
                                  {"reasons", std::move(reasons)}};
  }
  return sections;
}

json office_line(const SnapshotEntry& entry, const RankedOffice& ranked) {
  return {{"office", entry.office.id.value},
          {"licence_no", entry.office.licence_no},
          {"kind", to_text(entry.office.kind)},
          {"province", entry.office.province},
          {"city", entry.office.city},
          {"silent", entry.silent},
          {"held", entry.held},
          {"sections", sections_of(entry)},
          {"total", ranked.total.thousandths},
          {"rank", ranked.rank.value},
          {"position", ranked.position}};
}

json round_header(const Round& round) {
  return {{"id", round.id.value},
          {"period", round.period},
          {"silence_policy", to_text(round.silence_policy)},
          {"rule_set", round.rule_set},
          {"rules", json::parse(round.rule_set_json, nullptr, false)},
          {"criteria", round.criteria}};
}

}  // namespace

Result<SnapshotDocument> snapshot_document(const SnapshotInput& input) {
  const json rule_set = json::parse(input.round.rule_set_json, nullptr, false);
  auto rules = rank_rules(rule_set, input.round.rule_set);
  if (!rules) return fail(std::move(rules.error()));

  std::vector<Contender> contenders;
  std::map<OfficeId, const SnapshotEntry*> by_office;
  for (const auto& entry : input.entries) {
    contenders.push_back(contender_of(entry));
    by_office[entry.office.id] = &entry;
  }
  SnapshotDocument document{{}, rank_offices(contenders, *rules, input.round.silence_policy)};

  json offices = json::array();
  for (const auto& ranked : document.ranks) offices.push_back(office_line(*by_office.at(ranked.office), ranked));
  document.bytes = json{{"format", k_format},
                        {"kind", to_text(input.kind)},
                        {"published_at", to_iso8601(input.published_at)},
                        {"round", round_header(input.round)},
                        {"offices", std::move(offices)}}
                       .dump();
  return document;
}

Result<std::vector<CountedOffice>> counted_offices(std::string_view document) {
  const json parsed = json::parse(document, nullptr, false);
  if (!parsed.is_object() || parsed.value("format", "") != k_format)
    return fail("storage.blob_missing", "the stored snapshot is not a snapshot document");
  std::vector<CountedOffice> counted;
  for (const auto& line : parsed.at("offices")) {
    CountedOffice office;
    office.office.id = OfficeId{line.at("office").get<std::int64_t>()};
    office.office.licence_no = line.at("licence_no");
    if (!from_text(line.at("kind").get<std::string>(), office.office.kind)) return fail("storage.blob_missing", "kind");
    office.office.province = line.at("province");
    office.office.city = line.at("city");
    office.silent = line.at("silent");
    office.held = line.at("held");
    for (const auto& [section, value] : line.at("sections").items()) office.revisions[section] = value.at("revision");
    counted.push_back(std::move(office));
  }
  return counted;
}

}  // namespace mizan::scoring
