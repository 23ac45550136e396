// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demonstration/server_process.hpp"

#include "cli/demonstration/api_client.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <thread>
#include <utility>

#include <spawn.h>
#include <sys/wait.h>

extern char** environ;

namespace mizan::cli {
namespace {

constexpr std::chrono::seconds k_start_patience{60};
constexpr std::chrono::seconds k_stop_patience{20};
constexpr std::chrono::milliseconds k_look{100};

volatile std::sig_atomic_t g_signalled = 0;
void on_signal(int) {
  g_signalled = 1;
}

bool answers(std::uint16_t port) {
  try {
    static_cast<void>(ApiClient(port).get("/health"));
    return true;
  } catch (const StepFailed&) {
    return false;
  }
}

}  // namespace

ServerProcess::ServerProcess(std::filesystem::path program, std::vector<std::string> arguments, std::uint16_t port)
    : m_program(std::move(program)), m_arguments(std::move(arguments)), m_port(port) {
  struct sigaction action{};
  action.sa_handler = on_signal;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

ServerProcess::~ServerProcess() {
  stop();
}

bool ServerProcess::ended() {
  if (m_pid == 0) return true;
  if (waitpid(m_pid, nullptr, WNOHANG) == 0) return false;
  m_pid = 0;
  return true;
}

void ServerProcess::start() {
  std::string program = m_program.string();
  std::vector<std::string> copies = m_arguments;
  std::vector<char*> arguments{program.data()};
  for (auto& copy : copies) arguments.push_back(copy.data());
  arguments.push_back(nullptr);
  if (posix_spawn(&m_pid, program.c_str(), nullptr, nullptr, arguments.data(), environ) != 0) {
    m_pid = 0;
    throw StepFailed("the server could not be started: " + program);
  }
  const auto deadline = std::chrono::steady_clock::now() + k_start_patience;
  while (!answers(m_port)) {
    if (ended()) throw StepFailed("the server ended while it was starting; its own message stands above");
    if (g_signalled) throw StepFailed("stopped while starting");
    if (std::chrono::steady_clock::now() > deadline) throw StepFailed("the server does not answer");
    std::this_thread::sleep_for(k_look);
  }
}

void ServerProcess::keep_alive_until_signalled() {
  while (!g_signalled) {
    std::this_thread::sleep_for(k_look);
    if (!ended()) continue;
    fmt::print(stderr, "the server ended unexpectedly; starting it again\n");
    start();
  }
}

void ServerProcess::stop() {
  if (m_pid == 0) return;
  kill(m_pid, SIGTERM);
  const auto deadline = std::chrono::steady_clock::now() + k_stop_patience;
  while (!ended()) {
    if (std::chrono::steady_clock::now() > deadline) kill(m_pid, SIGKILL);
    std::this_thread::sleep_for(k_look);
  }
}

}  // namespace mizan::cli
