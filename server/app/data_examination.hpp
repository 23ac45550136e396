// SPDX-License-Identifier: GPL-3.0-or-later
// Holds rows and files against each other, and tells what the last start did about those that did not fit.
#pragma once

#include "app/examination.hpp"

#include <vector>

namespace mizan::app {

/// Database, last start, uploads, documents, jobs; only the database where that does not answer. Never fails.
void examine_data(const Configuration& configuration, std::vector<CheckUp>& found);

}  // namespace mizan::app
