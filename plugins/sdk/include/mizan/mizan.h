/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything a criterion may use, in one include; compiles as C99 and as C++17. */
#ifndef MIZAN_MIZAN_H
#define MIZAN_MIZAN_H

/*
 * Read in this order:
 *
 *   text.h       sized UTF-8, the only kind of string that crosses the border
 *   version.h    which SDK you built with, and who may load it
 *   entry.h      the one symbol your library exports
 *   host.h       what the host gives you, and how to ask for a service
 *   values.h     answers, office register, section and points table: trees of plain values
 *   claims.h     the first step: what must this document prove?
 *   judgement.h  the second step: how many points, and why?
 *   services/    text, dates, identifiers, the document as it was read, the log
 *
 * C++ authors: mizan/cpp/criterion.hpp puts classes on top and needs nothing but these headers.
 *
 * Rules that hold for every function on both sides of the border:
 *
 *   [judge-thread]  Every function is called on one and the same thread. Neither side starts threads that call the
 * other. [borrowed]      The pointed-to bytes belong to the other side and stay valid until the current step returns.
 * Copy what you want to keep, and keep nothing between two steps: a step's answer depends on its input alone. [copied]
 * The receiver copies before it returns; the giver may free or reuse at once. [static]        Lives as long as the
 * library is loaded.
 *
 *   No exception, no longjmp and no C++ object crosses. A step that cannot answer returns MIZAN_FAILED after saying why
 * in the log; the host then treats the section as one for an expert. Crashing, hanging and answering nonsense have the
 *   same effect on the office, cost more, and are counted.
 *
 *   A criterion is pure: no files, no network, no clock, no randomness, no environment. The host runs it in a process
 * that has none of them, under limits of time and memory, and may run the same step again to compare the answers.
 */
#include "claims.h"
#include "entry.h"
#include "host.h"
#include "judgement.h"
#include "services/dates.h"
#include "services/document.h"
#include "services/identifiers.h"
#include "services/log.h"
#include "services/text.h"
#include "text.h"
#include "values.h"
#include "version.h"

#endif
