// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/member_name.hpp"

#include <gtest/gtest.h>

#include <string>

namespace mizan::documents {
namespace {

TEST(MemberName, Utf8StaysAsItIs) {
  EXPECT_EQ(member_name("اجاره‌نامه/صفحهٔ ۱.pdf"), "اجاره‌نامه/صفحهٔ ۱.pdf");
}

TEST(MemberName, Windows1256BecomesPersian) {
  EXPECT_EQ(member_name("\xC7\xCC\xC7\xD1\xE5.pdf"), "اجاره.pdf");
  EXPECT_EQ(member_name("\xD3\xE4\xCF 1.jpg"), "سند 1.jpg");
}

TEST(MemberName, OtherBytesAreCodePage437) {
  EXPECT_EQ(member_name("caf\x82.pdf"), "café.pdf");
}

TEST(MemberName, ShowsNothingThatMisleads) {
  EXPECT_EQ(member_name("a\u202Efdp.exe"), "afdp.exe");
  EXPECT_EQ(member_name("line\nbreak\x01.pdf"), "linebreak.pdf");
  EXPECT_EQ(member_name("folder\\file.pdf"), "folder/file.pdf");
}

TEST(MemberName, OfALongNameTheEndIsKept) {
  const auto shown = member_name(std::string(5000, 'd') + "/سند.pdf");
  EXPECT_LE(shown.size(), 1000U);
  EXPECT_TRUE(shown.starts_with("…d") && shown.ends_with("d/سند.pdf")) << shown;
  EXPECT_FALSE(leaves_bundle(member_name("a../" + std::string(196, 'd') + ".pdf"))) << "what is cut is no way out";
}

TEST(MemberName, KnowsWhatPointsOutside) {
  for (const auto* name :
       {"../x.pdf", "a/../../x.pdf", "/etc/passwd", "C:\\x.pdf", "C:x.pdf", "a\\..\\..\\x", "\\\\host\\x", "..", ""})
    EXPECT_TRUE(leaves_bundle(name)) << name;
  for (const auto* name : {"x.pdf", "a/b/x.pdf", "..x.pdf", "a..b/x", "...", "سند.pdf", "x.."})
    EXPECT_FALSE(leaves_bundle(name)) << name;
}

}  // namespace
}  // namespace mizan::documents
