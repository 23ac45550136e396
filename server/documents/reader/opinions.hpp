// SPDX-License-Identifier: GPL-3.0-or-later
// The words of several recognisers over one page, brought together as readings of the same words.
#pragma once

#include "documents/reader/recogniser.hpp"
#include "model/reading.hpp"

#include <string_view>
#include <vector>

namespace mizan::documents {

/// Adds what another pass saw: to the word it overlaps most, as one more reading; several of its words inside one of
/// ours as one reading, in reading order; what overlaps nothing as a word of its own. Boxes are in the space of
/// `words`.
void add_opinion(std::vector<Word>& words, const std::vector<RecognisedWord>& pass, std::string_view recogniser);

}  // namespace mizan::documents
