// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/oversight/recovery.hpp"

#include "workflow/real_time.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <utility>

namespace mizan::workflow {
namespace {

constexpr std::string_view k_setting = "last_recovery";

std::string text_of(const Recovery& recovery) {
  return nlohmann::json{{"at", to_iso8601(recovery.at)},
                        {"uploads_going_on", recovery.uploads.going_on},
                        {"uploads_bytes_lost", recovery.uploads.bytes_lost},
                        {"uploads_expired", recovery.uploads.expired},
                        {"uploads_orphaned", recovery.uploads.orphaned},
                        {"interrupted_jobs", recovery.interrupted_jobs}}
      .dump();
}

/// Another version may have written it: what is not there is nought, and what is no JSON was never written.
std::optional<Recovery> recovery_of(const std::string& text) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("at") || !json["at"].is_string()) return std::nullopt;
  Recovery recovery;
  recovery.at = from_iso8601(json["at"].get<std::string>());
  const auto number = [&](const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_number_integer() ? found->get<int>() : 0;
  };
  recovery.uploads = {number("uploads_going_on"), number("uploads_bytes_lost"), number("uploads_expired"),
                      number("uploads_orphaned")};
  recovery.interrupted_jobs = number("interrupted_jobs");
  return recovery;
}

}  // namespace

Result<Recovery> recover(const Services& services, storage::Survey& survey) {
  Recovery recovery;
  recovery.at = real_now(services.clock);
  auto uploads = recover_uploads(services, survey);
  if (!uploads) return fail(std::move(uploads.error()));
  recovery.uploads = *uploads;
  auto written = services.database.write([&](storage::Stores& stores) -> Outcome {
    auto running = stores.jobs().count(storage::JobState::running);
    if (!running) return fail(std::move(running.error()));
    recovery.interrupted_jobs = *running;
    return stores.settings().set(k_setting, text_of(recovery));
  });
  if (!written) return fail(std::move(written.error()));
  return recovery;
}

Result<std::optional<Recovery>> last_recovery(storage::Database& database) {
  auto text = database.read([](storage::Stores& stores) { return stores.settings().find(k_setting); });
  if (!text) return fail(std::move(text.error()));
  if (!*text) return std::nullopt;
  return recovery_of(**text);
}

}  // namespace mizan::workflow
