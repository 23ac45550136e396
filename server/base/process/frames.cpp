// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/process/frames.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>

namespace mizan::process {
namespace {

constexpr std::size_t k_header = 4;
constexpr std::size_t k_growth = 1U << 20U;
using Header = std::array<char, k_header>;

Header header_of(std::size_t size) {
  Header header{};
  for (std::size_t i = 0; i < k_header; ++i) header[i] = static_cast<char>((size >> (8U * (k_header - 1 - i))) & 0xFFU);
  return header;
}

std::size_t size_of(const Header& header) {
  std::size_t size = 0;
  for (const char byte : header) size = (size << 8U) | static_cast<unsigned char>(byte);
  return size;
}

/// Milliseconds for poll(2), rounded up so that a deadline is never met early by spinning.
int wait_time(Deadline deadline) {
  if (deadline == k_no_deadline) return -1;
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, std::numeric_limits<int>::max()));
}

std::optional<Broken> wait_for(int socket, short events, Deadline deadline) {
  for (;;) {
    pollfd entry{socket, events, 0};
    const int ready = ::poll(&entry, 1, wait_time(deadline));
    if (ready > 0) return std::nullopt;
    if (ready == 0) return Broken::timeout;
    if (errno != EINTR) return Broken::closed;
  }
}

bool try_again() {
  return errno == EINTR || errno == EAGAIN || errno == EWOULDBLOCK;
}

/// Room for one descriptor beside the data, aligned as the kernel wants it.
union Beside {
  cmsghdr header;
  std::array<char, CMSG_SPACE(sizeof(int))> bytes;
};

ssize_t send_some(int socket, const char* data, std::size_t size, int descriptor) {
  iovec part{const_cast<char*>(data), size};  // sendmsg does not write
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  Beside beside{};
  if (descriptor >= 0) {
    message.msg_control = beside.bytes.data();
    message.msg_controllen = beside.bytes.size();
    cmsghdr* const control = CMSG_FIRSTHDR(&message);
    control->cmsg_level = SOL_SOCKET;
    control->cmsg_type = SCM_RIGHTS;
    control->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(control), &descriptor, sizeof(int));
  }
  return ::sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
}

tl::expected<void, Broken> send_all(int socket, std::string_view data, Deadline deadline, int descriptor) {
  while (!data.empty()) {
    if (const auto broken = wait_for(socket, POLLOUT, deadline)) return tl::unexpected(*broken);
    const auto sent = send_some(socket, data.data(), data.size(), descriptor);
    if (sent < 0 && try_again()) continue;
    if (sent <= 0) return tl::unexpected(Broken::closed);
    descriptor = -1;
    data.remove_prefix(static_cast<std::size_t>(sent));
  }
  return {};
}

ssize_t receive_some(int socket, char* data, std::size_t size, Descriptor& descriptor) {
  iovec part{data, size};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  Beside beside{};
  message.msg_control = beside.bytes.data();
  message.msg_controllen = beside.bytes.size();
  const auto got = ::recvmsg(socket, &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
  if (got < 0) return got;
  for (cmsghdr* control = CMSG_FIRSTHDR(&message); control != nullptr; control = CMSG_NXTHDR(&message, control)) {
    if (control->cmsg_level != SOL_SOCKET || control->cmsg_type != SCM_RIGHTS) continue;
    int number = -1;
    std::memcpy(&number, CMSG_DATA(control), sizeof(int));
    descriptor = Descriptor(number);
  }
  return got;
}

tl::expected<void, Broken> receive_all(int socket, char* data, std::size_t size, Deadline deadline,
                                       Descriptor& descriptor) {
  while (size > 0) {
    if (const auto broken = wait_for(socket, POLLIN, deadline)) return tl::unexpected(*broken);
    const auto got = receive_some(socket, data, size, descriptor);
    if (got < 0 && try_again()) continue;
    if (got <= 0) return tl::unexpected(Broken::closed);
    data += got;
    size -= static_cast<std::size_t>(got);
  }
  return {};
}

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this != &other) {
    if (m_number >= 0) ::close(m_number);
    m_number = std::exchange(other.m_number, -1);
  }
  return *this;
}

Descriptor::~Descriptor() {
  if (m_number >= 0) ::close(m_number);
}

tl::expected<void, Broken> FrameChannel::send(std::string_view payload, Deadline deadline, int descriptor) {
  if (payload.size() > std::numeric_limits<std::uint32_t>::max()) return tl::unexpected(Broken::too_large);
  const auto header = header_of(payload.size());
  if (auto sent = send_all(m_socket.number(), {header.data(), header.size()}, deadline, descriptor); !sent) return sent;
  return send_all(m_socket.number(), payload, deadline, -1);
}

tl::expected<Frame, Broken> FrameChannel::receive(std::size_t limit, Deadline deadline) {
  Frame frame;
  Header header{};
  if (auto got = receive_all(m_socket.number(), header.data(), header.size(), deadline, frame.descriptor); !got)
    return tl::unexpected(got.error());
  const auto size = size_of(header);
  if (size > limit) return tl::unexpected(Broken::too_large);
  while (frame.payload.size() < size) {
    const auto done = frame.payload.size();
    const auto part = std::min(k_growth, size - done);
    frame.payload.resize(done + part);
    if (auto got = receive_all(m_socket.number(), frame.payload.data() + done, part, deadline, frame.descriptor); !got)
      return tl::unexpected(got.error());
  }
  return frame;
}

}  // namespace mizan::process
