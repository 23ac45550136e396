// SPDX-License-Identifier: GPL-3.0-or-later
#include "antivirus/clamd_connection.hpp"

#include "antivirus/trouble.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/Timespan.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <sys/socket.h>

namespace mizan::antivirus {
namespace {

using Poco::Net::SocketAddress;
using Poco::Net::StreamSocket;
using std::chrono::microseconds;

/// What POCO throws, as an outcome of ours.
template <class Work>
auto translated(Trouble otherwise, Work&& work) -> decltype(work()) {
  try {
    return work();
  } catch (const Poco::TimeoutException& error) {
    return fail(unavailable(Trouble::silent, error.displayText()));
  } catch (const Poco::Exception& error) {
    // Of a send whose time is over POCO says no more than what the system said.
    return fail(unavailable(error.code() == EAGAIN ? Trouble::silent : otherwise, error.displayText()));
  }
}

bool is_printable(char c) {
  return c >= ' ' && c <= '~';
}

class PocoConnection final : public ClamdConnection {
 public:
  explicit PocoConnection(Deadline deadline) : m_deadline(deadline) {}

  Outcome connect(const ClamdAddress& address) {
    return translated(Trouble::no_connection, [&]() -> Outcome {
      const auto where = address.path.empty() ? SocketAddress(address.host, address.port)
                                              : SocketAddress(SocketAddress::UNIX_LOCAL, address.path);
      const auto left = time_left();
      if (!left) return fail(left.error());
      m_socket.connect(where, *left);
      m_socket.setBlocking(true);
      return {};
    });
  }

  Outcome send(std::string_view bytes) override {
    return translated(Trouble::broken_off, [&]() -> Outcome {
      while (!bytes.empty()) {
        const auto left = time_left();
        if (!left) return fail(left.error());
        m_socket.setSendTimeout(*left);
        const int sent = m_socket.sendBytes(bytes.data(), static_cast<int>(bytes.size()), MSG_NOSIGNAL);
        if (sent <= 0) return fail(unavailable(Trouble::silent, "it takes no more bytes"));
        bytes.remove_prefix(static_cast<std::size_t>(sent));
      }
      return {};
    });
  }

  bool has_answered() override {
    try {
      return m_socket.poll(Poco::Timespan(0), Poco::Net::Socket::SELECT_READ);
    } catch (const Poco::Exception&) {
      return true;  // what is wrong with it, reading will say
    }
  }

  Result<std::string> answer() override {
    return translated(Trouble::broken_off, [&]() -> Result<std::string> {
      std::string said;
      for (;;) {
        auto got = receive(said);
        if (!got) return fail(std::move(got.error()));
        const auto end = said.find('\0');
        if (end != std::string::npos && end + 1 < said.size())
          return fail(unavailable(Trouble::nonsense, "it said more than one answer"));
        if (end != std::string::npos) return checked(said.substr(0, end));
        if (!*got) return fail(unavailable(Trouble::broken_off, "the connection ended within its answer"));
        if (said.size() > k_longest_answer) return fail(unavailable(Trouble::nonsense, "its answer has no end"));
      }
    });
  }

 private:
  /// A socket takes a time of zero for "for ever", so that an expired deadline must not become one.
  Result<Poco::Timespan> time_left() const {
    const auto left = std::chrono::duration_cast<microseconds>(m_deadline - std::chrono::steady_clock::now());
    if (left < microseconds(1000)) return fail(unavailable(Trouble::silent, "the time for one request is over"));
    return Poco::Timespan(left.count());
  }

  /// False at the end of the connection.
  Result<bool> receive(std::string& into) {
    std::array<char, 512> piece{};
    const auto left = time_left();
    if (!left) return fail(left.error());
    m_socket.setReceiveTimeout(*left);
    const int count = m_socket.receiveBytes(piece.data(), static_cast<int>(piece.size()));
    if (count <= 0) return false;
    into.append(piece.data(), static_cast<std::size_t>(count));
    return true;
  }

  static Result<std::string> checked(std::string said) {
    if (said.size() > k_longest_answer || !std::all_of(said.begin(), said.end(), is_printable))
      return fail(unavailable(Trouble::nonsense, "its answer is no printable text"));
    return said;
  }

  StreamSocket m_socket;
  Deadline m_deadline;
};

}  // namespace

Result<std::unique_ptr<ClamdConnection>> ClamdConnection::open(const ClamdAddress& address, Deadline deadline) {
  auto connection = std::make_unique<PocoConnection>(deadline);
  if (auto connected = connection->connect(address); !connected) return fail(std::move(connected.error()));
  return std::unique_ptr<ClamdConnection>(std::move(connection));
}

}  // namespace mizan::antivirus
