// SPDX-License-Identifier: GPL-3.0-or-later
// Says another version than its bundle.
#include "hostile.hpp"

static const mizan_criterion k_criterion{text_of("2.0.0"), no_claims, no_points};
static const mizan_criterion* criterion(mizan_text) {
  return &k_criterion;
}

extern "C" const mizan_plugin mizan_plugin_entry = {
    {MIZAN_SDK_MAJOR, MIZAN_SDK_MINOR}, start_well, stop_well, criterion};
