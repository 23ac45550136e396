// SPDX-License-Identifier: GPL-3.0-or-later
// Built for the next major version; the host must touch nothing but that number.
#include "hostile.hpp"

static int32_t start(const mizan_host*) {
  __builtin_trap();
}

extern "C" const mizan_plugin mizan_plugin_entry = {{MIZAN_SDK_MAJOR + 1, 0}, start, stop_well, nullptr};
