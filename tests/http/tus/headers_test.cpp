// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/tus/headers.hpp"

#include <gtest/gtest.h>

namespace mizan::http::tus {
namespace {

std::string count_of(const std::string& text) {
  const auto value = byte_count({{"upload-offset", text}}, "upload-offset");
  if (!value) return std::string(value.error().code.id());
  return *value ? std::to_string(**value) : "nothing";
}

TEST(TusHeaders, numbers_are_decimal_digits_alone) {
  EXPECT_EQ(count_of("0"), "0");
  EXPECT_EQ(count_of("007"), "7");
  EXPECT_EQ(count_of("9223372036854775807"), "9223372036854775807");
  for (const auto* text : {"", "-1", "+1", " 1", "1 ", "1.0", "0x10", "1e3", "9223372036854775808", "۱۲", "1, 2"})
    EXPECT_EQ(count_of(text), "request.malformed") << text;
  EXPECT_FALSE(byte_count({}, "upload-offset").value());
}

TEST(TusHeaders, a_creation_says_its_length_or_that_it_will) {
  EXPECT_EQ(announced_length({{"upload-length", "12"}}).value(), 12U);
  EXPECT_FALSE(announced_length({{"upload-defer-length", "1"}}).value());
  EXPECT_FALSE(announced_length({}));
  EXPECT_FALSE(announced_length({{"upload-defer-length", "2"}}));
  EXPECT_FALSE(announced_length({{"upload-defer-length", "0"}, {"upload-length", "12"}}));
  EXPECT_FALSE(announced_length({{"upload-defer-length", "1"}, {"upload-length", "12"}}));
}

TEST(TusHeaders, checksums_have_an_algorithm_and_its_size) {
  const auto sum = [](const std::string& text) { return checksum({{"upload-checksum", text}}); };
  EXPECT_EQ(sum("sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=").value()->bytes.size(), 20U);
  EXPECT_EQ(sum("sha256 uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=").value()->kind, DigestKind::sha256);
  EXPECT_FALSE(checksum({}).value());
  for (const auto* text : {"", "sha1", "sha1 ", "md5 1B2M2Y8AsgTpgAmY7PhCfg==", "sha1 1B2M2Y8AsgTpgAmY7PhCfg==",
                           "sha256 Kq5sNclPz7QV2+lfQIuc6R7oRu0=", "sha1 !!!", "SHA1 Kq5sNclPz7QV2+lfQIuc6R7oRu0="})
    EXPECT_FALSE(sum(text)) << text;
}

TEST(TusHeaders, moments_are_written_as_http_writes_them) {
  EXPECT_EQ(http_date(from_iso8601("2026-11-26T05:07:09.500Z")), "Thu, 26 Nov 2026 05:07:09 GMT");
}

}  // namespace
}  // namespace mizan::http::tus
