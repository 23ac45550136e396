// SPDX-License-Identifier: GPL-3.0-or-later
// What nothing names goes; documents, readings, lists of pages and the images that only these lists name stay.
#include "workflow/oversight/sweep_store.hpp"

#include "storage/records/open_survey.hpp"
#include "workflow/evidence/page_list.hpp"
#include "workflow/office_world.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>

namespace mizan::tests {
namespace {

using namespace std::chrono_literals;

class SweepingTheStore : public ::testing::Test {
 protected:
  void make_all_old() {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(world.folder.path() / "evidence"))
      if (entry.is_regular_file())
        std::filesystem::last_write_time(entry.path(), std::filesystem::file_time_type::clock::now() - 24h * 40);
  }
  bool is_there(const ContentHash& content) { return world.store->contains(content).value(); }

  OfficeWorld world;
  std::unique_ptr<storage::Survey> survey =
      std::move(storage::open_survey({.url = "sqlite://" + (world.folder.path() / "mizan.db").string()}).value());
};

TEST_F(SweepingTheStore, OnlyWhatNothingNamesGoes) {
  const auto document = world.attach(world.golsar, "licence", "licence_document", pdf_bytes())->evidence.content;
  const auto reading = world.store->put("a reading")->content;
  const auto image = world.store->put("a page image")->content;
  const auto list =
      world.store->put(workflow::page_list_text({{{0, 10, 10, "scan", "image/jpeg", image}}, {}, {}}))->content;
  ASSERT_TRUE(world.services.database.write([&](storage::Stores& stores) {
    return stores.evidence().save_reading({document, "scripted/1", reading, list, world.clock.now()});
  }));
  const auto unknown = world.store->put("of a transaction that never came")->content;
  const auto young = world.store->put("of a transaction that may still come")->content;
  make_all_old();
  ASSERT_TRUE(world.store->put("of a transaction that may still come"));

  EXPECT_EQ(workflow::sweep_store(world.services, *survey, std::chrono::days(60)).value(), 0);
  EXPECT_TRUE(is_there(unknown));
  EXPECT_EQ(workflow::sweep_store(world.services, *survey, std::chrono::days(30)).value(), 1);
  EXPECT_FALSE(is_there(unknown));
  for (const auto& kept : {document, reading, image, list, young}) EXPECT_TRUE(is_there(kept)) << kept.hex;
}

TEST_F(SweepingTheStore, AListThatIsNoListEndsIt) {
  const auto document = world.attach(world.golsar, "licence", "licence_document", pdf_bytes())->evidence.content;
  const auto no_list = world.store->put("no list")->content;
  ASSERT_TRUE(world.services.database.write([&](storage::Stores& stores) {
    return stores.evidence().save_reading({document, "scripted/1", no_list, no_list, world.clock.now()});
  }));
  const auto unknown = world.store->put("perhaps one of its pages")->content;
  make_all_old();
  EXPECT_FALSE(workflow::sweep_store(world.services, *survey, std::chrono::days(30)));
  EXPECT_TRUE(is_there(unknown));
}

}  // namespace
}  // namespace mizan::tests
