// SPDX-License-Identifier: GPL-3.0-or-later
// The tus protocol over real sockets, status by status.
#include "http/server.hpp"
#include "support/account_world.hpp"
#include "support/raw_client.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace mizan::http {
namespace {

using tests::RawClient;
using tests::RawReply;

class UploadsOverSockets : public ::testing::Test {
 protected:
  void SetUp() override {
    options.port = 0;
    options.stop_time = std::chrono::seconds(1);
    world.limits.reading.bytes = 1U << 20U;
    auto started = Server::start(*world.services, api_routes(), options);
    ASSERT_TRUE(started) << started.error().internal;
    server = std::move(*started);
    cookie = sign_in(1, Role::office);
  }
  RawReply ask(const std::string& request) { return RawClient(server->port()).ask(request); }
  /// The session cookie of a fresh account.
  std::string sign_in(int number, Role role) {
    const auto code = tests::national_code_of(number);
    const auto activation = world.import(code, role);
    const auto anonymous = ask("GET /api/v1/session HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto body = nlohmann::json{{"national_code", code},
                                     {"first_password", code},
                                     {"activation_code", activation},
                                     {"new_password", "a fine password"}}
                          .dump();
    const auto set = anonymous.header("Set-Cookie");
    const auto active =
        ask("POST /api/v1/activation HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nCookie: " +
            set.substr(0, set.find(';')) + "\r\nX-Mizan-CSRF: " + anonymous.json().at("csrf_token").get<std::string>() +
            "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    const auto signed_in = active.header("Set-Cookie");
    return "Cookie: " + signed_in.substr(0, signed_in.find(';')) + "\r\n";
  }
  static std::string head_of(const std::string& method, const std::string& path, std::size_t length,
                             const std::string& headers) {
    return method + " " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(length) + "\r\n" +
           headers + "\r\n";
  }
  RawReply send(const std::string& method, const std::string& path, const std::string& headers,
                const std::string& body = {}) {
    auto request = head_of(method, path, body.size(), "Tus-Resumable: 1.0.0\r\n" + cookie + headers) + body;
    if (method != "HEAD") return ask(request);
    RawClient client(server->port());  // its Content-Length tells of a body that does not come
    client.send(head_of(method, path, 0, "Connection: close\r\nTus-Resumable: 1.0.0\r\n" + cookie + headers));
    RawReply reply;
    reply.head = client.everything();
    reply.status = std::stoi(reply.head.substr(reply.head.find(' ') + 1, 3));
    return reply;
  }
  std::string create(const std::string& headers = "Upload-Length: 11\r\n") {
    const auto reply = send("POST", "/files", headers);
    EXPECT_EQ(reply.status, 201) << reply.body;
    return reply.header("Location");
  }
  RawReply patch(const std::string& path, const std::string& offset, const std::string& body,
                 const std::string& headers = {}) {
    return send("PATCH", path, k_piece + "Upload-Offset: " + offset + "\r\n" + headers, body);
  }
  std::string offset_of(const std::string& path) { return send("HEAD", path, {}).header("Upload-Offset"); }

  const std::string k_piece = "Content-Type: application/offset+octet-stream\r\n";
  tests::AccountWorld world;
  ServerOptions options;
  std::unique_ptr<Server> server;
  std::string cookie;
};

TEST_F(UploadsOverSockets, options_say_what_there_is_to_anybody) {
  for (const auto* path : {"/files", "/files/", "/files/0123"}) {
    const auto reply =
        ask("OPTIONS " + std::string(path) + " HTTP/1.1\r\nHost: a\r\nOrigin: https://evil.example\r\n\r\n");
    EXPECT_EQ(reply.status, 204) << path;
    EXPECT_EQ(reply.header("Tus-Version"), "1.0.0");
    EXPECT_EQ(reply.header("Tus-Max-Size"), "1048576");
    EXPECT_EQ(reply.header("Tus-Extension"),
              "creation,creation-with-upload,creation-defer-length,expiration,checksum,termination");
    EXPECT_EQ(reply.header("Tus-Checksum-Algorithm"), "sha256,sha1");
    EXPECT_EQ(reply.head.find("Access-Control"), std::string::npos) << "a preflight is never granted";
  }
}

TEST_F(UploadsOverSockets, an_upload_begins_goes_on_and_is_complete) {
  const auto created = send("POST", "/files", "Upload-Length: 11\r\nUpload-Metadata: filename YS5wZGY=,flag\r\n");
  ASSERT_EQ(created.status, 201);
  EXPECT_EQ(created.header("Tus-Resumable"), "1.0.0");
  EXPECT_NE(created.header("Upload-Expires").find("GMT"), std::string::npos);
  const auto path = created.header("Location");
  ASSERT_EQ(path.rfind("/files/", 0), 0U);
  const auto first = patch(path, "0", "hello ");
  EXPECT_EQ(first.status, 204) << first.body;
  EXPECT_EQ(first.header("Upload-Offset"), "6");
  const auto head = send("HEAD", path, {});
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("Upload-Offset"), "6");
  EXPECT_EQ(head.header("Upload-Length"), "11");
  EXPECT_EQ(head.header("Upload-Metadata"), "filename YS5wZGY=,flag");
  EXPECT_EQ(head.header("Cache-Control"), "no-store");
  EXPECT_EQ(patch(path, "6", "world").header("Upload-Offset"), "11");
  EXPECT_EQ(patch(path, "11", "").status, 204);
  EXPECT_EQ(patch(path, "0", "hello world").status, 409);
  const auto list = ask("GET /api/v1/uploads HTTP/1.1\r\nHost: a\r\n" + cookie + "\r\n").json();
  ASSERT_EQ(list.at("items").size(), 1U) << list;
  EXPECT_EQ(list["items"][0]["url"], path);
  EXPECT_EQ(list["items"][0]["file_name"], "a.pdf");
  EXPECT_EQ(list["items"][0]["complete"], true);
}

TEST_F(UploadsOverSockets, what_breaks_the_protocol_has_its_status) {
  const auto path = create();
  const auto wrong_version = ask(head_of("POST", "/files", 0, "Upload-Length: 1\r\nTus-Resumable: 0.2.2\r\n" + cookie));
  EXPECT_EQ(wrong_version.status, 412);
  EXPECT_EQ(wrong_version.header("Tus-Version"), "1.0.0");
  EXPECT_EQ(ask(head_of("POST", "/files", 0, "Upload-Length: 1\r\n" + cookie)).status, 412) << "no version";
  const auto beside = patch(path, "5", "world");
  EXPECT_EQ(beside.status, 409);
  EXPECT_EQ(beside.header("Upload-Offset"), "0");
  EXPECT_EQ(beside.header("Tus-Resumable"), "1.0.0");
  EXPECT_EQ(beside.json().at("code"), "upload.offset");
  EXPECT_EQ(send("PATCH", path, "Content-Type: text/plain\r\nUpload-Offset: 0\r\n", "x").status, 415);
  EXPECT_EQ(send("PATCH", path, k_piece, "x").status, 400) << "no offset";
  EXPECT_EQ(patch(path, "-1", "x").status, 400);
  EXPECT_EQ(patch(path, "0", "twelve bytes").status, 413);
  EXPECT_EQ(patch("/files/00112233445566778899aabbccddeeff", "0", "x").status, 404);
  EXPECT_EQ(send("HEAD", "/files/nothing", {}).status, 404);
  EXPECT_EQ(send("DELETE", "/files/nothing", {}).status, 404);
  EXPECT_EQ(send("POST", "/files", {}).status, 400) << "no length";
  EXPECT_EQ(send("POST", "/files", "Upload-Length: -1\r\n").status, 400);
  EXPECT_EQ(send("POST", "/files", "Upload-Length: x\r\n").status, 400);
  EXPECT_EQ(send("POST", "/files", "Upload-Length: 1048577\r\n").status, 413);
  EXPECT_EQ(send("POST", "/files", "Upload-Length: 1\r\nUpload-Metadata: a !\r\n").status, 400);
  EXPECT_EQ(send("GET", path, {}).status, 405);
  EXPECT_EQ(send("PUT", "/files", {}).status, 405);
  EXPECT_EQ(send("HEAD", "/files/a/b", {}).status, 404);
  EXPECT_EQ(offset_of(path), "0") << "none of it wrote anything";
}

TEST_F(UploadsOverSockets, one_request_creates_and_uploads) {
  const auto reply = send("POST", "/files", k_piece + "Upload-Length: 11\r\n", "hello");
  EXPECT_EQ(reply.status, 201);
  EXPECT_EQ(reply.header("Upload-Offset"), "5");
  EXPECT_EQ(offset_of(reply.header("Location")), "5");
  EXPECT_EQ(send("POST", "/files", "Upload-Length: 11\r\n", "hello").status, 415);
  EXPECT_EQ(send("POST", "/files", k_piece + "Upload-Length: 3\r\n", "hello").status, 413);
  const auto empty = create("Upload-Length: 0\r\n");
  EXPECT_EQ(offset_of(empty), "0");
}

TEST_F(UploadsOverSockets, a_length_may_come_later) {
  const auto path = create("Upload-Defer-Length: 1\r\n");
  EXPECT_EQ(send("HEAD", path, {}).header("Upload-Defer-Length"), "1");
  EXPECT_EQ(send("HEAD", path, {}).header("Upload-Length"), "");
  EXPECT_EQ(patch(path, "0", "hello").status, 204);
  EXPECT_EQ(patch(path, "5", " world", "Upload-Length: 11\r\n").status, 204);
  EXPECT_EQ(send("HEAD", path, {}).header("Upload-Length"), "11");
  EXPECT_EQ(send("HEAD", path, {}).header("Upload-Defer-Length"), "");
}

TEST_F(UploadsOverSockets, checksums_are_held_against_the_bytes) {
  const auto path = create();
  EXPECT_EQ(patch(path, "0", "hello world", "Upload-Checksum: sha1 AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n").status, 460);
  EXPECT_EQ(offset_of(path), "0");
  EXPECT_EQ(patch(path, "0", "hello world", "Upload-Checksum: md5 XrY7u+Ae7tCTyyK7j1rNww==\r\n").status, 400);
  EXPECT_EQ(patch(path, "0", "hello world", "Upload-Checksum: sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=\r\n").status, 204);
  const auto other = create();
  EXPECT_EQ(patch(other, "0", "hello world", "Upload-Checksum: sha256 uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=\r\n")
                .status,
            204);
}

TEST_F(UploadsOverSockets, networks_that_pass_post_alone_are_served) {
  const auto path = create();
  const auto reply = send("POST", path, k_piece + "Upload-Offset: 0\r\nX-HTTP-Method-Override: PATCH\r\n", "hello");
  EXPECT_EQ(reply.status, 204) << reply.body;
  EXPECT_EQ(send("POST", path, "X-HTTP-Method-Override: HEAD\r\n").header("Upload-Offset"), "5");
  EXPECT_EQ(send("POST", path, "X-HTTP-Method-Override: DELETE\r\n").status, 204);
  EXPECT_EQ(send("HEAD", path, {}).status, 404);
}

TEST_F(UploadsOverSockets, an_upload_is_its_accounts_own) {
  const auto path = create();
  const auto mine = cookie;
  cookie = sign_in(2, Role::office);
  EXPECT_EQ(send("HEAD", path, {}).status, 404);
  EXPECT_EQ(patch(path, "0", "hello").status, 404);
  EXPECT_EQ(send("DELETE", path, {}).status, 404);
  cookie = sign_in(3, Role::expert);
  EXPECT_EQ(send("POST", "/files", "Upload-Length: 1\r\n").status, 403);
  cookie.clear();
  EXPECT_EQ(send("POST", "/files", "Upload-Length: 1\r\n").status, 401);
  EXPECT_EQ(send("HEAD", path, {}).status, 401);
  cookie = mine;
  EXPECT_EQ(send("DELETE", path, {}).status, 204);
  EXPECT_EQ(send("HEAD", path, {}).status, 404);
}

TEST_F(UploadsOverSockets, a_second_request_takes_over_from_a_stalled_one) {
  const auto path = create();
  RawClient stalled(server->port());
  stalled.send(head_of("PATCH", path, 11, "Tus-Resumable: 1.0.0\r\n" + cookie + k_piece + "Upload-Offset: 0\r\n") +
               "hello");
  for (std::string seen; seen != "5";) {  // until its bytes are there, which the list tells without disturbing it
    const auto list = ask("GET /api/v1/uploads HTTP/1.1\r\nHost: a\r\n" + cookie + "\r\n").json();
    seen = list.at("items")[0].at("offset").dump();
  }
  const auto began = std::chrono::steady_clock::now();
  EXPECT_EQ(offset_of(path), "5");
  EXPECT_EQ(patch(path, "5", " world").status, 204);
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(1));
  stalled.send(" WORLD");
  EXPECT_NE(stalled.everything().find(" 408 "), std::string::npos) << "the old request was told";
  EXPECT_EQ(offset_of(path), "11");
  std::ifstream staged(world.folder() + "/evidence/staging/" + path.substr(7));
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(staged), {}), "hello world");
}

TEST_F(UploadsOverSockets, an_expired_one_is_gone) {
  const auto path = create();
  world.clock.set_offset(std::chrono::hours(49));
  EXPECT_EQ(send("HEAD", path, {}).status, 410);
  EXPECT_EQ(patch(path, "0", "hello").status, 410);
}

}  // namespace
}  // namespace mizan::http
