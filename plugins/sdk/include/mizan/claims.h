/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first step: what must the document in this slot prove? */
#ifndef MIZAN_CLAIMS_H
#define MIZAN_CLAIMS_H

#include "text.h"
#include "values.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * One declared value that the document should show. The host looks for it on the pages and answers match, mismatch or
 * unreadable; a criterion never sees pixels. All texts are [copied].
 *
 * `kind` decides how values are compared:
 *
 *   name     a person or company: particles, spacing and spelling variants do not matter, the names do
 *   natcode  national code          legal_id  legal-entity id      postal  postal code
 *   number   digits that identify (licence, workshop, tracking number)     serial  the same with letters
 *   date     Jalali                 year      a Jalali year
 *   address  every number and name of the declared address stands in the printed one
 *   area, amount, decimal, count, days   quantities: the same number, however it is grouped or written
 *   text     anything else, compared by its letters
 */
typedef struct mizan_claim {
  mizan_text id;            /* unique among the claims of this call; by custom the same as `field` */
  mizan_text document_type; /* "lease": a file in form-definitions/document-types, which knows the printed wordings */
  mizan_text field;         /* the field on that document: "landlord_name", "emp3_days" */
  mizan_text kind;
  mizan_text declared;
  mizan_text label;         /* the form's label, for the expert; the host adds the wordings of the document type */
  const mizan_text* labels; /* further wordings that the page may print, best first; NULL with label_count 0 */
  size_t label_count;
  int32_t row;     /* the N-th printed row of a table, from 1; 0 = not in a table */
  mizan_text role; /* the word that stands for this person in prose («موجر»), or empty */
} mizan_claim;

/* All members are [borrowed]. */
typedef struct mizan_claims_input {
  const mizan_values* answers; /* normal form */
  const mizan_values*
      office; /* the register: kind, licence_no, name, holder_name, holder_national_id, province, city, … */
  const mizan_values* section; /* section.json of the bundle */
  mizan_text slot;             /* where the document was uploaded */
} mizan_claims_input;

typedef struct mizan_claims_output {
  void* host_data;
  /* At most 2,000 claims a call; more, or one without id, field, known kind or declared value, spoils the answer. */
  void (*add_claim)(const struct mizan_claims_output* output, const mizan_claim* claim);
} mizan_claims_output;

#ifdef __cplusplus
}
#endif

#endif
