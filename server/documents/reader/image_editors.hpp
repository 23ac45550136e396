// SPDX-License-Identifier: GPL-3.0-or-later
// Programs that change pictures and say so in the files they write.
#pragma once

#include <string>
#include <string_view>

namespace mizan::documents {

/// The name of the image editor that a program's description of itself ("Adobe Photoshop 24.1") means; empty for
/// scanners, cameras, office programs and everything else.
[[nodiscard]] std::string image_editor_in(std::string_view description);

/// The same of a JPEG, PNG or TIFF: what its Exif, XMP and text fields near its start say.
[[nodiscard]] std::string image_editor_of(std::string_view untrusted_bytes);

}  // namespace mizan::documents
