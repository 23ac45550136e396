// SPDX-License-Identifier: GPL-3.0-or-later
// Ownership of Leptonica's images, without its header.
#pragma once

#include <memory>

struct Pix;

namespace mizan::documents {

struct PixDeleter {
  void operator()(Pix* pix) const noexcept;  // image.cpp
};
using PixPtr = std::unique_ptr<Pix, PixDeleter>;

}  // namespace mizan::documents
