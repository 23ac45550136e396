/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The version of the SDK, and the rule by which a host accepts a plugin. */
#ifndef MIZAN_VERSION_H
#define MIZAN_VERSION_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A host of SDK H loads a plugin built with SDK P when  P.major == H.major  and  P.minor <= H.minor.
 *
 * Within a major version no struct changes: no member is added, moved or re-used. New abilities arrive as new services
 * (a new id or revision, see host.h), and the minor version says that they may be asked for. A plugin that can do
 * without a service asks for it, gets NULL from an older host, and does without.
 */
typedef struct mizan_version {
  uint32_t major;
  uint32_t minor;
} mizan_version;

#define MIZAN_SDK_MAJOR 1
#define MIZAN_SDK_MINOR 0

#ifdef __cplusplus
}
#endif

#endif
