// SPDX-License-Identifier: GPL-3.0-or-later
// Gives another answer each time: it keeps something between two steps.
#include "hostile.hpp"

#include <string>

static int32_t judge(const mizan_criterion*, const mizan_judge_input*, const mizan_judge_output* output) {
  static int s_calls = 0;
  const auto text = std::to_string(++s_calls);
  const mizan_note note{text_of(""), text_of(text), text_of(text)};
  output->add_note(output, &note);
  return MIZAN_OK;
}

HOSTILE_PLUGIN(no_claims, judge)
