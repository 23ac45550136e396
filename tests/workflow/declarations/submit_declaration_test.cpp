// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/declarations/submit_declaration.hpp"

#include "workflow/declarations/save_answers.hpp"
#include "workflow/declarations/view_declaration.hpp"
#include "workflow/evidence/remove_evidence.hpp"
#include "workflow/office_world.hpp"
#include "workflow/receipt_number.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace mizan::tests {
namespace {

class SubmitDeclaration : public ::testing::Test {
 protected:
  Result<workflow::Receipt> submit() {
    return workflow::submit_declaration(world.services, world.golsar.actor, world.golsar.declaration);
  }
  OfficeWorld world;
};

TEST_F(SubmitDeclaration, NamesEverythingThatIsMissing) {
  auto refused = submit();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code.id(), "declaration.incomplete");
  const auto& parts = refused.error().parts;
  EXPECT_EQ(refused.error().params.at("count"), std::to_string(parts.size()));
  const auto missing = [&](const char* section, const char* name, const char* code) {
    return std::any_of(parts.begin(), parts.end(), [&](const Problem& part) {
      return part.params.at("section") == section && part.field == name && part.code.id() == code;
    });
  };
  EXPECT_TRUE(missing("licence", "licence_document", "declaration.slot_missing"));
  EXPECT_TRUE(missing("premises", "area", "answers.required"));
  EXPECT_TRUE(missing("experience", "years", "answers.required"));
  EXPECT_FALSE(missing("licence", "holder_name", "answers.required")) << "the register has it";
}

TEST_F(SubmitDeclaration, WaitsUntilEveryDocumentIsRead) {
  world.fill_in(world.golsar);
  auto refused = submit();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code.id(), "declaration.being_read");
}

TEST_F(SubmitDeclaration, GivesOneReceiptHoweverOftenItIsSent) {
  world.fill_in(world.golsar);
  world.work();
  auto receipt = submit();
  ASSERT_TRUE(receipt) << receipt.error().code.id() << " "
                       << (receipt.error().parts.empty() ? "" : receipt.error().parts[0].field);
  EXPECT_TRUE(workflow::is_receipt_number(receipt->declaration.receipt_number));
  EXPECT_EQ(receipt->content.hex.size(), 64U);
  EXPECT_EQ(receipt->sections.size(), 5U);
  world.advance(std::chrono::hours(5));
  world.work();
  auto again = submit();
  ASSERT_TRUE(again);
  EXPECT_EQ(again->declaration.receipt_number, receipt->declaration.receipt_number);
  EXPECT_EQ(again->declaration.submitted_at, receipt->declaration.submitted_at);
  EXPECT_EQ(again->content, receipt->content);
  EXPECT_EQ(again->points, receipt->points);
  auto seen = workflow::view_receipt(world.services, world.golsar.actor, world.golsar.declaration);
  ASSERT_TRUE(seen);
  EXPECT_EQ(seen->content, receipt->content);
}

TEST_F(SubmitDeclaration, AfterwardsNothingChanges) {
  world.fill_in(world.golsar);
  world.work();
  ASSERT_TRUE(submit());
  auto saved = workflow::save_answers(world.services, world.golsar.actor,
                                      {world.golsar.declaration, "experience", {{"years", "3"}}, 1, {}});
  EXPECT_EQ(saved.error().code.id(), "declaration.submitted");
  EXPECT_EQ(world.attach(world.golsar, "licence", "licence_document", pdf_bytes()).error().code.id(),
            "declaration.submitted");
  const auto view = workflow::view_declaration(world.services, world.golsar.actor, world.golsar.declaration);
  ASSERT_TRUE(view);
  EXPECT_FALSE(view->editable);
  const auto section = workflow::view_section(world.services, world.golsar.actor, world.golsar.declaration, "licence");
  EXPECT_EQ(workflow::remove_evidence(world.services, world.golsar.actor, section->evidence.at(0).evidence.id)
                .error()
                .code.id(),
            "declaration.submitted");
}

TEST_F(SubmitDeclaration, ARefusedDocumentFillsNoSlot) {
  world.fill_in(world.golsar);
  world.reader.answer = [](const documents::ReadRequest&) -> Result<Reading> { return fail("evidence.encrypted"); };
  world.work();
  auto refused = submit();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code.id(), "declaration.incomplete");
  for (const auto& part : refused.error().parts) EXPECT_EQ(part.code.id(), "declaration.slot_missing");
}

TEST_F(SubmitDeclaration, TheReceiptIsNotThereBefore) {
  EXPECT_EQ(workflow::view_receipt(world.services, world.golsar.actor, world.golsar.declaration).error().code.id(),
            "access.not_found");
}

TEST_F(SubmitDeclaration, IsClosedAfterTheWindow) {
  world.advance(std::chrono::days(20));
  EXPECT_EQ(submit().error().code.id(), "declaration.closed");
}

TEST_F(SubmitDeclaration, TheTaskListSaysWhatIsMissingAndWhatWouldHelp) {
  world.answer(world.golsar, "licence");
  auto attached = world.attach(world.golsar, "licence", "licence_document", pdf_bytes());
  ASSERT_TRUE(attached);
  auto waiting = workflow::view_declaration(world.services, world.golsar.actor, world.golsar.declaration);
  ASSERT_TRUE(waiting);
  EXPECT_EQ(waiting->sections[0].status, workflow::SectionStatus::being_read);
  EXPECT_FALSE(waiting->ready());

  world.work();
  const auto view = workflow::view_declaration(world.services, world.golsar.actor, world.golsar.declaration);
  ASSERT_TRUE(view);
  EXPECT_EQ(view->sections[0].status, workflow::SectionStatus::complete);
  EXPECT_EQ(view->sections[1].status, workflow::SectionStatus::not_started);
  EXPECT_EQ(workflow::next_step(view->sections[1], view->editable), workflow::NextStep::start);
  EXPECT_EQ(view->points, Points::whole(1));
  ASSERT_TRUE(view->what_if.next);
  EXPECT_EQ(view->what_if.next->rank.value, 3);
  EXPECT_EQ(view->what_if.next->missing, Points::whole(139));
  ASSERT_FALSE(view->what_if.from_where.empty());
  EXPECT_EQ(view->what_if.from_where[0].section, "licence");
  EXPECT_FALSE(view->official);
  EXPECT_FALSE(view->obstacles.empty());
}

}  // namespace
}  // namespace mizan::tests
