// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"

namespace mizan::storage {
namespace {

class PagePrintsStore : public StoreTest {
 protected:
  void save(char content, int page, const std::vector<std::string>& keys) {
    write([&](Stores& stores) {
      return stores.page_prints().save({{std::string(64, content)}, page, std::string("print of ") + content}, keys);
    });
  }
  std::vector<SharedPrint> sharing(const std::vector<std::string>& keys, char except, int limit) {
    return read([&](Stores& stores) { return stores.page_prints().sharing(keys, {std::string(64, except)}, limit); });
  }
};
MIZAN_ON_BOTH_DATABASES(PagePrintsStore);

TEST_P(PagePrintsStore, find_pages_that_share_keys_the_likest_first) {
  save('a', 0, {"k1", "k2", "k3"});
  save('a', 0, {"k1", "k2", "k3"});
  save('b', 4, {"k1", "k2", "x"});
  save('c', 0, {"y"});
  const auto found = sharing({"k1", "k2", "k3"}, 'd', 10);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].page.content.hex.front(), 'a');
  EXPECT_EQ(found[0].shared_keys, 3);
  EXPECT_EQ(found[1].page.page, 4);
  EXPECT_EQ(found[1].page.print, "print of b");
  EXPECT_EQ(found[1].shared_keys, 2);
  EXPECT_EQ(sharing({"k1", "k2", "k3"}, 'a', 10).size(), 1U) << "not the bytes themselves";
  EXPECT_EQ(sharing({"k1", "k2", "k3"}, 'd', 1).size(), 1U);
  EXPECT_TRUE(sharing({}, 'd', 10).empty());
}

}  // namespace
}  // namespace mizan::storage
