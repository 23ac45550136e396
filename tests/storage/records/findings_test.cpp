// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.hpp"

#include <gmock/gmock.h>

namespace mizan::storage {
namespace {

using ::testing::ElementsAre;

class FindingsStore : public StoreTest {
 protected:
  std::optional<Finding> find(FindingId id) {
    return read([&](Stores& stores) { return stores.findings().find(id, Scope::everything()); });
  }
  std::vector<FindingId> queue(const QueueFilter& filter) {
    std::vector<FindingId> ids;
    for (const auto& item : read([&](Stores& stores) { return stores.findings().queue(filter, Scope::everything()); }))
      ids.push_back(item.finding.id);
    return ids;
  }
  int size(const QueueFilter& filter) {
    return read([&](Stores& stores) { return stores.findings().queue_size(filter, Scope::everything()); });
  }
  DecisionId decide(FindingId finding, DecisionKind kind, int second, milliseconds took) {
    return write([&](Stores& stores) {
      return stores.findings().add_decision({{}, finding, m_world.expert, kind, "", at(second), {}, took});
    });
  }
  std::vector<FindingId> replace(const World::Side& side, std::size_t number) {
    const std::vector<Finding> findings(number, a_finding(side.declaration, side.evidence, "premises"));
    return write([&](Stores& stores) { return stores.findings().replace(side.evidence, findings); });
  }
  World m_world = make_world(*m_database);
};
MIZAN_ON_BOTH_DATABASES(FindingsStore);

TEST_P(FindingsStore, keep_what_was_asked_and_answered) {
  const auto found = find(m_world.gilan.finding);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->claim.declared, "۸۵");
  EXPECT_EQ(found->claim.kind, ValueKind::area);
  EXPECT_THAT(found->claim.labels, ElementsAre("مساحت", "متراژ"));
  EXPECT_EQ(found->verdict.claim_id, "area");
  EXPECT_EQ(found->verdict.agreement, Agreement::mismatch);
  EXPECT_EQ(found->verdict.page, 1);
  EXPECT_EQ(found->verdict.box, (Box{10, 20, 30, 40}));
  EXPECT_EQ(found->verdict.read, "58");
  EXPECT_EQ(found->verdict.confidence, 930);
  EXPECT_EQ(found->state, FindingState::open);
  EXPECT_EQ(found->at, at(12));
}

TEST_P(FindingsStore, updates_write_state_verdict_and_explanation) {
  auto finding = *find(m_world.gilan.finding);
  finding.state = FindingState::clarifying;
  finding.explanation = "اجاره‌نامهٔ تازه";
  finding.verdict.agreement = Agreement::match;
  finding.verdict.read = "85";
  finding.claim.declared = "not written";
  write([&](Stores& stores) { return stores.findings().update(finding); });
  const auto found = *find(finding.id);
  EXPECT_EQ(found.state, FindingState::clarifying);
  EXPECT_EQ(found.explanation, "اجاره‌نامهٔ تازه");
  EXPECT_EQ(found.verdict.agreement, Agreement::match);
  EXPECT_EQ(found.verdict.read, "85");
  EXPECT_EQ(found.claim.declared, "۸۵");
  finding.id = FindingId{99};
  EXPECT_EQ(code_of(m_database->write([&](Stores& stores) { return stores.findings().update(finding); })),
            "access.not_found");
}

TEST_P(FindingsStore, replacing_supersedes_what_stood) {
  const auto fresh = replace(m_world.gilan, 2);
  ASSERT_EQ(fresh.size(), 2U);
  EXPECT_LT(fresh[0], fresh[1]);
  EXPECT_EQ(find(m_world.gilan.finding)->state, FindingState::superseded);
  EXPECT_EQ(find(m_world.zanjan.finding)->state, FindingState::open) << "another document's stay";
  const auto standing = read(
      [&](Stores& stores) { return stores.findings().of_declaration(m_world.gilan.declaration, Scope::everything()); });
  ASSERT_EQ(standing.size(), 2U);
  EXPECT_EQ(standing[0].id, fresh[0]);
  EXPECT_EQ(read([&](Stores& stores) {
              return stores.findings().of_evidence(m_world.gilan.evidence, Scope::everything());
            }).size(),
            2U);
}

TEST_P(FindingsStore, queue_is_ordered_paged_and_filtered) {
  const auto of_zanjan = replace(m_world.zanjan, 2);
  const auto of_gilan = replace(m_world.gilan, 2);
  EXPECT_THAT(queue({}), ElementsAre(of_gilan[0], of_gilan[1], of_zanjan[0], of_zanjan[1])) << "office before finding";
  QueueFilter page;
  page.limit = 3;
  EXPECT_THAT(queue(page), ElementsAre(of_gilan[0], of_gilan[1], of_zanjan[0]));
  page.after = of_gilan[1];
  EXPECT_THAT(queue(page), ElementsAre(of_zanjan[0], of_zanjan[1]));
  EXPECT_EQ(size(page), 4) << "the size knows no pages";

  const auto with = [](auto change) {
    QueueFilter filter;
    change(filter);
    return filter;
  };
  EXPECT_EQ(size(with([](auto& filter) { filter.province = "gilan"; })), 2);
  EXPECT_EQ(size(with([](auto& filter) { filter.city = "زنجان"; })), 2);
  EXPECT_EQ(size(with([](auto& filter) { filter.section = "licence"; })), 0);
  EXPECT_EQ(size(with([](auto& filter) { filter.document_type = "lease"; })), 4);
  EXPECT_EQ(size(with([](auto& filter) { filter.state = FindingState::decided; })), 0);
  EXPECT_EQ(size(with([](auto& filter) { filter.state = FindingState::superseded; })), 2);
  EXPECT_EQ(size(with([](auto& filter) { filter.state.reset(); })), 4) << "all but superseded";
  EXPECT_EQ(size(with([&](auto& filter) { filter.round = m_world.round; })), 4);
  EXPECT_EQ(size(with([](auto& filter) { filter.round = RoundId{99}; })), 0);
}

TEST_P(FindingsStore, queue_items_bring_their_office) {
  const auto items = read([](Stores& stores) { return stores.findings().queue({}, Scope::everything()); });
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[1].office.licence_no, "24-1");
  EXPECT_EQ(items[1].round, m_world.round);
  EXPECT_EQ(items[1].finding.claim.declared, "۸۵");
}

TEST_P(FindingsStore, queue_holds_submitted_declarations_of_rounds_in_review_only) {
  write([&](Stores& stores) {
    return stores.declarations().update(
        {m_world.gilan.declaration, m_world.round, m_world.gilan.office, DeclarationStatus::open, "", {}});
  });
  EXPECT_THAT(queue({}), ElementsAre(m_world.zanjan.finding));
  auto round = *read([&](Stores& stores) { return stores.rounds().find(m_world.round); });
  round.stage = RoundStage::declaration;
  write([&](Stores& stores) { return stores.rounds().update(round); });
  EXPECT_EQ(size({}), 0);
}

TEST_P(FindingsStore, decisions_are_kept_and_undone_once) {
  const auto first = decide(m_world.gilan.finding, DecisionKind::document, 20, 1500ms);
  decide(m_world.gilan.finding, DecisionKind::unreadable, 25, 0ms);
  write([&](Stores& stores) { return stores.findings().undo_decision(first, at(22)); });
  EXPECT_EQ(code_of(m_database->write([&](Stores& stores) { return stores.findings().undo_decision(first, at(23)); })),
            "storage.conflict");
  const auto decisions = read([&](Stores& stores) { return stores.findings().decisions_of(m_world.gilan.finding); });
  ASSERT_EQ(decisions.size(), 2U);
  EXPECT_EQ(decisions[0].id, first);
  EXPECT_EQ(decisions[0].undone_at, at(22));
  EXPECT_EQ(decisions[0].took, 1500ms);
  EXPECT_EQ(decisions[0].expert, m_world.expert);
  EXPECT_EQ(decisions[1].kind, DecisionKind::unreadable);
  EXPECT_FALSE(decisions[1].undone_at);
}

TEST_P(FindingsStore, stats_count_this_experts_standing_decisions) {
  decide(m_world.gilan.finding, DecisionKind::document, 5, 90'000ms);
  decide(m_world.gilan.finding, DecisionKind::declaration, 100, 2'000ms);
  decide(m_world.zanjan.finding, DecisionKind::document, 110, 8'000ms);
  decide(m_world.zanjan.finding, DecisionKind::clarification, 120, 5'000ms);
  const auto undone = decide(m_world.zanjan.finding, DecisionKind::document, 130, 60'000ms);
  write([&](Stores& stores) { return stores.findings().undo_decision(undone, at(131)); });
  const auto stats =
      read([&](Stores& stores) { return stores.findings().stats(m_world.expert, at(50), Scope::everything()); });
  EXPECT_EQ(stats.waiting, 2);
  EXPECT_EQ(stats.decided_today, 3);
  EXPECT_EQ(stats.median_seconds, 5);
  EXPECT_EQ(stats.agreement_per_mille, 666) << "two of three, the clarification apart";
  const auto other =
      read([&](Stores& stores) { return stores.findings().stats(m_world.cra, at(50), Scope::everything()); });
  EXPECT_EQ(other.decided_today, 0);
  EXPECT_EQ(other.median_seconds, 0);
}

}  // namespace
}  // namespace mizan::storage
