// SPDX-License-Identifier: GPL-3.0-or-later
// What libFuzzer calls with every input it makes up.
#include "fuzz/target.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  mizan::fuzz::targets().at(0).try_input({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
