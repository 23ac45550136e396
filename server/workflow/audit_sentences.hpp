// SPDX-License-Identifier: GPL-3.0-or-later
// What each action of the audit is called, for people: one table of sentences.
#pragma once

#include "forms/label.hpp"
#include "model/audit.hpp"

#include <string_view>

namespace mizan::forms {
class Definitions;
}

namespace mizan::workflow {

/// Both sentences of one line, without who and when («بخش ذخیره شد»). Values come from the line's detail; sections by
/// their titles, choices in words, numbers in Persian digits. An action that is not in the table is its own sentence.
[[nodiscard]] forms::Label audit_sentence(const AuditEntry& entry, const forms::Definitions& definitions);

/// Whether the table has a sentence for this action; a test asks it for every action that the use cases write.
[[nodiscard]] bool has_audit_sentence(std::string_view action);

}  // namespace mizan::workflow
