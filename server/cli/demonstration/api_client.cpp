// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demonstration/api_client.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPCookie.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/StreamCopier.h>
#include <Poco/Timespan.h>

#include <fstream>
#include <sstream>
#include <vector>

namespace mizan::cli {
namespace {

constexpr const char* k_boundary = "----mizan-demonstration-4f2a9c";
constexpr long k_timeout_s = 60;

std::string bytes_of_file(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw StepFailed("the demonstration's document " + file.string() + " cannot be read");
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

std::string reason_of(const nlohmann::json& problem, int status) {
  if (!problem.is_object()) return std::to_string(status);
  std::string reason = std::to_string(status) + " " + problem.value("code", "") + ": " + problem.value("text_en", "");
  if (problem.contains("parts"))
    for (const auto& part : problem["parts"])
      reason += "\n  " + part.value("field", "") + " " + part.value("text_en", "");
  return reason;
}

}  // namespace

struct ApiClient::Connection {
  explicit Connection(std::uint16_t port) : session("127.0.0.1", port) {
    session.setKeepAlive(true);
    session.setTimeout(Poco::Timespan(k_timeout_s, 0));
  }
  Poco::Net::HTTPClientSession session;
};

ApiClient::ApiClient(std::uint16_t port) : m_connection(std::make_unique<Connection>(port)) {}
ApiClient::~ApiClient() = default;

void ApiClient::start_over() {
  m_cookie.clear();
  m_csrf.clear();
}

void ApiClient::need_token() {
  if (m_csrf.empty()) m_csrf = send("GET", "/session", "", "").value("csrf_token", "");
}

void ApiClient::sign_in(const std::string& national_code, const std::string& password) {
  start_over();
  post("/session", {{"national_code", national_code}, {"password", password}});
}

nlohmann::json ApiClient::get(const std::string& path) {
  return send("GET", path, "", "");
}

nlohmann::json ApiClient::post(const std::string& path, const nlohmann::json& body) {
  need_token();
  return send("POST", path, "application/json", body.dump());
}

nlohmann::json ApiClient::put(const std::string& path, const nlohmann::json& body) {
  need_token();
  return send("PUT", path, "application/json", body.dump());
}

nlohmann::json ApiClient::upload(const std::string& path, const std::filesystem::path& file) {
  need_token();
  const std::string delimiter = std::string("--") + k_boundary;
  std::string body = delimiter + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" +
                     file.filename().string() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
  body += bytes_of_file(file);
  body += "\r\n" + delimiter + "--\r\n";
  return send("POST", path, std::string("multipart/form-data; boundary=") + k_boundary, body);
}

nlohmann::json ApiClient::send(const std::string& method, const std::string& path, const std::string& media_type,
                               const std::string& body) {
  const std::string step = method + " " + path;
  try {
    Poco::Net::HTTPRequest request(method, "/api/v1" + path, Poco::Net::HTTPRequest::HTTP_1_1);
    if (!m_cookie.empty()) request.set("Cookie", m_cookie);
    if (method != "GET") {
      request.set("X-Mizan-CSRF", m_csrf);
      request.setContentType(media_type);
      request.setContentLength64(static_cast<Poco::Int64>(body.size()));
    }
    m_connection->session.sendRequest(request) << body;

    Poco::Net::HTTPResponse response;
    std::string text;
    Poco::StreamCopier::copyToString(m_connection->session.receiveResponse(response), text);
    std::vector<Poco::Net::HTTPCookie> cookies;
    response.getCookies(cookies);
    for (const auto& cookie : cookies)
      if (cookie.getName() == "mizan_session") m_cookie = cookie.getName() + "=" + cookie.getValue();

    const int status = response.getStatus();
    const auto json = text.empty() ? nlohmann::json() : nlohmann::json::parse(text, nullptr, false);
    if (status < 200 || status > 299) throw StepFailed(step + " was answered " + reason_of(json, status));
    if (json.is_object() && json.contains("csrf_token")) m_csrf = json["csrf_token"].get<std::string>();
    return json;
  } catch (const Poco::Exception& error) {
    throw StepFailed(step + ": " + error.displayText());
  }
}

}  // namespace mizan::cli
