// SPDX-License-Identifier: GPL-3.0-or-later
// What in a PDF an honest scan or print does not have: programs, attached files, changes behind a signature, the marks
// of an image editor.
#pragma once

#include "model/reading.hpp"

#include <string_view>
#include <vector>

namespace mizan::documents {

/// Warnings of the document as a whole: "active_content" (param `kind`: JavaScript, Launch, …), "attached_files" (param
/// `count`), "changed_after_signing", "image_editor" (param `program`), and "not_looked_through" of a file that is
/// beyond qpdf, though Poppler may have read it, or has too many objects.
[[nodiscard]] std::vector<ReadingWarning> pdf_signals(std::string_view untrusted_bytes);

}  // namespace mizan::documents
