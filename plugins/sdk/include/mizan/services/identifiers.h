/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mizan.identifiers/1: identifiers with their check digits. */
#ifndef MIZAN_SERVICES_IDENTIFIERS_H
#define MIZAN_SERVICES_IDENTIFIERS_H

#include "../text.h"

#ifdef __cplusplus
extern "C" {
#endif

#define MIZAN_SERVICE_IDENTIFIERS "mizan.identifiers/1"

/*
 * Each function takes the identifier as it was typed or printed and gives its canonical form in Latin digits, or an
 * empty text when it is no such identifier (wrong length, wrong check digit, letters among the digits). Results are
 * [borrowed].
 */
typedef struct mizan_identifiers_service {
  mizan_text (*national_code)(mizan_text text); /* ten digits, check digit, not all equal */
  mizan_text (*legal_id)(mizan_text text);      /* eleven digits, check digit */
  mizan_text (*postal_code)(mizan_text text);   /* ten digits, no check digit exists */
} mizan_identifiers_service;

#ifdef __cplusplus
}
#endif

#endif
