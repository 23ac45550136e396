// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/json/round_views.hpp"

#include "http/json/office.hpp"
#include "http/json/service.hpp"
#include "http/json/time.hpp"

#include <algorithm>

namespace mizan::http {
namespace {

using nlohmann::json;

json counts_json(const storage::ProvinceProgress& counts) {
  return {{"offices", counts.offices},
          {"started", counts.started},
          {"submitted", counts.submitted},
          {"open_findings", counts.open_findings},
          {"decided_findings", counts.decided_findings}};
}

json counts_json(const workflow::ReconciledCounts& counts) {
  return {{"rank_1", counts.rank_1},          {"rank_2", counts.rank_2},     {"rank_3", counts.rank_3},
          {"unranked", counts.unranked},      {"licensed", counts.licensed}, {"held", counts.held},
          {"difference", counts.difference()}};
}

json named(const forms::Provinces& provinces, const std::string& code, json counts) {
  const auto* province = provinces.find(code);
  counts.update(province != nullptr ? province_json(*province)
                                    : json{{"code", code}, {"title_fa", code}, {"title_en", code}});
  return counts;
}

json daily_json(const std::vector<workflow::DayCount>& daily) {
  auto rows = json::array();
  for (const auto& day : daily)
    rows.push_back({{"day", day.day},
                    {"submitted", day.submitted},
                    {"submitted_before", day.before ? json(*day.before) : json()}});
  return rows;
}

json histogram_json(const std::vector<workflow::HistogramBar>& bars) {
  auto rows = json::array();
  for (const auto& bar : bars)
    rows.push_back({{"from", bar.from.thousandths}, {"to", bar.to.thousandths}, {"count", bar.count}});
  return rows;
}

}  // namespace

json province_json(const forms::Province& province) {
  return {{"code", province.code}, {"title_fa", province.name.fa}, {"title_en", province.name.en}};
}

json round_json(const workflow::RoundOverview& overview) {
  const auto& round = overview.round;
  json out = {{"id", round.id.value},
              {"title_fa", round.title_fa},
              {"title_en", round.title_en},
              {"period", round.period},
              {"kinds", json::array()},
              {"declare_days", round.declare_days},
              {"region_days", round.region_days},
              {"objection_days", round.objection_days},
              {"silence_policy", to_text(round.silence_policy)},
              {"rule_set", round.rule_set},
              {"stage", to_text(round.stage)},
              {"opened_at", time_json(round.opened_at)},
              {"declare_until", time_json(round.declare_until)},
              {"region_until", time_json(round.region_until)},
              {"provisional_at", time_json(round.provisional_at)},
              {"closed_at", time_json(round.closed_at)},
              {"criteria", json::array()},
              {"demonstration", round.demonstration},
              {"offices", overview.offices},
              {"submitted", overview.submitted},
              {"open_findings", overview.open_findings},
              {"open_objections", overview.open_objections}};
  for (const auto kind : round.kinds) out["kinds"].push_back(to_text(kind));
  for (const auto& [id, version] : round.criteria) out["criteria"].push_back({{"id", id}, {"version", version}});
  return out;
}

json progress_json(const workflow::RoundProgress& progress, const forms::Provinces& provinces) {
  json out = {{"round_id", progress.round.value},
              {"totals", counts_json(progress.totals)},
              {"provinces", json::array()},
              {"daily", daily_json(progress.daily)},
              {"histogram", histogram_json(progress.histogram)},
              {"thresholds", json::array()}};
  for (const auto& row : progress.provinces)
    out["provinces"].push_back(named(provinces, row.province, counts_json(row)));
  for (const auto& row : progress.thresholds)
    out["thresholds"].push_back({{"rank", row.rank.value}, {"points", row.minimum.thousandths}});
  return out;
}

json round_ranks_json(const workflow::RoundRanks& ranks) {
  json out = {{"snapshot", json()}, {"items", json::array()}, {"total", ranks.total}};
  if (ranks.snapshot)
    out["snapshot"] = {{"kind", to_text(ranks.snapshot->kind)},
                       {"published_at", time_json(ranks.snapshot->published_at)},
                       {"content_hash", ranks.snapshot->content.hex}};
  for (const auto& row : ranks.rows)
    out["items"].push_back({{"position", row.ranked.position},
                            {"office", office_brief(row.office)},
                            {"points", row.ranked.total.thousandths},
                            {"rank", rank_json(row.ranked.rank)},
                            {"declared", !row.ranked.sections.empty()},
                            {"held", row.ranked.held}});
  return out;
}

json reconciliation_json(const workflow::Reconciliation& table, const forms::Provinces& provinces) {
  json out = {{"green", table.green()},
              {"provinces", json::array()},
              {"total", counts_json(table.total)},
              {"blockers", json::array()}};
  for (const auto& [code, counts] : table.provinces)
    out["provinces"].push_back(named(provinces, code, counts_json(counts)));
  for (const auto& blocker : table.blockers)
    out["blockers"].push_back(
        {{"code", blocker.code}, {"count", blocker.count}, {"text_fa", blocker.text_fa}, {"text_en", blocker.text_en}});
  return out;
}

json round_services_json(const workflow::RoundServices& services) {
  json out = {{"services", json::array()}, {"shares", json::array()}, {"cities", json::array()}};
  for (const auto& service : services.services) out["services"].push_back(service_json(service));
  for (const auto& share : services.shares)
    out["shares"].push_back({{"rank", share.rank.value}, {"per_mille", share.per_cent * 10}});
  for (const auto& city : services.cities) {
    auto ranks = json::array();
    for (const auto& rank : city.ranks)
      ranks.push_back({{"rank", rank.rank.value},
                       {"offices", rank.offices},
                       {"allowed", rank.services.size()},
                       {"services", rank.services}});
    out["cities"].push_back(
        {{"province", city.province}, {"city", city.city}, {"offices", city.offices}, {"ranks", std::move(ranks)}});
  }
  return out;
}

}  // namespace mizan::http
