// SPDX-License-Identifier: GPL-3.0-or-later
// What the misbehaving plugins have in common: an entry written in plain C style, without the C++ layer's care.
#pragma once

#include <mizan/mizan.h>

#include <string_view>

inline mizan_text text_of(std::string_view text) {
  return {text.data(), text.size()};
}

inline int32_t no_claims(const mizan_criterion*, const mizan_claims_input*, const mizan_claims_output*) {
  return MIZAN_OK;
}
inline int32_t no_points(const mizan_criterion*, const mizan_judge_input*, const mizan_judge_output*) {
  return MIZAN_OK;
}
inline int32_t start_well(const mizan_host*) {
  return MIZAN_OK;
}
inline void stop_well() {}

/// Defines the entry of a plugin whose criterion has these two steps.
#define HOSTILE_PLUGIN(CLAIMS, JUDGE)                                        \
  static const mizan_criterion k_criterion{text_of("1.0.0"), CLAIMS, JUDGE}; \
  static const mizan_criterion* criterion(mizan_text) {                      \
    return &k_criterion;                                                     \
  }                                                                          \
  extern "C" const mizan_plugin mizan_plugin_entry = {                       \
      {MIZAN_SDK_MAJOR, MIZAN_SDK_MINOR}, start_well, stop_well, criterion};
