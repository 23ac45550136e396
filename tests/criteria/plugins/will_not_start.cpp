// SPDX-License-Identifier: GPL-3.0-or-later
// Misses a service and says so at the start.
#include "hostile.hpp"

static int32_t start(const mizan_host*) {
  return MIZAN_FAILED;
}
static const mizan_criterion* criterion(mizan_text) {
  return nullptr;
}

extern "C" const mizan_plugin mizan_plugin_entry = {{MIZAN_SDK_MAJOR, MIZAN_SDK_MINOR}, start, stop_well, criterion};
