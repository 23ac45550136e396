// SPDX-License-Identifier: GPL-3.0-or-later
// The experts' queue as one FROM … WHERE, for its items, its size and its counts alike.
#pragma once

#include "storage/api/findings.hpp"
#include "storage/records/query.hpp"

namespace mizan::storage {

/// Adds " FROM findings f JOIN declarations d … JOIN offices o … JOIN rounds n … WHERE" with every condition but
/// `after` and `limit`: submitted or carried-over declarations of rounds in review.
inline void append_queue(Query& query, const QueueFilter& filter, const Scope& scope) {
  query << " FROM findings f JOIN declarations d ON d.id = f.declaration JOIN offices o ON o.id = d.office JOIN rounds "
           "n ON n.id = "
           "d.round WHERE n.stage = 'review' AND d.status IN ('submitted', 'carried_over') AND ";
  append_scope(query, scope, "o");
  if (filter.round.stored()) query << " AND d.round = " << Param(filter.round);
  if (!filter.section.empty()) query << " AND f.section = " << Param(filter.section);
  if (!filter.document_type.empty()) query << " AND f.document_type = " << Param(filter.document_type);
  if (!filter.province.empty()) query << " AND o.province = " << Param(filter.province);
  if (!filter.city.empty()) query << " AND o.city = " << Param(filter.city);
  if (filter.state)
    query << " AND f.state = " << Param(to_text(*filter.state));
  else
    query << " AND f.state <> 'superseded'";
}

}  // namespace mizan::storage
