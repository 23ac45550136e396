// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/endpoint.hpp"

#include "base/log.hpp"
#include "http/gzip.hpp"
#include "http/header_value.hpp"
#include "http/json_body.hpp"
#include "http/multipart.hpp"
#include "http/percent.hpp"
#include "http/problem_reply.hpp"
#include "http/sha256.hpp"
#include "http/tus/routes.hpp"
#include "workflow/evidence/evidence_place.hpp"

#include <exception>
#include <utility>

namespace mizan::http {
namespace {

constexpr std::uint64_t k_multipart_overhead = 64U << 10U;  // boundaries and part headers around the document
constexpr std::string_view k_json_type = "application/json";
constexpr std::size_t k_worth_compressing = 4U << 10U;

// Styles may be inline: the components set positions that way. Scripts and everything else come from our own origin.
constexpr std::string_view k_content_security =
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

std::string header(const Request& request, std::string_view name) {
  const auto found = request.headers.find(name);
  return found == request.headers.end() ? std::string() : found->second;
}

bool safe_method(std::string_view method) {
  return method == "GET" || method == "HEAD";
}

Outcome check_role(const Route& route, const workflow::Visitor& visitor) {
  if (route.audience.everybody) return {};
  if (!visitor.account) return fail("session.required");
  if (!route.audience.admits(visitor.actor.role)) return fail("access.forbidden");
  return {};
}

Outcome check_csrf(const Request& request, const workflow::Visitor& visitor) {
  if (safe_method(request.method) || same_secret(header(request, k_csrf_header), visitor.session.csrf_token)) return {};
  return fail("session.csrf");
}

void add_security_headers(Reply& reply, bool secure) {
  reply.headers.emplace_back("Content-Security-Policy", k_content_security);
  reply.headers.emplace_back("X-Content-Type-Options", "nosniff");
  reply.headers.emplace_back("X-Frame-Options", "DENY");
  reply.headers.emplace_back("Referrer-Policy", "same-origin");
  reply.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  reply.headers.emplace_back("Permissions-Policy", "geolocation=(), microphone=(), payment=()");
  if (secure) reply.headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
}

std::string session_cookie(const std::string& token, bool secure) {
  std::string text = std::string(k_session_cookie) + "=" + token + "; Path=/; HttpOnly; SameSite=Lax";
  if (token.empty()) text += "; Max-Age=0";
  if (secure) text += "; Secure";
  return text;
}

workflow::Visitor stranger(const Request& request) {
  workflow::Visitor visitor;
  visitor.actor.role = Role::office;
  visitor.actor.address = request.address;
  return visitor;
}

void log_refusal(const Problem& problem, const Request& request) {
  const auto& kind = problem.code.kind();
  const bool failed = kind.refusal == Refusal::internal || kind.refusal == Refusal::unavailable;
  const bool ours = failed && (kind.mender == Mender::operator_ || kind.mender == Mender::programmer);
  log(ours ? LogLevel::error : LogLevel::debug, "http.refused",
      {{"method", request.method},
       {"path", request.path},
       {"code", std::string(problem.code.id())},
       {"detail", problem.internal}});
}

}  // namespace

Endpoint::Endpoint(const workflow::Services& services, std::span<const Route> routes, const ServerOptions& options)
    : m_services(services),
      m_router(routes),
      m_files_router(tus::routes()),
      m_options(options),
      m_files(StaticFiles::load(options.web)) {
  if (m_files.empty()) log(LogLevel::warning, "http.no_web_pages", {{"folder", options.web.string()}});
}

Reply Endpoint::answer(Request& request) const noexcept {
  Reply reply;
  try {
    reply = answer_or_throw(request);
  } catch (const std::exception& error) {
    log(LogLevel::error, "http.exception",
        {{"method", request.method}, {"path", request.path}, {"detail", error.what()}});
    reply = problem_reply(Problem("server.internal"));
  } catch (...) {
    log(LogLevel::error, "http.exception", {{"method", request.method}, {"path", request.path}});
    reply = problem_reply(Problem("server.internal"));
  }
  add_security_headers(reply, m_options.secure_cookies);
  return reply;
}

bool Endpoint::takes_upload(std::string_view method, std::string_view path) const {
  if (tus::is_ours(path)) return method == "PATCH" || method == "POST";
  if (!path.starts_with(k_api_prefix)) return false;
  const auto found = m_router.find(method, path.substr(k_api_prefix.size()));
  const auto* match = std::get_if<Match>(&found);
  return match != nullptr && match->route->body == Body::upload;
}

Reply Endpoint::answer_or_throw(Request& request) const {
  if (request.path.starts_with("/api/") || request.path == "/api") return answer_api(request);
  if (tus::is_ours(request.path)) return answer_files(request);
  if (!safe_method(request.method)) {
    auto reply = problem_reply("request.method_not_allowed");
    reply.headers.emplace_back("Allow", "GET, HEAD");
    return reply;
  }
  return m_files.answer(request.path, header(request, "if-none-match"), header(request, "accept-encoding"));
}

Reply Endpoint::answer_api(Request& request) const {
  if (!request.path.starts_with(k_api_prefix)) return problem_reply("access.not_found");
  const auto found = m_router.find(request.method, std::string_view(request.path).substr(k_api_prefix.size()));
  if (std::holds_alternative<NoSuchPath>(found)) return problem_reply("access.not_found");
  if (const auto* other = std::get_if<NoSuchMethod>(&found)) {
    auto reply = problem_reply("request.method_not_allowed");
    reply.headers.emplace_back("Allow", other->allowed);
    return reply;
  }
  auto answered = call(std::get<Match>(found), request);
  if (answered) return reply_of(*answered, request);
  log_refusal(answered.error(), request);
  return problem_reply(answered.error());
}

Reply Endpoint::answer_files(Request& request) const {
  const auto method = tus::method_of(request);
  const auto found = m_files_router.find(method, tus::path_of(request));
  Reply reply;
  if (const auto* match = std::get_if<Match>(&found)) {
    const auto answered = call_files(method, *match, request);
    if (!answered) log_refusal(answered.error(), request);
    reply = answered ? reply_of(*answered, request) : problem_reply(answered.error());
    tus::add_headers(reply, answered ? nullptr : &answered.error());
    return reply;
  }
  const auto* other = std::get_if<NoSuchMethod>(&found);
  reply = problem_reply(other != nullptr ? Problem("request.method_not_allowed") : Problem("access.not_found"));
  if (other != nullptr) reply.headers.emplace_back("Allow", other->allowed);
  tus::add_headers(reply, nullptr);
  return reply;
}

Result<Answer> Endpoint::call_files(const std::string& method, const Match& match, Request& request) const {
  const nlohmann::json nothing;
  const Parameters no_query;
  workflow::Visitor visitor = stranger(request);
  if (method != "OPTIONS") {
    if (auto ours = tus::check_version(request); !ours) return fail(std::move(ours.error()));
    auto known = visitor_of(request);
    if (!known) return fail(std::move(known.error()));
    visitor = std::move(*known);
    if (auto allowed = check_role(*match.route, visitor); !allowed) return fail(std::move(allowed.error()));
  }
  BodySource* raw = match.route->body == Body::raw ? &request.body : nullptr;
  const Call call{m_services, visitor, match.path, no_query, request.headers, nothing, nullptr, raw};
  return match.route->handler(call);
}

Result<Answer> Endpoint::call(const Match& match, Request& request) const {
  auto query = query_parameters(request.query);
  if (!query) return fail("request.malformed", "query: cannot be decoded");
  auto visitor = visitor_of(request);
  if (!visitor) return fail(std::move(visitor.error()));
  if (auto allowed = check_role(*match.route, *visitor); !allowed) return fail(std::move(allowed.error()));
  if (auto ours = check_csrf(request, *visitor); !ours) return fail(std::move(ours.error()));
  return call_with_body(match, request, *visitor, *query);
}

Result<Answer> Endpoint::call_with_body(const Match& match, Request& request, const workflow::Visitor& visitor,
                                        const Parameters& query) const {
  nlohmann::json json;
  std::unique_ptr<Upload> upload;
  const auto content_type = header(request, "content-type");
  if (match.route->body == Body::json) {
    auto read = read_json(content_type, request.body, m_options.json_bytes);
    if (!read) return fail(std::move(read.error()));
    json = std::move(*read);
  } else if (match.route->body == Body::upload && parse_header_value(content_type).word == k_json_type) {
    auto read = read_json(content_type, request.body, m_options.json_bytes);
    if (!read) return fail(std::move(read.error()));
    json = std::move(*read);
  } else if (match.route->body == Body::upload) {
    if (request.body.length() > m_options.upload_bytes + k_multipart_overhead)
      return fail(workflow::document_too_large(m_options.upload_bytes));
    auto opened = open_multipart(content_type, request.body, m_options.upload_bytes);
    if (!opened) return fail(std::move(opened.error()));
    upload = std::move(*opened);
  }
  const Call call{m_services, visitor, match.path, query, request.headers, json, upload.get(), nullptr};
  return match.route->handler(call);
}

Result<workflow::Visitor> Endpoint::visitor_of(const Request& request) const {
  const auto token = cookie(header(request, "cookie"), k_session_cookie);
  if (!token.empty()) {
    auto known = workflow::recognise_session(m_services, token, request.address);
    if (!known) return fail(std::move(known.error()));
    if (*known) return std::move(**known);
  }
  return stranger(request);
}

Reply Endpoint::reply_of(const Answer& answer, const Request& request) const {
  Reply reply;
  reply.status = answer.status;
  const bool bodiless = answer.json.is_null() && answer.media_type.empty();
  const bool has_body = answer.status != 204 && answer.status != 304 && !bodiless;
  if (has_body) {
    const bool json = answer.media_type.empty();
    reply.headers.emplace_back("Content-Type", json ? "application/json" : answer.media_type);
    reply.bytes = json ? answer.json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) : answer.bytes;
    if (json && reply.bytes.size() >= k_worth_compressing && accepts(header(request, "accept-encoding"), "gzip")) {
      reply.bytes = gzip(reply.bytes, Effort::quick);
      reply.headers.emplace_back("Content-Encoding", "gzip");
    }
    if (json) reply.headers.emplace_back("Vary", "Accept-Encoding, Cookie");
  }
  if (!answer.headers.contains("Cache-Control"))
    reply.headers.emplace_back("Cache-Control", answer.headers.contains("ETag") ? "private, no-cache" : "no-store");
  for (const auto& [name, value] : answer.headers) reply.headers.emplace_back(name, value);
  if (answer.session_token)
    reply.headers.emplace_back("Set-Cookie", session_cookie(*answer.session_token, m_options.secure_cookies));
  return reply;
}

}  // namespace mizan::http
