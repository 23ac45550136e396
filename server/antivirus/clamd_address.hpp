// SPDX-License-Identifier: GPL-3.0-or-later
// Where a clamd listens, as the configuration names it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mizan::antivirus {

/// A Unix socket where `path` is not empty, else TCP.
struct ClamdAddress {
  std::string path;
  std::string host;
  std::uint16_t port = 0;
};

/// "unix:/run/clamav/clamd.ctl" (an absolute path that fits a socket address) or "tcp:host:3310" ("tcp:[::1]:3310");
/// nothing for any other text. Nothing is resolved or connected.
[[nodiscard]] std::optional<ClamdAddress> clamd_address(std::string_view text);

}  // namespace mizan::antivirus
