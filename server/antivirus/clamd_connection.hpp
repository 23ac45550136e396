// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to clamd: one request and its answer, until a deadline.
#pragma once

#include "antivirus/clamd_address.hpp"
#include "base/result.hpp"

#include <chrono>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace mizan::antivirus {

/// Used by one thread. All of it together ends at the deadline, however slowly the other side drips. A peer that closes
/// raises no signal. Fails with `antivirus.unavailable`.
class ClamdConnection {
 public:
  using Deadline = std::chrono::steady_clock::time_point;

  [[nodiscard]] static Result<std::unique_ptr<ClamdConnection>> open(const ClamdAddress& address, Deadline deadline);
  virtual ~ClamdConnection() = default;

  [[nodiscard]] virtual Outcome send(std::string_view bytes) = 0;
  /// Whether something can be read by now (the end of the connection can).
  [[nodiscard]] virtual bool has_answered() = 0;
  /// Everything up to the zero byte that ends an answer, after which clamd must close. Printable ASCII; no more than
  /// k_longest_answer.
  [[nodiscard]] virtual Result<std::string> answer() = 0;
};

inline constexpr std::size_t k_longest_answer = 1024;

}  // namespace mizan::antivirus
