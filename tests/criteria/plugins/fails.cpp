// SPDX-License-Identifier: GPL-3.0-or-later
// Says why in the log and that it failed, as a plugin should that cannot answer.
#include "hostile.hpp"

static const mizan_log_service* s_log = nullptr;

static int32_t claims(const mizan_criterion*, const mizan_claims_input*, const mizan_claims_output*) {
  s_log->write(MIZAN_LOG_ERROR, text_of("the reason\nin two lines"));
  return MIZAN_FAILED;
}
static int32_t start(const mizan_host* host) {
  s_log = static_cast<const mizan_log_service*>(host->get_service(host, MIZAN_SERVICE_LOG));
  return s_log != nullptr && host->get_service(host, "mizan.log/2") == nullptr ? MIZAN_OK : MIZAN_FAILED;
}
static const mizan_criterion k_criterion{text_of("1.0.0"), claims, no_points};
static const mizan_criterion* criterion(mizan_text) {
  return &k_criterion;
}

extern "C" const mizan_plugin mizan_plugin_entry = {{MIZAN_SDK_MAJOR, MIZAN_SDK_MINOR}, start, stop_well, criterion};
