// SPDX-License-Identifier: GPL-3.0-or-later
// An HTTP client that sends exactly the bytes it is told to.
#pragma once

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace mizan::tests {

struct RawReply {
  int status = 0;  ///< 0: none came
  std::string head;
  std::string body;

  [[nodiscard]] std::string header(const std::string& name) const {
    const auto lower = [](std::string text) {
      std::transform(text.begin(), text.end(), text.begin(),
                     [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
      return text;
    };
    const auto at = lower(head).find("\r\n" + lower(name) + ": ");
    if (at == std::string::npos) return {};
    const auto begin = at + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
  }
  [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(body, nullptr, false); }
};

/// One connection to this machine. Throws std::runtime_error when nobody listens. Waits at most half a minute for
/// anything.
class RawClient {
 public:
  explicit RawClient(int port) : m_socket(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval patience{30, 0};
    setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
      ::close(m_socket);
      throw std::runtime_error("nobody listens");
    }
  }
  ~RawClient() { ::close(m_socket); }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  void send(const std::string& bytes) {
    std::size_t sent = 0;
    while (sent < bytes.size()) {
      const auto more = ::send(m_socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
      if (more <= 0) return;  // the server has closed; what it said before that can still be read
      sent += static_cast<std::size_t>(more);
    }
  }

  RawReply ask(const std::string& request) {
    send(request);
    RawReply reply;
    while (m_held.find("\r\n\r\n") == std::string::npos)
      if (!receive()) return reply;
    const auto end = m_held.find("\r\n\r\n");
    reply.head = m_held.substr(0, end + 2);
    m_held.erase(0, end + 4);
    reply.status = std::stoi(reply.head.substr(reply.head.find(' ') + 1, 3));
    const auto length = reply.header("Content-Length");
    const auto wanted = length.empty() ? 0U : std::stoul(length);
    while (m_held.size() < wanted && receive()) {
    }
    reply.body = m_held.substr(0, wanted);
    m_held.erase(0, wanted);
    return reply;
  }

  /// What comes until the server ends the connection.
  std::string everything() {
    while (receive()) {
    }
    return std::exchange(m_held, {});
  }

  /// Whether the server ends the connection without another byte.
  bool ended() { return m_held.empty() && !receive() && !m_timed_out; }

 private:
  bool receive() {
    std::array<char, 16384> piece{};
    const auto count = ::recv(m_socket, piece.data(), piece.size(), 0);
    m_timed_out = count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
    if (count <= 0) return false;
    m_held.append(piece.data(), static_cast<std::size_t>(count));
    return true;
  }

  int m_socket;
  std::string m_held;
  bool m_timed_out = false;
};

}  // namespace mizan::tests
