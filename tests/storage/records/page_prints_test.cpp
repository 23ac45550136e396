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

TEST_P(PagePrintsStore, keep_prints_of_any_bytes) {
  const std::string print("\0\1\xff\xd9'", 5);
  write([&](Stores& stores) {
    return stores.page_prints().save({{std::string(64, 'e')}, 0, print}, std::vector<std::string>{"k"});
  });
  const auto found = sharing({"k"}, 'd', 10);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].page.print, print);
}

TEST_P(PagePrintsStore, pass_over_a_key_that_is_everybodys) {
  for (int page = 0; page < 210; ++page) save('a', page, {"form"});
  save('b', 0, {"form", "own"});
  EXPECT_TRUE(sharing({"form"}, 'd', 1000).empty());
  const auto found = sharing({"form", "own"}, 'd', 1);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].page.content.hex.front(), 'b');
  EXPECT_EQ(found[0].shared_keys, 1);
}

}  // namespace
}  // namespace mizan::storage
