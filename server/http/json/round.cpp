// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/json/round.hpp"

#include "http/json/time.hpp"

namespace mizan::http {
namespace {

const char* text_of_state(workflow::StageState state) {
  switch (state) {
    case workflow::StageState::done:
      return "done";
    case workflow::StageState::current:
      return "current";
    case workflow::StageState::ahead:
      break;
  }
  return "ahead";
}

}  // namespace

nlohmann::json round_banner_json(const workflow::RoundBanner& banner) {
  auto stages = nlohmann::json::array();
  for (const auto& line : banner.stages)
    stages.push_back({{"stage", to_text(line.stage)},
                      {"state", text_of_state(line.state)},
                      {"starts_at", time_json(line.starts_at)},
                      {"ends_at", time_json(line.ends_at)}});
  return {{"id", banner.id.value},
          {"title_fa", banner.title_fa},
          {"title_en", banner.title_en},
          {"period", banner.period},
          {"stage", to_text(banner.stage)},
          {"stages", std::move(stages)},
          {"deadline", time_json(banner.deadline)},
          {"seconds_left", banner.seconds_left ? nlohmann::json(*banner.seconds_left) : nlohmann::json()}};
}

nlohmann::json thresholds_json(const scoring::RankRules& rules) {
  auto rows = nlohmann::json::array();
  for (const auto& row : rules.thresholds)
    rows.push_back({{"rank", row.rank.value}, {"points", row.minimum.thousandths}});
  return rows;
}

}  // namespace mizan::http
