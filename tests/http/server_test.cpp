// SPDX-License-Identifier: GPL-3.0-or-later
// The server over real sockets, with raw requests: what browsers send, and what they never would.
#include "http/server.hpp"

#include "http/resources/public.hpp"
#include "http/resources/session.hpp"
#include "support/account_world.hpp"
#include "support/raw_client.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <stdexcept>
#include <thread>

namespace mizan::http {
namespace {

using tests::RawClient;
using tests::RawReply;

Result<Answer> echo(const Call& call) {
  return ok({{"body", call.body}, {"address", call.actor().address}});
}
Result<Answer> burst(const Call&) {
  throw std::runtime_error("a bug");
}
Result<Answer> large(const Call&) {
  return ok({{"text", std::string(20'000, 'x')}});
}
Result<Answer> count_upload(const Call& call) {
  std::size_t bytes = 0;
  auto streamed = call.upload->stream([&](std::span<const std::byte> piece) -> Outcome {
    bytes += piece.size();
    return {};
  });
  if (!streamed) return fail(std::move(streamed.error()));
  return accepted({{"bytes", bytes}, {"name", call.upload->file_name()}});
}

constexpr Audience k_everybody{true, false, false, false};
constexpr Audience k_cra_only{false, false, false, true};

const std::vector<Route> k_few{{"GET", "/session", k_everybody, Body::none, resources::get_session},
                               {"POST", "/session", k_everybody, Body::json, resources::sign_in},
                               {"DELETE", "/session", k_everybody, Body::none, resources::sign_out},
                               {"POST", "/activation", k_everybody, Body::json, resources::activate},
                               {"GET", "/health", k_everybody, Body::none, resources::get_health},
                               {"POST", "/echo", k_everybody, Body::json, echo},
                               {"GET", "/burst", k_everybody, Body::none, burst},
                               {"GET", "/large", k_everybody, Body::none, large},
                               {"POST", "/upload", k_everybody, Body::upload, count_upload},
                               {"GET", "/secret", k_cra_only, Body::none, large}};

class ServerOverSockets : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto web = std::filesystem::path(world.folder()) / "web";
    std::filesystem::create_directories(web / "assets");
    std::ofstream(web / "index.html") << "<!doctype html><title>میزان</title>" << std::string(3000, ' ');
    std::ofstream(web / "assets/app-1a2b.js") << "export const a = 1;";
    std::ofstream(std::filesystem::path(world.folder()) / "outside.txt") << "secret";
    options.port = 0;
    options.web = web;
    options.json_bytes = 64U << 10U;
    options.upload_bytes = 1U << 20U;
    options.stop_time = std::chrono::seconds(1);
  }
  void start() {
    auto started = Server::start(*world.services, k_few, options);
    ASSERT_TRUE(started) << started.error().internal;
    server = std::move(*started);
  }
  RawReply ask(const std::string& request) { return RawClient(server->port()).ask(request); }
  std::string get(const std::string& path, const std::string& headers = {}) {
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
  }
  std::string post(const std::string& path, const std::string& body, const std::string& headers = {}) {
    return "POST " + path +
           " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n" + headers + "\r\n" + body;
  }
  /// Headers that carry a fresh anonymous session.
  std::string session_headers() {
    const auto reply = ask(get("/api/v1/session"));
    const auto cookie = reply.header("Set-Cookie");
    return "Cookie: " + cookie.substr(0, cookie.find(';')) +
           "\r\nX-Mizan-CSRF: " + reply.json().at("csrf_token").get<std::string>() + "\r\n";
  }

  tests::AccountWorld world;
  ServerOptions options;
  std::unique_ptr<Server> server;
};

TEST_F(ServerOverSockets, a_session_begins_signs_in_and_ends) {
  start();
  const auto code = tests::national_code_of(1);
  const auto activation = world.import(code, Role::cra);
  const auto anonymous = session_headers();
  EXPECT_EQ(ask(get("/api/v1/secret", anonymous)).status, 401);

  const nlohmann::json body = {{"national_code", code},
                               {"first_password", code},
                               {"activation_code", activation},
                               {"new_password", "a fine password"}};
  const auto active = ask(post("/api/v1/activation", body.dump(), anonymous));
  ASSERT_EQ(active.status, 200) << active.body;
  EXPECT_TRUE(active.json().at("signed_in").get<bool>());
  const auto set_cookie = active.header("Set-Cookie");
  EXPECT_NE(set_cookie.find("HttpOnly"), std::string::npos);
  EXPECT_NE(set_cookie.find("SameSite=Lax"), std::string::npos);
  EXPECT_EQ(set_cookie.find("Secure"), std::string::npos);

  const auto cookie = "Cookie: " + set_cookie.substr(0, set_cookie.find(';')) + "\r\n";
  EXPECT_EQ(ask(get("/api/v1/secret", cookie)).status, 200);
  EXPECT_EQ(ask(get("/api/v1/secret", anonymous)).status, 401) << "the old cookie must not have been signed in";
  const auto csrf = "X-Mizan-CSRF: " + active.json().at("csrf_token").get<std::string>() + "\r\n";
  const auto out = ask("DELETE /api/v1/session HTTP/1.1\r\nHost: a\r\n" + cookie + csrf + "\r\n");
  EXPECT_EQ(out.status, 204);
  EXPECT_NE(out.header("Set-Cookie").find("Max-Age=0"), std::string::npos);
  EXPECT_EQ(ask(get("/api/v1/secret", cookie)).status, 401);
}

TEST_F(ServerOverSockets, the_wrong_role_is_forbidden) {
  start();
  const auto code = tests::national_code_of(2);
  const auto activation = world.import(code, Role::office);
  const nlohmann::json body = {{"national_code", code},
                               {"first_password", code},
                               {"activation_code", activation},
                               {"new_password", "a fine password"}};
  const auto active = ask(post("/api/v1/activation", body.dump(), session_headers()));
  const auto cookie = active.header("Set-Cookie");
  const auto refused = ask(get("/api/v1/secret", "Cookie: " + cookie.substr(0, cookie.find(';')) + "\r\n"));
  EXPECT_EQ(refused.status, 403);
  EXPECT_EQ(refused.json().at("code"), "access.forbidden");
  EXPECT_EQ(refused.header("Content-Type"), "application/problem+json");
}

TEST_F(ServerOverSockets, unsafe_methods_need_the_sessions_own_token) {
  start();
  const auto mine = session_headers(), other = session_headers();
  const auto cookie_of = [](const std::string& headers) { return headers.substr(0, headers.find("\r\n") + 2); };
  const auto token_of = [](const std::string& headers) { return headers.substr(headers.find("\r\n") + 2); };
  EXPECT_EQ(ask(post("/api/v1/echo", "{}", mine)).status, 200);
  EXPECT_EQ(ask(post("/api/v1/echo", "{}", cookie_of(mine))).json().at("code"), "session.csrf");
  EXPECT_EQ(ask(post("/api/v1/echo", "{}", cookie_of(mine) + token_of(other))).json().at("code"), "session.csrf");
  EXPECT_EQ(ask(post("/api/v1/echo", "{}", "X-Mizan-CSRF: \r\n")).json().at("code"), "session.csrf");
  EXPECT_EQ(ask(post("/api/v1/echo", "{}")).json().at("code"), "session.csrf");
}

TEST_F(ServerOverSockets, an_unread_body_is_never_the_next_request) {
  start();
  const std::string hidden = get("/api/v1/burst");
  RawClient client(server->port());
  const auto first = client.ask(post("/api/v1/nothing", hidden));
  EXPECT_EQ(first.status, 404);
  const auto second = client.ask(get("/api/v1/health"));  // the connection lives on, and the body is gone
  EXPECT_EQ(second.status, 200) << second.body;
}

TEST_F(ServerOverSockets, framing_that_smuggles_is_refused_and_the_connection_ends) {
  start();
  const std::vector<std::string> heads{"Content-Length: 5\r\nContent-Length: 6\r\n",
                                       "Content-Length: -1\r\n",
                                       "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                                       "Transfer-Encoding: chunked\r\n",
                                       "Content-Length: abc\r\n",
                                       "Content-Length : 5\r\n"};
  for (const auto& head : heads) {
    RawClient client(server->port());
    const auto reply =
        client.ask("POST /api/v1/echo HTTP/1.1\r\nHost: a\r\n" + head + "\r\n0\r\n\r\n" + get("/api/v1/burst"));
    EXPECT_EQ(reply.status, 400) << head;
    EXPECT_TRUE(client.ended()) << head;
  }
}

TEST_F(ServerOverSockets, bodies_have_limits_and_must_be_json_objects) {
  start();
  const auto session = session_headers();
  EXPECT_EQ(ask(post("/api/v1/echo", "{\"a\":\"" + std::string(70'000, 'x') + "\"}", session)).json().at("code"),
            "request.too_large");
  for (const auto* body : {"", "[]", "{", "{\"a\":\"\\u0000\"}", "{\"a\":\"\xff\"}", "nonsense"})
    EXPECT_EQ(ask(post("/api/v1/echo", body, session)).json().at("code"), "request.malformed") << body;
  EXPECT_EQ(ask(post("/api/v1/echo", "{\"a\":" + std::string(40, '[') + std::string(40, ']') + "}", session))
                .json()
                .at("code"),
            "request.malformed");
  EXPECT_EQ(ask(post("/api/v1/echo", "{\"a\":1}", session)).json().at("body").at("a"), 1);
}

TEST_F(ServerOverSockets, an_upload_streams_and_ends_at_its_limit) {
  start();
  const auto session = session_headers();
  const auto upload = [&](std::size_t size) {
    const auto body = "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n" +
                      std::string(size, 'x') + "\r\n--B--\r\n";
    return ask(
        "POST /api/v1/upload HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: " +
        std::to_string(body.size()) + "\r\n" + session + "\r\n" + body);
  };
  EXPECT_EQ(upload(1U << 20U).json().at("bytes"), 1U << 20U);
  EXPECT_EQ(upload((1U << 20U) + 1).json().at("code"), "evidence.too_large");
  const auto far_too_large = upload(8U << 20U);
  EXPECT_EQ(far_too_large.status, 413);
  EXPECT_EQ(far_too_large.json().at("params").at("limit_en"), "1 MB");
}

TEST_F(ServerOverSockets, a_bug_is_answered_without_its_words) {
  start();
  const auto reply = ask(get("/api/v1/burst"));
  EXPECT_EQ(reply.status, 500);
  EXPECT_EQ(reply.json().at("code"), "server.internal");
  EXPECT_EQ(reply.body.find("a bug"), std::string::npos);
}

TEST_F(ServerOverSockets, every_reply_carries_the_security_headers) {
  start();
  for (const auto* path : {"/", "/api/v1/health", "/api/v1/nothing", "/missing.js"}) {
    const auto reply = ask(get(path));
    EXPECT_NE(reply.header("Content-Security-Policy").find("frame-ancestors 'none'"), std::string::npos) << path;
    EXPECT_EQ(reply.header("X-Content-Type-Options"), "nosniff") << path;
  }
}

TEST_F(ServerOverSockets, pages_are_served_and_nothing_else_of_the_disk) {
  start();
  EXPECT_EQ(ask(get("/")).status, 200);
  EXPECT_NE(ask(get("/offices/7")).body.find("<!doctype html>"), std::string::npos)
      << "paths of pages answer index.html";
  EXPECT_NE(ask(get("/assets/app-1a2b.js")).header("Cache-Control").find("immutable"), std::string::npos);
  EXPECT_EQ(ask(get("/", "Accept-Encoding: gzip\r\n")).header("Content-Encoding"), "gzip");
  for (const auto* path :
       {"/../outside.txt", "/%2e%2e/outside.txt", "/..%2foutside.txt", "/missing.js", "/assets/../../outside.txt"})
    EXPECT_EQ(ask(get(path)).status, 404) << path;
  const auto etag = ask(get("/")).header("ETag");
  EXPECT_EQ(ask(get("/", "If-None-Match: " + etag + "\r\n")).status, 304);
  EXPECT_EQ(ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n").status, 405);
}

TEST_F(ServerOverSockets, a_head_is_a_get_without_its_body) {
  start();
  RawClient client(server->port());
  client.send("HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  const auto all = client.everything();
  EXPECT_NE(all.find("200 OK"), std::string::npos);
  EXPECT_EQ(all.find("Content-Length: 0"), std::string::npos);
  EXPECT_TRUE(all.ends_with("\r\n\r\n")) << all;
}

TEST_F(ServerOverSockets, large_json_is_compressed_when_asked) {
  start();
  EXPECT_EQ(ask(get("/api/v1/large", "Accept-Encoding: gzip\r\n")).header("Content-Encoding"), "gzip");
  EXPECT_EQ(ask(get("/api/v1/large")).header("Content-Encoding"), "");
}

TEST_F(ServerOverSockets, forwarded_addresses_count_behind_trusted_proxies_only) {
  start();
  const auto claimed = "X-Forwarded-For: 9.9.9.9, 10.1.1.1\r\n";
  EXPECT_EQ(ask(post("/api/v1/echo", "{}", session_headers() + claimed)).json().at("address"), "127.0.0.1");
  server->stop();
  options.trusted_proxies = {"127.0.0.1", "10.1.1.1"};
  start();
  EXPECT_EQ(ask(post("/api/v1/echo", "{}", session_headers() + claimed)).json().at("address"), "9.9.9.9");
}

TEST_F(ServerOverSockets, slow_heads_and_slow_bodies_are_cut_off) {
  options.header_time = std::chrono::seconds(1);
  options.request_time = std::chrono::seconds(1);
  options.idle = std::chrono::seconds(1);
  start();
  RawClient head(server->port());
  head.send("GET / HTTP/1.1\r\nHo");
  EXPECT_TRUE(head.ended());
  const auto session = session_headers();
  RawClient body(server->port());
  const auto reply =
      body.ask("POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 10\r\n" +
               session + "\r\n{");
  EXPECT_EQ(reply.status, 408);
  EXPECT_TRUE(body.ended());
}

TEST_F(ServerOverSockets, a_refused_body_that_drips_does_not_hold_its_thread) {
  start();
  const auto began = std::chrono::steady_clock::now();
  RawClient stranger(server->port());
  const auto reply = stranger.ask("POST /api/v1/upload HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n-");
  EXPECT_EQ(reply.json().at("code"), "session.csrf");
  EXPECT_TRUE(stranger.ended());
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(6)) << "not the time of an upload";
}

TEST_F(ServerOverSockets, stopping_ends_idle_connections_and_takes_no_more) {
  start();
  const auto port = server->port();
  RawClient idle(port);
  EXPECT_EQ(idle.ask(get("/api/v1/health")).status, 200);
  server->stop();
  EXPECT_TRUE(idle.ended());
  EXPECT_THROW(RawClient{port}, std::runtime_error);
}

TEST_F(ServerOverSockets, cookies_are_secure_where_configured) {
  options.secure_cookies = true;
  start();
  const auto reply = ask(get("/api/v1/session"));
  EXPECT_NE(reply.header("Set-Cookie").find("; Secure"), std::string::npos);
  EXPECT_NE(reply.header("Strict-Transport-Security"), "");
}

}  // namespace
}  // namespace mizan::http
