// SPDX-License-Identifier: GPL-3.0-or-later
// libexec/mizan-judge BUNDLES…: answers steps on descriptor 0 until the other end closes (docs/judge-protocol.md); of
// all files it sees those folders.
#include "base/process/frames.hpp"
#include "base/process/sandbox.hpp"
#include "base/process/sanitized.hpp"
#include "bundle.hpp"
#include "criteria/messages.hpp"
#include "document_service.hpp"
#include "model/reading_json.hpp"
#include "services.hpp"
#include "steps.hpp"

#include <nlohmann/json.hpp>

#include <unistd.h>

#include <cstdio>
#include <deque>
#include <exception>
#include <filesystem>
#include <utility>
#include <vector>

namespace {

using namespace mizan;
using namespace mizan::criteria;
using nlohmann::json;
using process::FrameChannel;
using process::k_no_deadline;

constexpr int k_broken_conversation = 3;
constexpr int k_bug = 4;
constexpr int k_unlocked = 5;

/// Thrown when the parent is gone or makes no sense; the process has nothing left to do.
struct ConversationOver {};

std::deque<JudgedReading> receive_readings(FrameChannel& channel, std::size_t count) {
  std::deque<JudgedReading> readings;
  for (std::size_t i = 0; i < count; ++i) {
    const auto frame = channel.receive(k_largest_reading, k_no_deadline);
    if (!frame) throw ConversationOver{};
    auto reading = checked_reading(frame->payload);
    if (!reading) throw ConversationOver{};
    readings.emplace_back(*std::move(reading));
  }
  return readings;
}

Result<json> answer(const json& request, FrameChannel& channel, Bundles& bundles) {
  // Readings are taken off the channel first, whatever becomes of the step.
  const auto documents = request.find("documents");
  const auto readings = receive_readings(channel, documents == request.end() ? 0 : documents->size());
  const auto& named = request.at("criterion");
  const CriterionRef criterion{named.at("id").get<std::string>(), named.at("version").get<std::string>()};
  const auto bundle =
      bundles.loaded(criterion, request.at("folder").get<std::string>(), request.at("library").get<std::string>());
  if (!bundle) return fail(bundle.error());
  const auto step = request.at("step").get<std::string>();
  if (step == "claims") return run_claims(**bundle, request);
  if (step == "judge") return run_judge(**bundle, request, readings);
  if (step == "load") return json{{"loaded", true}};
  throw ConversationOver{};
}

void serve(FrameChannel& channel) {
  Bundles bundles;
  for (;;) {
    const auto frame = channel.receive(k_largest_request, k_no_deadline);
    if (!frame) return;
    const auto request = json::parse(frame->payload, nullptr, false);
    if (!request.is_object()) throw ConversationOver{};
    begin_step();
    auto result = answer(request, channel, bundles);
    auto reply = result ? *std::move(result) : problem_reply(result.error());
    reply["log"] = log_lines();
    if (!channel.send(reply.dump(-1, ' ', false, json::error_handler_t::replace), k_no_deadline)) return;
  }
}

/// Criteria are other people's code: it sees the bundles, and no network, file, process or program beside them. What it
/// prints is nobody's log; it has the service for that.
Outcome lock_in(const std::vector<std::filesystem::path>& bundles) {
  // Libraries that plugins need, and where the day ends (localtime).
  std::vector<std::filesystem::path> readable{
      "/lib", "/lib64", "/usr/lib", "/etc/ld.so.cache", "/etc/localtime", "/usr/share/zoneinfo"};
  readable.insert(readable.end(), bundles.begin(), bundles.end());
  auto sandbox = process::Sandbox::prepare(readable, process::Inside::plugins);
  if (!sandbox) return fail(std::move(sandbox.error()));
  if (::dup2(STDOUT_FILENO, STDERR_FILENO) < 0) return fail("server.internal", "stderr cannot be silenced");
  if (process::k_sanitized) return {};
  auto stands = sandbox->enter();
  if (!stands) return fail(std::move(stands.error()));
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  if (auto locked = lock_in({argv + 1, argv + argc}); !locked) {
    std::fprintf(stderr, "mizan-judge: %s (%s)\n", locked.error().text_en().c_str(), locked.error().internal.c_str());
    return k_unlocked;
  }
  FrameChannel channel{process::Descriptor(STDIN_FILENO)};
  try {
    serve(channel);
    return 0;
  } catch (const ConversationOver&) {
    return k_broken_conversation;
  } catch (const std::exception&) {
    return k_bug;
  }
}
