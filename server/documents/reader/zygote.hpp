// SPDX-License-Identifier: GPL-3.0-or-later
// The reader's outer process: warm models, one fork per document.
#pragma once

#include "base/process/frames.hpp"
#include "documents/reader/recogniser.hpp"

namespace mizan::documents {

/// Serves documents until the façade closes the conversation; parses nothing of them itself. Returns the exit status.
[[nodiscard]] int serve_documents(process::FrameChannel control, Recognisers& recognisers);

}  // namespace mizan::documents
