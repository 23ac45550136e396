// SPDX-License-Identifier: GPL-3.0-or-later
// The versions that stored readings are keyed by.
#pragma once

#include <filesystem>
#include <string>

namespace mizan::documents {

/// Changes whenever the same document could be read differently by the same models.
[[nodiscard]] std::string reader_version();

/// `version` of ocr-models/manifest.json; "unknown" when there is no manifest, which the reader refuses to start with.
[[nodiscard]] std::string model_version(const std::filesystem::path& models);

}  // namespace mizan::documents
