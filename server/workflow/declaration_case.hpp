// SPDX-License-Identifier: GPL-3.0-or-later
// A declaration with its office and round, found through the actor's scope, and the sections its round pinned.
#pragma once

#include "forms/bundle.hpp"
#include "model/account.hpp"
#include "model/declaration.hpp"
#include "model/office.hpp"
#include "model/round.hpp"
#include "storage/api/database.hpp"
#include "workflow/services.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mizan::workflow {

struct DeclarationCase {
  Declaration declaration;
  Round round;
  Office office;
};

/// Fails with `access.not_found` when there is none or the scope does not cover its office.
[[nodiscard]] Result<DeclarationCase> find_declaration(storage::Stores& stores, const Scope& scope, DeclarationId id);

/// For office use cases: `access.forbidden` for any other role, then as above.
[[nodiscard]] Result<DeclarationCase> find_own_declaration(storage::Stores& stores, const Actor& actor,
                                                           DeclarationId id);

/// While the office may change it. Fails with `declaration.submitted` or `declaration.closed`.
[[nodiscard]] Outcome check_declaring(const DeclarationCase& subject, Instant now);
[[nodiscard]] bool is_declaring(const DeclarationCase& subject, Instant now);

/// The criterion version that the round pinned for this section. Fails with `access.not_found` when this office's form
/// has no such section, `plugin.not_found` when the version is not installed. The pointer lives as long as the
/// definitions.
[[nodiscard]] Result<const forms::Bundle*> pinned_section(const Services& services, const DeclarationCase& subject,
                                                          std::string_view section);

/// All of them, in the order of the form of this kind of office.
[[nodiscard]] Result<std::vector<const forms::Bundle*>> pinned_sections(const Services& services, const Round& round,
                                                                        OfficeKind kind);

}  // namespace mizan::workflow
