// SPDX-License-Identifier: GPL-3.0-or-later
// Letters that a document's typeface has not got.
#pragma once

#include "model/reading.hpp"

#include <vector>

namespace mizan::documents {

/// A program draws such a letter («أ», «گ») from another typeface: its box is higher or lower than the line's, and a
/// text layer makes a word of it. It is put back between its neighbours; other words stay as they are.
void put_back_borrowed_letters(std::vector<Word>& words);

}  // namespace mizan::documents
