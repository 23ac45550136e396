// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"

namespace mizan::storage {
namespace {

World::Side make_side(Stores& stores, const World& world, const std::string& licence_no, const std::string& province,
                      const std::string& city) {
  World::Side side;
  side.office = must(stores.offices().create(an_office(licence_no, province, city)));
  side.declaration = must(stores.declarations().create(
      {{}, world.round, side.office, DeclarationStatus::submitted, "R-" + licence_no, at(10)}));
  side.evidence = must(stores.evidence().create(an_evidence(side.declaration, "premises")));
  side.finding =
      must(stores.findings().replace(side.evidence, {a_finding(side.declaration, side.evidence, "premises")})).front();
  must(stores.audit().append({{},
                              at(11),
                              world.expert,
                              "expert",
                              "::1",
                              "evidence.attached",
                              "evidence/" + std::to_string(side.evidence.value),
                              side.office,
                              {{"pages", 2}}}));
  return side;
}

ObjectionId object(Stores& stores, const World& world, const World::Side& side) {
  return must(stores.objections().create({{},
                                          world.snapshot,
                                          side.declaration,
                                          "premises",
                                          "متراژ درست است",
                                          "O-1",
                                          ObjectionState::filed,
                                          world.expert,
                                          at(30),
                                          {side.evidence}}));
}

}  // namespace

Office an_office(const std::string& licence_no, const std::string& province, const std::string& city) {
  return {{},       OfficeKind::pishkhan, licence_no,   "دفتر " + city, "مریم کریمی", "0012345679", province, city,
          "خ امام", "4134567890",         "09110000000"};
}

Account an_account(const std::string& national_code, Role role) {
  return {{}, national_code, "مریم کریمی", role, "", "activation", 0, std::nullopt, at(0)};
}

Round a_round() {
  Round round;
  round.title_fa = "نیمهٔ دوم ۱۴۰۴";
  round.title_en = "Second half of 1404";
  round.period = "1404-2";
  round.kinds = {OfficeKind::pishkhan, OfficeKind::rural_ict};
  round.stage = RoundStage::review;
  round.opened_at = at(0);
  round.rule_set = "example";
  round.rule_set_json = "{}";
  round.criteria = {{"premises", "1.0.0"}};
  return round;
}

Evidence an_evidence(DeclarationId declaration, const std::string& section) {
  Evidence evidence;
  evidence.declaration = declaration;
  evidence.section = section;
  evidence.slot = "lease";
  evidence.content = {std::string(64, 'a')};
  evidence.file_name = "اجاره‌نامه.pdf";
  evidence.media_type = "application/pdf";
  evidence.bytes = 5'000'000'000;
  evidence.uploaded_by = AccountId{1};
  evidence.uploaded_at = at(5);
  return evidence;
}

Finding a_finding(DeclarationId declaration, EvidenceId evidence, const std::string& section) {
  Finding finding;
  finding.evidence = evidence;
  finding.declaration = declaration;
  finding.section = section;
  finding.slot = "lease";
  finding.claim.id = "area";
  finding.claim.document_type = "lease";
  finding.claim.field = "area";
  finding.claim.kind = ValueKind::area;
  finding.claim.declared = "۸۵";
  finding.claim.labels = {"مساحت", "متراژ"};
  finding.verdict = {"area", Agreement::mismatch, 1, {10, 20, 30, 40}, "58", 930, "differs"};
  finding.at = at(12);
  return finding;
}

World make_world(Database& database) {
  return must(database.write([](Stores& stores) -> Result<World> {
    World world;
    world.expert = must(stores.accounts().create(an_account("0012345679", Role::expert)));
    world.cra = must(stores.accounts().create(an_account("1234567891", Role::cra)));
    world.round = must(stores.rounds().create(a_round()));
    world.gilan = make_side(stores, world, "11-1", "gilan", "رشت");
    world.zanjan = make_side(stores, world, "24-1", "zanjan", "زنجان");
    world.snapshot = must(stores.snapshots().create(
        {{}, world.round, SnapshotKind::provisional, {std::string(64, 'b')}, at(20)},
        {{world.gilan.office, Points::whole(70), Rank{1}, 1, {{"premises", Points{12'500}}}, false},
         {world.zanjan.office, Points::whole(40), Rank{2}, 2, {{"premises", Points{-500}}}, true}}));
    world.gilan.objection = object(stores, world, world.gilan);
    world.zanjan.objection = object(stores, world, world.zanjan);
    return world;
  }));
}

}  // namespace mizan::storage
