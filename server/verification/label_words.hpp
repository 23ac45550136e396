// SPDX-License-Identifier: GPL-3.0-or-later
// What a label means, whichever of several words it is put in: «شماره ملی صاحب پروانه» is «کد ملی دارنده مجوز».
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::verification {

/// Words that one often finds for each other on forms become one, their order and words that say nothing («و», «به»)
/// are left out. Two labels with the same meaning ask for the same thing; an empty one can mean anything.
[[nodiscard]] std::u32string meaning_of(const std::vector<std::u32string>& words);

/// Is of a label, on any form: begins one («شماره», «تاریخ») or qualifies one.
[[nodiscard]] bool begins_or_qualifies_label(const std::u32string& letters);

/// The words that meaning_of joins.
[[nodiscard]] std::set<std::u32string> meanings_of(const std::vector<std::u32string>& words);

/// «بعلاوه»: parts of one label stand on either side of it.
[[nodiscard]] bool joins_labels(const std::u32string& letters);

/// May end any label, saying where or of what something is: «شهر محل فعالیت», «تاریخ صدور گواهی».
[[nodiscard]] bool qualifies_label(const std::u32string& letters);

/// The words of a label or of a line, as comparison_letters writes each; signs part words.
[[nodiscard]] std::vector<std::u32string> label_words(std::string_view utf8);

}  // namespace mizan::verification
