// SPDX-License-Identifier: GPL-3.0-or-later
// Packed steps of a recogniser, as a document's process gives them and the database keeps them.
#include "fuzz/target.hpp"
#include "verification/likelihood/steps.hpp"

#include <algorithm>
#include <cmath>

namespace mizan::fuzz {
namespace {

constexpr std::size_t k_most = 512;

void try_input(std::string_view untrusted_bytes) {
  const auto steps = verification::unpacked(untrusted_bytes, k_most);
  if (!steps) return;
  promise(steps->count <= k_most && steps->symbols > 0, "steps keep their limit");
  promise(steps->logs.size() == steps->count * steps->symbols, "there is a row for every step");
  promise(std::all_of(steps->logs.begin(), steps->logs.end(), [](float log) { return std::isfinite(log) && log <= 0; }),
          "a logarithm of a probability is finite and not above 0");
  const auto again = verification::unpacked(verification::packed(*steps), k_most);
  promise(again && again->count == steps->count && again->symbols == steps->symbols, "steps come back");
  const auto half = verification::part_of(*steps, steps->count / 2, steps->count + 1);
  promise(half.logs.size() == half.count * half.symbols, "a part is made of whole steps");
}

const Registered k_target({"steps", try_input});

}  // namespace
}  // namespace mizan::fuzz
