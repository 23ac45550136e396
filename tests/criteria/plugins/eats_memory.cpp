// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for more memory than it may have.
#include "hostile.hpp"

#include <cstring>
#include <new>

static int32_t claims(const mizan_criterion*, const mizan_claims_input*, const mizan_claims_output*) {
  for (;;) {
    auto* const block = static_cast<char*>(::operator new(16U << 20U));
    std::memset(block, 1, 16U << 20U);
  }
}

HOSTILE_PLUGIN(claims, no_points)
