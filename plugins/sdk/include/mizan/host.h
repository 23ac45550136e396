/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the host gives to a plugin, and how services are asked for. */
#ifndef MIZAN_HOST_H
#define MIZAN_HOST_H

#include "text.h"
#include "version.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A service is a struct of function pointers that belongs to the host. It is asked for by an id of the form
 *
 *     <owner>.<what>/<revision>          "mizan.text/1"
 *
 * in lower-case letters, digits, '.', '_' and one '/'. A revision never changes; a better one has a new number, and
 * both may be offered side by side. Ids of services outside this SDK start with another owner than `mizan`.
 */
typedef struct mizan_host {
  mizan_version sdk; /* of the host */
  mizan_text name;   /* [static] for the log */

  /* The service, to be cast to the struct of its header, or NULL when this host has it not. `id` ends with NUL. The
   * result is valid until `stop` returns; asking again gives the same pointer. [judge-thread] */
  const void* (*get_service)(const struct mizan_host* host, const char* id);
} mizan_host;

#ifdef __cplusplus
}
#endif

#endif
