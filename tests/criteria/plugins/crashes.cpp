// SPDX-License-Identifier: GPL-3.0-or-later
// Crashes while judging, by an access that no wall stands before; its claims are fine.
#include "hostile.hpp"

#include <cstdint>

static int32_t judge(const mizan_criterion*, const mizan_judge_input*, const mizan_judge_output*) {
  volatile auto address = static_cast<std::uintptr_t>(16);
  *reinterpret_cast<volatile int*>(address) = 1;
  return MIZAN_OK;
}

HOSTILE_PLUGIN(no_claims, judge)
