/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mizan.document/1: what the reader saw in a document. */
#ifndef MIZAN_SERVICES_DOCUMENT_H
#define MIZAN_SERVICES_DOCUMENT_H

#include "../judgement.h"
#include "../text.h"

#ifdef __cplusplus
extern "C" {
#endif

#define MIZAN_SERVICE_DOCUMENT "mizan.document/1"

/*
 * The stored reading: pages, words with boxes, tables. Recognition errs, above all in digits, so nothing here proves a
 * value: proofs are findings. Use it to count rows, to find a heading, to explain a mismatch. Pages, words, tables,
 * rows and columns count from 0; what does not exist is 0, MIZAN_NO or an empty text. All texts are [borrowed].
 */
typedef struct mizan_box {
  int32_t x0, y0, x1, y1; /* pixels of the upright page; origin top left; x1 and y1 exclusive */
} mizan_box;

enum { MIZAN_PAGE_DIGITAL = 0, MIZAN_PAGE_HIDDEN_OCR = 1, MIZAN_PAGE_IMAGE = 2, MIZAN_PAGE_BLANK = 3 };

typedef struct mizan_page {
  int32_t kind; /* MIZAN_PAGE_… */
  int32_t width, height;
  size_t word_count;
  size_t table_count;
} mizan_page;

typedef struct mizan_word {
  mizan_text text;    /* as printed: not normalised */
  int32_t confidence; /* 0 … 100, the recogniser's own; does not tell whether digits are right */
  mizan_box box;
} mizan_word;

typedef struct mizan_table {
  size_t rows, columns;
  mizan_box box;
} mizan_table;

typedef struct mizan_place {
  size_t page;
  size_t first_word, word_count;
} mizan_place;

typedef struct mizan_document_service {
  size_t (*page_count)(const mizan_document* document);
  int32_t (*page)(const mizan_document* document, size_t page, mizan_page* out);
  int32_t (*word)(const mizan_document* document, size_t page, size_t word, mizan_word* out);
  int32_t (*table)(const mizan_document* document, size_t page, size_t table, mizan_table* out);
  /* The words of a cell, joined by blanks, in reading order. Column 0 is the rightmost. */
  mizan_text (*cell)(const mizan_document* document, size_t page, size_t table, size_t row, size_t column);
  /* The first place at or after `*place` where these words stand, compared by their letters; a place continues at its
   * `page` and `first_word`, so start with all zeros and add 1 to `first_word` to go on. MIZAN_NO when there is none.
   */
  int32_t (*find)(const mizan_document* document, mizan_text words, mizan_place* place);
} mizan_document_service;

#ifdef __cplusplus
}
#endif

#endif
