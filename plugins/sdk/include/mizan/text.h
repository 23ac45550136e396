/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sized UTF-8: the only kind of string that crosses the border. */
#ifndef MIZAN_TEXT_H
#define MIZAN_TEXT_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * `size` bytes of UTF-8 at `data`, not terminated by NUL. An empty text has size 0, and its `data` may then be NULL.
 * Whatever a plugin hands out must be valid UTF-8 without NUL; the host refuses the whole answer otherwise.
 */
typedef struct mizan_text {
  const char* data;
  size_t size;
} mizan_text;

/* What a step returns. */
enum {
  MIZAN_OK = 0,
  MIZAN_FAILED = 1 /* the reason is in the log; the answer so far is thrown away */
};

/* What a service answers to a yes-or-no question. */
enum { MIZAN_NO = 0, MIZAN_YES = 1 };

#ifdef __cplusplus
}
#endif

/* Put before the definition of the entry symbol; everything else in a plugin should be hidden. */
#if defined(__GNUC__)
#define MIZAN_EXPORT __attribute__((visibility("default")))
#else
#define MIZAN_EXPORT
#endif

#endif
