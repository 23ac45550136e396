// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/zygote.hpp"

#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
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
constexpr int k_unguarded = 6;

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
                                Recognisers& recognisers, const Walls& walls) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  try {
    const auto bytes = mapped(file);
    if (!confine(order.limits, walls)) _exit(k_unguarded);
    if (getppid() != parent) _exit(k_unexpected);  // it died before its death would have been ours
    Reply reply(std::move(socket));
    read_document(bytes, order, recognisers, reply);
    _exit(k_done);
  } catch (const std::bad_alloc&) {
    _exit(k_out_of_memory);
  } catch (const std::exception&) {
    _exit(k_unexpected);
  }
}

Ended ending(int status) {
  if (WIFEXITED(status)) {
    const int code = WEXITSTATUS(status);
    if (code == k_done) return {Ended::How::exited, "", {}};
    if (code == k_out_of_memory) return {Ended::How::memory_limit, "out of memory", {}};
    if (code == k_unguarded) return {Ended::How::crashed, "a protection is missing (reading.required_protections)", {}};
    return {Ended::How::crashed, "exit status " + std::to_string(code), {}};
  }
  if (WTERMSIG(status) == SIGXCPU) return {Ended::How::cpu_limit, "processor time", {}};
  return {Ended::How::crashed, std::string("ended by signal ") + strsignal(WTERMSIG(status)), {}};
}

Usage usage_of(const rusage& used, std::chrono::steady_clock::time_point began) {
  const auto milliseconds = [](const timeval& time) {
    return std::chrono::milliseconds(std::chrono::seconds(time.tv_sec)) +
           std::chrono::milliseconds(time.tv_usec / 1000);
  };
  Usage out;
  out.cpu = milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
  out.wall = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
  out.peak_memory = static_cast<std::uint64_t>(used.ru_maxrss) << 10U;
  return out;
}

/// Waits for the document's process, kills it at the wall limit.
Ended wait_for(pid_t child, std::chrono::seconds wall) {
  const Descriptor handle(pidfd_open(child, 0));
  const auto began = std::chrono::steady_clock::now();
  const auto deadline = began + wall;
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
  int status = 0;
  rusage used{};
  while (wait4(child, &status, 0, &used) < 0 && errno == EINTR) {
  }
  auto ended = in_time ? ending(status) : Ended{Ended::How::wall_limit, "wall time", {}};
  ended.usage = usage_of(used, began);
  return ended;
}

Ended read_in_child(Descriptor file, Descriptor socket, const Order& order, Recognisers& recognisers,
                    const Walls& walls) {
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child < 0) return {Ended::How::crashed, std::string("fork: ") + std::strerror(errno), {}};
  if (child == 0) {
    close(STDIN_FILENO);  // the conversation belongs to the outer process
    read_and_exit(parent, file, std::move(socket), order, recognisers, walls);
  }
  socket = Descriptor();
  file = Descriptor();
  return wait_for(child, order.limits.wall);
}

}  // namespace

int serve_documents(process::FrameChannel control, Recognisers& recognisers, const Walls& walls) {
  for (;;) {
    auto order_frame = control.receive(k_largest_control_message, process::k_no_deadline);
    if (!order_frame) return order_frame.error() == process::Broken::closed ? 0 : k_protocol_broken;
    auto reply_frame = control.receive(k_largest_control_message, process::k_no_deadline);
    if (!reply_frame) return k_protocol_broken;
    const auto said = message_from(order_frame->payload);
    const auto order =
        said && said->kind == MessageKind::order ? order_from(said->body) : Result<Order>(fail("process.protocol"));
    if (!order || order_frame->descriptor.empty() || reply_frame->descriptor.empty()) return k_protocol_broken;
    const auto ended = read_in_child(std::move(order_frame->descriptor), std::move(reply_frame->descriptor), *order,
                                     recognisers, walls);
    if (!control.send(message(MessageKind::ended, to_body(ended)), process::k_no_deadline)) return 0;
  }
}

}  // namespace mizan::documents
