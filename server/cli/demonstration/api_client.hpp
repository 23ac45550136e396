// SPDX-License-Identifier: GPL-3.0-or-later
// One person's browser, as the demonstration needs it: a session cookie, a CSRF token, JSON and uploads over HTTP.
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

namespace mizan::cli {

/// A step of the demonstration was refused or the server does not answer; what() says which and why. The demonstration
/// is then a failed start, so this is thrown past every step to the command.
class StepFailed : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Talks to the server on this machine. Used by one thread. Every call throws StepFailed on anything but 2xx.
class ApiClient {
 public:
  explicit ApiClient(std::uint16_t port);
  ~ApiClient();
  ApiClient(const ApiClient&) = delete;
  ApiClient& operator=(const ApiClient&) = delete;

  [[nodiscard]] nlohmann::json get(const std::string& path);
  nlohmann::json post(const std::string& path, const nlohmann::json& body = nlohmann::json::object());
  nlohmann::json put(const std::string& path, const nlohmann::json& body);
  /// Sends the file as the part `file` of a multipart body, as a browser does.
  nlohmann::json upload(const std::string& path, const std::filesystem::path& file);

  /// Forgets who was signed in; the next call that needs a session begins a new one.
  void start_over();
  void sign_in(const std::string& national_code, const std::string& password);

 private:
  struct Connection;
  nlohmann::json send(const std::string& method, const std::string& path, const std::string& media_type,
                      const std::string& body);
  void need_token();

  std::unique_ptr<Connection> m_connection;
  std::string m_cookie;
  std::string m_csrf;
};

}  // namespace mizan::cli
