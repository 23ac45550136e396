// SPDX-License-Identifier: GPL-3.0-or-later
// What a start makes of unfinished uploads: those that go on, without bytes, overdue, and bytes without an upload.
#include "workflow/uploads/recover_uploads.hpp"

#include "storage/records/open_survey.hpp"
#include "workflow/office_world.hpp"
#include "workflow/oversight/recovery.hpp"
#include "workflow/uploads/create_upload.hpp"
#include "workflow/uploads/view_uploads.hpp"

#include <gtest/gtest.h>

namespace mizan::tests {
namespace {

using namespace std::chrono_literals;

class RecoveringUploads : public ::testing::Test {
 protected:
  std::string create() {
    return workflow::create_upload(world.services, world.golsar.actor, {1000, "", "سند.pdf", std::nullopt})->id;
  }
  bool is_there(const std::string& id) {
    return world.look([&](storage::Stores& stores) { return stores.uploads().contains(id); });
  }

  OfficeWorld world;
  std::unique_ptr<storage::Survey> survey =
      std::move(storage::open_survey({.url = "sqlite://" + (world.folder.path() / "mizan.db").string()}).value());
};

TEST_F(RecoveringUploads, WhatGoesOnStaysAndWhatLostItsBytesIsGivenUp) {
  const auto going_on = create();
  const auto lost = create();
  ASSERT_TRUE(world.services.staging.remove(lost));
  const auto recovery = workflow::recover_uploads(world.services, *survey).value();
  EXPECT_EQ(recovery.going_on, 1);
  EXPECT_EQ(recovery.bytes_lost, 1);
  EXPECT_EQ(recovery.expired, 0);
  EXPECT_EQ(recovery.orphaned, 0);
  EXPECT_TRUE(is_there(going_on));
  EXPECT_FALSE(is_there(lost));
  EXPECT_EQ(workflow::recover_uploads(world.services, *survey)->bytes_lost, 0);
}

TEST_F(RecoveringUploads, WhatEndedWhileItsFileWasMissedStays) {
  const auto lost = create();
  ASSERT_TRUE(world.services.staging.remove(lost));
  auto upload =
      world.look([&](storage::Stores& stores) { return stores.uploads().find(lost, world.golsar.actor.account); });
  upload->state = UploadState::refused;
  ASSERT_TRUE(world.services.database.write([&](storage::Stores& stores) { return stores.uploads().update(*upload); }));
  EXPECT_EQ(workflow::recover_uploads(world.services, *survey)->bytes_lost, 0);
  EXPECT_TRUE(is_there(lost));
}

TEST_F(RecoveringUploads, OverdueOnesAndOrphansAreCountedApart) {
  create();
  create();
  world.advance(world.limits.uploads.expiry + 1h);
  world.limits.uploads.orphan = std::chrono::minutes(-1);  // at once: files are as old as the machine's clock says
  ASSERT_TRUE(world.services.staging.create(std::string(32, 'a')));
  const auto recovery = workflow::recover_uploads(world.services, *survey).value();
  EXPECT_EQ(recovery.going_on, 0);
  EXPECT_EQ(recovery.bytes_lost, 0);
  EXPECT_EQ(recovery.expired, 2);
  EXPECT_EQ(recovery.orphaned, 1);
}

TEST_F(RecoveringUploads, WhatAStartDidIsWrittenDown) {
  EXPECT_FALSE(workflow::last_recovery(*world.database).value());
  create();
  const auto lost = create();
  ASSERT_TRUE(world.services.staging.remove(lost));
  static_cast<void>(world.attach(world.golsar, "licence", "licence_document", pdf_bytes()));
  ASSERT_TRUE(world.claim());
  const auto done = workflow::recover(world.services, *survey).value();
  const auto told = workflow::last_recovery(*world.database).value();
  ASSERT_TRUE(told);
  EXPECT_EQ(told->at, done.at);
  EXPECT_EQ(told->uploads.going_on, 1);
  EXPECT_EQ(told->uploads.bytes_lost, 1);
  EXPECT_EQ(told->interrupted_jobs, 1);
}

}  // namespace
}  // namespace mizan::tests
