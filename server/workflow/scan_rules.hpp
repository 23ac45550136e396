// SPDX-License-Identifier: GPL-3.0-or-later
// The named rules of virus scanning; the configuration sets them (section [antivirus]).
#pragma once

namespace mizan::workflow {

struct ScanRules {
  bool configured = false;  ///< there is a scanner to ask
  bool required = false;    ///< what was not scanned is shown to its sender only

  /// Whether documents wait for a verdict at all. Where it is required and nothing is configured, they wait until it
  /// is.
  [[nodiscard]] bool wanted() const noexcept { return configured || required; }
};

}  // namespace mizan::workflow
