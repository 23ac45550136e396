// SPDX-License-Identifier: GPL-3.0-or-later
// Seeing the result and objecting to it.
#include "workflow/objections/file_objection.hpp"

#include "workflow/deadlines.hpp"
#include "workflow/declarations/submit_declaration.hpp"
#include "workflow/declarations/view_result.hpp"
#include "workflow/evidence/remove_evidence.hpp"
#include "workflow/evidence/view_evidence.hpp"
#include "workflow/office_world.hpp"

#include <gtest/gtest.h>

namespace mizan::tests {
namespace {

class Objecting : public ::testing::Test {
 protected:
  Objecting() {
    world.fill_in(world.golsar);
    world.work();
    if (auto sent = workflow::submit_declaration(world.services, world.golsar.actor, world.golsar.declaration); !sent)
      throw std::runtime_error(std::string(sent.error().code.id()));
    world.work();
  }
  Result<workflow::ResultView> result() {
    return workflow::view_result(world.services, world.golsar.actor, world.golsar.declaration);
  }
  std::string object(const std::string& section, std::vector<EvidenceId> evidence = {},
                     const std::string& reasons = "مساحت درست است.") {
    auto filed = workflow::file_objection(world.services, world.golsar.actor,
                                          {world.golsar.declaration, section, reasons, std::move(evidence)});
    return filed ? "filed" : std::string(filed.error().code.id());
  }
  OfficeWorld world;
};

TEST_F(Objecting, ThereIsNoResultBeforePublication) {
  EXPECT_EQ(result().error().code.id(), "access.not_found");
  EXPECT_EQ(object("licence"), "objection.not_delivered");
}

TEST_F(Objecting, TheFirstLookDeliversAndStartsTheWindow) {
  world.publish_provisional();
  EXPECT_EQ(object("licence"), "objection.not_delivered");
  const auto before = world.clock.now();
  auto first = result();
  ASSERT_TRUE(first) << first.error().code.id();
  EXPECT_GE(first->delivered_at, before);
  EXPECT_EQ(first->objection_deadline, workflow::end_of_days_after(first->delivered_at, 7));
  EXPECT_TRUE(first->may_object);
  EXPECT_EQ(first->sections.size(), 5U);
  EXPECT_TRUE(first->services.empty()) << "services come with the final rank";
  Points sum;
  for (const auto& section : first->sections) sum += section.score.points;
  EXPECT_EQ(sum, first->ranked.total) << "every point of the rank stands in a section";

  world.advance(std::chrono::hours(30));
  auto second = result();
  EXPECT_EQ(second->delivered_at, first->delivered_at);
  EXPECT_EQ(second->objection_deadline, first->objection_deadline);
}

TEST_F(Objecting, OnceForEachSectionWithinTheWindow) {
  world.publish_provisional();
  ASSERT_TRUE(result());
  EXPECT_EQ(object("licence", {}, "  "), "objection.reasons_missing");
  EXPECT_EQ(object("no_such_section"), "access.not_found");
  EXPECT_EQ(object("licence"), "filed");
  EXPECT_EQ(object("licence"), "objection.exists");
  EXPECT_EQ(object("premises"), "filed");
  const auto seen = result();
  ASSERT_TRUE(seen->sections[0].objection);
  EXPECT_EQ(seen->sections[0].objection->objection.state, ObjectionState::filed);
  EXPECT_FALSE(seen->sections[0].objection->may_rule);
  EXPECT_FALSE(seen->sections[2].objection);
}

TEST_F(Objecting, EndsAt24HoursOfTheSeventhDay) {
  world.publish_provisional();
  const auto deadline = *result()->objection_deadline;
  world.advance(deadline - world.clock.now() - std::chrono::seconds(5));
  EXPECT_EQ(object("licence"), "filed");
  world.advance(std::chrono::seconds(6));
  EXPECT_EQ(object("premises"), "objection.too_late");
  EXPECT_FALSE(result()->may_object);
}

TEST_F(Objecting, AResultNobodyOpenedCountsAsDeliveredInTheEnd) {
  world.publish_provisional();
  world.advance(std::chrono::days(7));
  EXPECT_EQ(object("licence"), "filed");
  world.advance(std::chrono::days(9));
  EXPECT_EQ(object("premises"), "objection.too_late");
}

TEST_F(Objecting, TakesItsOwnDocumentsOnly) {
  world.publish_provisional();
  EXPECT_EQ(world.attach_for_objection(world.golsar, "premises", pdf_bytes("deed")).error().code.id(),
            "objection.not_delivered");
  ASSERT_TRUE(result());
  auto deed = world.attach_for_objection(world.golsar, "premises", pdf_bytes("deed"));
  ASSERT_TRUE(deed) << deed.error().code.id();
  EXPECT_EQ(deed->evidence.purpose, EvidencePurpose::objection);
  ASSERT_TRUE(workflow::view_result(world.services, world.other.actor, world.other.declaration));
  auto theirs = world.attach_for_objection(world.other, "premises", pdf_bytes("theirs"));
  ASSERT_TRUE(theirs);
  const auto scores = world.scores_of(world.golsar, "premises").size();
  world.work();
  EXPECT_EQ(workflow::view_evidence(world.services, world.golsar.actor, deed->evidence.id)->evidence.status,
            EvidenceStatus::read);
  EXPECT_TRUE(world.findings_of(deed->evidence.id).empty()) << "its readers are people";
  EXPECT_EQ(world.scores_of(world.golsar, "premises").size(), scores);

  EXPECT_EQ(object("premises", {theirs->evidence.id}), "access.not_found");
  EXPECT_EQ(object("licence", {deed->evidence.id}), "access.not_found") << "uploaded for another section";
  EXPECT_EQ(object("premises", {deed->evidence.id, deed->evidence.id}), "filed");
  EXPECT_EQ(workflow::remove_evidence(world.services, world.golsar.actor, deed->evidence.id).error().code.id(),
            "objection.exists");
}

TEST_F(Objecting, AnotherOfficeSeesAndFilesNothing) {
  world.publish_provisional();
  EXPECT_EQ(workflow::view_result(world.services, world.other.actor, world.golsar.declaration).error().code.id(),
            "access.not_found");
  auto filed =
      workflow::file_objection(world.services, world.other.actor, {world.golsar.declaration, "licence", "x", {}});
  EXPECT_EQ(filed.error().code.id(), "access.not_found");
  const auto delivery = world.look([&](storage::Stores& stores) -> Result<std::optional<Delivery>> {
    auto snapshot = stores.snapshots().latest(world.round, SnapshotKind::provisional);
    if (!snapshot) return fail(std::move(snapshot.error()));
    return stores.snapshots().delivery((*snapshot)->id, world.golsar.office);
  });
  EXPECT_FALSE(delivery) << "a stranger's look delivers nothing";
}

}  // namespace
}  // namespace mizan::tests
