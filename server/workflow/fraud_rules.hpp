// SPDX-License-Identifier: GPL-3.0-or-later
// The named rules of looking for fraud; the configuration sets them (section [fraud]).
#pragma once

#include <set>
#include <string>

namespace mizan::workflow {

struct FraudRules {
  /// Signals of the reader that are worth an expert's time (processing/fraud_signals.hpp has all); the others are told
  /// beside the document.
  std::set<std::string> queued{"active_content",         "attached_files",      "changed_after_signing",
                               "more_than_one_document", "other_format_inside", "text_layer_contradicted"};
  int alike_pages = 40;  ///< stored pages that one page is compared with: those that share most keys with it
  int uses = 50;         ///< documents that are looked at of some bytes
  /// A page that so many other offices have sent is printed matter, not one office's paper: told beside the document.
  int form_offices = 6;
};

}  // namespace mizan::workflow
