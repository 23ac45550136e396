// SPDX-License-Identifier: GPL-3.0-or-later
// libexec/mizan-judge: answers steps on descriptor 0 until the other end closes (docs/judge-protocol.md).
#include "base/process/frames.hpp"
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

namespace {

using namespace mizan;
using namespace mizan::criteria;
using nlohmann::json;
using process::FrameChannel;
using process::k_no_deadline;

constexpr int k_broken_conversation = 3;
constexpr int k_bug = 4;

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

}  // namespace

int main() {
  // What plugins print is nobody's log; they have the service for it.
  if (::dup2(STDOUT_FILENO, STDERR_FILENO) < 0) return k_bug;
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
