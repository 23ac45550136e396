/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one symbol a plugin library exports. */
#ifndef MIZAN_ENTRY_H
#define MIZAN_ENTRY_H

#include "claims.h"
#include "host.h"
#include "judgement.h"
#include "version.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A criterion: two steps over plain data. `self` is the pointer the host got from `criterion` below, so that data of
 * your own can stand behind it. Both steps may be called any number of times, in any order, for any office.
 */
typedef struct mizan_criterion {
  /* [static] "1.0.0", the same as in the bundle's manifest.json; the host refuses a library that says otherwise. Empty
   * only in the plugin `declared`, which runs sections of every version. */
  mizan_text version;

  /* What must a document in this slot prove? Adds claims to `output`; none is a right answer. [judge-thread] */
  int32_t (*claims)(const struct mizan_criterion* self, const mizan_claims_input* input,
                    const mizan_claims_output* output);

  /* What is the section worth now? Adds one reason per award, and what is missing for more. [judge-thread] */
  int32_t (*judge)(const struct mizan_criterion* self, const mizan_judge_input* input,
                   const mizan_judge_output* output);
} mizan_criterion;

/*
 * What `mizan_plugin_entry` is. The host looks at `sdk` first and touches nothing else when it does not fit, so this
 * member never moves, in any major version.
 */
typedef struct mizan_plugin {
  mizan_version sdk; /* {MIZAN_SDK_MAJOR, MIZAN_SDK_MINOR} */

  /* Called once after loading. `host` stays valid until `stop` returns: keep it to ask for services. Return
   * MIZAN_FAILED to be refused (a service you need is missing); `stop` is then not called. [judge-thread] */
  int32_t (*start)(const mizan_host* host);

  /* Called once before the process ends; it may also just end. [judge-thread] */
  void (*stop)(void); /* NOLINT(modernize-redundant-void-arg): C says so */

  /* The criterion of this id, or NULL when the library has none of it. The result is [static]. [judge-thread] */
  const mizan_criterion* (*criterion)(mizan_text id);
} mizan_plugin;

/* Define it once:  MIZAN_EXPORT const mizan_plugin mizan_plugin_entry = {…};  (C++: inside extern "C"). */
extern MIZAN_EXPORT const mizan_plugin mizan_plugin_entry;

#define MIZAN_PLUGIN_ENTRY_SYMBOL "mizan_plugin_entry"

#ifdef __cplusplus
}
#endif

#endif
