// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/persian/digits.hpp"
#include "workflow/evidence/evidence_place.hpp"

namespace mizan::workflow {

Problem document_too_large(std::uint64_t limit) {
  const auto number = std::to_string(limit >> 20U);
  return Problem("evidence.too_large")
      .with("limit", persian::persian_digits(number) + " مگابایت")
      .with("limit_en", number + " MB");
}

}  // namespace mizan::workflow
