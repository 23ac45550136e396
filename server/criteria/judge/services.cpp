// SPDX-License-Identifier: GPL-3.0-or-later
#include "services.hpp"

#include "base/persian/digits.hpp"
#include "base/persian/identifiers.hpp"
#include "base/persian/jalali.hpp"
#include "base/persian/normalise.hpp"
#include "base/persian/utf8.hpp"
#include "borrowed.hpp"
#include "criteria/messages.hpp"
#include "document_service.hpp"
#include "mizan/services/dates.h"
#include "mizan/services/identifiers.h"
#include "mizan/services/log.h"
#include "mizan/services/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace mizan::criteria {
namespace {

using nlohmann::json;

mizan_text lend(std::string text) {
  return borrowed().lend(std::move(text));
}
mizan_text lend(std::optional<std::string> text) {
  return text ? lend(*std::move(text)) : mizan_text{};
}
int32_t yes_if(bool holds) {
  return holds ? MIZAN_YES : MIZAN_NO;
}

// ── mizan.text/1 ──

const mizan_text_service k_text{
    [](mizan_text text) { return lend(persian::normalise(view(text))); },
    [](mizan_text text) { return lend(persian::skeleton(view(text))); },
    [](mizan_text left, mizan_text right) { return yes_if(persian::same(view(left), view(right))); },
    [](mizan_text text) { return lend(persian::persian_digits(view(text))); },
    [](mizan_text text, int64_t* out) {
      const auto number = persian::whole_number(view(text));
      if (number) *out = *number;
      return yes_if(number.has_value());
    },
};

// ── mizan.dates/1 ──

persian::JalaliDate jalali(mizan_date date) {
  return {date.year, date.month, date.day};
}

int32_t whole_years(mizan_date from, mizan_date to) {
  if (!persian::is_valid(jalali(from)) || !persian::is_valid(jalali(to))) return 0;
  const bool before_anniversary = to.month < from.month || (to.month == from.month && to.day < from.day);
  return std::max(0, to.year - from.year - (before_anniversary ? 1 : 0));
}

const mizan_dates_service k_dates{
    [](mizan_text text, mizan_date* out) {
      const auto date = persian::parse_date(view(text));
      if (date) *out = {date->year, date->month, date->day};
      return yes_if(date.has_value());
    },
    [](mizan_date date) { return lend(persian::to_text(jalali(date))); },
    [](mizan_date from, mizan_date to) -> int64_t {
      if (!persian::is_valid(jalali(from)) || !persian::is_valid(jalali(to))) return 0;
      return (persian::to_days(jalali(to)) - persian::to_days(jalali(from))).count();
    },
    whole_years,
};

// ── mizan.identifiers/1 ──

const mizan_identifiers_service k_identifiers{
    [](mizan_text text) { return lend(persian::national_code(view(text))); },
    [](mizan_text text) { return lend(persian::legal_id(view(text))); },
    [](mizan_text text) { return lend(persian::postal_code(view(text))); },
};

// ── mizan.log/1 ──

json& log_of_step() {
  static json s_lines = json::array();
  return s_lines;
}

void write_log(int32_t level, mizan_text line) {
  auto& lines = log_of_step();
  if (lines.size() >= k_most_log_lines) return;
  auto text = std::string(view(line).substr(0, k_longest_log_line));
  std::replace_if(text.begin(), text.end(), [](char sign) { return static_cast<unsigned char>(sign) < ' '; }, ' ');
  // Cut or damaged letters become U+FFFD.
  lines.push_back({{"level", std::clamp<int32_t>(level, MIZAN_LOG_DEBUG, MIZAN_LOG_ERROR)},
                   {"line", persian::encode(persian::decode(text))}});
}

const mizan_log_service k_log{write_log};

const void* get_service(const mizan_host*, const char* id) {
  const std::string_view wanted = id == nullptr ? "" : id;
  if (wanted == MIZAN_SERVICE_TEXT) return &k_text;
  if (wanted == MIZAN_SERVICE_DATES) return &k_dates;
  if (wanted == MIZAN_SERVICE_IDENTIFIERS) return &k_identifiers;
  if (wanted == MIZAN_SERVICE_DOCUMENT) return &document_service();
  if (wanted == MIZAN_SERVICE_LOG) return &k_log;
  return nullptr;
}

}  // namespace

const mizan_host& host() {
  static const mizan_host s_host{{MIZAN_SDK_MAJOR, MIZAN_SDK_MINOR}, text_of("mizan-judge"), get_service};
  return s_host;
}

void begin_step() {
  borrowed().clear();
  log_of_step() = json::array();
}

json log_lines() {
  return log_of_step();
}

}  // namespace mizan::criteria
