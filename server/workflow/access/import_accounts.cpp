// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/access/import_accounts.hpp"

#include "base/persian/identifiers.hpp"
#include "forms/definitions.hpp"
#include "workflow/access/secret_codes.hpp"
#include "workflow/audit_line.hpp"

#include <utility>

namespace mizan::workflow {
namespace {

/// A checked line with the code made for it, in case its account is new.
struct Prepared {
  AccountLine line;
  std::string code;
  std::string code_hash;
};

Problem wrong(std::size_t line, std::string_view member, ProblemCode code, std::string_view label_fa,
              std::string_view label_en) {
  return Problem(code)
      .on_field(std::to_string(line + 1) + "/" + std::string(member))
      .with("label", std::string(label_fa))
      .with("label_en", std::string(label_en));
}

std::vector<Problem> problems_of(std::size_t index, const AccountLine& line, const forms::Provinces& provinces) {
  std::vector<Problem> found;
  const auto complain = [&](std::string_view member, ProblemCode code, std::string_view fa, std::string_view en) {
    found.push_back(wrong(index, member, code, fa, en));
  };
  if (!persian::national_code(line.national_code))
    complain("national_code", "answers.national_code", "کد ملی", "The national code");
  if (line.name.empty()) complain("name", "answers.required", "نام", "the name");
  for (const auto& code : line.provinces)
    if (provinces.find(code) == nullptr) complain("provinces", "answers.not_a_choice", "استان", "the province");
  if (line.role == Role::expert && line.provinces.empty())
    complain("provinces", "answers.required", "استان", "the province");
  if (line.role != Role::office) return found;
  if (!line.office || line.office->licence_no.empty()) {
    complain("licence_no", "answers.required", "شمارهٔ پروانه", "the licence number");
    return found;
  }
  if (line.office->name.empty()) complain("office_name", "answers.required", "نام دفتر", "the office's name");
  if (provinces.find(line.office->province) == nullptr)
    complain("province", "answers.not_a_choice", "استان", "the province");
  return found;
}

Result<std::vector<Prepared>> prepare(const Services& services, std::span<const AccountLine> lines) {
  Problem all("answers.invalid");
  std::vector<Prepared> prepared;
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (auto& problem : problems_of(i, lines[i], services.definitions.provinces()))
      all.parts.push_back(std::move(problem));
  if (!all.parts.empty()) return fail(std::move(all));
  for (const auto& line : lines) {
    Prepared one{line, make_secret_code(), {}};
    one.line.national_code = *persian::national_code(line.national_code);
    auto hash = hash_secret_code(one.code, services.limits.accounts);
    if (!hash) return fail(std::move(hash.error()));
    one.code_hash = std::move(*hash);
    prepared.push_back(std::move(one));
  }
  return prepared;
}

Result<OfficeId> register_office(storage::Offices& offices, Office office) {
  auto known = offices.find_by_licence(office.licence_no, Scope::everything());
  if (!known) return fail(std::move(known.error()));
  if (!*known) return offices.create(office);
  office.id = (*known)->id;
  return offices.update(office).map([&] { return office.id; });
}

Outcome tie_together(storage::Stores& stores, AccountId account, const AccountLine& line, OfficeId& office) {
  for (const auto& province : line.provinces)
    if (auto assigned = stores.accounts().assign_province(account, province); !assigned) return assigned;
  if (!line.office) return {};
  auto id = register_office(stores.offices(), *line.office);
  if (!id) return fail(std::move(id.error()));
  office = *id;
  return stores.accounts().tie_to_office(account, office, line.tie);
}

Result<ImportedAccount> import_one(storage::Stores& stores, const Actor& actor, Instant now, const Prepared& prepared) {
  const auto& line = prepared.line;
  ImportedAccount imported{line.national_code, line.name, ImportEffect::tied, {}};
  auto known = stores.accounts().find_by_national_code(line.national_code);
  if (!known) return fail(std::move(known.error()));
  AccountId id = *known ? (*known)->id : AccountId{};
  if (*known && (*known)->role != line.role) return fail(Problem("account.exists").on_field("role"));
  if (!*known) {
    Account account;
    account.national_code = line.national_code;
    account.name = line.name;
    account.role = line.role;
    account.activation_hash = prepared.code_hash;
    account.created_at = now;
    auto created = stores.accounts().create(account);
    if (!created) return fail(std::move(created.error()));
    id = *created;
    imported.effect = ImportEffect::created;
    imported.activation_code = prepared.code;
  }
  OfficeId office;
  if (auto tied = tie_together(stores, id, line, office); !tied) return fail(std::move(tied.error()));
  auto audited =
      record(stores.audit(), actor, now, imported.effect == ImportEffect::created ? "account.imported" : "account.tied",
             "account/" + std::to_string(id.value), office, {{"role", to_text(line.role)}});
  if (!audited) return fail(std::move(audited.error()));
  return imported;
}

}  // namespace

Result<std::vector<ImportedAccount>> import_accounts(const Services& services, const Actor& actor,
                                                     std::span<const AccountLine> lines) {
  if (actor.role != Role::operator_ && actor.role != Role::cra) return fail("access.forbidden");
  auto prepared = prepare(services, lines);
  if (!prepared) return fail(std::move(prepared.error()));
  return services.database.write([&](storage::Stores& stores) -> Result<std::vector<ImportedAccount>> {
    std::vector<ImportedAccount> imported;
    for (const auto& one : *prepared) {
      auto done = import_one(stores, actor, services.clock.now(), one);
      if (!done) return fail(std::move(done.error()));
      imported.push_back(std::move(*done));
    }
    return imported;
  });
}

}  // namespace mizan::workflow
