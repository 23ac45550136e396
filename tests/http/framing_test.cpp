// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/framing.hpp"

#include <gtest/gtest.h>

namespace mizan::http {
namespace {

RawRequest with(std::vector<std::pair<std::string, std::string>> headers) {
  RawRequest request{"POST", "/api/v1/session", "HTTP/1.1", {{"Host", "localhost"}}};
  for (auto& header : headers) request.headers.push_back(std::move(header));
  return request;
}

TEST(Framing, one_plain_length_is_taken) {
  const auto framing = check_framing(with({{"content-length", "12"}}));
  EXPECT_EQ(framing.refusal, "");
  EXPECT_EQ(framing.body_length, 12U);
  EXPECT_EQ(check_framing(with({})).body_length, 0U);
}

TEST(Framing, lengths_two_readers_could_see_differently) {
  for (const auto* length :
       {"-1", "+1", "1, 1", "0x10", "1 ", "", "99999999999999999999", "9223372036854775808", "1e3"})
    EXPECT_NE(check_framing(with({{"Content-Length", length}})).refusal, "") << length;
  EXPECT_NE(check_framing(with({{"Content-Length", "5"}, {"content-length", "5"}})).refusal, "");
  EXPECT_NE(check_framing(with({{"Content-Length", "5"}, {"Content-Length", "6"}})).refusal, "");
}

TEST(Framing, no_transfer_encoding) {
  for (const auto* coding : {"chunked", "identity", "xchunked", "gzip, chunked"})
    EXPECT_NE(check_framing(with({{"Transfer-Encoding", coding}})).refusal, "") << coding;
  EXPECT_NE(check_framing(with({{"Content-Length", "5"}, {"Transfer-Encoding", "chunked"}})).refusal, "");
}

TEST(Framing, odd_heads) {
  EXPECT_NE(check_framing(with({{"Content-Length ", "5"}})).refusal, "") << "a blank before the colon";
  EXPECT_NE(check_framing(with({{"X", "a\x01"}})).refusal, "");
  EXPECT_NE(check_framing(with({{"Host", "other"}})).refusal, "") << "two hosts";
  EXPECT_NE(check_framing({"GET", "/", "HTTP/1.1", {}}).refusal, "") << "no host";
  EXPECT_EQ(check_framing({"GET", "/", "HTTP/1.0", {}}).refusal, "");
  EXPECT_NE(check_framing({"GET", "/", "HTTP/2.0", {{"Host", "a"}}}).refusal, "");
  EXPECT_NE(check_framing({"GET", "http://a/", "HTTP/1.1", {{"Host", "a"}}}).refusal, "");
  EXPECT_NE(check_framing({"G(T", "/", "HTTP/1.1", {{"Host", "a"}}}).refusal, "");
}

}  // namespace
}  // namespace mizan::http
