// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/server.hpp"

#include "base/log.hpp"
#include "http/connection.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/TCPServer.h>
#include <Poco/Net/TCPServerConnectionFactory.h>
#include <Poco/ThreadPool.h>

#include <utility>

namespace mizan::http {
namespace {

namespace net = Poco::Net;

constexpr int k_backlog = 512;
constexpr int k_idle_thread = 60;  // seconds until a thread without a connection ends
// Small enough that no kernel backs a stack with huge pages: hundreds of connections would then hold gigabytes.
constexpr int k_stack_bytes = 1 << 20;

net::HTTPServerParams::Ptr params_of(const ServerOptions& options) {
  net::HTTPServerParams::Ptr params = new net::HTTPServerParams;
  params->setMaxThreads(options.threads);
  params->setMaxQueued(options.queued);
  params->setKeepAlive(true);
  params->setKeepAliveTimeout(Poco::Timespan(options.idle.count(), 0));
  params->setTimeout(Poco::Timespan(options.request_time.count(), 0));
  return params;
}

class Factory final : public net::TCPServerConnectionFactory {
 public:
  Factory(net::HTTPServerParams::Ptr params, const Endpoint& endpoint, const ServerOptions& options, Watchdog& watchdog)
      : m_params(std::move(params)), m_endpoint(endpoint), m_options(options), m_watchdog(watchdog) {}

  net::TCPServerConnection* createConnection(const net::StreamSocket& socket) override {
    return new Connection(socket, m_params, m_endpoint, m_options, m_watchdog);  // POCO takes ownership
  }

 private:
  net::HTTPServerParams::Ptr m_params;
  const Endpoint& m_endpoint;
  const ServerOptions& m_options;
  Watchdog& m_watchdog;
};

class PocoServer final : public Server {
 public:
  PocoServer(const workflow::Services& services, std::span<const Route> routes, ServerOptions options)
      : m_options(std::move(options)),
        m_endpoint(services, routes, m_options),
        m_threads("http", 2, m_options.threads + 1, k_idle_thread, k_stack_bytes) {
    const auto params = params_of(m_options);
    m_socket.bind(net::SocketAddress(m_options.address, static_cast<Poco::UInt16>(m_options.port)), true);
    m_socket.listen(k_backlog);
    m_server = std::make_unique<net::TCPServer>(new Factory(params, m_endpoint, m_options, m_watchdog), m_threads,
                                                m_socket, params);
    m_server->start();
  }

  ~PocoServer() override { stop(); }

  int port() const override { return m_socket.address().port(); }

  void stop() override {
    if (std::exchange(m_stopped, true)) return;
    m_server->stop();
    m_socket.close();
    m_watchdog.stop(m_options.stop_time);
    // A connection that is cut off still needs the watchdog's grace before its thread notices.
    if (!m_watchdog.wait_until_empty(m_options.stop_time + std::chrono::seconds(10)))
      log(LogLevel::error, "http.stop", {{"detail", "a connection did not end"}});
    m_threads.joinAll();
  }

 private:
  ServerOptions m_options;
  Watchdog m_watchdog;
  Endpoint m_endpoint;
  Poco::ThreadPool m_threads;
  net::ServerSocket m_socket;
  std::unique_ptr<net::TCPServer> m_server;
  bool m_stopped = false;
};

}  // namespace

Result<std::unique_ptr<Server>> Server::start(const workflow::Services& services, std::span<const Route> routes,
                                              ServerOptions options) {
  const auto where = options.address + ":" + std::to_string(options.port);
  try {
    return std::unique_ptr<Server>(std::make_unique<PocoServer>(services, routes, std::move(options)));
  } catch (const Poco::Exception& error) {
    return fail(Problem("configuration.invalid", error.displayText())
                    .with("key", "[server] " + where)
                    .with("reason", error.displayText()));
  }
}

}  // namespace mizan::http
