// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/multipart.hpp"

#include "base/file_name.hpp"
#include "http/header_value.hpp"
#include "workflow/evidence/evidence_place.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace mizan::http {
namespace {

constexpr std::size_t k_buffer = 64U << 10U;
constexpr std::size_t k_longest_header = 8U << 10U;
constexpr std::size_t k_longest_boundary = 70;
constexpr int k_most_parts = 16;

tl::unexpected<Problem> broken(std::string why) {
  return fail("request.malformed", "multipart: " + std::move(why));
}

/// Everything up to a marker, piece by piece. The buffer never holds more than its size; a piece that could be the
/// beginning of the marker waits for more bytes.
class Scanner {
 public:
  explicit Scanner(BodySource& body) : m_body(body), m_buffer(k_buffer) {}

  /// Hands what stands before `marker` to `sink` and leaves the marker consumed. `broken` when the body ends first.
  template <class Sink>
  Outcome until(std::string_view marker, Sink&& sink) {
    for (;;) {
      const std::string_view held = view();
      const auto at = held.find(marker);
      const auto safe = at != std::string_view::npos ? at : held.size() - std::min(held.size(), marker.size() - 1);
      if (safe > 0)
        if (auto taken = sink(std::as_bytes(std::span(held.substr(0, safe)))); !taken) return taken;
      m_begin += safe;
      if (at != std::string_view::npos) {
        m_begin += marker.size();
        return {};
      }
      auto more = refill();
      if (!more) return fail(std::move(more.error()));
      if (*more == 0) return broken("the body ends inside a part");
    }
  }

  /// The next `count` bytes.
  Result<std::string> take(std::size_t count) {
    while (view().size() < count) {
      auto more = refill();
      if (!more) return fail(std::move(more.error()));
      if (*more == 0) return broken("the body ends early");
    }
    std::string taken(view().substr(0, count));
    m_begin += count;
    return taken;
  }

 private:
  [[nodiscard]] std::string_view view() const { return {m_buffer.data() + m_begin, m_end - m_begin}; }

  Result<std::size_t> refill() {
    if (m_begin > 0) {
      std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
      m_end -= m_begin;
      m_begin = 0;
    }
    auto read = m_body.read(std::as_writable_bytes(std::span(m_buffer).subspan(m_end)));
    if (read) m_end += *read;
    return read;
  }

  BodySource& m_body;
  std::vector<char> m_buffer;
  std::size_t m_begin = 0;
  std::size_t m_end = 0;
};

constexpr auto k_nowhere = [](std::span<const std::byte>) -> Outcome { return {}; };

struct PartHeader {
  std::string name;
  std::string file_name;
};

/// The lines up to the empty one; only Content-Disposition counts.
Result<PartHeader> read_part_header(Scanner& scanner) {
  PartHeader header;
  std::size_t total = 0;
  for (;;) {
    std::string line;
    auto read = scanner.until("\r\n", [&](std::span<const std::byte> piece) -> Outcome {
      total += piece.size();
      if (total > k_longest_header) return broken("a part's header is too long");
      line.append(reinterpret_cast<const char*>(piece.data()), piece.size());
      return {};
    });
    if (!read) return fail(std::move(read.error()));
    if (line.empty()) return header;
    const auto colon = line.find(':');
    if (colon == std::string::npos) return broken("a part's header has no colon");
    if (lower_case(std::string_view(line).substr(0, colon)) != "content-disposition") continue;
    const auto value = parse_header_value(std::string_view(line).substr(colon + 1));
    if (value.word != "form-data") return broken("a part is no form-data");
    header.name = value.parameter("name");
    header.file_name = value.parameter("filename");
  }
}

class MultipartUpload final : public Upload {
 public:
  MultipartUpload(std::string boundary, BodySource& body, std::uint64_t limit)
      : m_boundary(std::move(boundary)), m_scanner(body), m_limit(limit) {}

  /// Leaves the scanner at the first byte of the part `file`.
  Outcome find_file() {
    auto first =
        m_scanner.take(m_boundary.size() + 2);  // preambles are allowed by the standard, sent by nobody, refused here
    if (!first) return fail(std::move(first.error()));
    if (*first != "--" + m_boundary) return broken("no boundary at the beginning");
    for (int part = 0; part < k_most_parts; ++part) {
      auto end = m_scanner.take(2);
      if (!end) return fail(std::move(end.error()));
      if (*end != "\r\n") return broken("there is no part `file`");
      auto header = read_part_header(m_scanner);
      if (!header) return fail(std::move(header.error()));
      if (header->name == "file") {
        m_file_name = harmless_name(header->file_name);
        return {};
      }
      if (auto skipped = m_scanner.until("\r\n--" + m_boundary, k_nowhere); !skipped) return skipped;
    }
    return broken("too many parts");
  }

  const std::string& file_name() const override { return m_file_name; }

  Outcome stream(const std::function<Outcome(std::span<const std::byte>)>& sink) override {
    std::uint64_t total = 0;
    return m_scanner.until("\r\n--" + m_boundary, [&](std::span<const std::byte> piece) -> Outcome {
      total += piece.size();
      if (total > m_limit) return fail(workflow::document_too_large(m_limit));
      return sink(piece);
    });
  }

 private:
  std::string m_boundary;
  Scanner m_scanner;
  std::uint64_t m_limit;
  std::string m_file_name;
};

}  // namespace

Result<std::unique_ptr<Upload>> open_multipart(std::string_view content_type, BodySource& body, std::uint64_t limit) {
  const auto type = parse_header_value(content_type);
  auto boundary = type.parameter("boundary");
  if (type.word != "multipart/form-data") return broken("the body is no multipart/form-data");
  if (boundary.empty() || boundary.size() > k_longest_boundary) return broken("no usable boundary");
  auto upload = std::make_unique<MultipartUpload>(std::move(boundary), body, limit);
  if (auto found = upload->find_file(); !found) return fail(std::move(found.error()));
  return std::unique_ptr<Upload>(std::move(upload));
}

}  // namespace mizan::http
