// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/public.hpp"

#include "forms/definitions.hpp"
#include "http/json/round_views.hpp"
#include "http/json/time.hpp"
#include "http/list_query.hpp"
#include "workflow/ranks/public_ranks.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace mizan::http::resources {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 4> k_ranks{"unranked", "1", "2", "3"};

json published_json(const workflow::PublishedRound& published) {
  return {{"id", published.round.id.value},
          {"title_fa", published.round.title_fa},
          {"title_en", published.round.title_en},
          {"period", published.round.period},
          {"kind", to_text(published.snapshot.kind)},
          {"published_at", time_json(published.snapshot.published_at)},
          {"silence_policy", to_text(published.round.silence_policy)}};
}

json contacts_of(const forms::Province& province) {
  auto contacts = json::array();
  for (const auto& phone : province.phones)
    contacts.push_back({{"role_fa", "کارشناس منطقه"}, {"role_en", "Regional expert"}, {"phone", phone}});
  auto out = province_json(province);
  out["contacts"] = std::move(contacts);
  return out;
}

Result<std::optional<int>> rank_of(const Call& call) {
  const auto text = call.query_text("rank");
  if (text.empty()) return std::nullopt;
  const auto* found = std::find(k_ranks.begin(), k_ranks.end(), text);
  if (found == k_ranks.end()) return fail(Problem("request.malformed", "no such rank").on_field("rank"));
  return static_cast<int>(found - k_ranks.begin());
}

Result<workflow::RankListQuery> rank_query(const Call& call) {
  workflow::RankListQuery query;
  auto round = query_id<RoundId>(call, "round");
  if (!round) return fail(std::move(round.error()));
  auto kind = query_choice<OfficeKind>(call, "kind");
  if (!kind) return fail(std::move(kind.error()));
  auto rank = rank_of(call);
  if (!rank) return fail(std::move(rank.error()));
  auto page = page_of(call);
  if (!page) return fail(std::move(page.error()));
  query.round = *round;
  query.filter.kind = *kind;
  query.filter.rank = *rank;
  query.filter.page = *page;
  query.filter.page_size = k_page_size;
  query.filter.province = call.query_text("province");
  query.filter.city = call.query_text("city");
  query.filter.text = call.query_text("q");
  return query;
}

json line_json(const storage::RankRow& row) {
  return {{"office_name", row.office.name},   {"licence_no", row.office.licence_no},
          {"kind", to_text(row.office.kind)}, {"province", row.office.province},
          {"city", row.office.city},          {"rank", rank_json(row.ranked.rank)},
          {"held", row.ranked.held}};
}

}  // namespace

Result<Answer> get_contacts(const Call& call) {
  const auto& provinces = call.services.definitions.provinces();
  const auto& line = provinces.help_line();
  auto rows = json::array();
  for (const auto& province : provinces.all())
    if (!province.phones.empty()) rows.push_back(contacts_of(province));
  return ok({{"help_line",
              {{"phone", line.phones.empty() ? std::string() : line.phones.front()},
               {"hours_fa", line.hours.fa},
               {"hours_en", line.hours.en}}},
             {"provinces", std::move(rows)}});
}

Result<Answer> list_provinces(const Call& call) {
  auto items = json::array();
  for (const auto& province : call.services.definitions.provinces().all()) items.push_back(province_json(province));
  return ok({{"items", std::move(items)}});
}

Result<Answer> list_published_rounds(const Call& call) {
  auto rounds = workflow::published_rounds(call.services);
  if (!rounds) return fail(std::move(rounds.error()));
  auto items = json::array();
  for (const auto& round : *rounds) items.push_back(published_json(round));
  return ok({{"items", std::move(items)}});
}

Result<Answer> list_ranks(const Call& call) {
  auto query = rank_query(call);
  if (!query) return fail(std::move(query.error()));
  auto list = workflow::public_ranks(call.services, *query);
  if (!list) return fail(std::move(list.error()));
  auto items = json::array();
  for (const auto& row : list->rows) items.push_back(line_json(row));
  const auto& counts = list->counts;
  return ok({{"round", list->published ? published_json(*list->published) : json()},
             {"counts",
              {{"rank_1", counts[1]},
               {"rank_2", counts[2]},
               {"rank_3", counts[3]},
               {"unranked", counts[0]},
               {"licensed", std::accumulate(counts.begin(), counts.end(), 0)}}},
             {"cities", list->cities},
             {"official", list->official},
             {"items", std::move(items)},
             {"total", list->total},
             {"page", query->filter.page + 1},
             {"page_size", k_page_size}});
}

}  // namespace mizan::http::resources
