// SPDX-License-Identifier: GPL-3.0-or-later
// What the demonstration prints: addresses and accounts, the rank table, the reasons of one office.
#pragma once

#include "cli/demonstration/cast.hpp"
#include "cli/demonstration/play.hpp"

#include <cstdint>

namespace mizan::cli {

void print_accounts(const Cast& cast, std::uint16_t port);
/// The round's ranks in a table, whether they add up, and under which hash they are frozen.
void print_ranks(Play& play, const std::string& round);
/// One office's points, each with its reason.
void print_reasons(Play& play, const CastOffice& office, const std::string& round);

}  // namespace mizan::cli
