// SPDX-License-Identifier: GPL-3.0-or-later
// Every key of the configuration file: its section, its name, what it takes and what it sets.
#pragma once

#include "app/configuration.hpp"

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mizan::app {

/// What a key takes, and the setter that puts it into the configuration.
struct WholeNumber {
  std::int64_t minimum = 0;
  std::int64_t maximum = std::numeric_limits<std::int64_t>::max();
  std::function<void(Configuration&, std::int64_t)> set;
};
struct Flag {
  std::function<void(Configuration&, bool)> set;
};
struct Text {
  std::function<void(Configuration&, const std::string&)> set;
  /// Where not every text will do: which ones do, in words, and whether this is one of them.
  std::string_view wanted = {};
  bool (*fits)(const std::string&) = nullptr;
};
struct Texts {
  std::function<void(Configuration&, const std::vector<std::string>&)> set;
  std::vector<std::string> of{};  ///< what each may be; any text when there are none
};
struct Choice {
  std::vector<std::string> of;
  std::function<void(Configuration&, std::size_t)> set;
};

struct Setting {
  std::string_view section;
  std::string_view key;
  std::variant<WholeNumber, Flag, Text, Texts, Choice> takes;
};

/// In the order of the example file.
[[nodiscard]] std::span<const Setting> settings_table();

}  // namespace mizan::app
