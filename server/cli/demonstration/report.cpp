// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demonstration/report.hpp"

#include <fmt/format.h>

#include <string>

namespace mizan::cli {
namespace {

using nlohmann::json;

std::string points_text(const json& thousandths) {
  const auto value = thousandths.get<std::int64_t>();
  return value % 1000 == 0 ? std::to_string(value / 1000) : fmt::format("{:.3f}", static_cast<double>(value) / 1000);
}

std::string rank_text(const json& rank) {
  return rank.is_null() ? "unranked" : std::to_string(rank.get<int>());
}

}  // namespace

void print_accounts(const Cast& cast, std::uint16_t port) {
  fmt::print("\nMizan is ready: http://localhost:{}\n\n", port);
  fmt::print("Everybody's password is  {}\n\n", k_demonstration_password);
  fmt::print("  {:<11} {:<10} {}\n", "user", "role", "who");
  fmt::print("  {:<11} {:<10} {}\n", cast.cra.national_code, "CRA", cast.cra.name);
  for (const auto& expert : cast.experts) {
    std::string provinces;
    for (const auto& province : expert.provinces) provinces += (provinces.empty() ? "" : ", ") + province;
    fmt::print("  {:<11} {:<10} {} ({})\n", expert.person.national_code, "expert", expert.person.name, provinces);
  }
  for (const auto& one : cast.offices)
    fmt::print("  {:<11} {:<10} {}, {} ({})\n", one.licensee.national_code, "office", one.licensee.name,
               one.office.name, one.office.province);
  fmt::print("\nThe published ranks: http://localhost:{}/ranks\n\n", port);
  std::fflush(stdout);
}

void print_ranks(Play& play, const std::string& round) {
  const auto path = "/rounds/" + std::to_string(play.round(round));
  const auto described = play.cra().get(path);
  const auto ranks = play.cra().get(path + "/ranks");
  fmt::print("\n{} ({})\n", described.at("title_en").get<std::string>(), described.at("period").get<std::string>());
  fmt::print("  {:>3}  {:<10} {:>8}  {:<9} {:<9} {:<8} {}\n", "#", "licence", "points", "rank", "kind", "province",
             "office");
  for (const auto& item : ranks.at("items")) {
    const auto& office = item.at("office");
    fmt::print("  {:>3}  {:<10} {:>8}  {:<9} {:<9} {:<8} {}{}\n", item.at("position").get<int>(),
               office.at("licence_no").get<std::string>(), points_text(item.at("points")), rank_text(item.at("rank")),
               office.at("kind").get<std::string>(), office.at("province").get<std::string>(),
               office.at("name").get<std::string>(), item.at("held").get<bool>() ? " (held)" : "");
  }
  const auto total = play.cra().get(path + "/reconciliation").at("total");
  fmt::print("  ranked {} + {} + {}, unranked {}, licensed {}, difference {}\n", total.at("rank_1").get<int>(),
             total.at("rank_2").get<int>(), total.at("rank_3").get<int>(), total.at("unranked").get<int>(),
             total.at("licensed").get<int>(), total.at("difference").get<int>());
  fmt::print("  frozen under SHA-256 {}\n", ranks.at("snapshot").at("content_hash").get<std::string>());
}

void print_reasons(Play& play, const CastOffice& office, const std::string& round) {
  const auto result = play.result_of(office, round);
  fmt::print("\n{} {}: {} of {} points, rank {}\n", office.office.licence_no, office.office.name,
             points_text(result.at("points")), points_text(result.at("maximum")), rank_text(result.at("rank")));
  for (const auto& section : result.at("sections")) {
    const auto& score = section.at("score");
    fmt::print("  {} {} / {}\n", section.at("title_fa").get<std::string>(), points_text(score.at("points")),
               points_text(score.at("maximum")));
    for (const auto& reason : score.at("reasons"))
      fmt::print("    {:>6} / {:<6} {}\n", points_text(reason.at("points")), points_text(reason.at("maximum")),
                 reason.at("text_fa").get<std::string>());
  }
}

}  // namespace mizan::cli
