// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/problem_reply.hpp"

#include "model/problem_json.hpp"

#include <nlohmann/json.hpp>

#include <charconv>

namespace mizan::http {
namespace {

constexpr int k_retry_seconds = 5;  // of a server that is busy or restarting

/// Where HTTP, or the protocol of uploads, has a status of its own.
struct OwnStatus {
  ProblemCode code;
  int status;
};
constexpr OwnStatus k_own_statuses[] = {
    {"request.method_not_allowed", 405},
    {"request.timeout", 408},
    {"upload.expired", 410},
    {"upload.version", 412},
    {"upload.checksum", 460},
};

int status_of(const Problem& problem) {
  for (const auto& [code, status] : k_own_statuses)
    if (problem.code == code) return status;
  return http_status(problem.code.kind().refusal);
}

int number_of(const Problem& problem, const std::string& name) {
  auto found = problem.params.find(name + "_en");
  if (found == problem.params.end()) found = problem.params.find(name);
  int value = 0;
  if (found != problem.params.end())
    std::from_chars(found->second.data(), found->second.data() + found->second.size(), value);
  return value;
}

int retry_after(const Problem& problem, int status) {
  if (status == 503) return k_retry_seconds;
  if (status != 429) return 0;
  return number_of(problem, "minutes") * 60 + number_of(problem, "seconds");
}

}  // namespace

Reply problem_reply(const Problem& problem) {
  Reply reply;
  reply.status = status_of(problem);
  auto json = to_json(problem);
  json["status"] = reply.status;
  reply.bytes = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  reply.headers = {{"Content-Type", "application/problem+json"}, {"Cache-Control", "no-store"}};
  if (const int seconds = retry_after(problem, reply.status); seconds > 0)
    reply.headers.emplace_back("Retry-After", std::to_string(seconds));
  return reply;
}

}  // namespace mizan::http
