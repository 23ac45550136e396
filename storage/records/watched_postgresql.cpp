// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/watched_postgresql.hpp"

#include "base/log.hpp"

#include <soci/postgresql/soci-postgresql.h>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

namespace mizan::storage {
namespace {

using Steady = std::chrono::steady_clock;

/// Looks now and then at who waits too long. Thread-safe; one for the process.
class Watch {
 public:
  static Watch& of_process() {
    static Watch watch;
    return watch;
  }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  void begin(const void* who, int socket, std::chrono::milliseconds patience) {
    const std::lock_guard lock(m_mutex);
    m_waiting[who] = {socket, Steady::now() + patience};
  }
  void end(const void* who) {
    const std::lock_guard lock(m_mutex);
    m_waiting.erase(who);
  }

 private:
  struct Waiting {
    int socket = -1;
    Steady::time_point until;
  };

  Watch() : m_thread([this] { look(); }) {}
  ~Watch() {
    {
      const std::lock_guard lock(m_mutex);
      m_over = true;
    }
    m_changed.notify_all();
    m_thread.join();
  }

  void look() {
    constexpr std::chrono::milliseconds k_look_every{100};
    std::unique_lock lock(m_mutex);
    while (!m_changed.wait_for(lock, k_look_every, [this] { return m_over; }))
      for (auto it = m_waiting.begin(); it != m_waiting.end();) {
        if (it->second.until > Steady::now()) {
          ++it;
          continue;
        }
        // libpq sees an end of its connection and returns; closing it stays libpq's affair.
        ::shutdown(it->second.socket, SHUT_RDWR);
        log(LogLevel::error, "database.silent", {{"detail", "no answer in time; the connection was cut"}});
        it = m_waiting.erase(it);
      }
  }

  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::map<const void*, Waiting> m_waiting;
  bool m_over = false;
  std::thread m_thread;
};

/// SOCI's own session, with a limit around it. (Debian's library exports the interface of its classes only, so there is
/// nothing to derive from.)
class WatchedSession final : public soci::details::session_backend {
 public:
  explicit WatchedSession(const soci::connection_parameters& parameters)
      : m_inner(soci::factory_postgresql()->make_session(parameters)) {
    // A descriptor of our own: libpq may close its one, and another file get the number, while we look.
    const auto* connection = static_cast<soci::postgresql_session_backend*>(m_inner.get())->conn_;
    m_socket = ::fcntl(PQsocket(connection), F_DUPFD_CLOEXEC, 0);
    static_cast<void>(Watch::of_process());
  }
  ~WatchedSession() override {
    if (m_socket >= 0) ::close(m_socket);
  }
  WatchedSession(const WatchedSession&) = delete;
  WatchedSession& operator=(const WatchedSession&) = delete;

  /// Waits for the server for as long as this lives.
  class Wait {
   public:
    explicit Wait(const WatchedSession& session) : m_session(session) {
      if (session.m_socket >= 0 && session.m_patience.count() > 0)
        Watch::of_process().begin(&session, session.m_socket, session.m_patience);
    }
    ~Wait() { Watch::of_process().end(&m_session); }
    Wait(const Wait&) = delete;
    Wait& operator=(const Wait&) = delete;

   private:
    const WatchedSession& m_session;
  };

  void set_patience(std::chrono::milliseconds patience) { m_patience = patience; }

  bool is_connected() override {
    const Wait wait(*this);
    return m_inner->is_connected();
  }
  void begin() override {
    const Wait wait(*this);
    m_inner->begin();
  }
  void commit() override {
    const Wait wait(*this);
    m_inner->commit();
  }
  void rollback() override {
    const Wait wait(*this);
    m_inner->rollback();
  }
  std::string get_dummy_from_table() const override { return m_inner->get_dummy_from_table(); }
  std::string get_backend_name() const override { return m_inner->get_backend_name(); }
  soci::details::statement_backend* make_statement_backend() override;
  soci::details::rowid_backend* make_rowid_backend() override { return m_inner->make_rowid_backend(); }
  soci::details::blob_backend* make_blob_backend() override { return m_inner->make_blob_backend(); }

 private:
  std::unique_ptr<soci::details::session_backend> m_inner;
  int m_socket = -1;
  std::chrono::milliseconds m_patience{0};
};

class WatchedStatement final : public soci::details::statement_backend {
 public:
  WatchedStatement(const WatchedSession& session, soci::details::statement_backend* inner)
      : m_session(session), m_inner(inner) {}
  ~WatchedStatement() override {
    const WatchedSession::Wait wait(m_session);  // the server is told to forget it
    m_inner.reset();
  }
  WatchedStatement(const WatchedStatement&) = delete;
  WatchedStatement& operator=(const WatchedStatement&) = delete;

  void alloc() override { m_inner->alloc(); }
  void clean_up() override {
    const WatchedSession::Wait wait(m_session);
    m_inner->clean_up();
  }
  void prepare(const std::string& query, soci::details::statement_type type) override {
    const WatchedSession::Wait wait(m_session);
    m_inner->prepare(query, type);
  }
  exec_fetch_result execute(int number) override {
    const WatchedSession::Wait wait(m_session);
    return m_inner->execute(number);
  }
  exec_fetch_result fetch(int number) override {
    const WatchedSession::Wait wait(m_session);
    return m_inner->fetch(number);
  }
  long long get_affected_rows() override { return m_inner->get_affected_rows(); }
  int get_number_of_rows() override { return m_inner->get_number_of_rows(); }
  std::string get_parameter_name(int index) const override { return m_inner->get_parameter_name(index); }
  std::string rewrite_for_procedure_call(const std::string& query) override {
    return m_inner->rewrite_for_procedure_call(query);
  }
  int prepare_for_describe() override {
    const WatchedSession::Wait wait(m_session);
    return m_inner->prepare_for_describe();
  }
  void describe_column(int column, soci::data_type& type, std::string& name) override {
    m_inner->describe_column(column, type, name);
  }
  soci::details::standard_into_type_backend* make_into_type_backend() override {
    return m_inner->make_into_type_backend();
  }
  soci::details::standard_use_type_backend* make_use_type_backend() override {
    return m_inner->make_use_type_backend();
  }
  soci::details::vector_into_type_backend* make_vector_into_type_backend() override {
    return m_inner->make_vector_into_type_backend();
  }
  soci::details::vector_use_type_backend* make_vector_use_type_backend() override {
    return m_inner->make_vector_use_type_backend();
  }

 private:
  const WatchedSession& m_session;
  std::unique_ptr<soci::details::statement_backend> m_inner;
};

soci::details::statement_backend* WatchedSession::make_statement_backend() {
  return new WatchedStatement(*this, m_inner->make_statement_backend());  // SOCI deletes it
}

class WatchedPostgresql final : public soci::backend_factory {
 public:
  soci::details::session_backend* make_session(const soci::connection_parameters& parameters) const override {
    return new WatchedSession(parameters);  // SOCI deletes it
  }
};

}  // namespace

const soci::backend_factory& watched_postgresql() {
  static const WatchedPostgresql factory;
  return factory;
}

void set_patience(soci::session& session, std::chrono::milliseconds patience) {
  if (auto* watched = dynamic_cast<WatchedSession*>(session.get_backend())) watched->set_patience(patience);
}

std::string with_connect_timeout(std::string url, std::chrono::seconds limit) {
  if (url.find("connect_timeout=") != std::string::npos) return url;
  url += url.find('?') == std::string::npos ? '?' : '&';
  return url + "connect_timeout=" + std::to_string(limit.count());
}

}  // namespace mizan::storage
