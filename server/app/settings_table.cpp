// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings_table.hpp"

#include "antivirus/clamd_address.hpp"
#include "workflow/processing/fraud_signals.hpp"

#include <chrono>
#include <utility>

namespace mizan::app {
namespace {

using C = Configuration;
using I = std::int64_t;

constexpr I k_mebibyte = 1 << 20;
constexpr I k_megapixel = 1'000'000;

template <class Period>
Period period(I count) {
  return Period(static_cast<typename Period::rep>(count));
}
constexpr std::uint64_t mebibytes(I count) {
  return static_cast<std::uint64_t>(count * k_mebibyte);
}
constexpr std::uint64_t megapixels(I count) {
  return static_cast<std::uint64_t>(count * k_megapixel);
}

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

std::vector<Setting> server_settings() {
  return {
      {"server", "address", Text{[](C& c, const std::string& v) { c.server.address = v; }}},
      {"server", "port", WholeNumber{0, 65535, [](C& c, I v) { c.server.port = static_cast<int>(v); }}},
      {"server", "threads", WholeNumber{2, 1024, [](C& c, I v) { c.server.threads = static_cast<int>(v); }}},
      {"server", "queued", WholeNumber{1, 65536, [](C& c, I v) { c.server.queued = static_cast<int>(v); }}},
      {"server", "secure_cookies", Flag{[](C& c, bool v) { c.server.secure_cookies = v; }}},
      {"server", "trusted_proxies",
       Texts{[](C& c, const std::vector<std::string>& v) { c.server.trusted_proxies = v; }}},
      {"server", "json_kibibytes",
       WholeNumber{16, 65536, [](C& c, I v) { c.server.json_bytes = static_cast<std::uint64_t>(v) << 10U; }}},
      {"server", "upload_mebibytes",
       WholeNumber{1, 1024, [](C& c, I v) { c.server.upload_bytes = c.reading.limits.bytes = mebibytes(v); }}},
      {"server", "idle_seconds", WholeNumber{1, 3600, [](C& c, I v) { c.server.idle = seconds(v); }}},
      {"server", "header_seconds", WholeNumber{1, 600, [](C& c, I v) { c.server.header_time = seconds(v); }}},
      {"server", "request_seconds", WholeNumber{1, 3600, [](C& c, I v) { c.server.request_time = seconds(v); }}},
      {"server", "upload_seconds", WholeNumber{1, 86400, [](C& c, I v) { c.server.upload_time = seconds(v); }}},
      {"server", "stop_seconds", WholeNumber{0, 600, [](C& c, I v) { c.server.stop_time = seconds(v); }}},
      {"server", "web", Text{[](C& c, const std::string& v) { c.server.web = v; }}},
  };
}

std::vector<Setting> data_settings() {
  return {
      {"database", "url", Text{[](C& c, const std::string& v) { c.database.url = v; }}},
      {"database", "connections",
       WholeNumber{1, 512, [](C& c, I v) { c.database.connections = static_cast<std::size_t>(v); }}},
      {"database", "busy_milliseconds", WholeNumber{1, 600'000, [](C& c, I v) { c.database.busy = milliseconds(v); }}},
      {"database", "answer_seconds", WholeNumber{1, 3600, [](C& c, I v) { c.database.answer = seconds(v); }}},
      {"database", "connect_seconds", WholeNumber{2, 600, [](C& c, I v) { c.database.connect = seconds(v); }}},
      {"evidence", "folder", Text{[](C& c, const std::string& v) { c.evidence.folder = v; }}},
      {"evidence", "free_mebibytes", WholeNumber{0, 1 << 24, [](C& c, I v) { c.evidence.free_bytes = mebibytes(v); }}},
      {"evidence", "unknown_days", WholeNumber{0, 3650, [](C& c, I v) { c.evidence.unknown_age = period<days>(v); }}},
      {"definitions", "folder", Text{[](C& c, const std::string& v) { c.definitions.definitions = v; }}},
      {"definitions", "bundles",
       Texts{[](C& c, const std::vector<std::string>& v) { c.definitions.bundles.assign(v.begin(), v.end()); }}},
  };
}

std::vector<Setting> reading_settings() {
  return {
      {"reading", "executable", Text{[](C& c, const std::string& v) { c.reading.process.executable = v; }}},
      {"reading", "models", Text{[](C& c, const std::string& v) { c.reading.process.models = v; }}},
      {"reading", "pages", WholeNumber{1, 10'000, [](C& c, I v) { c.reading.limits.pages = static_cast<int>(v); }}},
      {"reading", "page_megapixels",
       WholeNumber{1, 1000, [](C& c, I v) { c.reading.limits.page_pixels = megapixels(v); }}},
      {"reading", "image_megapixels",
       WholeNumber{1, 10'000, [](C& c, I v) { c.reading.limits.image_pixels = megapixels(v); }}},
      {"reading", "document_megapixels",
       WholeNumber{1, 100'000, [](C& c, I v) { c.reading.limits.document_pixels = megapixels(v); }}},
      {"reading", "cpu_seconds", WholeNumber{1, 3600, [](C& c, I v) { c.reading.limits.cpu = seconds(v); }}},
      {"reading", "wall_seconds", WholeNumber{1, 3600, [](C& c, I v) { c.reading.limits.wall = seconds(v); }}},
      {"reading", "document_seconds",
       WholeNumber{1, 86'400, [](C& c, I v) { c.reading.limits.document = seconds(v); }}},
      {"reading", "page_content_mebibytes",
       WholeNumber{1, 4096, [](C& c, I v) { c.reading.limits.page_content = mebibytes(v); }}},
      {"reading", "scans", WholeNumber{1, 10'000, [](C& c, I v) { c.reading.limits.scans = static_cast<int>(v); }}},
      {"reading", "members", WholeNumber{1, 1000, [](C& c, I v) { c.reading.limits.members = static_cast<int>(v); }}},
      {"reading", "member_ratio",
       WholeNumber{2, 100'000, [](C& c, I v) { c.reading.limits.member_ratio = static_cast<std::uint64_t>(v); }}},
      {"reading", "bundle_mebibytes",
       WholeNumber{1, 65'536, [](C& c, I v) { c.reading.limits.bundle_bytes = mebibytes(v); }}},
      {"reading", "memory_mebibytes",
       WholeNumber{128, 1 << 20, [](C& c, I v) { c.reading.limits.memory = mebibytes(v); }}},
      {"reading", "layer_numbers",
       WholeNumber{4, 1000, [](C& c, I v) { c.reading.limits.layer_numbers = static_cast<int>(v); }}},
      {"reading", "required_protections",
       Texts{[](C& c, const std::vector<std::string>& v) { c.reading.process.required_protections = v; }}},
  };
}

std::vector<Setting> work_settings() {
  return {
      {"judging", "executable", Text{[](C& c, const std::string& v) { c.judging.executable = v; }}},
      {"judging", "declared_library", Text{[](C& c, const std::string& v) { c.judging.declared_library = v; }}},
      {"judging", "wall_seconds", WholeNumber{1, 600, [](C& c, I v) { c.judging.wall = seconds(v); }}},
      {"judging", "cpu_seconds", WholeNumber{1, 3600, [](C& c, I v) { c.judging.cpu = seconds(v); }}},
      {"judging", "memory_mebibytes", WholeNumber{64, 1 << 20, [](C& c, I v) { c.judging.memory = mebibytes(v); }}},
      {"jobs", "workers", WholeNumber{0, 256, [](C& c, I v) { c.jobs.workers = static_cast<int>(v); }}},
      {"jobs", "lease_seconds", WholeNumber{3, 3600, [](C& c, I v) { c.jobs.runner.lease = seconds(v); }}},
      {"jobs", "attempts", WholeNumber{1, 20, [](C& c, I v) { c.jobs.runner.attempts = static_cast<int>(v); }}},
      {"jobs", "back_off_milliseconds",
       WholeNumber{0, 600'000, [](C& c, I v) { c.jobs.runner.back_off = milliseconds(v); }}},
      {"jobs", "idle_milliseconds", WholeNumber{10, 60'000, [](C& c, I v) { c.jobs.runner.idle = milliseconds(v); }}},
      {"jobs", "storage_pause_seconds",
       WholeNumber{1, 3600, [](C& c, I v) { c.jobs.runner.storage_pause = seconds(v); }}},
      {"jobs", "storage_patience_hours",
       WholeNumber{1, 8760, [](C& c, I v) { c.jobs.runner.storage_patience = hours(v); }}},
      {"jobs", "restart_first_seconds", WholeNumber{1, 600, [](C& c, I v) { c.jobs.restart_first = seconds(v); }}},
      {"jobs", "restart_longest_seconds", WholeNumber{1, 3600, [](C& c, I v) { c.jobs.restart_longest = seconds(v); }}},
      {"jobs", "stop_seconds", WholeNumber{0, 3600, [](C& c, I v) { c.jobs.stop_time = seconds(v); }}},
      {"jobs", "keep_done_days", WholeNumber{1, 3650, [](C& c, I v) { c.jobs.keep_done = period<days>(v); }}},
  };
}

std::vector<Setting> antivirus_settings() {
  return {
      {"antivirus", "clamd",
       Text{[](C& c, const std::string& v) { c.antivirus.address = v; },
            "\"unix:/path/of/its/socket\", \"tcp:host:port\", or nothing for no scanner",
            [](const std::string& v) { return v.empty() || antivirus::clamd_address(v).has_value(); }}},
      {"antivirus", "required", Flag{[](C& c, bool v) { c.workflow.scans.required = v; }}},
      {"antivirus", "timeout_seconds", WholeNumber{1, 3600, [](C& c, I v) { c.antivirus.timeout = seconds(v); }}},
      {"antivirus", "answer_seconds", WholeNumber{1, 600, [](C& c, I v) { c.antivirus.answer = seconds(v); }}},
      {"antivirus", "rest_seconds",
       WholeNumber{1, 3600, [](C& c, I v) { c.antivirus.rest = c.jobs.runner.patience = seconds(v); }}},
      {"antivirus", "chunk_kibibytes",
       WholeNumber{1, 16'384, [](C& c, I v) { c.antivirus.chunk_bytes = static_cast<std::size_t>(v) << 10U; }}},
  };
}

std::vector<Setting> upload_settings() {
  return {
      {"uploads", "unfinished",
       WholeNumber{1, 100'000, [](C& c, I v) { c.workflow.uploads.unfinished = static_cast<int>(v); }}},
      {"uploads", "unfinished_mebibytes",
       WholeNumber{1, 1 << 24, [](C& c, I v) { c.workflow.uploads.unfinished_bytes = mebibytes(v); }}},
      {"uploads", "expiry_hours", WholeNumber{1, 8760, [](C& c, I v) { c.workflow.uploads.expiry = hours(v); }}},
      {"uploads", "takeover_seconds", WholeNumber{1, 600, [](C& c, I v) { c.workflow.uploads.takeover = seconds(v); }}},
      {"uploads", "orphan_minutes", WholeNumber{1, 10'080, [](C& c, I v) { c.workflow.uploads.orphan = minutes(v); }}},
      {"uploads", "hash_states",
       WholeNumber{1, 1'000'000, [](C& c, I v) { c.workflow.uploads.hash_states = static_cast<std::size_t>(v); }}},
  };
}

std::vector<Setting> fraud_settings() {
  return {
      {"fraud", "queued",
       Texts{[](C& c, const std::vector<std::string>& v) { c.workflow.fraud.queued = {v.begin(), v.end()}; },
             workflow::fraud_signal_codes()}},
      {"fraud", "alike_pages",
       WholeNumber{0, 1000, [](C& c, I v) { c.workflow.fraud.alike_pages = static_cast<int>(v); }}},
      {"fraud", "uses", WholeNumber{1, 1000, [](C& c, I v) { c.workflow.fraud.uses = static_cast<int>(v); }}},
      {"fraud", "form_offices",
       WholeNumber{2, 100'000, [](C& c, I v) { c.workflow.fraud.form_offices = static_cast<int>(v); }}},
  };
}

std::vector<Setting> people_settings() {
  return {
      {"workflow", "undo_seconds", WholeNumber{0, 3600, [](C& c, I v) { c.workflow.undo = seconds(v); }}},
      {"workflow", "deemed_delivery_days",
       WholeNumber{1, 365, [](C& c, I v) { c.workflow.deemed_delivery = period<days>(v); }}},
      {"workflow", "snapshot_mebibytes",
       WholeNumber{1, 4096, [](C& c, I v) { c.workflow.snapshot_bytes = mebibytes(v); }}},
      {"workflow", "export_rows",
       WholeNumber{1, 10'000'000, [](C& c, I v) { c.workflow.export_rows = static_cast<int>(v); }}},
      {"workflow", "note_characters",
       WholeNumber{1, 100'000, [](C& c, I v) { c.workflow.note_characters = static_cast<std::size_t>(v); }}},
      {"workflow", "reasons_characters",
       WholeNumber{1, 100'000, [](C& c, I v) { c.workflow.reasons_characters = static_cast<std::size_t>(v); }}},
      {"accounts", "session_idle_minutes",
       WholeNumber{1, 10'080, [](C& c, I v) { c.workflow.accounts.session_idle = minutes(v); }}},
      {"accounts", "session_life_hours",
       WholeNumber{1, 8760, [](C& c, I v) { c.workflow.accounts.session_life = hours(v); }}},
      {"accounts", "anonymous_idle_minutes",
       WholeNumber{5, 10'080, [](C& c, I v) { c.workflow.accounts.anonymous_idle = minutes(v); }}},
      {"accounts", "failures_before_lock",
       WholeNumber{1, 100, [](C& c, I v) { c.workflow.accounts.failures_before_lock = static_cast<int>(v); }}},
      {"accounts", "first_lock_minutes",
       WholeNumber{1, 1440, [](C& c, I v) { c.workflow.accounts.first_lock = minutes(v); }}},
      {"accounts", "longest_lock_minutes",
       WholeNumber{1, 10'080, [](C& c, I v) { c.workflow.accounts.longest_lock = minutes(v); }}},
      {"accounts", "address_failures",
       WholeNumber{1, 100'000, [](C& c, I v) { c.workflow.accounts.address_failures = static_cast<int>(v); }}},
      {"accounts", "address_window_minutes",
       WholeNumber{1, 1440, [](C& c, I v) { c.workflow.accounts.address_window = minutes(v); }}},
      {"accounts", "password_minimum",
       WholeNumber{10, 128, [](C& c, I v) { c.workflow.accounts.password_minimum = static_cast<std::size_t>(v); }}},
      {"accounts", "first_password_suffix",
       Text{[](C& c, const std::string& v) { c.workflow.accounts.first_password_suffix = v; }}},
      {"accounts", "password_operations",
       WholeNumber{1, 20,
                   [](C& c, I v) { c.workflow.accounts.password_operations = static_cast<unsigned long long>(v); }}},
      {"accounts", "password_mebibytes",
       WholeNumber{8, 4096, [](C& c, I v) { c.workflow.accounts.password_memory = mebibytes(v); }}},
      {"accounts", "recovery_code_hours",
       WholeNumber{1, 720, [](C& c, I v) { c.workflow.accounts.recovery_code_life = hours(v); }}},
      {"log", "level",
       Choice{{"error", "warning", "information", "debug"},
              [](C& c, std::size_t v) { c.log = static_cast<LogLevel>(v); }}},
  };
}

}  // namespace

std::span<const Setting> settings_table() {
  static const std::vector<Setting> table = [] {
    std::vector<Setting> all;
    for (auto part : {server_settings(), data_settings(), reading_settings(), antivirus_settings(), work_settings(),
                      upload_settings(), fraud_settings(), people_settings()})
      all.insert(all.end(), part.begin(), part.end());
    return all;
  }();
  return table;
}

}  // namespace mizan::app
