// SPDX-License-Identifier: GPL-3.0-or-later
// One connection from its first byte to its last: requests in, replies out, within their times.
#pragma once

#include "http/endpoint.hpp"
#include "http/server_options.hpp"
#include "http/watchdog.hpp"

#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/TCPServerConnection.h>

namespace mizan::http {

/// Instead of POCO's own connection, which takes an unread body for the next request, trusts any Content-Length, knows
/// no deadline of a whole request, and drops the connection at a std::exception. One thread each.
class Connection final : public Poco::Net::TCPServerConnection {
 public:
  Connection(const Poco::Net::StreamSocket& socket, Poco::Net::HTTPServerParams::Ptr params, const Endpoint& endpoint,
             const ServerOptions& options, Watchdog& watchdog);
  void run() override;

 private:
  Poco::Net::HTTPServerParams::Ptr m_params;
  const Endpoint& m_endpoint;
  const ServerOptions& m_options;
  Watchdog& m_watchdog;
};

}  // namespace mizan::http
