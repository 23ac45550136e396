// SPDX-License-Identifier: GPL-3.0-or-later
// The store of the few values that all processes of one installation share.
#pragma once

#include "base/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mizan::storage {

inline constexpr std::string_view k_demonstration = "demonstration";   ///< "yes" in demonstration data
inline constexpr std::string_view k_clock_offset = "clock_offset_ms";  ///< only looked at in demonstration data

class Settings {
 public:
  virtual ~Settings() = default;
  [[nodiscard]] virtual Result<std::optional<std::string>> find(std::string_view name) = 0;
  [[nodiscard]] virtual Outcome set(std::string_view name, std::string_view value) = 0;
};

}  // namespace mizan::storage
