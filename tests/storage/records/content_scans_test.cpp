// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"

namespace mizan::storage {
namespace {

class ContentScansStore : public StoreTest {
 protected:
  void save(ScanVerdict verdict, const char* signature) {
    write([&](Stores& stores) { return stores.content_scans().save({m_content, verdict, signature, "e/1", at(3)}); });
  }
  std::optional<ContentScan> find() {
    return read([&](Stores& stores) { return stores.content_scans().find(m_content); });
  }
  ContentHash m_content{std::string(64, 'c')};
};
MIZAN_ON_BOTH_DATABASES(ContentScansStore);

TEST_P(ContentScansStore, know_nothing_of_bytes_that_were_not_scanned) {
  EXPECT_FALSE(find());
}

TEST_P(ContentScansStore, what_was_infected_stays_so) {
  save(ScanVerdict::clean, "");
  ASSERT_TRUE(find());
  EXPECT_EQ(find()->verdict, ScanVerdict::clean);
  save(ScanVerdict::infected, "Eicar-Test-Signature");
  save(ScanVerdict::clean, "");
  EXPECT_EQ(find()->verdict, ScanVerdict::infected);
  EXPECT_EQ(find()->signature, "Eicar-Test-Signature");
  EXPECT_EQ(find()->engine, "e/1");
  EXPECT_EQ(find()->at, at(3));
}

}  // namespace
}  // namespace mizan::storage
