// SPDX-License-Identifier: GPL-3.0-or-later
// A text for people, in both languages of the product.
#pragma once

#include <string>

namespace mizan::forms {

struct Label {
  std::string fa, en;
  friend bool operator==(const Label&, const Label&) = default;
};

}  // namespace mizan::forms
