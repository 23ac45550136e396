// SPDX-License-Identifier: GPL-3.0-or-later
// Listens, and gives every connection a thread.
#pragma once

#include "base/result.hpp"
#include "http/router.hpp"
#include "http/server_options.hpp"
#include "workflow/services.hpp"

#include <memory>
#include <span>

namespace mizan::http {

/// POCO's sockets, threads and message parser; the rules of a connection are ours (connection.hpp). Stops when
/// destroyed.
class Server {
 public:
  /// Listens already. Fails with `configuration.invalid` when the address cannot be listened on. `services` and
  /// `routes` outlive the server.
  [[nodiscard]] static Result<std::unique_ptr<Server>> start(const workflow::Services& services,
                                                             std::span<const Route> routes, ServerOptions options);
  virtual ~Server() = default;

  [[nodiscard]] virtual int port() const = 0;
  /// Takes no more connections, ends idle ones, lets requests in hand finish within the configured time, and cuts off
  /// the rest.
  virtual void stop() = 0;
};

}  // namespace mizan::http
