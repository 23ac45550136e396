// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"

namespace mizan::storage {
namespace {

class ScoresStore : public StoreTest {};
MIZAN_ON_BOTH_DATABASES(ScoresStore);

TEST_P(ScoresStore, are_appended_as_revisions_of_their_section) {
  const auto world = make_world(*m_database);
  const auto score = [&](const char* section, std::int64_t points) {
    SectionScore value{
        Points{points}, Points::whole(20), {{"area", Points{points}, Points::whole(20), "متراژ", "area"}}, {}, {}};
    return ScoreRevision{{}, world.gilan.declaration, section, 77, value, "1.0.0", "reading", at(1)};
  };
  const auto append = [&](const ScoreRevision& revision) {
    return write([&](Stores& stores) { return stores.scores().append(revision); });
  };
  EXPECT_EQ(append(score("premises", 1'250)), 1);
  EXPECT_EQ(append(score("licence", 9'000)), 1);
  EXPECT_EQ(append(score("premises", 2'500)), 2);

  const auto latest = read([&](Stores& stores) { return stores.scores().latest(world.gilan.declaration); });
  ASSERT_EQ(latest.size(), 2U);
  EXPECT_EQ(latest[0].section, "licence");
  EXPECT_EQ(latest[1].section, "premises");
  EXPECT_EQ(latest[1].revision, 2);
  EXPECT_EQ(latest[1].score.points, Points{2'500});
  EXPECT_EQ(latest[1].score.reasons.front().text_fa, "متراژ");
  const auto history = read([&](Stores& stores) { return stores.scores().history(world.gilan.declaration); });
  ASSERT_EQ(history.size(), 3U);
  EXPECT_EQ(history[0].score.points, Points{1'250}) << "earlier revisions stay as they were";
  EXPECT_TRUE(read([&](Stores& stores) { return stores.scores().latest(world.zanjan.declaration); }).empty());
}

}  // namespace
}  // namespace mizan::storage
