// SPDX-License-Identifier: GPL-3.0-or-later
// Attaching, removing and looking at documents.
#include "workflow/evidence/attach_evidence.hpp"

#include "workflow/declarations/view_declaration.hpp"
#include "workflow/evidence/remove_evidence.hpp"
#include "workflow/evidence/view_evidence.hpp"
#include "workflow/office_world.hpp"

#include <gtest/gtest.h>

namespace mizan::tests {
namespace {

class EvidenceOfAnOffice : public ::testing::Test {
 protected:
  std::string refusal(const std::string& slot, const std::string& bytes) {
    auto attached = world.attach(world.golsar, "licence", slot, bytes);
    return attached ? "taken" : std::string(attached.error().code.id());
  }
  OfficeWorld world;
};

TEST_F(EvidenceOfAnOffice, IsStoredBeforeItIsRead) {
  auto attached = world.attach(world.golsar, "licence", "licence_document", pdf_bytes());
  ASSERT_TRUE(attached) << attached.error().code.id();
  EXPECT_EQ(attached->evidence.status, EvidenceStatus::being_read);
  EXPECT_EQ(attached->evidence.media_type, "application/pdf");
  EXPECT_EQ(attached->evidence.bytes, pdf_bytes().size());
  EXPECT_EQ(*world.store->get(attached->evidence.content, 1000), pdf_bytes());
  const auto job = world.claim();
  ASSERT_TRUE(job);
  EXPECT_EQ(job->kind, "read_evidence");
  EXPECT_EQ(job->payload["evidence"], attached->evidence.id.value);
}

TEST_F(EvidenceOfAnOffice, BadUploadsAreRefusedByTheirContent) {
  EXPECT_EQ(refusal("licence_document", ""), "evidence.empty");
  EXPECT_EQ(refusal("licence_document", "PK\x03\x04 a zip"), "upload.bundle");
  EXPECT_EQ(refusal("no_such_slot", pdf_bytes()), "evidence.unknown_slot");
  world.limits.reading.bytes = 5000;
  EXPECT_EQ(refusal("licence_document", pdf_bytes(std::string(6000, 'x'))), "evidence.too_large");
  EXPECT_EQ(refusal("licence_document", pdf_bytes(std::string(3000, 'x'))), "taken");
}

TEST_F(EvidenceOfAnOffice, ASlotTakesItsLimitAndTheSameBytesOnlyOnce) {
  auto first = world.attach(world.golsar, "licence", "licence_document", pdf_bytes("a"));
  ASSERT_TRUE(first);
  EXPECT_EQ(refusal("licence_document", pdf_bytes("b")), "evidence.slot_full");
  ASSERT_TRUE(workflow::remove_evidence(world.services, world.golsar.actor, first->evidence.id));
  auto second = world.attach(world.golsar, "licence", "licence_document", pdf_bytes("b"));
  ASSERT_TRUE(second);
}

TEST_F(EvidenceOfAnOffice, RemovingSupersedesItsFindings) {
  world.answer(world.golsar, "licence");
  auto attached = world.attach(world.golsar, "licence", "licence_document", pdf_bytes());
  world.work();
  const auto points = world.scores_of(world.golsar, "licence").back().score.points;
  EXPECT_EQ(points, Points::whole(1));

  ASSERT_TRUE(workflow::remove_evidence(world.services, world.golsar.actor, attached->evidence.id));
  ASSERT_TRUE(workflow::remove_evidence(world.services, world.golsar.actor, attached->evidence.id))
      << "twice is no error";
  world.work();
  EXPECT_TRUE(world.findings_of(attached->evidence.id).empty());
  EXPECT_EQ(world.scores_of(world.golsar, "licence").back().score.points, Points{});
  auto view = workflow::view_evidence(world.services, world.golsar.actor, attached->evidence.id);
  ASSERT_FALSE(view);
  EXPECT_EQ(view.error().code.id(), "access.not_found");
  EXPECT_TRUE(*world.store->contains(attached->evidence.content)) << "the bytes stay";
}

TEST_F(EvidenceOfAnOffice, AReadDocumentShowsPagesImagesAndWarnings) {
  world.reader.answer = [](const documents::ReadRequest&) -> Result<Reading> {
    auto reading = page_with({"شماره", "پروانه:", "64-428186"});
    reading.warnings.push_back({"low_resolution", 0, {}});
    reading.warnings.push_back({"poppler", std::nullopt, {{"message", "broken xref"}}});
    return reading;
  };
  auto attached = world.attach(world.golsar, "licence", "licence_document", pdf_bytes());
  world.work();
  auto view = workflow::view_evidence(world.services, world.golsar.actor, attached->evidence.id);
  ASSERT_TRUE(view);
  EXPECT_EQ(view->evidence.status, EvidenceStatus::read);
  ASSERT_EQ(view->pages.size(), 1U);
  EXPECT_EQ(view->pages[0].width, 1240);
  EXPECT_EQ(view->pages[0].kind, "digital");
  EXPECT_EQ(view->warnings.size(), 2U);
  auto image = workflow::view_page_image(world.services, world.golsar.actor, attached->evidence.id, 0);
  ASSERT_TRUE(image);
  EXPECT_EQ(image->bytes, "image of page 0");
  EXPECT_EQ(image->media_type, "image/png");
  EXPECT_FALSE(workflow::view_page_image(world.services, world.golsar.actor, attached->evidence.id, 1));
}

TEST_F(EvidenceOfAnOffice, NobodyElseSeesIt) {
  auto attached = world.attach(world.golsar, "licence", "licence_document", pdf_bytes());
  world.work();
  const auto id = attached->evidence.id;
  EXPECT_EQ(workflow::view_evidence(world.services, world.other.actor, id).error().code.id(), "access.not_found");
  EXPECT_EQ(workflow::view_page_image(world.services, world.other.actor, id, 0).error().code.id(), "access.not_found");
  EXPECT_EQ(workflow::remove_evidence(world.services, world.other.actor, id).error().code.id(), "access.not_found");
  EXPECT_EQ(
      workflow::view_section(world.services, world.other.actor, world.golsar.declaration, "licence").error().code.id(),
      "access.not_found");
  EXPECT_EQ(workflow::view_declaration(world.services, world.other.actor, world.golsar.declaration).error().code.id(),
            "access.not_found");
  auto mine = workflow::list_declarations(world.services, world.other.actor);
  ASSERT_TRUE(mine);
  ASSERT_EQ(mine->size(), 1U);
  EXPECT_EQ(mine->front().subject.declaration.id, world.other.declaration);
  EXPECT_TRUE(workflow::view_evidence(world.services, world.expert, id)) << "the expert of the province does";
  Actor elsewhere = world.expert;
  elsewhere.scope = Scope::of_provinces({"zanjan"});
  EXPECT_EQ(workflow::view_evidence(world.services, elsewhere, id).error().code.id(), "access.not_found");
}

}  // namespace
}  // namespace mizan::tests
