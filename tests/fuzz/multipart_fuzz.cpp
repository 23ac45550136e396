// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies of form data: a line with the Content-Type, then the body.
#include "fuzz/input.hpp"
#include "fuzz/memory_body.hpp"
#include "fuzz/target.hpp"
#include "http/multipart.hpp"

#include <string>

namespace mizan::fuzz {
namespace {

constexpr std::uint64_t k_limit = 4096;

struct Seen {
  std::string content, name, refusal;
  friend bool operator==(const Seen&, const Seen&) = default;
};

Seen receive(std::string_view type, std::string_view bytes, std::size_t piece) {
  MemoryBody body(bytes, piece);
  auto upload = http::open_multipart(type, body, k_limit);
  if (!upload) return {{}, {}, std::string(upload.error().code.id())};
  Seen seen;
  seen.name = (*upload)->file_name();
  const auto streamed = (*upload)->stream([&](std::span<const std::byte> part) -> Outcome {
    seen.content.append(reinterpret_cast<const char*>(part.data()), part.size());
    return {};
  });
  if (!streamed) {
    seen.refusal = streamed.error().code.id();
    seen.content.clear();  // how much came before the refusal depends on the pieces
  }
  return seen;
}

void try_input(std::string_view untrusted_bytes) {
  Input input(untrusted_bytes);
  const auto type = input.line();
  const auto whole = receive(type, input.rest(), input.rest().size() + 1);
  promise(whole.refusal.empty() || whole.refusal == "request.malformed" || whole.refusal == "evidence.too_large",
          "a bad body is refused with a known code");
  promise(whole.content.size() <= k_limit, "a file keeps its limit");
  promise(input.rest().find(whole.content) != std::string_view::npos, "a file is a part of the body");
  promise(is_utf8(whole.name) && whole.name.size() <= 255, "a name is a short text");
  for (const std::size_t piece : {1U, 2U, 7U})
    promise(receive(type, input.rest(), piece) == whole, "a body means the same whatever the pieces");
}

const Registered k_target({"multipart", try_input});

}  // namespace
}  // namespace mizan::fuzz
