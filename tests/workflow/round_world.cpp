// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/round_world.hpp"

#include "storage/evidence/local_staging.hpp"
#include "storage/evidence/local_store.hpp"
#include "storage/records/open_database.hpp"
#include "workflow/rounds/create_round.hpp"
#include "workflow/rounds/open_round.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mizan::tests {
namespace {

forms::DefinitionFolders folders() {
  return {std::filesystem::path(MIZAN_SOURCE_DIR) / "form-definitions",
          {std::filesystem::path(MIZAN_BINARY_DIR) / "plugins"}};
}

/// Made up, with the check digit that fits.
std::string national_code(int number) {
  auto code = fmt::format("{:09}", 100'000'000 + number);
  int sum = 0;
  for (int i = 0; i < 9; ++i) sum += (code[static_cast<std::size_t>(i)] - '0') * (10 - i);
  const int rest = sum % 11;
  return code + std::to_string(rest < 2 ? rest : 11 - rest);
}

}  // namespace

RoundWorld::RoundWorld()
    : database(must_have(
          storage::open_database({"sqlite://" + (folder.path() / "mizan.db").string(), 4, std::chrono::seconds(5)}))),
      store(must_have(storage::open_local_store(folder.path() / "evidence"))),
      staging(must_have(storage::open_local_staging(folder.path() / "evidence"))),
      definitions(must_have(forms::Definitions::load(folders()))),
      services{*database, *store, clock, definitions, limits, *staging, uploads} {
  cra = {add_account(Role::cra, "سازمان"), Role::cra, "سازمان", Scope::everything(), "192.0.2.3"};
  gilan = add_expert("کارشناس گیلان", {"gilan"});
  second_of_gilan = add_expert("کارشناس دوم گیلان", {"gilan", "qazvin"});
  zanjan = add_expert("کارشناس زنجان", {"zanjan"});
  rasht = add_office("gilan", "رشت");
  lahijan = add_office("gilan", "لاهیجان");
  zanjan_one = add_office("zanjan", "زنجان");
  zanjan_two = add_office("zanjan", "زنجان");
  qazvin_one = add_office("qazvin", "قزوین");
}

AccountId RoundWorld::add_account(Role role, const std::string& name) {
  Account account;
  account.role = role;
  account.name = name;
  account.national_code = national_code(++m_accounts);
  account.created_at = clock.now();
  return must_have(database->write([&](storage::Stores& stores) { return stores.accounts().create(account); }));
}

Actor RoundWorld::add_expert(const std::string& name, std::vector<std::string> provinces) {
  const auto account = add_account(Role::expert, name);
  return {account, Role::expert, name, Scope::of_provinces(std::move(provinces)), "192.0.2.2"};
}

OfficeId RoundWorld::add_office(const std::string& province, const std::string& city, OfficeKind kind) {
  Office office;
  office.kind = kind;
  office.licence_no = fmt::format("72-{:05}", ++m_offices);
  office.name = "دفتر " + city + " " + std::to_string(m_offices);
  office.holder_name = "دارندهٔ " + std::to_string(m_offices);
  office.holder_national_id = national_code(1000 + m_offices);
  office.province = province;
  office.city = city;
  const auto id = must_have(database->write([&](storage::Stores& stores) { return stores.offices().create(office); }));
  m_licensees[id] = add_account(Role::office, office.holder_name);
  change([&](storage::Stores& stores) {
    return stores.accounts().tie_to_office(m_licensees[id], id, OfficeTie::licensee);
  });
  return id;
}

Actor RoundWorld::licensee(OfficeId office) const {
  return {m_licensees.at(office), Role::office, "دارنده", Scope::of_offices({office}), "192.0.2.1"};
}

RoundId RoundWorld::open(SilencePolicy policy, const std::string& period) {
  workflow::RoundDraft draft;
  draft.title_fa = "دورهٔ " + period;
  draft.title_en = "Round " + period;
  draft.period = period;
  draft.kinds = {OfficeKind::pishkhan};
  draft.silence_policy = policy;
  draft.rule_set = "example-1404";
  const auto round = must_have(workflow::create_round(services, cra, draft));
  return must_have(workflow::open_round(services, cra, round.id)).id;
}

DeclarationId RoundWorld::declaration(RoundId round, OfficeId office) {
  storage::DeclarationFilter filter;
  filter.round = round;
  filter.office = office;
  return look([&](storage::Stores& stores) { return stores.declarations().list(filter, Scope::everything()); })
      .at(0)
      .id;
}

void RoundWorld::set_status(DeclarationId id, DeclarationStatus status) {
  auto row = *look([&](storage::Stores& stores) { return stores.declarations().find(id, Scope::everything()); });
  row.status = status;
  if (status == DeclarationStatus::submitted) {
    row.receipt_number = "R-" + std::to_string(id.value);
    row.submitted_at = clock.now();
  }
  change([&](storage::Stores& stores) { return stores.declarations().update(row); });
}

void RoundWorld::submit(RoundId round, OfficeId office, int points) {
  const auto id = declaration(round, office);
  change([&](storage::Stores& stores) -> Outcome {
    auto saved = stores.declarations().save_answers({id, "licence", {{"city", "رشت"}}, 0, clock.now()});
    if (!saved) return fail(std::move(saved.error()));
    return {};
  });
  score(id, "licence", points);
  set_status(id, DeclarationStatus::submitted);
}

void RoundWorld::score(DeclarationId id, const std::string& section, int points) {
  ScoreRevision revision;
  revision.declaration = id;
  revision.section = section;
  revision.score = {Points::whole(points),
                    Points::whole(600),
                    {{"identity", Points::whole(points), Points::whole(600), "هویت", "Identity"}},
                    {},
                    {}};
  revision.criterion_version = "1.0.0";
  revision.cause = "reading";
  revision.at = clock.now();
  change([&](storage::Stores& stores) -> Outcome {
    auto appended = stores.scores().append(revision);
    if (!appended) return fail(std::move(appended.error()));
    return {};
  });
}

FindingId RoundWorld::add_finding(DeclarationId id, FindingState state, const std::string& section) {
  Evidence evidence;
  evidence.declaration = id;
  evidence.section = section;
  evidence.slot = "lease";
  evidence.content = must_have(store->put("%PDF-1.4 " + std::to_string(id.value) + section)).content;
  evidence.file_name = "سند.pdf";
  evidence.media_type = "application/pdf";
  evidence.pages = 1;
  evidence.status = EvidenceStatus::read;
  evidence.uploaded_by = cra.account;
  evidence.uploaded_at = clock.now();
  Finding finding;
  finding.declaration = id;
  finding.section = section;
  finding.slot = "lease";
  finding.claim = {"area", "lease", "area", ValueKind::area, "85", "مساحت", {}, {}, {}, 0, {}};
  finding.verdict = {
      "area",   state == FindingState::settled ? Agreement::match : Agreement::mismatch, 0, {10, 10, 60, 30}, "65", 970,
      "differs"};
  finding.state = state;
  finding.at = clock.now();
  FindingId added;
  change([&](storage::Stores& stores) -> Outcome {
    auto row = stores.evidence().create(evidence);
    if (!row) return fail(std::move(row.error()));
    finding.evidence = *row;
    auto ids = stores.findings().replace(*row, {finding});
    if (!ids) return fail(std::move(ids.error()));
    added = ids->at(0);
    return {};
  });
  return added;
}

ObjectionId RoundWorld::add_objection(RoundId round, OfficeId office, const std::string& section) {
  Objection objection;
  objection.snapshot =
      look([&](storage::Stores& stores) { return stores.snapshots().latest(round, SnapshotKind::provisional); })->id;
  objection.declaration = declaration(round, office);
  objection.section = section;
  objection.reasons = "سند دیگری هم هست";
  objection.receipt_number = "O-" + std::to_string(office.value);
  objection.filed_by = m_licensees.at(office);
  objection.filed_at = clock.now();
  return must_have(database->write([&](storage::Stores& stores) { return stores.objections().create(objection); }));
}

void RoundWorld::finish_jobs() {
  change([&](storage::Stores& stores) -> Outcome {
    for (;;) {
      const auto now = clock.now();
      auto job = stores.jobs().claim("test", now, now + std::chrono::minutes(1));
      if (!job) return fail(std::move(job.error()));
      if (!*job) return {};
      if (auto finished = stores.jobs().finish((*job)->id, (*job)->token); !finished)
        return fail(std::move(finished.error()));
    }
  });
}

Round RoundWorld::round(RoundId id) {
  return *look([&](storage::Stores& stores) { return stores.rounds().find(id); });
}

}  // namespace mizan::tests
