// SPDX-License-Identifier: GPL-3.0-or-later
// SIGTERM and SIGINT as something to wait for.
#pragma once

#include <chrono>

namespace mizan::cli {

/// Blocks both signals in this thread and in those it starts later. Make it before the first of them.
class WaitedSignals {
 public:
  WaitedSignals();
  /// True when one arrived within `time`.
  [[nodiscard]] bool arrived(std::chrono::milliseconds time) const;
};

}  // namespace mizan::cli
