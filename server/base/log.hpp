// SPDX-License-Identifier: GPL-3.0-or-later
// The log: one line per event on stderr, `time level event key=value …`, without secrets or document text.
#pragma once

#include "base/problem.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace mizan {

enum class LogLevel { error, warning, information, debug };

/// Events above this level are dropped. Process-wide; `information` until it is set.
void set_log_level(LogLevel level);

using LogField = std::pair<std::string_view, std::string>;

/// Thread-safe; a line is written whole. `event` is "<area>.<what>". Values with blanks or quotes are quoted, control
/// characters become blanks: nothing a user sends can make a line look like another.
void log(LogLevel level, std::string_view event, std::initializer_list<LogField> fields = {});

/// A problem with its code and its internal text.
void log(LogLevel level, std::string_view event, const Problem& problem);

}  // namespace mizan
