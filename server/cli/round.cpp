// SPDX-License-Identifier: GPL-3.0-or-later
// mizan round: make, open, close, reconcile, publish rounds, and prove that published ranks recompute.
#include "cli/subcommands.hpp"

#include "app/application.hpp"
#include "http/csv.hpp"
#include "workflow/ranks/publish_ranks.hpp"
#include "workflow/ranks/reconcile_round.hpp"
#include "workflow/ranks/round_ranks.hpp"
#include "workflow/rounds/close_declarations.hpp"
#include "workflow/rounds/create_round.hpp"
#include "workflow/rounds/open_round.hpp"
#include "workflow/rounds/round_overview.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mizan::cli {
namespace {

using Work = std::function<Outcome(const workflow::Services&)>;
using RoundWork = std::function<Outcome(const workflow::Services&, RoundId)>;

void with_services(Context& context, const Work& work) {
  auto application = app::Application::open(context.configuration);
  if (!application) return context.refuse(application.error());
  if (auto done = work((*application)->services()); !done) context.refuse(done.error());
}

std::string day_of(const std::optional<Instant>& at) {
  return at ? to_iso8601(*at).substr(0, 16) + "Z" : "–";
}

void print_line(const workflow::RoundOverview& row) {
  fmt::print(
      "{:>4}  {:<7}  {:<11}  {:>6} offices  {:>6} submitted  {:>6} open findings  {:>4} objections  until {}  {}\n",
      row.round.id.value, row.round.period, to_text(row.round.stage), row.offices, row.submitted, row.open_findings,
      row.open_objections,
      day_of(row.round.stage == RoundStage::review ? row.round.region_until : row.round.declare_until),
      row.round.title_fa);
}

Outcome print_round(const workflow::Services& services, RoundId id) {
  auto row = workflow::view_round(services, app::operator_actor(), id);
  if (!row) return fail(std::move(row.error()));
  print_line(*row);
  return {};
}

void add_list(CLI::App& round, Context& context) {
  round.add_subcommand("list", "All rounds, newest first")->callback([&context] {
    with_services(context, [](const workflow::Services& services) -> Outcome {
      auto rounds = workflow::list_rounds(services, app::operator_actor());
      if (!rounds) return fail(std::move(rounds.error()));
      for (const auto& row : *rounds) print_line(row);
      return {};
    });
  });
}

struct CreateOptions {
  workflow::RoundDraft draft;
  std::vector<std::string> kinds{"pishkhan"};
  std::string silence = "lowest_rank";
};

Outcome create(const workflow::Services& services, CreateOptions options) {
  for (const auto& name : options.kinds) {
    OfficeKind kind{};
    if (!from_text(name, kind))
      return fail(Problem("round.invalid")
                      .on_field("kinds")
                      .with("reason", "نوع دفتر «" + name + "» شناخته نیست")
                      .with("reason_en", "there is no kind of office " + name));
    options.draft.kinds.push_back(kind);
  }
  if (!from_text(options.silence, options.draft.silence_policy))
    return fail(Problem("round.invalid")
                    .on_field("silence_policy")
                    .with("reason", "سیاست سکوت شناخته نیست")
                    .with("reason_en", "there is no such silence policy"));
  auto round = workflow::create_round(services, app::operator_actor(), options.draft);
  if (!round) return fail(std::move(round.error()));
  return print_round(services, round->id);
}

void add_create(CLI::App& round, Context& context) {
  auto options = std::make_shared<CreateOptions>();
  auto* command = round.add_subcommand("create", "Make a draft of a round");
  command->add_option("--title-fa", options->draft.title_fa, "its Persian title")->required();
  command->add_option("--title-en", options->draft.title_en, "its English title")->required();
  command->add_option("--period", options->draft.period, "year and half, 1404-2")->required();
  command->add_option("--rule-set", options->draft.rule_set, "id of a rule set")->required();
  command->add_option("--kinds", options->kinds, "pishkhan, rural_ict")->delimiter(',')->capture_default_str();
  command->add_option("--declare-days", options->draft.declare_days, "of the declaration window")
      ->capture_default_str();
  command->add_option("--region-days", options->draft.region_days, "of the experts' stage")->capture_default_str();
  command->add_option("--objection-days", options->draft.objection_days, "of each office's objection window")
      ->capture_default_str();
  command->add_option("--silence", options->silence, "carry_over, lowest_rank or unranked")->capture_default_str();
  command->callback([&context, options] {
    with_services(context, [&](const workflow::Services& services) { return create(services, *options); });
  });
}

/// A subcommand that takes a round's id and nothing else.
void add_one(CLI::App& round, Context& context, const std::string& name, const std::string& help,
             const RoundWork& work) {
  auto id = std::make_shared<std::int64_t>(0);
  auto* command = round.add_subcommand(name, help);
  command->add_option("id", *id, "the round's number")->required()->check(CLI::PositiveNumber);
  command->callback([&context, id, work] {
    with_services(context, [&](const workflow::Services& services) { return work(services, RoundId{*id}); });
  });
}

/// Does one step of a round, then prints where it stands.
template <class Step>
RoundWork step(Step&& use_case) {
  return [use_case](const workflow::Services& services, RoundId id) -> Outcome {
    if (auto moved = use_case(services, app::operator_actor(), id); !moved) return fail(std::move(moved.error()));
    return print_round(services, id);
  };
}

void print_counts(const std::string& name, const workflow::ReconciledCounts& counts) {
  fmt::print("{:<24} {:>8} {:>7} {:>7} {:>7} {:>9} {:>5} {:>11}\n", name, counts.licensed, counts.rank_1, counts.rank_2,
             counts.rank_3, counts.unranked, counts.held, counts.difference());
}

Outcome print_reconciliation(const workflow::Services& services, RoundId id) {
  auto table = workflow::reconcile_round(services, app::operator_actor(), id);
  if (!table) return fail(std::move(table.error()));
  fmt::print("{:<24} {:>8} {:>7} {:>7} {:>7} {:>9} {:>5} {:>11}\n", "province", "licensed", "rank 1", "rank 2",
             "rank 3", "unranked", "held", "difference");
  for (const auto& [province, counts] : table->provinces) print_counts(province, counts);
  print_counts("total", table->total);
  for (const auto& blocker : table->blockers) fmt::print("{} {}\n", blocker.count, blocker.text_en);
  fmt::print("{}\n", table->green() ? "ready to be published" : "not ready");
  return {};
}

Outcome print_ranks(const workflow::Services& services, RoundId id) {
  auto ranks = workflow::round_ranks(services, app::operator_actor(), id, {{}, 0, 0});
  if (!ranks) return fail(std::move(ranks.error()));
  if (ranks->snapshot)
    fmt::print("{} ranks of {}, {}\n", to_text(ranks->snapshot->kind), to_iso8601(ranks->snapshot->published_at),
               ranks->snapshot->content.hex);
  else
    fmt::print("not published yet; as the points stand now\n");
  for (const auto& [ranked, office] : ranks->rows)
    fmt::print("{:>6}  {:>9}  {:<8}  {}{:<14} {:<14} {}\n", ranked.position,
               http::points_cell(ranked.total.thousandths),
               ranked.rank.value > 0 ? "rank " + std::to_string(ranked.rank.value) : "unranked",
               ranked.held ? "(held) " : "", office.licence_no, office.city, office.name);
  return {};
}

Outcome verify(const workflow::Services& services, RoundId id) {
  auto snapshot =
      services.database.read([&](storage::Stores& stores) { return workflow::newest_snapshot(stores, id); });
  if (!snapshot) return fail(std::move(snapshot.error()));
  if (!*snapshot) return fail("access.not_found");
  auto again = workflow::recompute_snapshot(services, app::operator_actor(), (*snapshot)->id);
  if (!again) return fail(std::move(again.error()));
  fmt::print("published  {}\nrecomputed {}\n", again->published.hex, again->recomputed.hex);
  if (!again->same()) return fail("storage.conflict", "the ranks recompute to other bytes");
  return {};
}

}  // namespace

void add_round(CLI::App& program, Context& context) {
  auto* round = program.add_subcommand("round", "Rounds: list, create, open, close, reconcile, ranks, publish, verify");
  round->require_subcommand(1);
  add_list(*round, context);
  add_create(*round, context);
  add_one(*round, context, "open", "Open the declaration window; calls every office of its kinds",
          step(workflow::open_round));
  add_one(*round, context, "close", "End the declaration window; the silence policy applies",
          step(workflow::close_declarations));
  add_one(*round, context, "reconcile", "Ranked + unranked = licensed, and what is in the way of publishing",
          print_reconciliation);
  add_one(*round, context, "ranks", "The ranks, published or as they stand", print_ranks);
  add_one(*round, context, "publish-provisional", "Publish provisional ranks", step(workflow::publish_provisional));
  add_one(*round, context, "publish-final", "Publish final ranks and close the round", step(workflow::publish_final));
  add_one(*round, context, "verify", "Recompute the newest publication from its data and compare the bytes", verify);
}

}  // namespace mizan::cli
