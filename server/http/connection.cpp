// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/connection.hpp"

#include "base/log.hpp"
#include "http/framing.hpp"
#include "http/header_value.hpp"
#include "http/problem_reply.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/HTTPServerResponseImpl.h>
#include <Poco/Net/HTTPServerSession.h>
#include <Poco/Net/NetException.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <exception>
#include <ostream>
#include <utility>

namespace mizan::http {
namespace {

namespace net = Poco::Net;

constexpr int k_checksum_mismatch = 460;                // of the tus protocol; POCO has no word for it
constexpr std::uint64_t k_worth_draining = 64U << 10U;  // an unread body up to this costs less than a new connection
constexpr std::chrono::seconds k_drain_time{2};         // in which that must be there
constexpr std::uint64_t k_linger_bytes = 64U << 20U;    // what a client may still send before it looks at a refusal
constexpr std::chrono::seconds k_linger_time{20};

RawRequest raw_of(const net::HTTPRequest& request) {
  RawRequest raw{request.getMethod(), request.getURI(), request.getVersion(), {}};
  for (const auto& [name, value] : request) raw.headers.emplace_back(name, value);
  return raw;
}

Parameters headers_of(const RawRequest& raw) {
  Parameters headers;
  for (const auto& [name, value] : raw.headers) {
    const auto lower = lower_case(name);
    auto& joined = headers[lower];
    joined += (joined.empty() ? "" : lower == "cookie" ? "; " : ", ") + value;
  }
  return headers;
}

/// POCO's session with its reading uncovered: behind the head of a request, a body is read without a stream between.
class Session final : public net::HTTPServerSession {
 public:
  using HTTPServerSession::HTTPServerSession;
  using HTTPServerSession::read;
};

/// The body as the socket gives it: POCO's streams would cut it into pieces of a few kilobytes and copy each. A 100
/// Continue goes out only when somebody wants the body.
class PocoBody final : public BodySource {
 public:
  PocoBody(net::HTTPServerRequestImpl& request, net::HTTPServerResponseImpl& response, std::uint64_t length,
           Session& session, Watchdog::Watch& watch)
      : m_request(request), m_response(response), m_length(length), m_session(session), m_watch(watch) {}

  std::uint64_t length() const override { return m_length; }
  std::uint64_t left() const { return m_length - m_read; }

  Result<std::size_t> read(std::span<std::byte> into) override {
    const auto wanted = std::min<std::uint64_t>(into.size(), left());
    if (wanted == 0) return 0;
    if (std::exchange(m_announced, true) == false && m_request.getExpectContinue()) m_response.sendContinue();
    const int got = read_some({into.data(), static_cast<std::size_t>(wanted)});
    if (m_watch.over() || got == k_silent) return fail("request.timeout");
    if (got <= 0) return fail("request.malformed", "the body ends early");
    m_read += static_cast<std::uint64_t>(got);
    return static_cast<std::size_t>(got);
  }

  void interrupt() override { m_watch.end(); }

 private:
  static constexpr int k_gone = 0, k_silent = -1;

  int read_some(std::span<std::byte> into) {
    try {
      return m_session.read(reinterpret_cast<char*>(into.data()), static_cast<std::streamsize>(into.size()));
    } catch (const Poco::TimeoutException&) {
      return k_silent;
    } catch (const Poco::Exception&) {
      return k_gone;
    }
  }

  net::HTTPServerRequestImpl& m_request;
  net::HTTPServerResponseImpl& m_response;
  std::uint64_t m_length;
  Session& m_session;
  Watchdog::Watch& m_watch;
  std::uint64_t m_read = 0;
  bool m_announced = false;
};

/// Reads on and throws away; false when not all of it came.
bool drain(PocoBody& body, std::uint64_t limit) {
  std::array<std::byte, 16U << 10U> waste;
  std::uint64_t drained = 0;
  while (body.left() > 0 && drained < limit) {
    const auto read = body.read(waste);
    if (!read) return false;
    drained += *read;
  }
  return body.left() == 0;
}

/// All of it is on its way when this returns: POCO's own `sendBuffer` keeps it until the response is destroyed.
void send(net::HTTPServerResponseImpl& response, const Reply& reply, std::string_view method) {
  response.setStatus(static_cast<net::HTTPResponse::HTTPStatus>(reply.status));
  response.setReason(reply.status == k_checksum_mismatch ? "Checksum Mismatch"
                                                         : net::HTTPResponse::getReasonForStatus(response.getStatus()));
  for (const auto& [name, value] : reply.headers) {
    auto clean = value;
    std::replace_if(
        clean.begin(), clean.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
    response.add(name, clean);
  }
  const auto body = reply.body();
  const bool bodiless = reply.status == 204 || reply.status == 304;
  if (!bodiless) response.setContentLength64(static_cast<Poco::Int64>(body.size()));
  auto& out = response.send();
  if (!bodiless && method != "HEAD") out.write(body.data(), static_cast<std::streamsize>(body.size()));
  out.flush();
}

/// The client, or what a trusted proxy says of it: the last address that is not itself a trusted proxy.
std::string client_address(const ServerOptions& options, std::string peer, const Parameters& headers) {
  const auto trusted = [&](std::string_view address) {
    return std::find(options.trusted_proxies.begin(), options.trusted_proxies.end(), address) !=
           options.trusted_proxies.end();
  };
  const auto forwarded = headers.find("x-forwarded-for");
  if (forwarded == headers.end()) return peer;
  std::string_view rest = forwarded->second;
  while (trusted(peer) && !rest.empty()) {
    const auto comma = rest.rfind(',');
    peer = trimmed(comma == std::string_view::npos ? rest : rest.substr(comma + 1));
    rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(0, comma);
  }
  return peer.substr(0, 64);
}

/// What the pieces of one connection share.
struct Desk {
  Session& session;
  const Endpoint& endpoint;
  const ServerOptions& options;
  Watchdog& watchdog;
  Watchdog::Watch& watch;
};

enum class Next { another_request, close };

/// Whether nothing is left of the body. A short rest is read when it comes at once; one that drips must not hold the
/// thread for the time of an upload.
bool finished(Desk& desk, PocoBody& body, bool waits_to_send) {
  if (body.left() == 0) return true;
  if (body.left() > k_worth_draining || waits_to_send) return false;
  desk.watch.arm(k_drain_time, Watchdog::Phase::busy);
  const bool drained = drain(body, k_worth_draining);
  desk.watch.arm(desk.options.request_time, Watchdog::Phase::busy);
  return drained;
}

/// Sends the refusal and lets the client read it: an unread rest would make the kernel reset the connection.
Next close_politely(Desk& desk, PocoBody& body) {
  desk.session.socket().shutdownSend();
  desk.watch.arm(k_linger_time, Watchdog::Phase::busy);
  drain(body, k_linger_bytes);
  return Next::close;
}

Next serve(Desk& desk, net::HTTPServerRequestImpl& request, net::HTTPServerResponseImpl& response) {
  const auto began = Watchdog::Steady::now();
  const auto raw = raw_of(request);
  const auto framing = check_framing(raw);
  response.setVersion(raw.version == "HTTP/1.0" ? "HTTP/1.0" : "HTTP/1.1");
  response.setDate(Poco::Timestamp());
  if (!framing.refusal.empty()) {
    log(LogLevel::debug, "http.refused",
        {{"peer", desk.session.clientAddress().toString()}, {"detail", framing.refusal}});
    response.setKeepAlive(false);
    send(response, problem_reply("request.malformed"), "GET");
    return Next::close;
  }
  PocoBody body(request, response, framing.body_length, desk.session, desk.watch);
  const auto question = raw.target.find('?');
  auto headers = headers_of(raw);
  auto address = client_address(desk.options, desk.session.clientAddress().host().toString(), headers);
  Request asked{raw.method,
                raw.target.substr(0, question),
                question == std::string::npos ? std::string() : raw.target.substr(question + 1),
                std::move(headers),
                std::move(address),
                body};
  const bool upload = desk.endpoint.takes_upload(asked.method, asked.path);
  desk.watch.arm(upload ? desk.options.upload_time : desk.options.request_time, Watchdog::Phase::busy);

  const auto reply = desk.endpoint.answer(asked);
  const bool clean = finished(desk, body, request.getExpectContinue());
  const bool keep =
      clean && request.getKeepAlive() && desk.session.canKeepAlive() && !desk.watchdog.stopping() && !desk.watch.over();
  response.setKeepAlive(keep);
  send(response, reply, asked.method);
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Watchdog::Steady::now() - began);
  log(LogLevel::debug, "http.request",
      {{"method", asked.method},
       {"path", asked.path},
       {"status", std::to_string(reply.status)},
       {"ms", std::to_string(took.count())}});
  if (keep) {
    desk.session.setKeepAlive(true);
    return Next::another_request;
  }
  return clean ? Next::close : close_politely(desk, body);
}

/// POCO's parser refused the head of the request: a plain answer, and the end.
void refuse_head(net::HTTPServerSession& session) {
  net::HTTPServerResponseImpl response(session);
  response.setVersion("HTTP/1.1");
  response.setKeepAlive(false);
  send(response, problem_reply("request.malformed"), "GET");
}

Next serve_one(Desk& desk) {
  net::HTTPServerResponseImpl response(desk.session);
  std::unique_ptr<net::HTTPServerRequestImpl> request;
  try {
    request = std::make_unique<net::HTTPServerRequestImpl>(response, desk.session, nullptr);
  } catch (const net::NoMessageException&) {
    return Next::close;
  } catch (const net::NetException&) {
    if (!desk.watch.over()) refuse_head(desk.session);
    return Next::close;
  } catch (const Poco::SyntaxException&) {  // a Content-Length that is no number
    refuse_head(desk.session);
    return Next::close;
  }
  return serve(desk, *request, response);
}

}  // namespace

Connection::Connection(const net::StreamSocket& socket, net::HTTPServerParams::Ptr params, const Endpoint& endpoint,
                       const ServerOptions& options, Watchdog& watchdog)
    : TCPServerConnection(socket),
      m_params(std::move(params)),
      m_endpoint(endpoint),
      m_options(options),
      m_watchdog(watchdog) {}

void Connection::run() {
  try {
    Session session(socket(), m_params);
    Watchdog::Watch watch(m_watchdog, session.socket().impl()->sockfd());  // gone before the session closes the socket
    Desk desk{session, m_endpoint, m_options, m_watchdog, watch};
    Next next = Next::another_request;
    while (next == Next::another_request) {
      watch.arm(m_options.idle, Watchdog::Phase::idle);
      if (m_watchdog.stopping() || !session.hasMoreRequests()) break;
      watch.arm(m_options.header_time, Watchdog::Phase::busy);
      next = serve_one(desk);
    }
  } catch (const Poco::Exception& error) {  // the client went away, or was cut off
    log(LogLevel::debug, "http.connection_lost", {{"detail", error.displayText()}});
  } catch (const std::exception& error) {
    log(LogLevel::error, "http.connection", {{"detail", error.what()}});
  }
}

}  // namespace mizan::http
