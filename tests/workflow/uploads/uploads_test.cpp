// SPDX-License-Identifier: GPL-3.0-or-later
// Uploads over several requests: places, pieces that break off, finishing once, limits, expiry.
#include "storage/evidence/local_staging.hpp"
#include "workflow/evidence/remove_evidence.hpp"
#include "workflow/office_world.hpp"
#include "workflow/uploads/assign_upload.hpp"
#include "workflow/uploads/create_upload.hpp"
#include "workflow/uploads/end_uploads.hpp"
#include "workflow/uploads/view_uploads.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <filesystem>

namespace mizan::tests {
namespace {

using workflow::UploadStanding;
using namespace std::chrono_literals;

std::string digest_of(DigestKind kind, std::string_view bytes) {
  Digest digest(kind);
  digest.add(std::as_bytes(std::span(bytes)));
  return digest.bytes();
}

class UploadsOfAnOffice : public ::testing::Test {
 protected:
  workflow::EvidenceDraft place() const {
    return {world.golsar.declaration, "licence", "licence_document", EvidencePurpose::declaration, "پروانه.pdf"};
  }
  Result<ResumableUpload> create(std::optional<std::uint64_t> length,
                                 std::optional<workflow::EvidenceDraft> where = std::nullopt) {
    return workflow::create_upload(world.services, world.golsar.actor, {length, "", "پروانه.pdf", std::move(where)});
  }
  /// `gone_after` bytes the connection breaks.
  Result<UploadStanding> send(const std::string& id, std::uint64_t offset, std::string_view sent,
                              std::size_t gone_after = std::string::npos,
                              std::optional<workflow::PieceChecksum> checksum = std::nullopt,
                              std::optional<std::uint64_t> length = std::nullopt) {
    std::size_t at = 0;
    workflow::UploadPiece piece{offset, sent.size(), length, std::move(checksum), {}, {}};
    piece.read = [&](std::span<std::byte> into) -> Result<std::size_t> {
      if (at >= gone_after) return fail("request.malformed", "gone");
      const auto some = std::min({into.size(), sent.size() - at, gone_after - at, std::size_t{700}});
      std::memcpy(into.data(), sent.data() + at, some);
      at += some;
      return some;
    };
    return workflow::receive_upload(world.services, world.golsar.actor, id, piece);
  }
  Result<UploadStanding> view(const std::string& id) {
    return workflow::view_upload(world.services, world.golsar.actor, id);
  }
  static std::string code(const auto& result) { return result ? "" : std::string(result.error().code.id()); }
  std::size_t documents() {
    return world
        .look([&](storage::Stores& stores) {
          return stores.evidence().list(world.golsar.declaration, "licence", Scope::everything());
        })
        .size();
  }

  OfficeWorld world;
  const std::string bytes = pdf_bytes(std::string(5000, 'x'));
};

TEST_F(UploadsOfAnOffice, PiecesBecomeADocumentAtTheirPlace) {
  const auto upload = create(bytes.size(), place()).value();
  EXPECT_EQ(send(upload.id, 0, bytes.substr(0, 2000))->offset, 2000U);
  EXPECT_EQ(documents(), 0U);
  const auto last = send(upload.id, 2000, bytes.substr(2000));
  ASSERT_TRUE(last) << code(last);
  EXPECT_EQ(last->upload.state, UploadState::attached);
  EXPECT_EQ(*world.store->get(last->upload.content, 10'000), bytes);
  const auto job = world.claim();
  ASSERT_TRUE(job);
  EXPECT_EQ(job->payload["evidence"], last->upload.evidence.value);
  EXPECT_FALSE(world.staging->size(upload.id).value()) << "nothing stays in staging";

  EXPECT_EQ(view(upload.id)->upload.evidence, last->upload.evidence) << "the answer was lost";
  EXPECT_EQ(view(upload.id)->offset, bytes.size());
  EXPECT_EQ(send(upload.id, 2000, bytes.substr(2000))->upload.evidence, last->upload.evidence);
  EXPECT_EQ(code(send(upload.id, 2000, "other")), "upload.offset");
  EXPECT_EQ(documents(), 1U);

  const auto second = create(bytes.size(), place());
  ASSERT_TRUE(second) << "the slot is full, but may hold these bytes: " << code(second);
  EXPECT_EQ(send(second->id, 0, bytes)->upload.evidence, last->upload.evidence);
  EXPECT_EQ(code(create(bytes.size() + 1, place())), "evidence.slot_full");
}

TEST_F(UploadsOfAnOffice, WhatCameOfABrokenPieceIsKept) {
  const auto upload = create(bytes.size()).value();
  EXPECT_EQ(code(send(upload.id, 0, bytes, 1500)), "request.malformed");
  EXPECT_EQ(view(upload.id)->offset, 1500U);
  const auto refused = send(upload.id, 1000, bytes.substr(1000));
  ASSERT_EQ(code(refused), "upload.offset");
  EXPECT_EQ(refused.error().params.at("offset"), "1500");
  const auto last = send(upload.id, 1500, bytes.substr(1500));
  ASSERT_TRUE(last) << code(last);
  EXPECT_EQ(last->upload.state, UploadState::complete);
  EXPECT_EQ(last->upload.content.hex, to_hex(digest_of(DigestKind::sha256, bytes)));
}

TEST_F(UploadsOfAnOffice, HashesArePickedUpAfterARestart) {
  const auto upload = create(bytes.size()).value();
  EXPECT_EQ(send(upload.id, 0, bytes.substr(0, 3000))->offset, 3000U);
  workflow::UploadDesk fresh;
  const workflow::Services services{*world.database, *world.store,   world.clock, world.definitions,
                                    world.limits,    *world.staging, fresh};
  std::string rest = bytes.substr(3000);
  workflow::UploadPiece piece{3000, rest.size(), {}, {}, {}, {}};
  piece.read = [&](std::span<std::byte> into) -> Result<std::size_t> {
    const auto some = std::min(into.size(), rest.size());
    std::memcpy(into.data(), rest.data(), some);
    rest.erase(0, some);
    return some;
  };
  const auto last = workflow::receive_upload(services, world.golsar.actor, upload.id, piece);
  ASSERT_TRUE(last);
  EXPECT_EQ(last->upload.content.hex, to_hex(digest_of(DigestKind::sha256, bytes)));
}

TEST_F(UploadsOfAnOffice, APieceWithAChecksumIsTakenWholeOrNotAtAll) {
  const auto upload = create(bytes.size()).value();
  const auto head = bytes.substr(0, 3000);
  const workflow::PieceChecksum right{DigestKind::sha1, digest_of(DigestKind::sha1, head)};
  const workflow::PieceChecksum wrong{DigestKind::sha256, digest_of(DigestKind::sha256, "other")};
  EXPECT_EQ(code(send(upload.id, 0, head, std::string::npos, wrong)), "upload.checksum");
  EXPECT_EQ(view(upload.id)->offset, 0U);
  EXPECT_EQ(code(send(upload.id, 0, head, 1000, right)), "request.malformed");
  EXPECT_EQ(view(upload.id)->offset, 0U) << "what cannot be checked is not kept";
  EXPECT_EQ(send(upload.id, 0, head, std::string::npos, right)->offset, 3000U);
  EXPECT_EQ(send(upload.id, 3000, bytes.substr(3000))->upload.content.hex,
            to_hex(digest_of(DigestKind::sha256, bytes)));
}

TEST_F(UploadsOfAnOffice, TheLengthMayComeLaterAndOnce) {
  const auto upload = create(std::nullopt).value();
  EXPECT_EQ(send(upload.id, 0, bytes.substr(0, 100))->upload.length, std::nullopt);
  EXPECT_EQ(code(send(upload.id, 100, "", std::string::npos, {}, 50)), "request.malformed");
  world.limits.reading.bytes = 10'000;
  EXPECT_EQ(code(send(upload.id, 100, "", std::string::npos, {}, 10'001)), "evidence.too_large");
  EXPECT_EQ(code(send(upload.id, 100, std::string(9'901, 'x'))), "evidence.too_large");
  EXPECT_EQ(send(upload.id, 100, bytes.substr(100, 100), std::string::npos, {}, 300)->upload.length, 300U);
  EXPECT_EQ(code(send(upload.id, 200, "x", std::string::npos, {}, 400)), "request.malformed");
  EXPECT_EQ(code(send(upload.id, 200, std::string(101, 'x'))), "upload.beyond_length");
  EXPECT_EQ(send(upload.id, 200, bytes.substr(200, 100))->upload.state, UploadState::complete);
}

TEST_F(UploadsOfAnOffice, AWrongTypeEndsTheUploadAtItsFirstBytes) {
  const auto program = "MZ" + std::string(5000, 'z');
  const auto upload = create(program.size(), place()).value();
  EXPECT_EQ(send(upload.id, 0, program.substr(0, 500))->offset, 500U) << "too little to tell";
  EXPECT_EQ(code(send(upload.id, 500, program.substr(500, 1000))), "evidence.unsupported_type");
  EXPECT_EQ(code(view(upload.id)), "evidence.unsupported_type");
  EXPECT_FALSE(world.staging->size(upload.id).value());
  EXPECT_TRUE(workflow::terminate_upload(world.services, world.golsar.actor, upload.id));
  EXPECT_EQ(code(view(upload.id)), "access.not_found");
}

TEST_F(UploadsOfAnOffice, APlaceIsRefusedBeforeAnyByte) {
  auto foreign = place();
  foreign.declaration = world.other.declaration;
  EXPECT_EQ(code(create(10, foreign)), "access.not_found");
  auto nowhere = place();
  nowhere.slot = "no_such_slot";
  EXPECT_EQ(code(create(10, nowhere)), "evidence.unknown_slot");
  EXPECT_EQ(code(create(0, place())), "evidence.empty");
  world.set_stage(RoundStage::review);
  EXPECT_EQ(code(create(10, place())), "declaration.closed");
  EXPECT_TRUE(world.staging->list().value().empty());
  EXPECT_EQ(code(workflow::create_upload(world.services, world.expert, {10, "", "", {}})), "access.forbidden");
}

TEST_F(UploadsOfAnOffice, WhatCannotBeAttachedNowIsFinishedLater) {
  const auto upload = create(bytes.size(), place()).value();
  const auto in_the_way = world.attach(world.golsar, "licence", "licence_document", pdf_bytes("another"));
  ASSERT_TRUE(in_the_way);
  EXPECT_EQ(code(send(upload.id, 0, bytes)), "evidence.slot_full");
  EXPECT_EQ(code(view(upload.id)), "evidence.slot_full");
  ASSERT_TRUE(workflow::remove_evidence(world.services, world.golsar.actor, in_the_way->evidence.id));
  EXPECT_EQ(view(upload.id)->upload.state, UploadState::attached);
}

TEST_F(UploadsOfAnOffice, ACompleteOneIsAttachedByItsId) {
  const auto upload = create(bytes.size()).value();
  const auto assign = [&] { return workflow::assign_upload(world.services, world.golsar.actor, upload.id, place()); };
  EXPECT_EQ(code(assign()), "upload.unfinished");
  EXPECT_EQ(send(upload.id, 0, bytes)->upload.state, UploadState::complete);
  EXPECT_EQ(code(workflow::assign_upload(world.services, world.other.actor, upload.id,
                                         {world.other.declaration, "licence", "licence_document", {}, {}})),
            "access.not_found");
  const auto attached = assign();
  ASSERT_TRUE(attached) << code(attached);
  EXPECT_EQ(attached->evidence.file_name, "پروانه.pdf");
  EXPECT_EQ(assign()->evidence.id, attached->evidence.id);
  auto elsewhere = place();
  elsewhere.section = "premises";
  elsewhere.slot = "lease";
  EXPECT_EQ(code(workflow::assign_upload(world.services, world.golsar.actor, upload.id, elsewhere)), "upload.used");
}

TEST_F(UploadsOfAnOffice, OneForASectionWaitsForItsSlot) {
  auto section = place();
  section.slot.clear();
  const auto upload = create(bytes.size(), section).value();
  EXPECT_EQ(send(upload.id, 0, bytes)->upload.state, UploadState::complete);
  const auto list = workflow::list_uploads(world.services, world.golsar.actor, world.golsar.declaration).value();
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0].format, DocumentFormat::pdf);
  EXPECT_TRUE(workflow::assign_upload(world.services, world.golsar.actor, upload.id, place()));
  const auto junk = create(5000, section).value();
  EXPECT_EQ(code(send(junk.id, 0, std::string(5000, 'x'))), "evidence.unsupported_type");
  section.section = "no_such_section";
  EXPECT_FALSE(create(10, section));
  section = place();
  section.slot.clear();
  section.declaration = world.other.declaration;
  EXPECT_EQ(code(create(10, section)), "access.not_found");
  world.set_stage(RoundStage::review);
  section.declaration = world.golsar.declaration;
  EXPECT_EQ(code(create(10, section)), "declaration.closed");
}

TEST_F(UploadsOfAnOffice, APhotographOfAPhoneGoesWhereJpegGoes) {
  const std::string heic(
      "\0\0\0\x18"
      "ftypheic\0\0\0\0mif1heic",
      24);
  const auto upload = create(heic.size(), place()).value();
  const auto last = send(upload.id, 0, heic);
  ASSERT_TRUE(last) << code(last);
  EXPECT_EQ(last->upload.state, UploadState::attached);
}

TEST_F(UploadsOfAnOffice, LimitsOfAnAccount) {
  world.limits.uploads.unfinished = 2;
  world.limits.uploads.unfinished_bytes = 1000;
  EXPECT_EQ(code(create(world.limits.reading.bytes + 1)), "evidence.too_large");
  EXPECT_EQ(code(create(1001)), "upload.too_much");
  const auto first = create(600);
  ASSERT_TRUE(first);
  EXPECT_EQ(code(create(401)), "upload.too_much");
  ASSERT_TRUE(create(400));
  EXPECT_EQ(code(create(0)), "upload.too_many");
  ASSERT_TRUE(workflow::terminate_upload(world.services, world.golsar.actor, first->id));
  EXPECT_TRUE(create(600));
}

TEST_F(UploadsOfAnOffice, ListsAndSweepsWhatIsUnfinished) {
  const auto placed = create(bytes.size(), place()).value();
  EXPECT_EQ(send(placed.id, 0, bytes.substr(0, 1200))->offset, 1200U);
  world.advance(1s);
  const auto free = create(std::nullopt).value();
  const auto list = [&](DeclarationId declaration) {
    return workflow::list_uploads(world.services, world.golsar.actor, declaration).value();
  };
  ASSERT_EQ(list({}).size(), 2U);
  EXPECT_EQ(list({}).front().upload.id, free.id);
  ASSERT_EQ(list(world.golsar.declaration).size(), 1U);
  EXPECT_EQ(list(world.golsar.declaration).front().offset, 1200U);
  EXPECT_TRUE(workflow::list_uploads(world.services, world.other.actor, {})->empty());

  EXPECT_EQ(workflow::sweep_uploads(world.services).value(), 0);
  world.advance(world.limits.uploads.expiry);
  EXPECT_EQ(code(view(placed.id)), "upload.expired");
  EXPECT_TRUE(list({}).empty());
  EXPECT_EQ(workflow::sweep_uploads(world.services).value(), 2);
  EXPECT_EQ(code(view(placed.id)), "access.not_found");
  EXPECT_TRUE(world.staging->list().value().empty());

  ASSERT_TRUE(world.staging->create(std::string(32, 'e')));
  EXPECT_EQ(workflow::sweep_uploads(world.services).value(), 0) << "young: its row may be on its way";
  std::filesystem::last_write_time(world.folder.path() / "evidence/staging" / std::string(32, 'e'),
                                   std::filesystem::file_time_type::clock::now() - 24h);
  EXPECT_EQ(workflow::sweep_uploads(world.services).value(), 1);
}

}  // namespace
}  // namespace mizan::tests
