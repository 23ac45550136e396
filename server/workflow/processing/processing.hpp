// SPDX-License-Identifier: GPL-3.0-or-later
// What workers do with a job: scan and read a document, verify its claims, judge a section, open a ZIP.
#pragma once

#include "antivirus/scanner.hpp"
#include "criteria/criteria.hpp"
#include "documents/reader.hpp"
#include "storage/api/jobs.hpp"
#include "workflow/services.hpp"

namespace mizan::workflow {

/// One worker's tools, none owned; used by one thread.
struct Processing {
  const Services& services;
  documents::Reader& reader;
  criteria::Criteria& criteria;
  antivirus::Scanner* scanner = nullptr;  ///< null where none is configured
};

/// Does one claimed job and finishes it in the transaction that stores its effect, so that a repeated or lost attempt
/// leaves nothing twice. A job whose subject is gone (removed, superseded) is finished without effect. A problem means
/// that this attempt failed; the runner decides about another. Refusals of the document (`evidence.*`) are effects, not
/// problems.
[[nodiscard]] Outcome process(const Processing& processing, const storage::Job& job);

/// Whether a failure of this job is its surroundings' and not its own: nobody but the virus scanner can do a scan, so
/// it is never given up.
[[nodiscard]] bool waits_for_surroundings(const storage::Job& job);

/// After the last attempt: the subject is marked as one for an expert, with the problem's code, and the job is buried,
/// in one transaction.
[[nodiscard]] Outcome give_up(const Services& services, const storage::Job& job, const Problem& problem);

}  // namespace mizan::workflow
