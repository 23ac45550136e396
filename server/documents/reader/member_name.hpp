// SPDX-License-Identifier: GPL-3.0-or-later
// Names of files in a ZIP bundle, whatever program wrote them.
#pragma once

#include <string>
#include <string_view>

namespace mizan::documents {

/// A name as it may be shown: UTF-8 as it is; else Windows-1256 where that makes Persian or Arabic words of it; else
/// code page 437, as the format says. Without control characters and marks of direction; backslashes are slashes; of a
/// long name the end is kept, which is the file's own, behind "…".
[[nodiscard]] std::string member_name(std::string_view untrusted_name);

/// Whether the name, of `member_name` or raw, points outside the bundle: absolute, with a drive, or through "..".
[[nodiscard]] bool leaves_bundle(std::string_view name) noexcept;

}  // namespace mizan::documents
