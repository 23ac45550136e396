// SPDX-License-Identifier: GPL-3.0-or-later
// Lets an exception out of both steps.
#include "hostile.hpp"

#include <stdexcept>

static int32_t claims(const mizan_criterion*, const mizan_claims_input*, const mizan_claims_output*) {
  throw std::runtime_error("out of the plugin");
}
static int32_t judge(const mizan_criterion*, const mizan_judge_input*, const mizan_judge_output*) {
  throw 1;
}

HOSTILE_PLUGIN(claims, judge)
