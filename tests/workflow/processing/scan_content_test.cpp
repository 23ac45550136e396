// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/processing/scan_content.hpp"

#include "antivirus/trouble.hpp"
#include "workflow/declarations/view_result.hpp"
#include "workflow/evidence/remove_evidence.hpp"
#include "workflow/evidence/view_evidence.hpp"
#include "workflow/office_world.hpp"
#include "workflow/oversight/health.hpp"
#include "workflow/section_state.hpp"
#include "workflow/work_queue.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace mizan::tests {
namespace {

class Scanning : public ::testing::Test {
 protected:
  Scanning() {
    world.answer(world.golsar, "licence");
    world.work();
    world.scan_for_viruses(true, true);
  }
  EvidenceId attach(const Declarer& who, std::string_view salt = {}) {
    auto attached = world.attach(who, "licence", "licence_document", pdf_bytes(salt));
    if (!attached) throw std::runtime_error(std::string(attached.error().code.id()));
    return attached->evidence.id;
  }
  EvidenceId attach(std::string_view salt = {}) { return attach(world.golsar, salt); }
  workflow::EvidenceView view(const Actor& actor, EvidenceId id) {
    auto seen = workflow::view_evidence(world.services, actor, id);
    if (!seen) throw std::runtime_error(std::string(seen.error().code.id()));
    return std::move(*seen);
  }
  workflow::EvidenceView view(EvidenceId id) { return view(world.golsar.actor, id); }
  std::string page_refusal(const Actor& actor, EvidenceId id) {
    const auto image = workflow::view_page_image(world.services, actor, id, 0);
    return image ? "shown" : std::string(image.error().code.id());
  }
  std::size_t waiting() {
    return world.look([](storage::Stores& stores) { return stores.reports().pending_keys(workflow::k_scan_content); })
        .size();
  }
  void search() {
    if (!world.database->write([&](storage::Stores& stores) {
          return workflow::enqueue_search_for_unscanned(stores.jobs(), world.clock.now());
        }))
      throw std::runtime_error("not queued");
    world.work();
  }
  std::vector<AuditEntry> quarantines() {
    auto lines = world.look([](storage::Stores& stores) { return stores.audit().list({}, Scope::everything()); });
    std::erase_if(lines, [](const AuditEntry& line) { return line.action != "evidence.quarantined"; });
    return lines;
  }
  workflow::HealthCheck health() {
    const auto checks = workflow::check_health(world.services);
    return *std::find_if(checks.begin(), checks.end(), [](const auto& check) { return check.name == "antivirus"; });
  }
  void scanner_is_down() { world.scanner.fails_with = antivirus::unavailable(antivirus::Trouble::no_connection); }
  void scanner_is_back() {
    world.scanner.fails_with.reset();
    world.advance(std::chrono::seconds(31));
  }

  OfficeWorld world;
};

TEST_F(Scanning, WhatIsCleanIsReadAndShown) {
  const auto id = attach();
  EXPECT_EQ(view(id).scan, workflow::ScanState::pending);
  world.work();
  EXPECT_EQ(view(id).scan, workflow::ScanState::clean);
  EXPECT_EQ(view(id).evidence.status, EvidenceStatus::read);
  EXPECT_EQ(page_refusal(world.expert, id), "shown");
  EXPECT_EQ(page_refusal(world.cra, id), "shown");
  const auto scan =
      world.look([&](storage::Stores& stores) { return stores.content_scans().find(view(id).evidence.content); });
  ASSERT_TRUE(scan);
  EXPECT_EQ(scan->engine, "scripted/1");
}

TEST_F(Scanning, WhatIsInfectedIsNeverReadNorShownToAnybody) {
  const auto id = attach("EICAR");
  world.work();
  EXPECT_EQ(world.reader.readings, 0) << "the scan was queued before the reading";
  const auto seen = view(id);
  EXPECT_EQ(seen.evidence.status, EvidenceStatus::quarantined);
  EXPECT_EQ(seen.scan, workflow::ScanState::infected);
  ASSERT_TRUE(seen.problem);
  EXPECT_EQ(seen.problem->code.id(), "evidence.infected");
  EXPECT_NE(seen.problem->text_fa().find("Test.EICAR"), std::string::npos);
  EXPECT_NE(seen.problem->text_en().find("Test.EICAR"), std::string::npos);
  EXPECT_TRUE(seen.pages.empty());
  for (const auto& actor : {world.golsar.actor, world.expert, world.cra})
    EXPECT_EQ(page_refusal(actor, id), "evidence.infected");
  ASSERT_EQ(quarantines().size(), 1U);
  EXPECT_EQ(quarantines()[0].detail.at("signature"), "Test.EICAR");
  EXPECT_EQ(quarantines()[0].office, world.golsar.office);
  EXPECT_TRUE(*world.store->contains(seen.evidence.content)) << "the original stays, sealed";
}

TEST_F(Scanning, WhatWasReadMeanwhileIsSupersededWhenSomethingIsFound) {
  scanner_is_down();
  world.reader.answer = [](const documents::ReadRequest&) -> Result<Reading> {
    return page_with({"شماره", "پروانه:", "99-111111"});
  };
  const auto id = attach("EICAR");
  world.work();
  EXPECT_EQ(view(id).evidence.status, EvidenceStatus::read) << "reading need not wait";
  ASSERT_EQ(world.findings_of(id).size(), 1U);
  EXPECT_EQ(world.findings_of(id)[0].state, FindingState::open);
  scanner_is_back();
  world.work();
  EXPECT_EQ(view(id).evidence.status, EvidenceStatus::quarantined);
  EXPECT_TRUE(world.findings_of(id).empty());
  EXPECT_EQ(world.scores_of(world.golsar, "licence").back().score.points, Points{});
}

TEST_F(Scanning, AQuarantineWhileItIsReadStands) {
  scanner_is_down();
  const auto id = attach("EICAR");
  bool once = true;
  world.criteria.while_claiming = [&] {
    if (!std::exchange(once, false)) return;
    scanner_is_back();
    auto job = world.claim();
    while (job && job->kind != workflow::k_scan_content) job = world.claim();
    ASSERT_TRUE(job);
    ASSERT_TRUE(workflow::process({world.services, world.reader, world.criteria, &world.scanner}, *job));
  };
  world.work();
  EXPECT_FALSE(once);
  EXPECT_EQ(view(id).evidence.status, EvidenceStatus::quarantined);
  EXPECT_TRUE(world.findings_of(id).empty());
}

TEST_F(Scanning, DocumentsWaitForAScannerThatIsDownAndGoOnByThemselves) {
  scanner_is_down();
  const auto id = attach();
  for (int i = 0; i < 20; ++i) {
    world.work();
    world.advance(std::chrono::seconds(31));
  }
  EXPECT_GE(world.scanner.scans, 20);
  EXPECT_EQ(waiting(), 1U) << "not given up";
  EXPECT_EQ(world.look([](storage::Stores& stores) { return stores.jobs().count(storage::JobState::dead); }), 0);
  EXPECT_EQ(view(id).evidence.status, EvidenceStatus::read);
  EXPECT_EQ(view(id).scan, workflow::ScanState::pending) << "never clean";
  EXPECT_EQ(page_refusal(world.golsar.actor, id), "shown") << "to the sender";
  EXPECT_FALSE(view(id).pages.empty());
  for (const auto& actor : {world.expert, world.cra}) {
    EXPECT_EQ(page_refusal(actor, id), "evidence.scan_pending");
    EXPECT_TRUE(view(actor, id).pages.empty());
  }
  auto colleague = world.golsar.actor;
  colleague.account = world.cra.account;
  EXPECT_EQ(page_refusal(colleague, id), "evidence.scan_pending") << "of the same office, but another account";
  scanner_is_back();
  world.work();
  EXPECT_EQ(page_refusal(world.expert, id), "shown");
  EXPECT_EQ(waiting(), 0U);
}

TEST_F(Scanning, RequiredWithoutAScannerEverythingWaits) {
  world.scan_for_viruses(false, true);
  const auto id = attach();
  world.work();
  EXPECT_EQ(page_refusal(world.expert, id), "evidence.scan_pending");
  EXPECT_EQ(waiting(), 1U);
  world.scan_for_viruses(true, true);
  world.advance(std::chrono::seconds(31));
  world.work();
  EXPECT_EQ(page_refusal(world.expert, id), "shown");
}

TEST_F(Scanning, NotRequiredItIsShownAndNotCalledClean) {
  world.scan_for_viruses(true, false);
  scanner_is_down();
  const auto id = attach();
  world.work();
  EXPECT_EQ(view(world.expert, id).scan, workflow::ScanState::none);
  EXPECT_EQ(page_refusal(world.expert, id), "shown");
  scanner_is_back();
  world.work();
  EXPECT_EQ(view(world.expert, id).scan, workflow::ScanState::clean);
}

TEST_F(Scanning, WithoutAScannerNothingIsQueued) {
  world.scan_for_viruses(false, false);
  const auto id = attach();
  EXPECT_EQ(waiting(), 0U);
  world.work();
  EXPECT_EQ(view(id).scan, workflow::ScanState::none);
  EXPECT_EQ(page_refusal(world.expert, id), "shown");
}

TEST_F(Scanning, WhatCameBeforeTheScannerIsFound) {
  world.scan_for_viruses(false, false);
  const auto id = attach();
  const auto bad = world.attach(world.other, "licence", "licence_document", pdf_bytes("EICAR"));
  ASSERT_TRUE(bad);
  world.work();
  world.scan_for_viruses(true, true);
  search();
  EXPECT_EQ(view(id).scan, workflow::ScanState::clean);
  EXPECT_EQ(view(world.other.actor, bad->evidence.id).evidence.status, EvidenceStatus::quarantined);
  const int scans = world.scanner.scans;
  search();
  EXPECT_EQ(world.scanner.scans, scans) << "nothing is asked twice";
}

TEST_F(Scanning, SwitchedOffNothingWaitsAnyMore) {
  scanner_is_down();
  attach();
  world.work();
  EXPECT_EQ(waiting(), 1U);
  world.scan_for_viruses(false, false);
  scanner_is_back();
  world.work();
  EXPECT_EQ(waiting(), 0U);
}

TEST_F(Scanning, TheSameBytesAreScannedOnce) {
  attach();
  attach(world.other);
  world.work();
  EXPECT_EQ(world.scanner.scans, 1);
}

TEST_F(Scanning, EveryDocumentOfInfectedBytesIsQuarantined) {
  const auto id = attach("EICAR");
  const auto other = attach(world.other, "EICAR");
  world.work();
  EXPECT_EQ(world.scanner.scans, 1);
  EXPECT_EQ(view(id).evidence.status, EvidenceStatus::quarantined);
  EXPECT_EQ(view(world.other.actor, other).evidence.status, EvidenceStatus::quarantined);
  EXPECT_EQ(quarantines().size(), 2U);
}

TEST_F(Scanning, InfectedBytesSentAgainAreQuarantinedAtOnce) {
  const auto id = attach("EICAR");
  world.work();
  auto again = world.attach(world.golsar, "licence", "licence_document", pdf_bytes("EICAR"));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->evidence.id, id) << "at the same place it is the same document";
  auto elsewhere = world.attach(world.other, "licence", "licence_document", pdf_bytes("EICAR"));
  ASSERT_TRUE(elsewhere);
  EXPECT_EQ(elsewhere->evidence.status, EvidenceStatus::quarantined);
  ASSERT_TRUE(elsewhere->problem);
  EXPECT_EQ(elsewhere->problem->code.id(), "evidence.infected");
  world.work();
  EXPECT_EQ(world.scanner.scans, 1);
  EXPECT_EQ(world.reader.readings, 0);
  EXPECT_EQ(quarantines().size(), 2U);
}

TEST_F(Scanning, OneThatCameWhileItsBytesWereScannedIsQuarantinedToo) {
  attach("EICAR");
  std::optional<EvidenceId> late;
  world.scanner.while_scanning = [&] {
    if (!late) late = attach(world.other, "EICAR");
  };
  world.work();
  ASSERT_TRUE(late);
  EXPECT_EQ(view(world.other.actor, *late).evidence.status, EvidenceStatus::quarantined);
  EXPECT_EQ(world.scanner.scans, 1);
}

TEST_F(Scanning, AQuarantinedDocumentFillsNoSlotAndCanBeTakenBack) {
  const auto id = attach("EICAR");
  world.work();
  EXPECT_TRUE(workflow::filled_slots({view(id).evidence}).empty());
  ASSERT_TRUE(workflow::remove_evidence(world.services, world.golsar.actor, id));
  EXPECT_FALSE(workflow::view_evidence(world.services, world.golsar.actor, id));
}

TEST_F(Scanning, ARemovedDocumentIsNotScanned) {
  const auto id = attach();
  ASSERT_TRUE(workflow::remove_evidence(world.services, world.golsar.actor, id));
  world.work();
  EXPECT_EQ(world.scanner.scans, 0);
  EXPECT_EQ(waiting(), 0U);
}

TEST_F(Scanning, AnObjectionsDocumentIsHeldBackAsWell) {
  world.publish_provisional();
  ASSERT_TRUE(workflow::view_result(world.services, world.golsar.actor, world.golsar.declaration));
  scanner_is_down();
  auto attached = world.attach_for_objection(world.golsar, "licence", pdf_bytes("objection"));
  ASSERT_TRUE(attached) << attached.error().code.id();
  world.work();
  const auto id = attached->evidence.id;
  EXPECT_EQ(page_refusal(world.golsar.actor, id), "shown");
  EXPECT_EQ(page_refusal(world.expert, id), "evidence.scan_pending");
  world.scanner.mark = "objection";
  scanner_is_back();
  world.work();
  EXPECT_EQ(page_refusal(world.golsar.actor, id), "evidence.infected");
}

TEST_F(Scanning, HealthSaysHowManyWaitAndWhy) {
  EXPECT_TRUE(health().ok);
  EXPECT_EQ(health().text_en, "No document waits for the virus scanner.");
  scanner_is_down();
  attach();
  attach(world.other, "another");
  EXPECT_TRUE(health().ok) << "queued is not yet in trouble";
  EXPECT_EQ(health().text_en.substr(0, 38), "2 documents are not scanned yet and wa") << health().text_en;
  world.work();
  EXPECT_FALSE(health().ok);
  EXPECT_NE(health().text_en.find("(it cannot be reached)"), std::string::npos) << health().text_en;
  EXPECT_NE(health().text_fa.find("۲ سند"), std::string::npos) << health().text_fa;
  scanner_is_back();
  world.work();
  EXPECT_TRUE(health().ok);
  world.scan_for_viruses(false, true);
  EXPECT_FALSE(health().ok);
  world.scan_for_viruses(false, false);
  EXPECT_TRUE(health().ok);
  EXPECT_NE(health().text_en.find("unscanned"), std::string::npos);
}

TEST_F(Scanning, ALostLeaseLeavesNoVerdict) {
  const auto id = attach("EICAR");
  auto job = world.claim();
  ASSERT_TRUE(job);
  ASSERT_EQ(job->kind, workflow::k_scan_content);
  job->token = "somebody else's";
  EXPECT_FALSE(workflow::process({world.services, world.reader, world.criteria, &world.scanner}, *job));
  EXPECT_EQ(view(id).scan, workflow::ScanState::pending);
}

}  // namespace
}  // namespace mizan::tests
