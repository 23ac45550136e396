// SPDX-License-Identifier: GPL-3.0-or-later
#include "antivirus/clamd_address.hpp"

#include <charconv>

#include <sys/un.h>

namespace mizan::antivirus {
namespace {

constexpr std::string_view k_unix = "unix:";
constexpr std::string_view k_tcp = "tcp:";
constexpr std::size_t k_longest_path = sizeof(sockaddr_un::sun_path) - 1;
constexpr std::size_t k_longest_host = 253;

std::optional<std::uint16_t> port_of(std::string_view text) {
  unsigned port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc() || end != text.data() + text.size() || port == 0 || port > 65535) return std::nullopt;
  return static_cast<std::uint16_t>(port);
}

std::optional<ClamdAddress> tcp_address(std::string_view text) {
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  auto host = text.substr(0, colon);
  const bool bracketed = host.starts_with('[') && host.ends_with(']');
  if (bracketed) host = host.substr(1, host.size() - 2);
  // Without brackets a colon in the host would leave open where the port begins.
  if (host.empty() || host.size() > k_longest_host || (!bracketed && host.find(':') != std::string_view::npos) ||
      host.find_first_of(" /[]") != std::string_view::npos)
    return std::nullopt;
  const auto port = port_of(text.substr(colon + 1));
  if (!port) return std::nullopt;
  return ClamdAddress{{}, std::string(host), *port};
}

}  // namespace

std::optional<ClamdAddress> clamd_address(std::string_view text) {
  if (text.starts_with(k_tcp)) return tcp_address(text.substr(k_tcp.size()));
  if (!text.starts_with(k_unix)) return std::nullopt;
  const auto path = text.substr(k_unix.size());
  if (!path.starts_with('/') || path.size() > k_longest_path) return std::nullopt;
  return ClamdAddress{std::string(path), {}, 0};
}

}  // namespace mizan::antivirus
