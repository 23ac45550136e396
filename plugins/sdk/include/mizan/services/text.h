/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mizan.text/1: one spelling for Persian text, and comparison by it. */
#ifndef MIZAN_SERVICES_TEXT_H
#define MIZAN_SERVICES_TEXT_H

#include "../text.h"

#ifdef __cplusplus
extern "C" {
#endif

#define MIZAN_SERVICE_TEXT "mizan.text/1"

/*
 * Persian text is typed in many ways: Arabic ي and ك, ZWNJ or a blank or nothing, three sets of digits, diacritics,
 * invisible marks. Never compare two texts byte by byte; ask here. All results are [borrowed].
 */
typedef struct mizan_text_service {
  /* The comparison form, still readable: Persian letters, Latin digits and signs, no invisible marks, single blanks. */
  mizan_text (*normalise)(mizan_text text);
  /* Letters and digits of the comparison form only, without blanks:
   * «محمدی‌نژاد» and «محمدی نژاد» are one. */
  mizan_text (*letters)(mizan_text text);
  /* MIZAN_YES when both have the same letters. */
  int32_t (*same)(mizan_text left, mizan_text right);
  /* The text with its digits Persian, for sentences that people read. */
  mizan_text (*persian_digits)(mizan_text text);
  /* A whole number as people write it (any digits, grouped, with its unit); MIZAN_NO when it is none. */
  int32_t (*whole_number)(mizan_text text, int64_t* out);
} mizan_text_service;

#ifdef __cplusplus
}
#endif

#endif
