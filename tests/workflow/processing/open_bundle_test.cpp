// SPDX-License-Identifier: GPL-3.0-or-later
// ZIPs of documents: opened once whatever dies meanwhile, their files given places, what was not taken told.
#include "workflow/processing/open_bundle.hpp"

#include "workflow/evidence/remove_evidence.hpp"
#include "workflow/office_world.hpp"
#include "workflow/uploads/assign_upload.hpp"
#include "workflow/uploads/create_upload.hpp"
#include "workflow/uploads/end_uploads.hpp"
#include "workflow/uploads/view_uploads.hpp"
#include "workflow/work_queue.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <filesystem>

namespace mizan::tests {
namespace {

using workflow::UploadLine;
using namespace std::chrono_literals;

const std::string k_zip = "PK\x03\x04" + std::string(3000, 'z');

class Bundles : public ::testing::Test {
 protected:
  Bundles() {
    world.reader.member_bytes = {pdf_bytes("one"), pdf_bytes("two"), ""};
    world.reader.answer = [this](const documents::ReadRequest& request) -> Result<Reading> {
      seen = std::filesystem::exists(request.file) ? std::filesystem::file_size(request.file) : 0;
      Reading reading;
      reading.format = "zip";
      reading.members = {{"مدارک/یک.pdf", "pdf", world.reader.member_bytes[0].size(), ""},
                         {"دو.pdf", "pdf", world.reader.member_bytes[1].size(), ""},
                         {"../بیرون.pdf", "", 77, "evidence.member_unsafe_name"}};
      return reading;
    };
  }
  workflow::EvidenceDraft place(const std::string& slot = "licence_document") const {
    return {world.golsar.declaration, "licence", slot, EvidencePurpose::declaration, {}};
  }
  /// Sends the ZIP whole; its id.
  std::string sent(std::optional<workflow::EvidenceDraft> where) {
    const auto upload =
        workflow::create_upload(world.services, world.golsar.actor, {k_zip.size(), "", "مدارک.zip", std::move(where)});
    if (!upload) throw std::runtime_error(std::string(upload.error().code.id()));
    workflow::UploadPiece piece{0, k_zip.size(), {}, {}, {}, {}};
    std::size_t at = 0;
    piece.read = [&](std::span<std::byte> into) -> Result<std::size_t> {
      const auto some = std::min(into.size(), k_zip.size() - at);
      std::memcpy(into.data(), k_zip.data() + at, some);
      at += some;
      return some;
    };
    const auto last = workflow::receive_upload(world.services, world.golsar.actor, upload->id, piece);
    if (!last) throw std::runtime_error(std::string(last.error().code.id()));
    EXPECT_EQ(last->upload.state, UploadState::opening);
    EXPECT_EQ(last->offset, k_zip.size());
    return upload->id;
  }
  std::vector<UploadLine> listed() {
    return workflow::list_uploads(world.services, world.golsar.actor, world.golsar.declaration).value();
  }
  Result<workflow::EvidenceView> assign(const std::string& id, const std::string& slot = "licence_document") {
    return workflow::assign_upload(world.services, world.golsar.actor, id, place(slot));
  }
  Outcome process(const storage::Job& job) {
    return workflow::process({world.services, world.reader, world.criteria}, job);
  }
  std::size_t staged() { return world.staging->list()->size(); }
  static std::string code(const auto& result) { return result ? "" : std::string(result.error().code.id()); }

  OfficeWorld world;
  std::uintmax_t seen = 0;
};

TEST_F(Bundles, MembersBecomeUploadsThatWait) {
  const auto id = sent(place());
  ASSERT_EQ(listed().size(), 1U);
  EXPECT_EQ(listed()[0].upload.state, UploadState::opening);
  EXPECT_EQ(code(assign(id)), "upload.being_opened");
  EXPECT_EQ(workflow::view_upload(world.services, world.golsar.actor, id)->offset, k_zip.size());
  EXPECT_EQ(world.work(), 1);
  EXPECT_EQ(seen, k_zip.size()) << "the reader is handed all of the ZIP";

  const auto lines = listed();
  ASSERT_EQ(lines.size(), 3U) << "in the order of the ZIP";
  EXPECT_EQ(lines[0].upload.file_name, "مدارک - یک.pdf");
  EXPECT_EQ(lines[0].upload.state, UploadState::complete);
  EXPECT_EQ(lines[0].upload.slot, "licence_document") << "where the ZIP was dropped is proposed";
  EXPECT_EQ(lines[0].upload.bundle, id);
  EXPECT_EQ(lines[0].format, DocumentFormat::pdf);
  EXPECT_EQ(lines[0].offset, world.reader.member_bytes[0].size());
  EXPECT_EQ(lines[1].upload.file_name, "دو.pdf");
  ASSERT_TRUE(lines[2].problem);
  EXPECT_EQ(lines[2].problem->code.id(), "evidence.member_unsafe_name");
  EXPECT_EQ(lines[2].problem->params.at("member"), ".. - بیرون.pdf") << "named, and no path any more";
  EXPECT_EQ(staged(), 2U) << "the members; the ZIP itself has gone";
  EXPECT_EQ(code(assign(id)), "upload.bundle");
}

TEST_F(Bundles, AMemberIsGivenAPlaceAndCanBeSentAgain) {
  sent(place(""));
  world.work();
  const auto first = listed()[0].upload.id;
  const auto attached = assign(first);
  ASSERT_TRUE(attached) << code(attached);
  EXPECT_EQ(attached->evidence.file_name, "مدارک - یک.pdf");
  EXPECT_EQ(attached->evidence.media_type, "application/pdf");
  EXPECT_EQ(*world.store->get(attached->evidence.content, 1000), world.reader.member_bytes[0]);
  EXPECT_EQ(assign(first)->evidence.id, attached->evidence.id) << "the answer was lost";
  EXPECT_EQ(listed().size(), 2U);
  EXPECT_EQ(code(assign(listed()[0].upload.id)), "evidence.slot_full");
  ASSERT_TRUE(workflow::remove_evidence(world.services, world.golsar.actor, attached->evidence.id));
  EXPECT_TRUE(assign(listed()[0].upload.id)) << "the other one now";
  EXPECT_EQ(code(workflow::assign_upload(world.services, world.other.actor, first,
                                         {world.other.declaration, "licence", "licence_document", {}, {}})),
            "access.not_found")
      << "another account's";
}

TEST_F(Bundles, OneWithoutAPlaceIsOpenedToo) {
  sent(std::nullopt);
  world.work();
  const auto lines = workflow::list_uploads(world.services, world.golsar.actor, {}).value();
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_FALSE(lines[0].upload.has_place());
  EXPECT_TRUE(assign(lines[0].upload.id));
}

TEST_F(Bundles, AMemberIsRefusedWhereItsFormatIsNotTaken) {
  world.reader.member_bytes[0] = "GIF89a, whatever the reader thought of it";
  sent(place());
  world.work();
  EXPECT_EQ(code(assign(listed()[0].upload.id)), "evidence.unsupported_type");
  EXPECT_EQ(code(assign(listed()[1].upload.id, "no_such_slot")), "evidence.unknown_slot");
}

TEST_F(Bundles, AnAttemptThatDiedLeavesNothingTwice) {
  sent(place());
  auto job = world.claim();
  ASSERT_TRUE(job);
  auto lost = *job;
  lost.token = "somebody else's";
  EXPECT_EQ(code(process(lost)), "storage.conflict") << "files are written, rows are not";
  EXPECT_EQ(listed().size(), 1U) << "still being opened";
  EXPECT_EQ(staged(), 3U) << "the ZIP, and two files without rows";
  EXPECT_TRUE(process(*job));
  EXPECT_EQ(listed().size(), 3U);
  for (const auto& line : listed()) {
    if (line.upload.state == UploadState::complete) {
      EXPECT_EQ(line.offset, *line.upload.length);
    }
  }
  EXPECT_EQ(code(process(*job)), "storage.conflict") << "done already";
  EXPECT_EQ(listed().size(), 3U);
}

TEST_F(Bundles, AStoppedReaderCostsAnAttempt) {
  sent(place());
  const auto well = world.reader.answer;
  int asked = 0;
  world.reader.answer = [&](const documents::ReadRequest& request) -> Result<Reading> {
    if (++asked == 1) return fail("process.crashed");
    return well(request);
  };
  EXPECT_EQ(world.work(), 2);
  EXPECT_EQ(listed().size(), 3U);
}

TEST_F(Bundles, OneThatNoAttemptOpensIsRefused) {
  world.reader.answer = [](const documents::ReadRequest&) -> Result<Reading> { return fail("process.crashed"); };
  const auto id = sent(place());
  world.work();
  const auto lines = listed();
  ASSERT_EQ(lines.size(), 1U) << "told until it is put away";
  EXPECT_EQ(lines[0].upload.state, UploadState::refused);
  EXPECT_EQ(lines[0].problem->code.id(), "evidence.bundle_damaged");
  ASSERT_TRUE(workflow::terminate_upload(world.services, world.golsar.actor, id));
  EXPECT_TRUE(listed().empty());
  EXPECT_EQ(staged(), 0U);
}

TEST_F(Bundles, ARefusalOfTheReaderNamesTheMember) {
  world.reader.answer = [](const documents::ReadRequest&) -> Result<Reading> {
    return fail(Problem("evidence.bundle_without_documents").with("member", "برنامه‌ها/نصب.exe"));
  };
  sent(place());
  world.work();
  ASSERT_EQ(listed().size(), 1U);
  EXPECT_NE(listed()[0].problem->text_fa().find("برنامه‌ها - نصب.exe"), std::string::npos)
      << listed()[0].problem->text_fa();
  EXPECT_EQ(staged(), 0U);
}

TEST_F(Bundles, WhatIsBeyondTheLimitOfMembersIsTold) {
  const auto well = world.reader.answer;
  world.reader.answer = [&](const documents::ReadRequest& request) {
    auto reading = well(request);
    reading->limit = "members";
    reading->outcome = ReadingOutcome::limited;
    return reading;
  };
  sent(place());
  world.work();
  ASSERT_EQ(listed().size(), 4U);
  EXPECT_EQ(listed()[3].upload.file_name, "مدارک.zip");
  EXPECT_EQ(listed()[3].problem->params.at("limit"), "members");
}

TEST_F(Bundles, TheAccountsLimitsHoldForMembers) {
  sent(place());
  world.limits.uploads.unfinished_bytes = world.reader.member_bytes[0].size();
  world.work();
  EXPECT_EQ(listed()[0].upload.state, UploadState::complete);
  EXPECT_EQ(listed()[1].problem->code.id(), "upload.too_much");
  EXPECT_EQ(staged(), 1U);
  world.limits.uploads.unfinished_bytes = 1U << 30U;
  world.limits.uploads.unfinished = 1;
  sent(place());
  world.work();
  EXPECT_EQ(
      std::ranges::count_if(listed(), [](const auto& line) { return line.upload.state == UploadState::complete; }), 1);
}

TEST_F(Bundles, OneThatIsTakenBackOrOverIsLeft) {
  const auto id = sent(place());
  ASSERT_TRUE(workflow::terminate_upload(world.services, world.golsar.actor, id));
  EXPECT_EQ(world.work(), 1);
  EXPECT_EQ(world.reader.readings, 0);
  EXPECT_TRUE(listed().empty());

  const auto during = sent(place());
  const auto well = world.reader.answer;
  world.reader.answer = [&](const documents::ReadRequest& request) {
    EXPECT_TRUE(workflow::terminate_upload(world.services, world.golsar.actor, during));
    return well(request);
  };
  world.work();
  EXPECT_TRUE(listed().empty());
  EXPECT_EQ(staged(), 0U) << "nothing of it stays";

  sent(place());
  world.advance(world.limits.uploads.expiry);
  world.work();
  EXPECT_EQ(world.reader.readings, 1);
  EXPECT_EQ(workflow::sweep_uploads(world.services).value(), 1);
  EXPECT_EQ(staged(), 0U);
}

TEST_F(Bundles, MembersExpireWithTheirBytes) {
  sent(place());
  world.work();
  world.advance(world.limits.uploads.expiry);
  EXPECT_TRUE(listed().empty());
  EXPECT_EQ(workflow::sweep_uploads(world.services).value(), 4) << "the ZIP's row, two members, a refusal";
  EXPECT_EQ(staged(), 0U);
}

TEST_F(Bundles, AMultipartRequestTakesNone) {
  EXPECT_EQ(code(world.attach(world.golsar, "licence", "licence_document", k_zip)), "upload.bundle");
}

TEST(MemberFileName, IsThatOfOneFile) {
  EXPECT_EQ(workflow::member_file_name("یک.pdf"), "یک.pdf");
  EXPECT_EQ(workflow::member_file_name("1404/فروردین.pdf"), "1404 - فروردین.pdf");
  EXPECT_EQ(workflow::member_file_name("C:\\x\\y.pdf"), "C: - x - y.pdf");
  EXPECT_EQ(workflow::member_file_name("a/b\u202e\n.pdf"), "a - b.pdf");
  const auto deep = workflow::member_file_name(std::string(300, 'f') + "/" + std::string(150, 'g') + "/x.pdf");
  EXPECT_EQ(deep, std::string(150, 'g') + " - x.pdf") << "the last folders are kept";
  EXPECT_LE(workflow::member_file_name(std::string(900, 'n')).size(), 255U);
}

}  // namespace
}  // namespace mizan::tests
