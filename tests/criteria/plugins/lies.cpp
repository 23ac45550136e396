// SPDX-License-Identifier: GPL-3.0-or-later
// Answers nonsense: which one, the answers say in "lie".
#include "hostile.hpp"

static std::string_view lie_of(const mizan_values& answers) {
  const auto text = answers.text(&answers, text_of("lie"));
  return {text.data, text.size};
}

static int32_t claims(const mizan_criterion*, const mizan_claims_input* input, const mizan_claims_output* output) {
  const auto lie = lie_of(*input->answers);
  mizan_claim claim{
      text_of("a"), text_of("lease"), text_of("a"), text_of("area"), text_of("1"), text_of("A"), nullptr, 0, 0, {}};
  if (lie == "unknown_kind") claim.kind = text_of("colour");
  if (lie == "no_value") claim.declared = {};
  if (lie == "no_utf8") claim.declared = text_of("\xd9");
  const int times = lie == "many" ? 2001 : lie == "twice" ? 2 : 1;
  for (int i = 0; i < times; ++i) output->add_claim(output, &claim);
  return MIZAN_OK;
}

static int32_t judge(const mizan_criterion*, const mizan_judge_input* input, const mizan_judge_output* output) {
  const auto lie = lie_of(*input->answers);
  mizan_reason reason{text_of("known"), 5000, 10000, text_of("خوب"), text_of("good")};
  if (lie == "above_maximum") reason.points = 10001;
  if (lie == "above_table") reason.maximum = 10001;
  if (lie == "unknown_award") reason.id = text_of("unknown");
  if (lie == "below_zero") reason.points = -1;
  if (lie == "no_sentence") reason.text_fa = {};
  if (lie == "no_utf8") reason.text_en = text_of("\xff");
  const int times = lie == "many" ? 201 : lie == "twice" ? 2 : 1;
  for (int i = 0; i < times; ++i) output->add_reason(output, &reason);
  const mizan_missing missing{text_of("area"), lie == "worthless" ? 0 : 1, text_of("بیشتر"), text_of("more")};
  output->add_missing(output, &missing);
  return MIZAN_OK;
}

HOSTILE_PLUGIN(claims, judge)
