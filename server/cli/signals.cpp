// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/signals.hpp"

#include <csignal>
#include <ctime>

namespace mizan::cli {
namespace {

sigset_t ending() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  return set;
}

}  // namespace

WaitedSignals::WaitedSignals() {
  const auto set = ending();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

bool WaitedSignals::arrived(std::chrono::milliseconds time) const {
  const auto set = ending();
  timespec wait{};
  wait.tv_sec = time.count() / 1000;
  wait.tv_nsec = (time.count() % 1000) * 1'000'000;
  return sigtimedwait(&set, nullptr, &wait) > 0;
}

}  // namespace mizan::cli
