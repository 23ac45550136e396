// SPDX-License-Identifier: GPL-3.0-or-later
// The experts' queue: what waits, how much of what kind, and how one's own day goes.
#pragma once

#include "forms/label.hpp"
#include "storage/api/findings.hpp"
#include "storage/api/reports.hpp"
#include "workflow/services.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mizan::workflow {

/// Counted over the actor's whole scope, in the state that was asked for.
struct Facet {
  std::string id;
  forms::Label title;
  int count = 0;
};

/// Of the asking expert; nothing where no decision counts.
struct ExpertDay {
  int decided = 0;
  std::optional<int> median_seconds;
  std::optional<int> agreement_per_mille;
};

struct QueueLine {
  storage::QueueItem item;
  forms::Label section_title;
  bool waits_for_scan = false;  ///< its document is not shown yet; not looked up for an export
};

struct QueueView {
  std::vector<QueueLine> lines;
  int count = 0;                  ///< all that match the filters
  std::optional<FindingId> next;  ///< to ask for what follows; nothing at the end
  std::vector<Facet> criteria, kinds, provinces, cities;
  ExpertDay day;
};

/// For experts (their provinces) and CRA (everything). Fails with `access.forbidden` for others.
[[nodiscard]] Result<QueueView> browse_queue(const Services& services, const Actor& actor,
                                             const storage::QueueFilter& filter);

/// All that match, up to `Limits::export_rows`. As above.
[[nodiscard]] Result<std::vector<QueueLine>> queue_for_export(const Services& services, const Actor& actor,
                                                              storage::QueueFilter filter);

}  // namespace mizan::workflow
