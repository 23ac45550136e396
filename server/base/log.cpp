// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.hpp"

#include "base/clock.hpp"

#include <unistd.h>
#include <atomic>

namespace mizan {
namespace {

std::atomic<LogLevel> g_level{LogLevel::information};

constexpr std::size_t k_longest_value = 2000;

std::string_view name_of(LogLevel level) {
  switch (level) {
    case LogLevel::error:
      return "error";
    case LogLevel::warning:
      return "warning";
    case LogLevel::information:
      return "information";
    case LogLevel::debug:
      break;
  }
  return "debug";
}

void append_value(std::string& line, std::string_view value) {
  const bool quoted = value.empty() || value.find_first_of(" \"\\=\t\r\n") != std::string_view::npos;
  if (quoted) line += '"';
  for (const char c : value.substr(0, k_longest_value)) {
    if (c == '"' || c == '\\') line += '\\';
    line += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
  }
  if (quoted) line += '"';
}

}  // namespace

void set_log_level(LogLevel level) {
  g_level = level;
}

void log(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) {
  if (level > g_level.load()) return;
  std::string line = to_iso8601(SystemClock().now());
  line.append(" ").append(name_of(level)).append(" ").append(event);
  for (const auto& [name, value] : fields) {
    line.append(" ").append(name).append("=");
    append_value(line, value);
  }
  line += '\n';
  // One write per line: lines of several threads and processes do not mix. A log that cannot be written has no reader.
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

void log(LogLevel level, std::string_view event, const Problem& problem) {
  log(level, event,
      {{"code", std::string(problem.code.id())},
       {"detail", problem.internal.empty() ? problem.text_en() : problem.internal}});
}

}  // namespace mizan
