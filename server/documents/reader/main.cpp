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

/// Images of a page come and go by the dozen, all of one size: their memory is kept, not given back to the kernel and
/// taken from it again, page fault by page fault. A child lives for one document. False where the library has no such
/// setting.
bool keep_memory() {
  constexpr int k_largest_kept = 32 << 20;  // bytes; glibc takes no more
  constexpr int k_all = 1 << 30;
  return mallopt(M_MMAP_THRESHOLD, k_largest_kept) != 0 && mallopt(M_TRIM_THRESHOLD, k_all) != 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: mizan-reader MODELS, started by mizan with its socket as standard input\n", stderr);
    return 2;
  }
  if (!keep_memory()) std::fputs("mizan-reader: memory of images is not kept, reading is slower\n", stderr);
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
