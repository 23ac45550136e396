/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second step: how many points is the section worth now, and why? */
#ifndef MIZAN_JUDGEMENT_H
#define MIZAN_JUDGEMENT_H

#include "text.h"
#include "values.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The stored reading of one document, opaque: services/document.h looks inside. */
typedef struct mizan_document mizan_document;

/* What the host's comparison said. */
enum { MIZAN_MATCH = 0, MIZAN_MISMATCH = 1, MIZAN_UNREADABLE = 2 };

/*
 * What an expert said afterwards, if anyone did. An expert's word stands above the machine's:
 *   DOCUMENT       the document is right: its value counts, the declared one does not
 *   DECLARATION    the declaration is right: it counts as proved
 *   UNREADABLE     nobody can read it: nothing is proved
 *   CLARIFICATION  the office was asked and has not answered: nothing is proved yet
 *   TRUSTED        the value was accepted without a document (carried over, or known to the region): it counts as
 * proved
 */
enum {
  MIZAN_UNDECIDED = 0,
  MIZAN_DECIDED_DOCUMENT = 1,
  MIZAN_DECIDED_DECLARATION = 2,
  MIZAN_DECIDED_UNREADABLE = 3,
  MIZAN_DECIDED_CLARIFICATION = 4,
  MIZAN_DECIDED_TRUSTED = 5
};

/* One claim of the first step and what became of it. All texts are [borrowed]. */
typedef struct mizan_finding {
  size_t document; /* index into mizan_judge_input.documents */
  mizan_text claim_id;
  mizan_text field; /* the claim's document field */
  int32_t row;
  mizan_text declared; /* as it was when the claim was made; the answers may have changed since */
  int32_t agreement;   /* MIZAN_MATCH … */
  int32_t decision;    /* MIZAN_UNDECIDED … */
  mizan_text read;     /* what stands there, as printed; empty when nothing was read */
  int32_t confidence;  /* per mille, how sure the host is of `agreement` */
  int32_t page;        /* from 0; -1 when there was nothing to look at */
} mizan_finding;

typedef struct mizan_judged_document {
  mizan_text slot;
  const mizan_document* document;
} mizan_judged_document;

/* All members are [borrowed]. */
typedef struct mizan_judge_input {
  const mizan_values* answers;
  const mizan_values* office;
  const mizan_values* section;
  const mizan_values* points_table; /* this section's part of the round's rule set: award id → rule */
  const mizan_judged_document* documents;
  size_t document_count;
  const mizan_finding* findings;
  size_t finding_count;
} mizan_judge_input;

/*
 * One line of the office's result. Every award on offer gets one, also when it gives nothing. Points are thousandths:
 * 50 points are 50000. `id` is an award of the points table; `points` is at most `maximum`, and `maximum` at most what
 * the table gives for it. Only a deduction (points < 0, maximum 0) may carry an id of your own.
 *
 * Sentences are for office people: what was seen, what it is worth. No jargon, no codes.
 */
typedef struct mizan_reason {
  mizan_text id;
  int64_t points;
  int64_t maximum;
  mizan_text text_fa;
  mizan_text text_en;
} mizan_reason;

/* What the office could do to get more: one sentence, and how many points it is worth. */
typedef struct mizan_missing {
  mizan_text field; /* the field or slot to look at */
  int64_t worth;    /* > 0 */
  mizan_text text_fa;
  mizan_text text_en;
} mizan_missing;

/* Something the criterion noticed that costs or gives no points but a person should know. */
typedef struct mizan_note {
  mizan_text field; /* or empty */
  mizan_text text_fa;
  mizan_text text_en;
} mizan_note;

/* Everything added is [copied]. At most 200 of each. The section's points are the sum of its reasons: the host adds up.
 */
typedef struct mizan_judge_output {
  void* host_data;
  void (*add_reason)(const struct mizan_judge_output* output, const mizan_reason* reason);
  void (*add_missing)(const struct mizan_judge_output* output, const mizan_missing* missing);
  void (*add_note)(const struct mizan_judge_output* output, const mizan_note* note);
} mizan_judge_output;

#ifdef __cplusplus
}
#endif

#endif
