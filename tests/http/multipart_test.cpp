// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/multipart.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace mizan::http {
namespace {

constexpr const char* k_type = "multipart/form-data; boundary=XX";

/// Hands out a text in pieces of one size, so that every boundary falls on every edge.
class TextBody final : public BodySource {
 public:
  TextBody(std::string text, std::size_t piece) : m_text(std::move(text)), m_piece(piece) {}
  std::uint64_t length() const override { return m_text.size(); }
  Result<std::size_t> read(std::span<std::byte> into) override {
    const auto count = std::min({into.size(), m_piece, m_text.size() - m_at});
    std::transform(m_text.begin() + static_cast<std::ptrdiff_t>(m_at),
                   m_text.begin() + static_cast<std::ptrdiff_t>(m_at + count), into.begin(),
                   [](char c) { return static_cast<std::byte>(c); });
    m_at += count;
    return count;
  }

 private:
  std::string m_text;
  std::size_t m_piece;
  std::size_t m_at = 0;
};

std::string part(const std::string& disposition, const std::string& content) {
  return "--XX\r\nContent-Disposition: " + disposition + "\r\nContent-Type: application/pdf\r\n\r\n" + content + "\r\n";
}

struct Seen {
  std::string content, name, problem;
};

Seen receive(const std::string& body, std::size_t piece = 1U << 20U, const char* type = k_type,
             std::uint64_t limit = 1U << 20U) {
  TextBody source(body, piece);
  Seen seen;
  auto upload = open_multipart(type, source, limit);
  if (!upload) return {{}, {}, std::string(upload.error().code.id())};
  seen.name = (*upload)->file_name();
  auto streamed = (*upload)->stream([&](std::span<const std::byte> bytes) -> Outcome {
    seen.content.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    return {};
  });
  if (!streamed) seen.problem = streamed.error().code.id();
  return seen;
}

TEST(Multipart, the_file_comes_through_whatever_the_pieces) {
  const std::string content = "a\r\n--X\r\n--XY\r\n-\r\n\r\n--" + std::string(3000, 'z') + std::string("\0\xff\r", 3);
  const auto body = part("form-data; name=\"other\"", "skip\r\n--X me") +
                    part("form-data; name=\"file\"; filename=\"سند.pdf\"", content) + "--XX--\r\n";
  for (const std::size_t piece : {1U, 2U, 3U, 7U, 64U, 4096U}) {
    const auto seen = receive(body, piece);
    EXPECT_EQ(seen.problem, "");
    EXPECT_EQ(seen.content, content) << piece;
    EXPECT_EQ(seen.name, "سند.pdf");
  }
}

TEST(Multipart, a_document_larger_than_the_buffer) {
  std::string content(900'000, '\r');
  for (std::size_t i = 0; i < content.size(); i += 5) content[i] = '\n';
  EXPECT_EQ(receive(part("form-data; name=file", content) + "--XX--", 1000).content, content);
}

TEST(Multipart, an_empty_file_is_no_broken_body) {
  const auto seen = receive(part("form-data; name=\"file\"; filename=\"\"", "") + "--XX--\r\n");
  EXPECT_EQ(seen.problem, "");
  EXPECT_EQ(seen.content, "");
}

TEST(Multipart, more_than_the_limit_is_too_large) {
  EXPECT_EQ(receive(part("form-data; name=\"file\"", std::string(101, 'x')) + "--XX--", 10, k_type, 100).problem,
            "evidence.too_large");
  EXPECT_EQ(receive(part("form-data; name=\"file\"", std::string(100, 'x')) + "--XX--", 10, k_type, 100).problem, "");
}

TEST(Multipart, broken_bodies_are_malformed) {
  const auto good = part("form-data; name=\"file\"", "content");
  EXPECT_EQ(receive(good).problem, "request.malformed") << "no closing boundary at all";
  EXPECT_EQ(receive("").problem, "request.malformed");
  EXPECT_EQ(receive("garbage").problem, "request.malformed");
  EXPECT_EQ(receive(part("form-data; name=\"no\"", "x") + "--XX--").problem, "request.malformed") << "no part `file`";
  EXPECT_EQ(receive(part("attachment; name=\"file\"", "x") + "--XX--").problem, "request.malformed");
  EXPECT_EQ(receive("--XX\r\n" + std::string(20'000, 'h')).problem, "request.malformed") << "a header without end";
  EXPECT_EQ(receive(good + "--XX--", 10, "application/json").problem, "request.malformed");
  EXPECT_EQ(receive(good + "--XX--", 10, "multipart/form-data").problem, "request.malformed");
  std::string many;
  for (int i = 0; i < 40; ++i) many += part("form-data; name=\"no\"", "x");
  EXPECT_EQ(receive(many + good + "--XX--").problem, "request.malformed") << "too many parts";
}

TEST(Multipart, names_are_made_harmless) {
  const auto name = [](const std::string& given) {
    return receive(part("form-data; name=\"file\"; filename=\"" + given + "\"", "x") + "--XX--").name;
  };
  EXPECT_EQ(name("../../etc/passwd"), "passwd");
  EXPECT_EQ(name("C:\\\\folder\\\\a.pdf"), "a.pdf");
  EXPECT_EQ(name("a\x01\x7f"
                 "b.pdf"),
            "ab.pdf");
  EXPECT_EQ(name("\xE2\x80\xAE"
                 "fdp.exe"),
            "fdp.exe")
      << "no override of the direction";
  EXPECT_LE(name(std::string(999, 'n')).size(), 255U);
  std::string persian;
  for (int i = 0; i < 200; ++i) persian += "س";
  EXPECT_EQ(name(persian).size() % 2, 0U) << "cut between characters";
}

}  // namespace
}  // namespace mizan::http
