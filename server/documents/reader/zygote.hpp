// SPDX-License-Identifier: GPL-3.0-or-later
// The reader's outer process: warm models, one fork per document.
#pragma once

#include "base/process/frames.hpp"
#include "base/process/sandbox.hpp"
#include "documents/reader/recogniser.hpp"

#include <string>
#include <vector>

namespace mizan::documents {

/// The walls of a document's process, and those of them without which nothing may be parsed.
struct Walls {
  process::Sandbox sandbox;
  std::vector<std::string> required;
};

/// Serves documents until the façade closes the conversation; parses nothing of them itself. Returns the exit status.
[[nodiscard]] int serve_documents(process::FrameChannel control, Recognisers& recognisers, const Walls& walls);

}  // namespace mizan::documents
