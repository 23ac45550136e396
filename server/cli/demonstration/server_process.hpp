// SPDX-License-Identifier: GPL-3.0-or-later
// `mizan serve` as a child of the demonstration: started, waited for, started again when it dies, stopped.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mizan::cli {

/// Owns the child: destroying it stops the server. Used by one thread.
class ServerProcess {
 public:
  ServerProcess(std::filesystem::path program, std::vector<std::string> arguments, std::uint16_t port);
  ~ServerProcess();
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  /// Starts it and returns once /health answers. Throws StepFailed when it ends or stays silent.
  void start();
  /// Returns when a signal to stop has come (SIGINT or SIGTERM); a server that dies meanwhile is started again.
  void keep_alive_until_signalled();
  /// Asks it to stop and waits; kills it when it does not.
  void stop();

 private:
  [[nodiscard]] bool ended();

  std::filesystem::path m_program;
  std::vector<std::string> m_arguments;
  std::uint16_t m_port;
  pid_t m_pid = 0;
};

}  // namespace mizan::cli
