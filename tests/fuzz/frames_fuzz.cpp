// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes on the socket between a worker and the processes it does not trust.
#include "base/process/frames.hpp"
#include "fuzz/target.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <string>

namespace mizan::fuzz {
namespace {

using process::Broken;
using process::Descriptor;

constexpr std::size_t k_limit = 4096;
constexpr std::size_t k_most_input = 64U << 10U;  // what a socket takes without a reader

std::string on_the_wire(std::string_view payload) {
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8)
    out += static_cast<char>((payload.size() >> static_cast<unsigned>(shift)) & 0xFFU);
  return out.append(payload);
}

void try_input(std::string_view untrusted_bytes) {
  untrusted_bytes = untrusted_bytes.substr(0, k_most_input);
  std::array<int, 2> ends{};
  promise(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0, "there are sockets");
  Descriptor theirs(ends[0]);
  process::FrameChannel ours{Descriptor(ends[1])};
  const auto sent =
      untrusted_bytes.empty() ? 0 : ::write(theirs.number(), untrusted_bytes.data(), untrusted_bytes.size());
  promise(sent == static_cast<ssize_t>(untrusted_bytes.size()), "the socket takes the input");
  theirs = Descriptor();
  std::string understood;
  for (;;) {
    const auto frame = ours.receive(k_limit, std::chrono::steady_clock::now() + std::chrono::seconds(5));
    if (!frame) {
      promise(frame.error() != Broken::timeout, "what has ended is not waited for");
      const bool at_the_end = untrusted_bytes.size() == understood.size();
      promise(!at_the_end || frame.error() == Broken::closed, "an end is told from a fault");
      break;
    }
    promise(frame->payload.size() <= k_limit, "a frame keeps its limit");
    promise(frame->descriptor.empty(), "no descriptor comes from nowhere");
    understood += on_the_wire(frame->payload);
    promise(untrusted_bytes.starts_with(understood), "frames are the bytes that were sent");
  }
}

const Registered k_target({"frames", try_input});

}  // namespace
}  // namespace mizan::fuzz
