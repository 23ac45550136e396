// SPDX-License-Identifier: GPL-3.0-or-later
// Why a virus scanner gave no answer, in words.
#pragma once

#include "base/problem.hpp"

#include <string>
#include <string_view>

namespace mizan::antivirus {

enum class Trouble {
  not_configured,
  no_connection,  ///< nobody listens there
  silent,         ///< connected, but the time was over before the answer
  broken_off,     ///< the connection ended within a request or an answer
  nonsense,       ///< what it said is none of its protocol's answers, or came before it had everything
  stream_limit,   ///< the file is larger than it takes (clamd's StreamMaxLength)
  scan_limit,     ///< the file is beyond what it looks at (MaxScanSize, MaxFileSize, …)
  own_error,      ///< it answered that something went wrong on its side
};

/// `antivirus.unavailable` with the reason for people; `detail` is for the log.
[[nodiscard]] Problem unavailable(Trouble trouble, const std::string& detail = {});

/// The same again from the internal text that a job kept of it.
[[nodiscard]] Problem unavailable_as_logged(std::string_view internal);

}  // namespace mizan::antivirus
