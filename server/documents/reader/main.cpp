// SPDX-License-Identifier: GPL-3.0-or-later
// mizan-reader MODELS: reads documents for a worker over the socket it was started with (docs/reader-protocol.md).
#include "base/process/frames.hpp"
#include "documents/reader/recogniser.hpp"
#include "documents/reader/zygote.hpp"

#include <malloc.h>
#include <unistd.h>

#include <cstdio>
#include <exception>

namespace {

/// Images are mapped, and stay so however many were freed: the kernel hands out zeroes, which the heap would have to
/// write (a fifth of the time of a page). False where the library has no such setting.
bool map_images() {
  constexpr int k_image = 128 << 10;  // bytes
  return mallopt(M_MMAP_THRESHOLD, k_image) != 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: mizan-reader MODELS, started by mizan with its socket as standard input\n", stderr);
    return 2;
  }
  if (!map_images()) std::fputs("mizan-reader: images are not mapped, reading is slower\n", stderr);
  try {
    auto recognisers = mizan::documents::load_recognisers(argv[1]);
    if (!recognisers) {
      std::fprintf(stderr, "mizan-reader: %s\n", recognisers.error().text_en().c_str());
      return 1;
    }
    return mizan::documents::serve_documents(mizan::process::FrameChannel(mizan::process::Descriptor(STDIN_FILENO)),
                                             *recognisers);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "mizan-reader: %s\n", error.what());
    return 1;
  }
}
