/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain data from the host (answers, register, section, points table), read by path. */
#ifndef MIZAN_VALUES_H
#define MIZAN_VALUES_H

#include "text.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A tree of objects, lists and plain values. A place in it is a path: names and indices (from 0) joined by '/', such as
 * "area" or "employees/2/national_code"; the empty path is the root. A path that leads nowhere is no error: it has kind
 * MIZAN_VALUE_NONE, an empty text, and count 0.
 *
 * Answers come in their normal form (Persian ی and ک, dates as "1404/05/21", codes in Latin digits, numbers as
 * numbers), without the fields that the office does not see. Treat them as declared, not as true.
 */
typedef struct mizan_values mizan_values;

enum {
  MIZAN_VALUE_NONE = 0,
  MIZAN_VALUE_TEXT = 1,
  MIZAN_VALUE_NUMBER = 2,
  MIZAN_VALUE_BOOLEAN = 3,
  MIZAN_VALUE_LIST = 4,
  MIZAN_VALUE_OBJECT = 5
};

struct mizan_values {
  void* host_data; /* the host's own; leave it alone */

  int32_t (*kind)(const mizan_values* values, mizan_text path);

  /* A plain value written out: a text as it is, a number in Latin digits ("84.7"), "true" or "false". Lists, objects
   * and nothing give an empty text. [borrowed] */
  mizan_text (*text)(const mizan_values* values, mizan_text path);

  /* A number in thousandths, rounded half away from zero: 84.7 is 84700, 3 is 3000. MIZAN_NO when it is no number or
   * does not fit; `*out` is then left alone. A text of Latin digits with at most one '.' counts as a number. */
  int32_t (*thousandths)(const mizan_values* values, mizan_text path, int64_t* out);

  /* How many elements a list has, or members an object. */
  size_t (*count)(const mizan_values* values, mizan_text path);

  /* The name of an object's member, by its place in the order of names; empty beyond the last. [borrowed] */
  mizan_text (*name)(const mizan_values* values, mizan_text path, size_t index);
};

#ifdef __cplusplus
}
#endif

#endif
