// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor.hpp"

#include "base/log.hpp"

#include <algorithm>
#include <csignal>
#include <cstring>
#include <thread>
#include <utility>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace mizan::app {
namespace {

constexpr std::chrono::milliseconds k_look_every{50};

std::string how_it_ended(int status) {
  if (WIFSIGNALED(status)) return "signal " + std::to_string(WTERMSIG(status));
  return "exit " + std::to_string(WEXITSTATUS(status));
}

}  // namespace

Supervisor::Supervisor(SupervisorOptions options)
    : m_options(std::move(options)), m_children(static_cast<std::size_t>(m_options.processes)) {}

Supervisor::~Supervisor() {
  stop(std::chrono::seconds(0));
}

void Supervisor::look() {
  for (auto& child : m_children) {
    int status = 0;
    if (child.pid != 0 && waitpid(child.pid, &status, WNOHANG) == child.pid) bury(child, status);
    if (child.pid == 0 && Steady::now() >= child.start_after) start(child);
  }
}

void Supervisor::start(Child& child) {
  auto command = m_options.command;
  std::vector<char*> arguments;
  arguments.reserve(command.size() + 1);
  for (auto& word : command) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t nothing;
  sigemptyset(&nothing);  // the parent blocks the signals it waits for; a child must hear them
  posix_spawnattr_setsigmask(&attributes, &nothing);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  // A worker that held the server's sockets would keep them open after the server: nobody would be refused, nobody
  // answered.
  posix_spawn_file_actions_t descriptors;
  posix_spawn_file_actions_init(&descriptors);
  posix_spawn_file_actions_addclosefrom_np(&descriptors, STDERR_FILENO + 1);
  const int error =
      posix_spawn(&child.pid, command.front().c_str(), &descriptors, &attributes, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&descriptors);
  posix_spawnattr_destroy(&attributes);
  child.started = Steady::now();
  if (error == 0) {
    log(LogLevel::information, "worker.started", {{"pid", std::to_string(child.pid)}});
    return;
  }
  child.pid = 0;
  child.start_after = Steady::now() + m_options.restart_longest;
  log(LogLevel::error, "worker.not_started", {{"program", command.front()}, {"detail", std::strerror(error)}});
}

void Supervisor::bury(Child& child, int status) {
  log(LogLevel::error, "worker.died", {{"pid", std::to_string(child.pid)}, {"how", how_it_ended(status)}});
  child.pid = 0;
  child.deaths = Steady::now() - child.started > m_options.healthy_after ? 1 : child.deaths + 1;
  auto wait = m_options.restart_first;
  for (int i = 1; i < child.deaths && wait < m_options.restart_longest; ++i) wait *= 2;
  child.start_after = Steady::now() + std::min(wait, m_options.restart_longest);
}

void Supervisor::stop(std::chrono::seconds time) {
  for (const auto& child : m_children)
    if (child.pid != 0) kill(child.pid, SIGTERM);
  const auto deadline = Steady::now() + time;
  bool killed = false;
  while (alive() > 0) {
    for (auto& child : m_children)
      if (child.pid != 0 && waitpid(child.pid, nullptr, WNOHANG) == child.pid) child.pid = 0;
    if (!killed && Steady::now() >= deadline) {
      for (const auto& child : m_children)
        if (child.pid != 0) kill(child.pid, SIGKILL);
      killed = true;
    }
    if (alive() > 0) std::this_thread::sleep_for(k_look_every);
  }
}

int Supervisor::alive() const {
  return static_cast<int>(
      std::count_if(m_children.begin(), m_children.end(), [](const Child& child) { return child.pid != 0; }));
}

}  // namespace mizan::app
