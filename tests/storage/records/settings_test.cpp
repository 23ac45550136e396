// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"

namespace mizan::storage {
namespace {

class SettingsStore : public StoreTest {};
MIZAN_ON_BOTH_DATABASES(SettingsStore);

TEST_P(SettingsStore, keep_the_last_value) {
  EXPECT_FALSE(read([](Stores& stores) { return stores.settings().find(k_demonstration); }));
  write([](Stores& stores) { return stores.settings().set(k_demonstration, "no"); });
  write([](Stores& stores) { return stores.settings().set(k_demonstration, "yes"); });
  EXPECT_EQ(read([](Stores& stores) { return stores.settings().find(k_demonstration); }), "yes");
}

}  // namespace
}  // namespace mizan::storage
