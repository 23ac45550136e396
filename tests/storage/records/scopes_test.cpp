// SPDX-License-Identifier: GPL-3.0-or-later
// Every query that takes a scope, under every kind of scope: what lies outside looks as if it did not exist.
#include "fixture.hpp"

#include <functional>

namespace mizan::storage {
namespace {

/// How many rows of Gilan and of Zanjan a query shows.
struct Seen {
  int gilan = 0, zanjan = 0;
};
using Look = std::function<Seen(Stores&, const World&, const Scope&)>;

int one(const auto& found) {
  return must(found).has_value() ? 1 : 0;
}
int many(const auto& found) {
  return static_cast<int>(must(found).size());
}

/// A list over both provinces, told apart by `is_gilan`.
template <class T, class Test>
Seen apart(Result<std::vector<T>> rows, Test&& is_gilan) {
  Seen seen;
  for (const auto& row : must(std::move(rows))) ++(is_gilan(row) ? seen.gilan : seen.zanjan);
  return seen;
}

struct ScopedQuery {
  const char* name;
  Look look;
};

std::vector<ScopedQuery> scoped_queries() {
  return {
      {"offices.find",
       [](Stores& s, const World& w, const Scope& scope) {
         return Seen{one(s.offices().find(w.gilan.office, scope)), one(s.offices().find(w.zanjan.office, scope))};
       }},
      {"offices.find_by_licence",
       [](Stores& s, const World&, const Scope& scope) {
         return Seen{one(s.offices().find_by_licence("11-1", scope)), one(s.offices().find_by_licence("24-1", scope))};
       }},
      {"offices.list",
       [](Stores& s, const World& w, const Scope& scope) {
         return apart(s.offices().list({}, scope), [&](const Office& office) { return office.id == w.gilan.office; });
       }},
      {"offices.count",
       [](Stores& s, const World&, const Scope& scope) {
         OfficeFilter gilan, zanjan;
         gilan.province = "gilan";
         zanjan.province = "zanjan";
         return Seen{must(s.offices().count(gilan, scope)), must(s.offices().count(zanjan, scope))};
       }},
      {"rounds.progress",
       [](Stores& s, const World& w, const Scope& scope) {
         return apart(s.rounds().progress(w.round, scope),
                      [](const ProvinceProgress& row) { return row.province == "gilan"; });
       }},
      {"declarations.find",
       [](Stores& s, const World& w, const Scope& scope) {
         return Seen{one(s.declarations().find(w.gilan.declaration, scope)),
                     one(s.declarations().find(w.zanjan.declaration, scope))};
       }},
      {"declarations.find_by_receipt",
       [](Stores& s, const World&, const Scope& scope) {
         return Seen{one(s.declarations().find_by_receipt("R-11-1", scope)),
                     one(s.declarations().find_by_receipt("R-24-1", scope))};
       }},
      {"declarations.list",
       [](Stores& s, const World& w, const Scope& scope) {
         return apart(s.declarations().list({}, scope),
                      [&](const Declaration& row) { return row.office == w.gilan.office; });
       }},
      {"evidence.find",
       [](Stores& s, const World& w, const Scope& scope) {
         return Seen{one(s.evidence().find(w.gilan.evidence, scope)), one(s.evidence().find(w.zanjan.evidence, scope))};
       }},
      {"evidence.list",
       [](Stores& s, const World& w, const Scope& scope) {
         return Seen{many(s.evidence().list(w.gilan.declaration, "", scope)),
                     many(s.evidence().list(w.zanjan.declaration, "", scope))};
       }},
      {"findings.find",
       [](Stores& s, const World& w, const Scope& scope) {
         return Seen{one(s.findings().find(w.gilan.finding, scope)), one(s.findings().find(w.zanjan.finding, scope))};
       }},
      {"findings.of_evidence",
       [](Stores& s, const World& w, const Scope& scope) {
         return Seen{many(s.findings().of_evidence(w.gilan.evidence, scope)),
                     many(s.findings().of_evidence(w.zanjan.evidence, scope))};
       }},
      {"findings.of_declaration",
       [](Stores& s, const World& w, const Scope& scope) {
         return Seen{many(s.findings().of_declaration(w.gilan.declaration, scope)),
                     many(s.findings().of_declaration(w.zanjan.declaration, scope))};
       }},
      {"findings.queue",
       [](Stores& s, const World& w, const Scope& scope) {
         return apart(s.findings().queue({}, scope),
                      [&](const QueueItem& item) { return item.office.id == w.gilan.office; });
       }},
      {"findings.queue_size",
       [](Stores& s, const World&, const Scope& scope) {
         QueueFilter gilan, zanjan;
         gilan.province = "gilan";
         zanjan.province = "zanjan";
         return Seen{must(s.findings().queue_size(gilan, scope)), must(s.findings().queue_size(zanjan, scope))};
       }},
      {"objections.find",
       [](Stores& s, const World& w, const Scope& scope) {
         return Seen{one(s.objections().find(w.gilan.objection, scope)),
                     one(s.objections().find(w.zanjan.objection, scope))};
       }},
      {"objections.list",
       [](Stores& s, const World& w, const Scope& scope) {
         return apart(s.objections().list({}, scope),
                      [&](const Objection& row) { return row.declaration == w.gilan.declaration; });
       }},
      {"audit.list",
       [](Stores& s, const World& w, const Scope& scope) {
         return apart(s.audit().list({}, scope),
                      [&](const AuditEntry& entry) { return entry.office == w.gilan.office; });
       }},
      {"reports.office_standings",
       [](Stores& s, const World& w, const Scope& scope) {
         return apart(s.reports().office_standings({}, scope),
                      [&](const OfficeStanding& row) { return row.office.id == w.gilan.office; });
       }},
      {"reports.queue_counts",
       [](Stores& s, const World&, const Scope& scope) {
         return apart(s.reports().queue_counts({}, scope),
                      [](const QueueCount& row) { return row.province == "gilan"; });
       }},
      {"reports.objections",
       [](Stores& s, const World& w, const Scope& scope) {
         return apart(s.reports().objections({}, scope),
                      [&](const ObjectionItem& row) { return row.office.id == w.gilan.office; });
       }},
  };
}

class Scopes : public StoreTest {
 protected:
  void expect(const Scope& scope, int gilan, int zanjan) {
    // Reading and writing transactions take different paths to a row.
    const auto check = [&](Stores& stores) -> Outcome {
      for (const auto& query : scoped_queries()) {
        const auto seen = query.look(stores, m_world, scope);
        EXPECT_EQ(seen.gilan, gilan) << query.name << ": rows of Gilan";
        EXPECT_EQ(seen.zanjan, zanjan) << query.name << ": rows of Zanjan";
      }
      return {};
    };
    read(check);
    write(check);
  }
  World m_world = make_world(*m_database);
};
MIZAN_ON_BOTH_DATABASES(Scopes);

TEST_P(Scopes, of_everything_show_all) {
  expect(Scope::everything(), 1, 1);
}
TEST_P(Scopes, made_from_nothing_show_nothing) {
  expect(Scope{}, 0, 0);
}
TEST_P(Scopes, of_no_province_show_nothing) {
  expect(Scope::of_provinces({}), 0, 0);
}
TEST_P(Scopes, of_no_office_show_nothing) {
  expect(Scope::of_offices({}), 0, 0);
}
TEST_P(Scopes, of_gilan_show_nothing_of_zanjan) {
  expect(Scope::of_provinces({"gilan"}), 1, 0);
}
TEST_P(Scopes, of_zanjan_show_nothing_of_gilan) {
  expect(Scope::of_provinces({"zanjan", "qazvin"}), 0, 1);
}
TEST_P(Scopes, of_an_office_show_that_office) {
  expect(Scope::of_offices({m_world.zanjan.office}), 0, 1);
}

TEST_P(Scopes, stats_wait_and_count_inside_only) {
  write([&](Stores& stores) {
    return stores.findings().add_decision(
        {{}, m_world.zanjan.finding, m_world.expert, DecisionKind::document, "", at(60), {}, 1000ms});
  });
  const auto stats = [&](const Scope& scope) {
    return read([&](Stores& stores) { return stores.findings().stats(m_world.expert, at(50), scope); });
  };
  EXPECT_EQ(stats(Scope::everything()).waiting, 2);
  EXPECT_EQ(stats(Scope::of_provinces({"gilan"})).waiting, 1);
  EXPECT_EQ(stats(Scope::of_provinces({"gilan"})).decided_today, 0);
  EXPECT_EQ(stats(Scope{}).waiting, 0);
}

TEST_P(Scopes, entries_of_no_office_are_for_everything_only) {
  write([](Stores& stores) {
    return stores.audit().append({{}, at(1), {}, "operator", "", "round.opened", "round/1", {}, {}});
  });
  const auto entries = [&](const Scope& scope) {
    return read([&](Stores& stores) { return stores.audit().list({}, scope); }).size();
  };
  EXPECT_EQ(entries(Scope::everything()), 3U);
  EXPECT_EQ(entries(Scope::of_provinces({"gilan", "zanjan"})), 2U);
}

}  // namespace
}  // namespace mizan::storage
