// SPDX-License-Identifier: GPL-3.0-or-later
// mizan-reader MODELS [PROTECTION…]: reads documents for a worker over the socket it was started with
// (docs/reader-protocol.md), none of them without the protections named.
#include "base/process/frames.hpp"
#include "documents/reader/prime.hpp"
#include "documents/reader/recogniser.hpp"
#include "documents/reader/zygote.hpp"

#include <malloc.h>
#include <unistd.h>

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

namespace {

using namespace mizan;

/// Images of a page come and go by the dozen, all of one size: their memory is kept, not given back to the kernel and
/// taken from it again, page fault by page fault. A child lives for one document. False where the library has no such
/// setting.
bool keep_memory() {
  constexpr int k_largest_kept = 32 << 20;  // bytes; glibc takes no more
  constexpr int k_all = 1 << 30;
  return mallopt(M_MMAP_THRESHOLD, k_largest_kept) != 0 && mallopt(M_TRIM_THRESHOLD, k_all) != 0;
}

int failed(const Problem& problem) {
  std::fprintf(stderr, "mizan-reader: %s (%s)\n", problem.text_en().c_str(), problem.internal.c_str());
  return 1;
}

int serve(const char* models, std::vector<std::string> required) {
  if (!keep_memory()) std::fputs("mizan-reader: memory of images is not kept, reading is slower\n", stderr);
  auto recognisers = documents::load_recognisers(models);
  if (!recognisers) return failed(recognisers.error());
  if (!documents::prime_libraries())
    std::fputs("mizan-reader: a conversion between character sets is missing, some PDFs will show no text\n", stderr);
  auto sandbox = process::Sandbox::prepare(documents::read_by_libraries());
  if (!sandbox) return failed(sandbox.error());
  const documents::Walls walls{std::move(*sandbox), std::move(required)};
  return documents::serve_documents(process::FrameChannel(process::Descriptor(STDIN_FILENO)), *recognisers, walls);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: mizan-reader MODELS [PROTECTION...], started by mizan with its socket as standard input\n",
               stderr);
    return 2;
  }
  try {
    return serve(argv[1], {argv + 2, argv + argc});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "mizan-reader: %s\n", error.what());
    return 1;
  }
}
