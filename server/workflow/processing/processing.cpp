// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/processing/processing.hpp"

#include "workflow/processing/judge_section.hpp"
#include "workflow/processing/open_bundle.hpp"
#include "workflow/processing/read_evidence.hpp"
#include "workflow/processing/scan_content.hpp"
#include "workflow/work_queue.hpp"

namespace mizan::workflow {

Outcome process(const Processing& processing, const storage::Job& job) {
  if (job.kind == k_read_evidence) return read_evidence(processing, job);
  if (job.kind == k_verify_evidence) return verify_evidence(processing, job);
  if (job.kind == k_judge_section) return judge_section(processing, job);
  if (job.kind == k_open_bundle) return open_bundle(processing, job);
  if (job.kind == k_scan_content) return scan_content(processing, job);
  if (job.kind == k_find_unscanned) return find_unscanned(processing, job);
  return fail("server.internal", "no use case for jobs of the kind " + job.kind);
}

bool waits_for_surroundings(const storage::Job& job) {
  return job.kind == k_scan_content;
}

}  // namespace mizan::workflow
