/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mizan.dates/1: the Jalali calendar. */
#ifndef MIZAN_SERVICES_DATES_H
#define MIZAN_SERVICES_DATES_H

#include "../text.h"

#ifdef __cplusplus
extern "C" {
#endif

#define MIZAN_SERVICE_DATES "mizan.dates/1"

/* There is no "today" here, on purpose: a past round must recompute to the same points. */
typedef struct mizan_date {
  int32_t year;  /* Jalali */
  int32_t month; /* 1 … 12 */
  int32_t day;   /* 1 … 31 */
} mizan_date;

typedef struct mizan_dates_service {
  /* "1404/05/21", any digits, / - . between, eight digits, or «۵ مهر ۱۴۰۳». MIZAN_NO when it is no existing date;
   * `*out` is then left alone. */
  int32_t (*parse)(mizan_text text, mizan_date* out);
  /* "1404/05/21". [borrowed] */
  mizan_text (*write)(mizan_date date);
  /* Days from `from` to `to`, negative backwards. Both must exist; otherwise 0. */
  int64_t (*days_between)(mizan_date from, mizan_date to);
  /* Whole years from `from` to `to`: 1401/12/13 to 1406/12/13 is 5, to 1406/12/12 is 4. 0 when `to` is not later. */
  int32_t (*years_between)(mizan_date from, mizan_date to);
} mizan_dates_service;

#ifdef __cplusplus
}
#endif

#endif
