// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/zygote.hpp"

#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern "C" {
#include <sys/pidfd.h>  // glibc 2.36 forgets the linkage
}

#include "documents/messages.hpp"
#include "documents/reader/confine.hpp"
#include "documents/reader/read_document.hpp"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <exception>
#include <new>
#include <optional>
#include <string>

namespace mizan::documents {
namespace {

using process::Descriptor;

// Exit statuses of a document's process.
constexpr int k_done = 0;
constexpr int k_out_of_memory = 4;
constexpr int k_unexpected = 5;

constexpr int k_protocol_broken = 1;

/// The whole file, read-only, in memory. Empty when it cannot be mapped.
std::string_view mapped(const Descriptor& file) {
  struct stat status{};
  if (fstat(file.number(), &status) != 0 || status.st_size <= 0) return {};
  const auto size = static_cast<std::size_t>(status.st_size);
  auto* const bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
  return bytes == MAP_FAILED ? std::string_view{} : std::string_view(static_cast<const char*>(bytes), size);
}

/// The life of a document's process. Never returns: nothing of the outer process may run in it.
[[noreturn]] void read_and_exit(pid_t parent, const Descriptor& file, Descriptor socket, const Order& order,
                                Recognisers& recognisers) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(k_unexpected);  // it died before the line above took effect
  try {
    if (!confine(order.limits)) _exit(k_unexpected);
    Reply reply(std::move(socket));
    read_document(mapped(file), order, recognisers, reply);
    _exit(k_done);
  } catch (const std::bad_alloc&) {
    _exit(k_out_of_memory);
  } catch (const std::exception&) {
    _exit(k_unexpected);
  }
}

Ended ending(const siginfo_t& info) {
  if (info.si_code == CLD_EXITED) {
    if (info.si_status == k_done) return {Ended::How::exited, ""};
    if (info.si_status == k_out_of_memory) return {Ended::How::memory_limit, "out of memory"};
    return {Ended::How::crashed, "exit status " + std::to_string(info.si_status)};
  }
  if (info.si_status == SIGXCPU) return {Ended::How::cpu_limit, "processor time"};
  return {Ended::How::crashed, std::string("ended by signal ") + strsignal(info.si_status)};
}

/// Waits for the document's process, kills it at the wall limit.
Ended wait_for(pid_t child, std::chrono::seconds wall) {
  const Descriptor handle(pidfd_open(child, 0));
  const auto deadline = std::chrono::steady_clock::now() + wall;
  bool in_time = false;
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
    if (left <= 0) break;
    pollfd entry{handle.number(), POLLIN, 0};
    const int ready = poll(&entry, 1, static_cast<int>(left));
    if (ready > 0 || (ready < 0 && errno != EINTR)) {
      in_time = ready > 0;
      break;
    }
  }
  if (!in_time) kill(child, SIGKILL);
  siginfo_t info{};
  while (waitid(P_PID, static_cast<id_t>(child), &info, WEXITED) != 0 && errno == EINTR) {
  }
  return in_time ? ending(info) : Ended{Ended::How::wall_limit, "wall time"};
}

Ended read_in_child(Descriptor file, Descriptor socket, const Order& order, Recognisers& recognisers) {
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child < 0) return {Ended::How::crashed, std::string("fork: ") + std::strerror(errno)};
  if (child == 0) {
    close(STDIN_FILENO);  // the conversation belongs to the outer process
    read_and_exit(parent, file, std::move(socket), order, recognisers);
  }
  socket = Descriptor();
  file = Descriptor();
  return wait_for(child, order.limits.wall);
}

}  // namespace

int serve_documents(process::FrameChannel control, Recognisers& recognisers) {
  for (;;) {
    auto order_frame = control.receive(k_largest_control_message, process::k_no_deadline);
    if (!order_frame) return order_frame.error() == process::Broken::closed ? 0 : k_protocol_broken;
    auto reply_frame = control.receive(k_largest_control_message, process::k_no_deadline);
    if (!reply_frame) return k_protocol_broken;
    const auto said = message_from(order_frame->payload);
    const auto order =
        said && said->kind == MessageKind::order ? order_from(said->body) : Result<Order>(fail("process.protocol"));
    if (!order || order_frame->descriptor.empty() || reply_frame->descriptor.empty()) return k_protocol_broken;
    const auto ended =
        read_in_child(std::move(order_frame->descriptor), std::move(reply_frame->descriptor), *order, recognisers);
    if (!control.send(message(MessageKind::ended, to_body(ended)), process::k_no_deadline)) return 0;
  }
}

}  // namespace mizan::documents
