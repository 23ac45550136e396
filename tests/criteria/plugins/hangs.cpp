// SPDX-License-Identifier: GPL-3.0-or-later
// Never answers.
#include "hostile.hpp"

static int32_t claims(const mizan_criterion*, const mizan_claims_input*, const mizan_claims_output*) {
  for (volatile unsigned turn = 0;; turn = turn + 1) {
  }
}

HOSTILE_PLUGIN(claims, no_points)
