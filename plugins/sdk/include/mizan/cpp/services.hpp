// SPDX-License-Identifier: GPL-3.0-or-later
// The host's services as plain functions. They may be called from `claims` and `judge` only.
#pragma once

#include "../host.h"
#include "../services/dates.h"
#include "../services/document.h"
#include "../services/identifiers.h"
#include "../services/log.h"
#include "../services/text.h"
#include "values.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mizan::sdk {

struct Services {
  const mizan_text_service* text = nullptr;
  const mizan_dates_service* dates = nullptr;
  const mizan_identifiers_service* identifiers = nullptr;
  const mizan_document_service* document = nullptr;
  const mizan_log_service* log = nullptr;
};

namespace detail {
inline Services g_services;
}

/// Filled by the entry when the plugin starts, which it does not with one missing; see criterion.hpp.
inline Services& services() {
  return detail::g_services;
}

/// False when the host lacks one of the five.
inline bool ask_for_services(const mizan_host& host) {
  auto& all = services();
  all.text = static_cast<const mizan_text_service*>(host.get_service(&host, MIZAN_SERVICE_TEXT));
  all.dates = static_cast<const mizan_dates_service*>(host.get_service(&host, MIZAN_SERVICE_DATES));
  all.identifiers = static_cast<const mizan_identifiers_service*>(host.get_service(&host, MIZAN_SERVICE_IDENTIFIERS));
  all.document = static_cast<const mizan_document_service*>(host.get_service(&host, MIZAN_SERVICE_DOCUMENT));
  all.log = static_cast<const mizan_log_service*>(host.get_service(&host, MIZAN_SERVICE_LOG));
  return all.text != nullptr && all.dates != nullptr && all.identifiers != nullptr && all.document != nullptr &&
         all.log != nullptr;
}

inline std::string normalise(std::string_view text) {
  return std::string(view(services().text->normalise(lend(text))));
}
inline bool same(std::string_view left, std::string_view right) {
  return services().text->same(lend(left), lend(right)) == MIZAN_YES;
}
inline std::string persian_digits(std::string_view text) {
  return std::string(view(services().text->persian_digits(lend(text))));
}
inline void log_line(int32_t level, std::string_view line) {
  services().log->write(level, lend(line));
}

/// A quantity as it is printed («۶۵٫۵ متر مربع»), in thousandths. Nothing when there is not exactly one number.
inline std::optional<std::int64_t> printed_quantity(std::string_view text) {
  std::string digits;
  bool ended = false, fraction = false;
  int decimals = 0;
  for (const char sign : normalise(text)) {
    const bool digit = sign >= '0' && sign <= '9';
    if (digit && (ended || digits.size() > 14)) return std::nullopt;
    if (digit && fraction && decimals == 3) continue;  // beyond thousandths
    if (digit) {
      digits += sign;
      if (fraction) ++decimals;
    } else if ((sign == '.' || sign == '/') && !digits.empty() && !fraction) {
      fraction = true;
    } else if (sign != ',' && !digits.empty()) {
      ended = true;
    }
  }
  if (digits.empty()) return std::nullopt;
  digits.append(static_cast<std::size_t>(3 - decimals), '0');
  return std::stoll(digits);
}

/// Whole years between two dates as people write them; nothing when one of them is no date.
inline std::optional<std::int64_t> years_between(std::string_view from, std::string_view to) {
  mizan_date first{}, last{};
  const auto& dates = *services().dates;
  if (dates.parse(lend(from), &first) != MIZAN_YES || dates.parse(lend(to), &last) != MIZAN_YES) return std::nullopt;
  return dates.years_between(first, last);
}

}  // namespace mizan::sdk
