// SPDX-License-Identifier: GPL-3.0-or-later
#include "antivirus/trouble.hpp"

#include <algorithm>
#include <array>

namespace mizan::antivirus {
namespace {

struct Words {
  Trouble trouble;
  std::string_view id, fa, en;
};

// clang-format off
constexpr std::array k_words{
  Words{Trouble::not_configured, "not_configured", "تنظیم نشده است", "none is configured"},
  Words{Trouble::no_connection, "no_connection", "اتصال برقرار نشد", "it cannot be reached"},
  Words{Trouble::silent, "silent", "در زمان مقرر چیزی نگفت", "it said nothing in time"},
  Words{Trouble::broken_off, "broken_off", "پاسخش ناتمام ماند", "its answer broke off"},
  Words{Trouble::nonsense, "nonsense", "پاسخش نامفهوم بود", "its answer makes no sense"},
  Words{Trouble::stream_limit, "stream_limit", "فایل از StreamMaxLength آن بزرگ‌تر است", "the file is larger than its StreamMaxLength"},
  Words{Trouble::scan_limit, "scan_limit", "فایل از حد بررسی آن فراتر است", "the file is beyond its limits for scanning"},
  Words{Trouble::own_error, "own_error", "خطایی از خودش گزارش کرد", "it reported an error of its own"},
};
// clang-format on

Problem problem_of(const Words& words, std::string internal) {
  return Problem("antivirus.unavailable", std::move(internal))
      .with("reason", std::string(words.fa))
      .with("reason_en", std::string(words.en));
}

}  // namespace

Problem unavailable(Trouble trouble, const std::string& detail) {
  const auto* words =
      std::find_if(k_words.begin(), k_words.end(), [&](const Words& row) { return row.trouble == trouble; });
  return problem_of(*words, std::string(words->id) + (detail.empty() ? "" : ": " + detail));
}

Problem unavailable_as_logged(std::string_view internal) {
  const auto id = internal.substr(0, internal.find(':'));
  const auto* words = std::find_if(k_words.begin(), k_words.end(), [&](const Words& row) { return row.id == id; });
  return problem_of(words == k_words.end() ? k_words.back() : *words, std::string(internal));
}

}  // namespace mizan::antivirus
