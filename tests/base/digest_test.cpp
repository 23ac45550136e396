// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.hpp"

#include <gtest/gtest.h>

namespace mizan {
namespace {

Digest over(DigestKind kind, std::string_view text) {
  Digest digest(kind);
  digest.add(std::as_bytes(std::span(text)));
  return digest;
}

TEST(Digests, are_those_of_the_standard) {
  EXPECT_EQ(over(DigestKind::sha256, "abc").hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(over(DigestKind::sha1, "abc").hex(), "a9993e364706816aba3e25717850c26c9cd0d89d");
  EXPECT_EQ(Digest().hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(over(DigestKind::sha1, "abc").bytes().size(), 20U);
}

TEST(Digests, go_on_after_a_look_and_by_themselves_as_copies) {
  auto digest = over(DigestKind::sha256, "a");
  static_cast<void>(digest.hex());
  const auto before = digest;
  digest.add(std::as_bytes(std::span(std::string_view("bc"))));
  EXPECT_EQ(digest.hex(), over(DigestKind::sha256, "abc").hex());
  EXPECT_EQ(before.hex(), over(DigestKind::sha256, "a").hex());
}

}  // namespace
}  // namespace mizan
