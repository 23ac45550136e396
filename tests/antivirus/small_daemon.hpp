// SPDX-License-Identifier: GPL-3.0-or-later
// Something that listens where clamd would, and behaves as a test says.
#pragma once

#include <array>
#include <atomic>
#include <cstring>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>
#include <thread>

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

namespace mizan::tests {

/// The daemon's side of one connection.
class DaemonSide {
 public:
  explicit DaemonSide(int socket) : m_socket(socket) {
    const timeval patience{10, 0};
    setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }
  ~DaemonSide() { ::close(m_socket); }
  DaemonSide(const DaemonSide&) = delete;
  DaemonSide& operator=(const DaemonSide&) = delete;

  void say(const std::string& bytes) { static_cast<void>(::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL)); }
  /// What comes up to a zero byte, without it.
  std::string command() {
    std::string text;
    for (char c = 1; ::recv(m_socket, &c, 1, 0) == 1 && c != 0;) text += c;
    return text;
  }
  std::string exactly(std::size_t count) {
    std::string bytes(count, '\0');
    std::size_t got = 0;
    while (got < count) {
      const auto more = ::recv(m_socket, bytes.data() + got, count - got, 0);
      if (more <= 0) break;
      got += static_cast<std::size_t>(more);
    }
    bytes.resize(got);
    return bytes;
  }
  /// The whole stream of an INSTREAM, up to its chunk of no bytes.
  std::string stream() {
    std::string all;
    for (;;) {
      const auto prefix = exactly(4);
      if (prefix.size() < 4) return all;
      std::size_t length = 0;
      for (const char c : prefix) length = length << 8U | static_cast<unsigned char>(c);
      if (length == 0) return all;
      all += exactly(length);
      ++chunks;
    }
  }
  /// Until the other side ends the connection.
  void wait_for_end() {
    std::array<char, 4096> piece{};
    while (::recv(m_socket, piece.data(), piece.size(), 0) > 0) {
    }
  }

  int chunks = 0;

 private:
  int m_socket;
};

/// Serves one connection after the other from a thread of its own.
class SmallDaemon {
 public:
  using Behaviour = std::function<void(DaemonSide&)>;

  SmallDaemon(std::filesystem::path path, Behaviour behaviour)
      : m_path(std::move(path)), m_behaviour(std::move(behaviour)), m_socket(::socket(AF_UNIX, SOCK_STREAM, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, m_path.c_str(), sizeof address.sun_path - 1);
    if (::bind(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        ::listen(m_socket, 8) != 0)
      throw std::runtime_error("no socket at " + m_path.string());
    m_thread = std::thread([this] { serve(); });
  }
  ~SmallDaemon() {
    ::shutdown(m_socket, SHUT_RDWR);
    m_thread.join();
    ::close(m_socket);
    std::filesystem::remove(m_path);
  }
  SmallDaemon(const SmallDaemon&) = delete;
  SmallDaemon& operator=(const SmallDaemon&) = delete;

  [[nodiscard]] std::string address() const { return "unix:" + m_path.string(); }
  [[nodiscard]] int connections() const { return m_connections; }

 private:
  void serve() {
    for (;;) {
      const int client = ::accept(m_socket, nullptr, nullptr);
      if (client < 0) return;
      ++m_connections;
      DaemonSide side(client);
      m_behaviour(side);
    }
  }

  std::filesystem::path m_path;
  Behaviour m_behaviour;
  int m_socket;
  std::atomic<int> m_connections = 0;
  std::thread m_thread;
};

}  // namespace mizan::tests
