// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/processing/seen_before.hpp"

#include "documents/page_print.hpp"
#include "workflow/declarations/start_declaration.hpp"
#include "workflow/declarations/view_result.hpp"
#include "workflow/evidence/about_document.hpp"
#include "workflow/evidence/remove_evidence.hpp"
#include "workflow/evidence/seen_elsewhere.hpp"
#include "workflow/evidence/view_evidence.hpp"
#include "workflow/office_world.hpp"
#include "workflow/review/decide_finding.hpp"
#include "workflow/review/view_finding_case.hpp"
#include "workflow/work_queue.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

namespace mizan::tests {
namespace {

using Numbers = std::vector<std::string>;

std::string print_of(const Numbers& numbers) {
  std::set<documents::PrintedNumber> known;
  for (const auto& digits : numbers)
    if (const auto number = documents::printed_number(digits)) known.insert(*number);
  documents::PagePrint print;
  print.numbers.assign(known.begin(), known.end());
  return documents::packed(print);
}

const Numbers k_lease{"0083211234", "993412345", "4413987651", "14030512"};
const Numbers k_another_lease{"4432211078", "551209877", "4413900021", "14030512"};

std::filesystem::path definitions_with_a_fresh_police_record(const std::filesystem::path& folder) {
  std::filesystem::copy(std::filesystem::path(MIZAN_SOURCE_DIR) / "form-definitions", folder,
                        std::filesystem::copy_options::recursive);
  const auto file = folder / "sections/clearances/section.json";
  auto section = nlohmann::json::parse(std::ifstream(file));
  section.at("slots").at(0)["fresh"] = true;
  std::ofstream(file) << section.dump();
  return folder;
}

class SeenBefore : public ::testing::Test {
 protected:
  explicit SeenBefore(const std::filesystem::path& definitions = std::filesystem::path(MIZAN_SOURCE_DIR) /
                                                                 "form-definitions")
      : world(definitions) {
    world.reader.answer = [this](const documents::ReadRequest& request) -> Result<Reading> {
      auto reading = page_with({"شماره", "پروانه:", "64-428186"});
      std::ifstream file(request.file);
      const std::string bytes(std::istreambuf_iterator<char>(file), {});
      for (const auto& [salt, print] : prints)
        if (bytes.find(salt) != std::string::npos) reading.pages[0].print = print;
      return reading;
    };
  }

  /// A document whose page bears these numbers; read at once.
  EvidenceId send(const Declarer& who, const std::string& salt, const Numbers& numbers,
                  const std::string& section = "licence", const std::string& slot = "licence_document") {
    prints[salt] = print_of(numbers);
    auto attached = world.attach(who, section, slot, pdf_bytes(salt));
    if (!attached) throw std::runtime_error(std::string(attached.error().code.id()));
    world.work();
    return attached->evidence.id;
  }
  std::optional<Finding> seen(EvidenceId id) {
    for (auto& finding : world.findings_of(id))
      if (finding.claim.field == workflow::k_seen_before) return finding;
    return std::nullopt;
  }
  /// The first round is closed, this office declares in a new one.
  Declarer in_the_next_round(Declarer who) {
    auto next = world.round_now();
    world.set_stage(RoundStage::closed);
    next.period = "1405-1";
    next.title_fa = "دورهٔ پس از آن";
    next.title_en = "Next round";
    auto begun = world.database->write([&](storage::Stores& stores) -> Result<DeclarationId> {
      auto id = stores.rounds().create(next);
      if (!id) return fail(std::move(id.error()));
      next.id = *id;
      auto office = stores.offices().find(who.office, Scope::everything());
      if (!office) return fail(std::move(office.error()));
      auto starts = workflow::section_starts(world.services, next, (*office)->kind);
      if (!starts) return fail(std::move(starts.error()));
      return workflow::start_declaration(stores, world.services, next, *starts, **office);
    });
    if (!begun) throw std::runtime_error(std::string(begun.error().code.id()) + begun.error().internal);
    who.declaration = *begun;
    return who;
  }

  std::map<std::string, std::string> prints;
  OfficeWorld world;
};

TEST_F(SeenBefore, TheSameFileOfAnotherOfficeIsAnOpenFinding) {
  const auto first = send(world.golsar, "one", {});
  const auto second = send(world.other, "one", {});
  EXPECT_FALSE(seen(first));
  const auto found = seen(second);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->state, FindingState::open);
  EXPECT_EQ(found->verdict.reason, workflow::k_same_file_elsewhere);
  EXPECT_EQ(found->verdict.page, -1) << "the whole file";
  EXPECT_EQ(workflow::earlier_in(*found)->evidence, first);
}

TEST_F(SeenBefore, AnotherScanOfAnotherOfficesPageIsAnOpenFinding) {
  const auto first = send(world.golsar, "one", k_lease);
  const auto second = send(world.other, "two", {"0083211234", "993412345", "4413987657", "14030512"});
  EXPECT_FALSE(seen(first));
  const auto found = seen(second);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->state, FindingState::open);
  EXPECT_EQ(found->verdict.reason, workflow::k_same_page_elsewhere);
  EXPECT_EQ(found->verdict.page, 0);
  EXPECT_GE(found->verdict.confidence, 600);
  EXPECT_TRUE(workflow::is_about_the_document(*found));
}

TEST_F(SeenBefore, AnotherCopyOfTheSameFormIsNone) {
  send(world.golsar, "one", k_lease);
  EXPECT_FALSE(seen(send(world.other, "two", k_another_lease)));
}

TEST_F(SeenBefore, VerifyingAgainFlagsOnlyTheLaterOne) {
  const auto first = send(world.golsar, "one", k_lease);
  const auto second = send(world.other, "two", k_lease);
  const auto before = seen(second);
  ASSERT_TRUE(world.database->write([&](storage::Stores& stores) -> Outcome {
    if (auto queued = workflow::enqueue_verification(stores.jobs(), first, world.clock.now()); !queued) return queued;
    return workflow::enqueue_verification(stores.jobs(), second, world.clock.now());
  }));
  world.work();
  EXPECT_FALSE(seen(first));
  ASSERT_TRUE(seen(second));
  EXPECT_EQ(seen(second)->id, before->id) << "the same finding, so what experts decided stays";
}

TEST_F(SeenBefore, TheLaterOneIsToldWhenTheEarlierIsReadAfterIt) {
  prints["one"] = prints["two"] = print_of(k_lease);
  const auto first = world.attach(world.golsar, "licence", "licence_document", pdf_bytes("one"))->evidence.id;
  const auto held = world.claim();  // its worker is slow
  const auto second = world.attach(world.other, "licence", "licence_document", pdf_bytes("two"))->evidence.id;
  world.work();
  EXPECT_FALSE(seen(second));
  ASSERT_TRUE(workflow::process({world.services, world.reader, world.criteria}, *held));
  world.work();
  EXPECT_FALSE(seen(first));
  EXPECT_TRUE(seen(second));
}

TEST_F(SeenBefore, AnObjectionsDocumentIsLookedAtButNeverWaits) {
  send(world.golsar, "one", k_lease);
  world.publish_provisional();
  ASSERT_TRUE(workflow::view_result(world.services, world.other.actor, world.other.declaration));
  prints["two"] = print_of(k_lease);
  const auto attached = world.attach_for_objection(world.other, "licence", pdf_bytes("two"));
  ASSERT_TRUE(attached) << attached.error().code.id();
  world.work();
  const auto found = seen(attached->evidence.id);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->state, FindingState::settled) << "people read it anyway";
}

TEST_F(SeenBefore, ARemovedDocumentDoesNotCount) {
  const auto first = send(world.golsar, "one", k_lease);
  ASSERT_TRUE(workflow::remove_evidence(world.services, world.golsar.actor, first));
  EXPECT_FALSE(seen(send(world.other, "two", k_lease)));
  EXPECT_FALSE(seen(send(world.other, "one", k_lease, "premises", "lease")));
}

TEST_F(SeenBefore, OneOfficeMaySendOnePaperToTwoSlots) {
  send(world.golsar, "one", k_lease);
  EXPECT_FALSE(seen(send(world.golsar, "one", k_lease, "premises", "lease")));
}

TEST_F(SeenBefore, OfAnEarlierRoundItIsToldBesideTheDocument) {
  send(world.golsar, "one", k_lease);
  const auto later = in_the_next_round(world.golsar);
  const auto same_file = seen(send(later, "one", k_lease));
  ASSERT_TRUE(same_file);
  EXPECT_EQ(same_file->verdict.reason, workflow::k_same_file_earlier);
  EXPECT_EQ(same_file->state, FindingState::settled);
  const auto same_page = seen(send(later, "two", k_lease, "premises", "lease"));
  ASSERT_TRUE(same_page);
  EXPECT_EQ(same_page->verdict.reason, workflow::k_same_page_earlier);
  EXPECT_EQ(same_page->state, FindingState::settled);
}

TEST_F(SeenBefore, APageThatManyOfficesSendIsPrintedMatter) {
  world.limits.fraud.form_offices = 1;
  send(world.golsar, "one", k_lease);
  const auto found = seen(send(world.other, "two", k_lease));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->state, FindingState::settled);
}

TEST_F(SeenBefore, WithoutComparisonsTheSameBytesAreStillSeen) {
  world.limits.fraud.alike_pages = 0;
  send(world.golsar, "one", k_lease);
  EXPECT_FALSE(seen(send(world.other, "two", k_lease)));
  EXPECT_TRUE(seen(send(world.other, "one", k_lease, "premises", "lease")));
}

TEST_F(SeenBefore, ExpertsAreToldWhoseItIsAndOfficesThatSomebodyLooks) {
  send(world.golsar, "one", k_lease);
  const auto second = send(world.other, "two", k_lease);
  const auto found = seen(second);
  ASSERT_TRUE(found);

  const auto reviewed = workflow::view_finding_case(world.services, world.cra, found->id);
  ASSERT_TRUE(reviewed);
  ASSERT_TRUE(reviewed->finding.seen);
  EXPECT_EQ(reviewed->finding.seen->office_code, world.golsar.person.at("register").at("licence_no"));
  EXPECT_EQ(reviewed->finding.seen->round_en, "Test round");
  EXPECT_FALSE(reviewed->finding.seen->same_office);
  EXPECT_EQ(reviewed->finding.finding.claim.declared, "");

  const auto own = workflow::view_evidence(world.services, world.other.actor, second);
  ASSERT_TRUE(own);
  const auto shown = std::find_if(own->findings.begin(), own->findings.end(),
                                  [&](const workflow::FindingView& view) { return view.finding.id == found->id; });
  ASSERT_NE(shown, own->findings.end());
  EXPECT_FALSE(shown->seen);
  EXPECT_EQ(shown->finding.claim.field, "document");
  EXPECT_EQ(shown->finding.verdict.reason, workflow::k_expert_looks);
  EXPECT_EQ(shown->finding.verdict.page, -1);
  EXPECT_EQ(shown->finding.claim.declared, "");
}

TEST_F(SeenBefore, AnOfficeIsNotToldOfItsOwnEarlierRound) {
  send(world.golsar, "one", k_lease);
  const auto later = in_the_next_round(world.golsar);
  const auto again = send(later, "one", k_lease);
  const auto own = workflow::view_evidence(world.services, world.golsar.actor, again);
  ASSERT_TRUE(own);
  EXPECT_TRUE(std::none_of(own->findings.begin(), own->findings.end(), [](const workflow::FindingView& view) {
    return workflow::is_about_the_document(view.finding);
  }));
}

TEST_F(SeenBefore, ADocumentThatIsNotAcceptedProvesNothing) {
  world.answer(world.golsar, "licence");
  send(world.other, "one", k_lease);
  const auto second = send(world.golsar, "two", k_lease);
  EXPECT_EQ(world.scores_of(world.golsar, "licence").back().score.points, Points::whole(1));
  ASSERT_TRUE(world.database->write([&](storage::Stores& stores) -> Outcome {
    auto declaration = stores.declarations().find(world.golsar.declaration, Scope::everything());
    if (!declaration) return fail(std::move(declaration.error()));
    (*declaration)->status = DeclarationStatus::submitted;
    return stores.declarations().update(**declaration);
  }));
  world.set_stage(RoundStage::review);
  const auto decided =
      workflow::decide_finding(world.services, world.expert, seen(second)->id, {DecisionKind::document, "", {}});
  ASSERT_TRUE(decided) << decided.error().code.id();
  world.work();
  EXPECT_EQ(world.scores_of(world.golsar, "licence").back().score.points, Points{});
}

struct FreshDefinitions {
  TemporaryFolder copied;
  std::filesystem::path folder = definitions_with_a_fresh_police_record(copied.path() / "definitions");
};

class SeenBeforeInAFreshSlot : private FreshDefinitions, public SeenBefore {
 protected:
  SeenBeforeInAFreshSlot() : SeenBefore(folder) {}
};

TEST_F(SeenBeforeInAFreshSlot, APaperOfAnEarlierRoundIsAnOpenFinding) {
  send(world.golsar, "one", k_lease, "clearances", "police");
  const auto later = in_the_next_round(world.golsar);
  const auto found = seen(send(later, "two", k_lease, "clearances", "police"));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->state, FindingState::open);
  EXPECT_EQ(found->verdict.reason, workflow::k_same_page_earlier);
}

TEST_F(SeenBeforeInAFreshSlot, TheNextPaperOfTheSamePersonIsFresh) {
  send(world.golsar, "one", {"0083211234", "411223344556", "4413987651", "993412345", "14030512"}, "clearances",
       "police");
  const auto later = in_the_next_round(world.golsar);
  EXPECT_FALSE(seen(send(later, "two", {"0083211234", "411223344556", "4413987651", "997800112", "14031114"},
                         "clearances", "police")));
}

}  // namespace
}  // namespace mizan::tests
