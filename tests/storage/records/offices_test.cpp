// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"

#include <gmock/gmock.h>

namespace mizan::storage {
namespace {

using ::testing::ElementsAre;

class OfficesStore : public StoreTest {
 protected:
  std::vector<std::string> licences(const OfficeFilter& filter) {
    std::vector<std::string> found;
    for (const auto& office : read([&](Stores& stores) { return stores.offices().list(filter, Scope::everything()); }))
      found.push_back(office.licence_no);
    return found;
  }
  int count(const OfficeFilter& filter) {
    return read([&](Stores& stores) { return stores.offices().count(filter, Scope::everything()); });
  }
};
MIZAN_ON_BOTH_DATABASES(OfficesStore);

TEST_P(OfficesStore, keep_what_was_written) {
  auto office = an_office("11-1", "gilan", "رشت");
  office.id = write([&](Stores& stores) { return stores.offices().create(office); });
  office.kind = OfficeKind::rural_ict;
  office.address = "روستای کلاچای";
  write([&](Stores& stores) { return stores.offices().update(office); });
  const auto found = read([](Stores& stores) { return stores.offices().find_by_licence("11-1", Scope::everything()); });
  ASSERT_TRUE(found);
  EXPECT_EQ(found->id, office.id);
  EXPECT_EQ(found->kind, OfficeKind::rural_ict);
  EXPECT_EQ(found->address, "روستای کلاچای");
  EXPECT_EQ(found->holder_national_id, "0012345679");
  EXPECT_EQ(found->mobile, "09110000000");
}

TEST_P(OfficesStore, have_one_licence_number_each) {
  write([](Stores& stores) { return stores.offices().create(an_office("11-1", "gilan", "رشت")); });
  const auto again =
      m_database->write([](Stores& stores) { return stores.offices().create(an_office("11-1", "zanjan", "زنجان")); });
  EXPECT_EQ(code_of(again), "storage.conflict");
}

TEST_P(OfficesStore, are_filtered_ordered_and_paged) {
  write([](Stores& stores) -> Outcome {
    must(stores.offices().create(an_office("24-1", "zanjan", "زنجان")));
    must(stores.offices().create(an_office("11-2", "gilan", "لاهیجان")));
    must(stores.offices().create(an_office("11-1", "gilan", "رشت")));
    return {};
  });
  EXPECT_THAT(licences({}), ElementsAre("11-1", "11-2", "24-1"));
  OfficeFilter filter;
  filter.province = "gilan";
  EXPECT_EQ(count(filter), 2);
  filter.page_size = 1;
  filter.page = 1;
  EXPECT_THAT(licences(filter), ElementsAre("11-2"));
  EXPECT_EQ(count(filter), 2) << "pages do not change the count";
  EXPECT_THAT(licences({.province = "", .city = "زنجان", .text = "", .kind = {}}), ElementsAre("24-1"));
  EXPECT_EQ(count({.province = "", .city = "", .text = "", .kind = OfficeKind::rural_ict}), 0);
  EXPECT_THAT(licences({.province = "", .city = "", .text = "11-", .kind = {}}), ElementsAre("11-1", "11-2"));
  EXPECT_EQ(count({.province = "", .city = "", .text = "%", .kind = {}}), 0) << "wildcards are plain characters";
  EXPECT_EQ(count({.province = "", .city = "", .text = "1_-", .kind = {}}), 0);
  EXPECT_EQ(count({.province = "", .city = "", .text = "'); DROP TABLE offices; --", .kind = {}}), 0);
}

}  // namespace
}  // namespace mizan::storage
