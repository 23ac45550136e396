// SPDX-License-Identifier: GPL-3.0-or-later
// The receipt of a submitted declaration.
#pragma once

#include "workflow/round_banner.hpp"
#include "workflow/section_state.hpp"

#include <string>
#include <vector>

namespace mizan::workflow {

struct ReceiptSection {
  std::string id;
  forms::Label title;
  int documents = 0;
};

struct Receipt {
  Declaration declaration;
  Office office;
  RoundBanner round;
  Points points, maximum;  ///< as they stood when it was submitted
  ContentHash content;     ///< declaration_content.hpp
  std::vector<ReceiptSection> sections;
};

/// Inside a transaction; the declaration is submitted.
[[nodiscard]] Result<Receipt> receipt_of(storage::Stores& stores, const Services& services, const Scope& scope,
                                         const DeclarationCase& subject);

/// Fails with `access.not_found` before the declaration is submitted.
[[nodiscard]] Result<Receipt> view_receipt(const Services& services, const Actor& actor, DeclarationId id);

}  // namespace mizan::workflow
