// SPDX-License-Identifier: GPL-3.0-or-later
// Reasons to doubt that a wording labels the claimed field there: it may be of the head of a letter, of a sentence, of
// a title, or the end of another wording.
#pragma once

#include "verification/label_places.hpp"
#include "verification/zones.hpp"

namespace mizan::verification {

/// The wording may be no label, or another field's. `standing` is how the value belongs to it.
[[nodiscard]] bool may_mean_another_field(const LabelPlaces& places, const Occurrence& occurrence, Standing standing);

/// «… گواهی می‌شود که در سوابق …»: running text about a person, who may be named by the
/// wording or not.
[[nodiscard]] bool in_sentence(const LabelPlaces& places, const Occurrence& occurrence);

}  // namespace mizan::verification
