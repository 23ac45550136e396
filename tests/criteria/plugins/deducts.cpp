// SPDX-License-Identifier: GPL-3.0-or-later
// Takes points away under an id of its own, which is allowed, and notes something.
#include "hostile.hpp"

static int32_t judge(const mizan_criterion*, const mizan_judge_input*, const mizan_judge_output* output) {
  const mizan_reason given{text_of("known"), 10000, 10000, text_of("داده شد"), text_of("given")};
  const mizan_reason taken{text_of("late"), -3000, 0, text_of("کم شد"), text_of("taken")};
  const mizan_note note{text_of(""), text_of("یادداشت"), text_of("a note")};
  output->add_reason(output, &given);
  output->add_reason(output, &taken);
  output->add_note(output, &note);
  return MIZAN_OK;
}

HOSTILE_PLUGIN(no_claims, judge)
