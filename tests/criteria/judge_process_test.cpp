// SPDX-License-Identifier: GPL-3.0-or-later
// Plugins that crash, hang, throw and lie; judges that are killed; bundles that must be refused.
#include "base/process/sanitized.hpp"
#include "criteria/support.hpp"
#include "forms/bundle.hpp"
#include "forms/definition_file.hpp"
#include "forms/provinces.hpp"

#include <gtest/gtest.h>

#include <signal.h>
#include <unistd.h>

#include <charconv>
#include <map>

namespace mizan::criteria::tests {
namespace {

using nlohmann::json;

const json k_office = {{"kind", "pishkhan"}};

std::unique_ptr<Criteria> quick_judge() {
  auto given = options();
  given.wall = std::chrono::seconds(1);
  return make_criteria(given);
}

Result<std::vector<Claim>> claims(Criteria& judge, const std::string& id, const json& answers = json::object()) {
  return judge.claims({criterion(id), answers, "slot", k_office});
}

Result<Judgement> judged(Criteria& judge, const std::string& id, const json& answers = json::object()) {
  return judge.judge({criterion(id), answers, k_office, {{"known", {{"points", 10000}}}}, {}});
}

template <class T>
std::string code_of(const Result<T>& result) {
  return result ? "no problem" : std::string(result.error().code.id());
}

/// The judges that this process has started, by /proc.
std::vector<pid_t> judge_processes() {
  std::vector<pid_t> found;
  for (const auto& entry : fs::directory_iterator("/proc")) {
    const auto name = entry.path().filename().string();
    pid_t pid = 0;
    if (std::from_chars(name.data(), name.data() + name.size(), pid).ec != std::errc{}) continue;
    std::ifstream in(entry.path() / "stat");
    std::string number, command, state;
    pid_t parent = 0;
    in >> number >> command >> state >> parent;
    if (command == "(mizan-judge)" && parent == ::getpid() && state != "Z") found.push_back(pid);
  }
  return found;
}

TEST(Judge, a_crash_costs_one_attempt) {
  const auto judge = quick_judge();
  EXPECT_EQ(code_of(judged(*judge, "crashes")), "process.crashed");
  EXPECT_EQ(code_of(claims(*judge, "crashes")), "no problem");
  EXPECT_EQ(code_of(claims(*judge, "licence")), "no problem");
}

TEST(Judge, a_hang_ends_at_the_wall_limit) {
  const auto judge = quick_judge();
  const auto answer = claims(*judge, "hangs");
  ASSERT_EQ(code_of(answer), "process.timeout");
  EXPECT_EQ(answer.error().params.at("process"), "mizan-judge");
  EXPECT_EQ(code_of(claims(*judge, "licence")), "no problem");
}

TEST(Judge, exceptions_stop_at_the_border) {
  const auto judge = quick_judge();
  const auto answer = claims(*judge, "throws");
  ASSERT_EQ(code_of(answer), "plugin.failed");
  EXPECT_NE(answer.error().internal.find("out of the plugin"), std::string::npos);
  EXPECT_EQ(answer.error().params.at("criterion"), "throws");
  EXPECT_EQ(code_of(judged(*judge, "throws")), "plugin.failed");
}

TEST(Judge, too_much_memory_is_refused) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "no address-space limit under sanitizers";
#endif
  auto given = options();
  given.memory = 192U << 20U;
  const auto judge = make_criteria(given);
  EXPECT_EQ(code_of(claims(*judge, "eats_memory")), "plugin.failed");  // std::bad_alloc, caught at the border
}

TEST(Judge, a_failed_step_passes_its_log_on) {
  auto given = options();
  std::vector<JudgeLogLine> lines;
  given.log = [&](const JudgeLogLine& line) { lines.push_back(line); };
  const auto judge = make_criteria(given);
  EXPECT_EQ(code_of(claims(*judge, "fails")), "plugin.failed");
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].line, "the reason in two lines");
  EXPECT_EQ(lines[0].level, 3);
  EXPECT_EQ(lines[0].criterion.id, "fails");
}

TEST(Judge, lies_are_no_answers) {
  const auto judge = quick_judge();
  for (const auto* lie : {"unknown_kind", "no_value", "no_utf8", "many", "twice"})
    EXPECT_EQ(code_of(claims(*judge, "lies", {{"lie", lie}})), "plugin.failed") << lie;
  for (const auto* lie : {"above_maximum", "above_table", "unknown_award", "below_zero", "no_sentence", "no_utf8",
                          "many", "twice", "worthless"})
    EXPECT_EQ(code_of(judged(*judge, "lies", {{"lie", lie}})), "plugin.failed") << lie;
  EXPECT_EQ(code_of(claims(*judge, "lies")), "no problem");
  EXPECT_EQ(code_of(judged(*judge, "lies")), "no problem");
}

TEST(Judge, a_deduction_counts_and_notes_arrive) {
  const auto judge = quick_judge();
  const auto answer = judged(*judge, "deducts");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->points, Points{7000});
  EXPECT_EQ(answer->maximum, Points{10000});
  ASSERT_EQ(answer->reasons.size(), 2U);
  EXPECT_EQ(answer->reasons[1].id, "late");
  ASSERT_EQ(answer->notes.size(), 1U);
  EXPECT_EQ(answer->notes[0].text_en, "a note");
}

TEST(Judge, a_plugin_reaches_nothing) {
  ::setenv("MIZAN_TEST_SECRET", "secret", 1);
  const auto judge = quick_judge();
  const auto answer = judged(*judge, "probes");
  ASSERT_TRUE(answer);
  std::map<std::string, std::string> seen;
  for (const auto& note : answer->notes) seen[note.field] = note.text_en;
  EXPECT_EQ(seen["variables"], "0");
  EXPECT_EQ(seen["open"], "0 1 2");
  EXPECT_EQ(seen["limits"], "0 0");
  EXPECT_EQ(process::k_sanitized ? "nothing" : seen["done"], "nothing");
}

TEST(Judge, incompatible_and_broken_libraries_are_refused_with_their_reason) {
  const auto judge = quick_judge();
  const auto wrong = claims(*judge, "wrong_sdk");
  ASSERT_EQ(code_of(wrong), "plugin.incompatible");
  EXPECT_EQ(wrong.error().params.at("wanted"), "SDK 2.0");
  EXPECT_EQ(wrong.error().params.at("have"), "SDK 1.0");
  EXPECT_EQ(code_of(claims(*judge, "newer_sdk")), "plugin.incompatible");
  const auto missing = claims(*judge, "no_symbol");
  ASSERT_EQ(code_of(missing), "plugin.refused");
  EXPECT_NE(missing.error().text_en().find("mizan_plugin_entry"), std::string::npos);
  EXPECT_NE(missing.error().text_fa().find("libno_symbol.so"), std::string::npos);
  EXPECT_EQ(code_of(claims(*judge, "wrong_version")), "plugin.refused");
  EXPECT_EQ(code_of(claims(*judge, "will_not_start")), "plugin.refused");
  EXPECT_EQ(code_of(claims(*judge, "nowhere")), "plugin.not_found");
  EXPECT_EQ(code_of(judge->claims({{"licence", "9.9.9"}, json::object(), "slot", k_office})), "plugin.not_found");
}

TEST(Judge, a_killed_judge_is_replaced_and_the_answer_is_the_same) {
  const auto judge = make_criteria(options());
  const json answers = {{"area", 84.7}, {"ownership", "owned"}, {"postal_code", "3461725455"}};
  const ClaimsRequest request{criterion("premises"), answers, "deed", k_office};
  const auto first = judge->claims(request);
  ASSERT_TRUE(first);
  const auto before = judge_processes();
  ASSERT_EQ(before.size(), 1U);
  ASSERT_EQ(::kill(before[0], SIGKILL), 0);
  const auto second = judge->claims(request);
  ASSERT_TRUE(second) << second.error().internal;
  EXPECT_NE(judge_processes(), before);
  ASSERT_EQ(first->size(), 2U);
  ASSERT_EQ(second->size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(to_json(first->at(i)), to_json(second->at(i)));
}

TEST(Judge, no_process_is_left_behind) {
  {
    (void)claims(*quick_judge(), "licence");
  }
  EXPECT_TRUE(judge_processes().empty());
}

/// A bundle without code, copied where it can be changed.
class ChangedBundle : public testing::Test {
 protected:
  void SetUp() override {
    m_folder = fs::path(testing::TempDir()) / ("mizan-bundles-" + std::to_string(::getpid()));
    fs::create_directories(m_folder / "experience");
    for (const auto* file : {"manifest.json", "section.json"})
      fs::copy_file(fs::path(MIZAN_SOURCE_DIR) / "form-definitions/sections/experience" / file,
                    m_folder / "experience" / file, fs::copy_options::overwrite_existing);
  }
  void TearDown() override { fs::remove_all(m_folder); }

  fs::path m_folder;
};

TEST_F(ChangedBundle, a_replaced_bundle_gets_a_new_judge) {
  auto given = options();
  given.bundle_folders = {m_folder};
  const auto judge = make_criteria(given);
  const json answers = {{"has_previous_licence", true}, {"previous_licence_no", "23015128"}};
  const ClaimsRequest request{criterion("experience"), answers, "previous_licence", k_office};
  ASSERT_EQ(judge->claims(request)->size(), 1U);
  auto section = read_json(m_folder / "experience/section.json");
  section["slots"][0]["proves"] = json::array();
  std::ofstream(m_folder / "experience/section.json") << section.dump();
  const auto again = judge->claims(request);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->empty());
}

TEST_F(ChangedBundle, a_damaged_section_is_refused) {
  std::ofstream(m_folder / "experience/section.json") << "{";
  EXPECT_EQ(code_of(check_bundle(options(), m_folder / "experience")), "plugin.refused");
}

TEST(CheckBundle, accepts_every_bundle_of_ours_and_the_template) {
  const fs::path build = MIZAN_BINARY_DIR, source = MIZAN_SOURCE_DIR;
  for (const auto& folder : {build / "plugins/licence", build / "plugins/premises", build / "plugins/staff",
                             build / "plugins/sdk/template/equipment", source / "form-definitions/sections/clearances",
                             source / "form-definitions/sections/experience"}) {
    const auto checked = check_bundle(options(), folder);
    EXPECT_TRUE(checked) << folder << ": " << checked.error().text_en() << " " << checked.error().internal;
  }
}

/// The first half of `mizan plugin check`: what an author copies must be a right definition too.
TEST(CheckBundle, the_template_is_a_right_definition) {
  const fs::path definitions = fs::path(MIZAN_SOURCE_DIR) / "form-definitions";
  const auto schemas = forms::DefinitionSchemas::load(definitions / "schema");
  ASSERT_TRUE(schemas);
  const auto provinces = forms::provinces_from_json(read_json(definitions / "provinces.json"), "provinces.json");
  ASSERT_TRUE(provinces);
  const auto bundle =
      forms::read_bundle(fs::path(MIZAN_BINARY_DIR) / "plugins/sdk/template/equipment", *schemas, *provinces);
  ASSERT_TRUE(bundle) << bundle.error().text_en();
  EXPECT_EQ(bundle->manifest.library, "libequipment.so");
}

TEST(CheckBundle, refuses_what_must_not_run) {
  const auto bundles = fs::path(MIZAN_BINARY_DIR) / "tests/criteria/bundles";
  EXPECT_EQ(code_of(check_bundle(options(), bundles / "crashes")), "process.crashed");
  EXPECT_EQ(code_of(check_bundle(options(), bundles / "remembers")), "plugin.failed");
  EXPECT_EQ(code_of(check_bundle(options(), bundles / "wrong_sdk")), "plugin.incompatible");
  EXPECT_EQ(code_of(check_bundle(options(), bundles)), "plugin.refused");
}

}  // namespace
}  // namespace mizan::criteria::tests
