/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mizan.log/1: a line for the operator. */
#ifndef MIZAN_SERVICES_LOG_H
#define MIZAN_SERVICES_LOG_H

#include "../text.h"

#ifdef __cplusplus
extern "C" {
#endif

#define MIZAN_SERVICE_LOG "mizan.log/1"

enum { MIZAN_LOG_DEBUG = 0, MIZAN_LOG_INFO = 1, MIZAN_LOG_WARNING = 2, MIZAN_LOG_ERROR = 3 };

typedef struct mizan_log_service {
  /* One line; cut at 500 bytes, at most 100 lines a step. Never put names, codes or answers of an office into the log.
   * [copied] */
  void (*write)(int32_t level, mizan_text line);
} mizan_log_service;

#ifdef __cplusplus
}
#endif

#endif
