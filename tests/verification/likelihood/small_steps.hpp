// SPDX-License-Identifier: GPL-3.0-or-later
// Steps written by hand: per step the probabilities of a few symbols, the rest shared out.
#pragma once

#include "verification/likelihood/steps.hpp"

#include <cmath>
#include <map>
#include <string>
#include <vector>

namespace mizan::verification {

/// Index: blank, Latin 1 2 3, Persian 1 2 3, "/", "٬", gap, other word, B, الف, مرداد.
inline const Alphabet k_small{"", "1", "2", "3", "۱", "۲", "۳", "/", "٬", " ", "#", "B", "الف", "مرداد"};

inline Steps small_steps(const std::vector<std::map<std::string, double>>& rows) {
  Steps out;
  out.count = rows.size();
  out.symbols = k_small.size();
  for (const auto& row : rows) {
    double named = 0;
    for (const auto& [symbol, probability] : row) named += probability;
    const double rest = (1 - named) / static_cast<double>(k_small.size() - row.size());
    for (const auto& symbol : k_small) {
      const auto at = row.find(symbol);
      out.logs.push_back(static_cast<float>(std::log(at == row.end() ? rest : at->second)));
    }
  }
  return out;
}

}  // namespace mizan::verification
