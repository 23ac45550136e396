// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/judge_process.hpp"

#include "base/persian/shortened.hpp"
#include "base/process/child_process.hpp"
#include "criteria/checked_answer.hpp"
#include "criteria/installed_bundles.hpp"
#include "criteria/messages.hpp"
#include "model/reading_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <optional>
#include <utility>

namespace mizan::criteria {
namespace {

using nlohmann::json;

void log_to_stderr(const JudgeLogLine& line) {
  if (line.level < 2) return;
  std::fprintf(stderr, "mizan-judge: %s %s: %s\n", line.criterion.id.c_str(), line.criterion.version.c_str(),
               line.line.c_str());
}

process::ChildOptions child_options(const JudgeOptions& options, const std::optional<InstalledBundle>& only) {
  process::ChildOptions child;
  const auto see = [&](const std::filesystem::path& folder) { child.arguments.push_back(folder.string()); };
  std::for_each(options.bundle_folders.begin(), options.bundle_folders.end(), see);
  see(options.declared_library.parent_path());
  if (only) {
    see(only->folder);
    see(only->library.parent_path());
  }
  child.name = "mizan-judge";
  child.executable = options.executable;
  child.cpu = options.cpu;
  child.memory = options.memory;
  return child;
}

/// Damaged UTF-8 in stored data must not end a worker.
std::string written(const json& message) {
  return message.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// One step as it is sent: the request, then the readings.
struct Step {
  InstalledBundle bundle;
  json message;
  std::vector<std::shared_ptr<const Reading>> readings;
};

class JudgeProcess final : public Criteria {
 public:
  /// With `only`, that bundle answers for every criterion, wherever it lies.
  explicit JudgeProcess(JudgeOptions options, std::optional<InstalledBundle> only = std::nullopt)
      : m_options(std::move(options)), m_only(std::move(only)) {
    if (!m_options.log) m_options.log = log_to_stderr;
  }

  Result<std::vector<Claim>> claims(const ClaimsRequest& request) override {
    auto bundle = bundle_of(request.criterion);
    if (!bundle) return fail(std::move(bundle.error()));
    auto reply = answer({*bundle, claims_request(*bundle, request), {}});
    if (!reply) return fail(std::move(reply.error()));
    return kept(checked_claims(*reply, request.criterion.id));
  }

  Result<Judgement> judge(const JudgeRequest& request) override {
    auto bundle = bundle_of(request.criterion);
    if (!bundle) return fail(std::move(bundle.error()));
    Step step{*bundle, judge_request(*bundle, request), {}};
    for (const auto& document : request.documents) step.readings.push_back(document.reading);
    auto reply = answer(step);
    if (!reply) return fail(std::move(reply.error()));
    return kept(checked_judgement(*reply, request.points_table, request.criterion.id));
  }

  Outcome load(const InstalledBundle& bundle) {
    auto reply = answer({bundle, request("load", bundle), {}});
    if (!reply) return fail(std::move(reply.error()));
    return {};
  }

 private:
  Result<InstalledBundle> bundle_of(const CriterionRef& criterion) const {
    if (m_only) return *m_only;
    return find_bundle(m_options, criterion);
  }

  /// The reply to one step. A child that somebody else killed is no fault of the step, which then runs once more.
  Result<json> answer(const Step& step) {
    auto reply = attempt(step);
    if (!reply && reply.error().code == ProblemCode("process.crashed") && m_child && m_child->killed_from_outside())
      reply = attempt(step);
    return kept(std::move(reply));
  }

  Result<json> attempt(const Step& step) {
    if (auto ready = ensure_child(step.bundle); !ready) return fail(std::move(ready.error()));
    const auto deadline = std::chrono::steady_clock::now() + m_options.wall;
    if (auto sent = m_child->send(written(step.message), deadline); !sent) return fail(std::move(sent.error()));
    for (const auto& reading : step.readings) {
      const auto payload = written(to_json(reading ? *reading : Reading{}));
      if (auto sent = m_child->send(payload, deadline); !sent) return fail(std::move(sent.error()));
    }
    const auto frame = m_child->receive(k_largest_reply, deadline);
    if (!frame) return fail(frame.error());
    return understood(frame->payload, step.bundle.criterion);
  }

  Result<json> understood(const std::string& untrusted_payload, const CriterionRef& criterion) {
    auto reply = reply_from(untrusted_payload);
    if (!reply) return fail(m_child->broke_protocol("the reply is no JSON object"));
    pass_on_log(*reply, criterion);
    if (const auto problem = reply->find("problem"); problem != reply->end())
      return fail(problem_of(*problem, criterion.id));
    return std::move(*reply);
  }

  void pass_on_log(const json& reply, const CriterionRef& criterion) {
    const auto lines = reply.find("log");
    if (lines == reply.end() || !lines->is_array()) return;
    std::size_t count = 0;
    for (const auto& line : *lines) {
      if (!line.is_object() || ++count > k_most_log_lines) return;
      const auto level = line.find("level"), text = line.find("line");
      if (level == line.end() || text == line.end() || !level->is_number_integer() || !text->is_string()) continue;
      m_options.log(
          {criterion, level->get<int>(), persian::shortened(text->get_ref<const std::string&>(), k_longest_log_line)});
    }
  }

  /// A plugin that answered nonsense may have left anything behind in its process: the next step gets a new one.
  template <class T>
  Result<T> kept(Result<T> result) {
    if (!result && result.error().code.id().starts_with("plugin.")) m_child.reset();
    return result;
  }

  Outcome ensure_child(const InstalledBundle& bundle) {
    const auto stamp = stamp_of(bundle);
    const auto loaded = m_stamps.find(bundle.folder);
    const bool changed = loaded != m_stamps.end() && loaded->second != stamp;
    // Past half its processor time it is replaced between two steps, so that no step pays for its predecessors.
    const bool worn = m_child && m_child->cpu_used() > m_options.cpu / 2;
    if (!m_child || changed || worn || !m_child->running()) {
      m_child.reset();
      m_stamps.clear();
      auto child = process::ChildProcess::start(child_options(m_options, m_only));
      if (!child) return fail(std::move(child.error()));
      m_child = std::move(*child);
    }
    m_stamps[bundle.folder] = stamp;
    return {};
  }

  JudgeOptions m_options;
  std::optional<InstalledBundle> m_only;
  std::optional<process::ChildProcess> m_child;
  std::map<std::filesystem::path, std::string> m_stamps;  ///< of the bundles that the child has loaded
};

Result<json> section_of(const InstalledBundle& bundle) {
  std::ifstream in(bundle.folder / "section.json");
  auto section = json::parse(in, nullptr, false);
  if (section.is_object()) return section;
  return fail(Problem("plugin.refused")
                  .with("file", (bundle.folder / "section.json").string())
                  .with("reason", "این فایل خوانده نشد")
                  .with("reason_en", "this file cannot be read"));
}

/// Claims of every slot and a judgement of nothing, as text.
Result<std::string> dry_run(Criteria& criteria, const CriterionRef& criterion, const json& section) {
  const json office = {{"kind", "pishkhan"}};
  std::string answers;
  for (const auto& slot : section.value("slots", json::array())) {
    const auto claims = criteria.claims({criterion, json::object(), slot.value("id", ""), office});
    if (!claims) return fail(claims.error());
    for (const auto& claim : *claims) answers += to_json(claim).dump();
  }
  json points = json::object();
  for (const auto& award : section.value("awards", json::array())) points[award.value("id", "")] = {{"points", 1000}};
  const auto judgement = criteria.judge({criterion, json::object(), office, points, {}});
  if (!judgement) return fail(judgement.error());
  return answers + to_json(*judgement).dump();
}

}  // namespace

std::unique_ptr<Criteria> make_criteria(JudgeOptions options) {
  return std::make_unique<JudgeProcess>(std::move(options));
}

Outcome check_bundle(const JudgeOptions& options, const std::filesystem::path& folder) {
  const auto bundle = bundle_in(options, folder);
  if (!bundle) return fail(bundle.error());
  const auto section = section_of(*bundle);
  if (!section) return fail(section.error());
  JudgeProcess judge(options, *bundle);
  if (auto loaded = judge.load(*bundle); !loaded) return loaded;
  const auto first = dry_run(judge, bundle->criterion, *section);
  if (!first) return fail(first.error());
  const auto second = dry_run(judge, bundle->criterion, *section);
  if (!second) return fail(second.error());
  if (*first != *second) return fail(plugin_failed(bundle->criterion.id, "the same step gave two different answers"));
  return {};
}

}  // namespace mizan::criteria
