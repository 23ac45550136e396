// SPDX-License-Identifier: GPL-3.0-or-later
// Leaders: rows of dots that lead from a label to its value, or that one writes on.
#pragma once

#include "documents/reader/marks.hpp"

namespace mizan::documents {

/// Takes the dots of leaders out of `marks.small`. Persian zeros are such dots too, but stand at the middle of their
/// line; dots of letters do not stand at equal distances.
void drop_leaders(Marks& marks);

}  // namespace mizan::documents
