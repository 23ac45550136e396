// SPDX-License-Identifier: GPL-3.0-or-later
// Crashes while judging; its claims are fine.
#include "hostile.hpp"

#include <csignal>

static int32_t judge(const mizan_criterion*, const mizan_judge_input*, const mizan_judge_output*) {
  std::raise(SIGSEGV);
  return MIZAN_OK;
}

HOSTILE_PLUGIN(no_claims, judge)
