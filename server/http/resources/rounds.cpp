// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/rounds.hpp"

#include "http/body_member.hpp"
#include "http/csv.hpp"
#include "http/json/round_views.hpp"
#include "http/list_query.hpp"
#include "workflow/definition_titles.hpp"
#include "workflow/ranks/publish_ranks.hpp"
#include "workflow/rounds/close_declarations.hpp"
#include "workflow/rounds/create_round.hpp"
#include "workflow/rounds/open_round.hpp"

#include <set>
#include <utility>

namespace mizan::http::resources {
namespace {

using nlohmann::json;

Result<int> days_member(const Call& call, std::string_view name) {
  const auto days = call.body.find(name);
  if (days == call.body.end() || !days->is_number_integer() || *days < 0 || *days > 10'000)
    return fail(Problem("request.malformed", "no number of days").on_field(std::string(name)));
  return days->get<int>();
}

Outcome read_days(const Call& call, workflow::RoundDraft& draft) {
  for (auto [name, into] : {std::pair{"declare_days", &draft.declare_days},
                            {"region_days", &draft.region_days},
                            {"objection_days", &draft.objection_days}}) {
    auto days = days_member(call, name);
    if (!days) return fail(std::move(days.error()));
    *into = *days;
  }
  return {};
}

Outcome read_kinds(const Call& call, workflow::RoundDraft& draft) {
  const auto kinds = call.body.find("kinds");
  if (kinds == call.body.end() || !kinds->is_array())
    return fail(Problem("request.malformed", "no list of kinds").on_field("kinds"));
  for (const auto& name : *kinds) {
    OfficeKind kind{};
    if (!name.is_string() || !from_text(name.get<std::string>(), kind))
      return fail(Problem("request.malformed", "no such kind of office").on_field("kinds"));
    draft.kinds.push_back(kind);
  }
  return {};
}

Result<workflow::RoundDraft> round_draft(const Call& call) {
  workflow::RoundDraft draft;
  std::string policy;
  if (auto read = text_members(call, {{"title_fa", &draft.title_fa},
                                      {"title_en", &draft.title_en},
                                      {"period", &draft.period},
                                      {"rule_set", &draft.rule_set},
                                      {"silence_policy", &policy}});
      !read)
    return fail(std::move(read.error()));
  if (!from_text(policy, draft.silence_policy))
    return fail(Problem("request.malformed", "no such policy").on_field("silence_policy"));
  if (auto read = read_days(call, draft); !read) return fail(std::move(read.error()));
  if (auto read = read_kinds(call, draft); !read) return fail(std::move(read.error()));
  return draft;
}

Result<json> overview(const Call& call, RoundId id) {
  auto round = workflow::view_round(call.services, call.actor(), id);
  if (!round) return fail(std::move(round.error()));
  return round_json(*round);
}

/// The path's round given to a use case; `write` puts its answer into words.
template <class UseCase, class Write>
Result<Answer> answer_of(const Call& call, UseCase&& use_case, Write&& write) {
  auto id = call.path_id<RoundId>("id");
  if (!id) return fail(std::move(id.error()));
  auto value = use_case(call.services, call.actor(), *id);
  if (!value) return fail(std::move(value.error()));
  return ok(write(*value));
}

/// A use case that moves the round on; answers the round as it then is.
template <class UseCase>
Result<Answer> moved_on(const Call& call, UseCase&& use_case) {
  auto id = call.path_id<RoundId>("id");
  if (!id) return fail(std::move(id.error()));
  if (auto moved = use_case(call.services, call.actor(), *id); !moved) return fail(std::move(moved.error()));
  auto round = overview(call, *id);
  if (!round) return fail(std::move(round.error()));
  return ok(std::move(*round));
}

std::string kind_word(OfficeKind kind) {
  return kind == OfficeKind::pishkhan ? "پیشخوان" : "دفتر ICT روستایی";
}

CsvTable ranks_table(const workflow::RoundRanks& ranks, const forms::Definitions& definitions) {
  std::set<std::string> sections;
  for (const auto& row : ranks.rows)
    for (const auto& [section, points] : row.ranked.sections) sections.insert(section);
  std::vector<std::string> headings{"جایگاه", "نوع دفتر", "استان",           "شهر", "دفتر", "شمارهٔ پروانه",
                                    "امتیاز", "رتبه",     "در انتظار اعتراض"};
  for (const auto& section : sections) headings.push_back("امتیاز " + workflow::section_title(definitions, section).fa);
  CsvTable table(headings);
  for (const auto& [ranked, office] : ranks.rows) {
    std::vector<std::string> cells{std::to_string(ranked.position),
                                   kind_word(office.kind),
                                   workflow::province_title(definitions, office.province).fa,
                                   office.city,
                                   office.name,
                                   office.licence_no,
                                   points_cell(ranked.total.thousandths),
                                   ranked.rank.value > 0 ? std::to_string(ranked.rank.value) : "بدون رتبه",
                                   ranked.held ? "بله" : ""};
    for (const auto& section : sections) {
      const auto points = ranked.sections.find(section);
      cells.push_back(points == ranked.sections.end() ? "" : points_cell(points->second.thousandths));
    }
    table.add(cells);
  }
  return table;
}

}  // namespace

Result<Answer> list_rounds(const Call& call) {
  auto rounds = workflow::list_rounds(call.services, call.actor());
  if (!rounds) return fail(std::move(rounds.error()));
  auto items = json::array();
  for (const auto& round : *rounds) items.push_back(round_json(round));
  return ok({{"items", std::move(items)}});
}

Result<Answer> create_round(const Call& call) {
  auto draft = round_draft(call);
  if (!draft) return fail(std::move(draft.error()));
  auto round = workflow::create_round(call.services, call.actor(), *draft);
  if (!round) return fail(std::move(round.error()));
  auto view = overview(call, round->id);
  if (!view) return fail(std::move(view.error()));
  return created(std::move(*view));
}

Result<Answer> get_round(const Call& call) {
  return answer_of(call, workflow::view_round, round_json);
}

Result<Answer> open_round(const Call& call) {
  return moved_on(call, workflow::open_round);
}

Result<Answer> close_declarations(const Call& call) {
  return moved_on(call, workflow::close_declarations);
}

Result<Answer> publish_provisional(const Call& call) {
  return moved_on(call, workflow::publish_provisional);
}

Result<Answer> publish_final(const Call& call) {
  return moved_on(call, workflow::publish_final);
}

Result<Answer> get_progress(const Call& call) {
  return answer_of(call, workflow::round_progress, [&](const auto& progress) {
    return progress_json(progress, call.services.definitions.provinces());
  });
}

Result<Answer> list_round_ranks(const Call& call) {
  auto page = page_of(call);
  if (!page) return fail(std::move(page.error()));
  const auto view = [&](const workflow::Services& services, const Actor& actor, RoundId id) {
    return workflow::round_ranks(services, actor, id, {call.query_text("province"), *page, k_page_size});
  };
  return answer_of(call, view, [&](const auto& ranks) {
    auto out = round_ranks_json(ranks);
    out["page"] = *page + 1;
    out["page_size"] = k_page_size;
    return out;
  });
}

Result<Answer> get_reconciliation(const Call& call) {
  return answer_of(call, workflow::reconcile_round, [&](const auto& table) {
    return reconciliation_json(table, call.services.definitions.provinces());
  });
}

Result<Answer> export_round(const Call& call) {
  auto id = call.path_id<RoundId>("id");
  if (!id) return fail(std::move(id.error()));
  auto ranks = workflow::round_ranks(call.services, call.actor(), *id, {{}, 0, 0});
  if (!ranks) return fail(std::move(ranks.error()));
  return csv_answer(ranks_table(*ranks, call.services.definitions),
                    "mizan-ranks-" + std::to_string(id->value) + ".csv");
}

Result<Answer> get_services(const Call& call) {
  return answer_of(call, workflow::round_services, round_services_json);
}

}  // namespace mizan::http::resources
