// SPDX-License-Identifier: GPL-3.0-or-later
// What in a PDF an honest scan or print does not have: programs, attached files, changes behind a signature, the marks
// of an image editor.
#pragma once

#include "model/reading.hpp"

#include <string_view>
#include <vector>

namespace mizan::documents {

/// Warnings of the document as a whole: "active_content" (param `kind`: JavaScript, Launch, …), "attached_files" (param
/// `count`), "changed_after_signing", "image_editor" (param `program`). None of a file that qpdf cannot open: Poppler
/// may still have read it.
[[nodiscard]] std::vector<ReadingWarning> pdf_signals(std::string_view untrusted_bytes);

}  // namespace mizan::documents
