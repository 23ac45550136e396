// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/databases.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <atomic>
#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace mizan::tests {
namespace {

using namespace std::chrono_literals;

/// One server per test program.
class PrivatePostgresql {
 public:
  static PrivatePostgresql& running() {
    static PrivatePostgresql server;
    return server;
  }
  PrivatePostgresql(const PrivatePostgresql&) = delete;
  PrivatePostgresql& operator=(const PrivatePostgresql&) = delete;

  [[nodiscard]] std::string url(const std::string& database) const {
    return "postgresql:///" + database + "?host=" + m_folder.path().string() + "&user=mizan";
  }
  void execute(const std::string& statement) {
    soci::session session(soci::postgresql, url("postgres"));
    session << statement;
  }

 private:
  PrivatePostgresql() {
    const auto script = std::string(MIZAN_SOURCE_DIR) + "/tests/support/postgresql";
    const auto log = (m_folder.path() / "log").string();
    const auto folder = m_folder.path().string();
    m_process = ::fork();
    if (m_process == 0) {
      const int output = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
      for (const int descriptor : {STDOUT_FILENO, STDERR_FILENO}) ::dup2(output, descriptor);
      ::execl(script.c_str(), script.c_str(), folder.c_str(), nullptr);
      ::_exit(127);
    }
    wait_until_it_answers(log);
  }

  ~PrivatePostgresql() {
    ::kill(m_process, SIGINT);
    ::waitpid(m_process, nullptr, 0);
  }

  void wait_until_it_answers(const std::string& log) {
    const auto deadline = std::chrono::steady_clock::now() + 90s;
    while (std::chrono::steady_clock::now() < deadline) {
      if (::waitpid(m_process, nullptr, WNOHANG) == m_process) break;
      try {
        execute("SELECT 1");
        return;
      } catch (const soci::soci_error&) {
        std::this_thread::sleep_for(50ms);
      }
    }
    std::ostringstream text;
    text << std::ifstream(log).rdbuf();
    throw std::runtime_error("the private PostgreSQL does not start:\n" + text.str());
  }

  TemporaryFolder m_folder;
  ::pid_t m_process = -1;
};

}  // namespace

FreshDatabase::FreshDatabase(DatabaseKind kind) : m_kind(kind) {
  if (kind == DatabaseKind::sqlite) {
    m_folder = std::make_unique<TemporaryFolder>();
    m_url = "sqlite://" + (m_folder->path() / "mizan.db").string();
    return;
  }
  static std::atomic<int> count = 0;
  m_name = "test_" + std::to_string(++count);
  auto& server = PrivatePostgresql::running();
  server.execute("CREATE DATABASE " + m_name);
  m_url = server.url(m_name);
}

FreshDatabase::~FreshDatabase() {
  if (m_kind == DatabaseKind::sqlite) return;
  try {
    PrivatePostgresql::running().execute("DROP DATABASE " + m_name + " WITH (FORCE)");
  } catch (const soci::soci_error&) {
    ADD_FAILURE() << "the database " << m_name << " could not be dropped";
  }
}

}  // namespace mizan::tests
