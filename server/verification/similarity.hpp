// SPDX-License-Identifier: GPL-3.0-or-later
// How far two spellings are apart, plainly and as a recogniser confuses letters.
#pragma once

#include <string>
#include <string_view>

namespace mizan::verification {

/// persian::skeleton, with «لا» and «ال» made one: some PDFs give the ligature's letters in the wrong order.
[[nodiscard]] std::u32string comparison_letters(std::string_view utf8);

/// The same for letters that are a skeleton already.
[[nodiscard]] std::u32string with_ligatures_folded(std::u32string letters);

/// «الله» as some write it («اله»); what a recogniser makes of its ligature as well («الته», «الثه») unless `exact`.
[[nodiscard]] std::u32string with_allah_folded(std::u32string letters, bool exact);

/// Levenshtein distance in code points; stops counting beyond `limit` and returns `limit + 1`.
[[nodiscard]] int edits(std::u32string_view left, std::u32string_view right, int limit);

/// The same, in tenths of an edit, where letters that differ in their dots only (ب پ ت ث ن ی, ج چ ح خ, ر ز ژ و, …) or
/// in one tooth cost less: what a recogniser confuses on a bad scan, and two different names seldom differ in.
[[nodiscard]] int look_alike_tenths(std::u32string_view left, std::u32string_view right);

/// True when `part` is what is left of `whole` after some characters were dropped.
[[nodiscard]] bool is_subsequence(std::string_view part, std::string_view whole);

}  // namespace mizan::verification
