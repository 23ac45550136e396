// SPDX-License-Identifier: GPL-3.0-or-later
// Built for a later minor version than the host has.
#include "hostile.hpp"

extern "C" const mizan_plugin mizan_plugin_entry = {
    {MIZAN_SDK_MAJOR, MIZAN_SDK_MINOR + 1}, start_well, stop_well, nullptr};
