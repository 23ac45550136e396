// SPDX-License-Identifier: GPL-3.0-or-later
// What crosses the pipe between a worker and the judge: requests, replies and their limits (docs/judge-protocol.md).
#pragma once

#include "base/result.hpp"
#include "criteria/criteria.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::criteria {

inline constexpr std::size_t k_largest_request = 32U << 20U;
inline constexpr std::size_t k_largest_reading = 128U << 20U;
inline constexpr std::size_t k_largest_reply = 8U << 20U;
inline constexpr std::size_t k_most_claims = 2'000;
inline constexpr std::size_t k_most_lines = 200;  ///< of reasons, of missing points, of notes
inline constexpr std::size_t k_most_log_lines = 100;
inline constexpr std::size_t k_longest_log_line = 500;
inline constexpr std::size_t k_most_params = 16;      ///< of a problem
inline constexpr std::size_t k_longest_text = 4'000;  ///< bytes of any text that a criterion gives

/// A criterion as it lies on disk: what the judge must load.
struct InstalledBundle {
  CriterionRef criterion;
  std::filesystem::path folder;   ///< holds manifest.json and section.json
  std::filesystem::path library;  ///< its own, or that of `declared`
};

/// The members that every request has; `step` is "load", "claims" or "judge".
[[nodiscard]] nlohmann::json request(const char* step, const InstalledBundle& bundle);
[[nodiscard]] nlohmann::json claims_request(const InstalledBundle& bundle, const ClaimsRequest& given);
/// The readings follow in frames of their own, one per document.
[[nodiscard]] nlohmann::json judge_request(const InstalledBundle& bundle, const JudgeRequest& given);

[[nodiscard]] nlohmann::json problem_reply(const Problem& problem);

/// A reply as an object; nothing when it is none, or nests deeper than any reply does.
[[nodiscard]] std::optional<nlohmann::json> reply_from(std::string_view untrusted_payload);
/// A problem with a `plugin.*` code, short texts and few parameters, whatever was said.
[[nodiscard]] Problem problem_of(const nlohmann::json& untrusted_problem, const std::string& criterion);

/// `plugin.failed`: the criterion's own fault; `why` is for the log.
[[nodiscard]] Problem plugin_failed(const std::string& criterion, std::string why);

}  // namespace mizan::criteria
