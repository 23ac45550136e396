// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles as programs write them, and as nobody should.
#include "documents/reader/zip_bundle.hpp"

#include <sys/stat.h>
#include <zip.h>

#include <gtest/gtest.h>

#include "documents/small_pdf.hpp"
#include "documents/small_zip.hpp"

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace mizan::documents {
namespace {

/// The same text everywhere instead of another of the same length: how names are changed that libzip would not write.
std::string with(std::string bytes, const std::string& from, const std::string& to) {
  EXPECT_EQ(from.size(), to.size());
  for (auto at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + to.size()))
    bytes.replace(at, from.size(), to);
  return bytes;
}

struct Opened {
  Result<BundleContent> content;
  std::map<int, std::string> bytes;
};

Opened opened(const std::string& bundle, const ReadingLimits& limits = {}) {
  std::map<int, std::string> bytes;
  auto content = open_bundle(bundle, limits, [&](int member, std::string_view given) { bytes[member] = given; });
  return {std::move(content), std::move(bytes)};
}

std::map<std::string, std::string> problems(const Opened& bundle) {
  std::map<std::string, std::string> out;
  if (bundle.content)
    for (const auto& member : bundle.content->members) out[member.name] = member.problem;
  return out;
}

using Problems = std::map<std::string, std::string>;
const std::string k_pdf = small_pdf({k_visible_text});

TEST(ZipBundle, EachMemberHasItsOwnOutcome) {
  const auto bundle = opened(small_zip({{"سند/اجاره.pdf", k_pdf},
                                        {"notes.txt", "words"},
                                        {"empty.png", ""},
                                        {"inner.zip", small_zip({{"a.pdf", k_pdf}})}}));
  ASSERT_TRUE(bundle.content) << bundle.content.error().internal;
  EXPECT_EQ(problems(bundle), (Problems{{"سند/اجاره.pdf", ""},
                                        {"notes.txt", "evidence.unsupported_type"},
                                        {"empty.png", "evidence.empty"},
                                        {"inner.zip", "evidence.member_nested"}}));
  EXPECT_EQ(bundle.content->limit, "nesting");
  EXPECT_EQ(bundle.content->members[0].format, "pdf");
  EXPECT_EQ(bundle.bytes, (std::map<int, std::string>{{0, k_pdf}}));
}

TEST(ZipBundle, FoldersAndLitterAreNoMembers) {
  const auto bundle = opened(small_zip({{"a/.DS_Store", "x"}, {"__MACOSX/a/._b.pdf", "x"}, {"a/b.pdf", k_pdf}},
                                       [](zip_t* archive) { zip_dir_add(archive, "folder", 0); }));
  EXPECT_EQ(problems(bundle), (Problems{{"a/b.pdf", ""}}));
}

TEST(ZipBundle, DeepFoldersAreFolders) {
  std::string deep;
  for (int i = 0; i < 3000; ++i) deep += "d/";
  const auto bundle = opened(small_zip({{deep + "a.pdf", k_pdf}}));
  ASSERT_TRUE(bundle.content);
  EXPECT_EQ(bundle.content->members[0].problem, "");
  EXPECT_LE(bundle.content->members[0].name.size(), 1000U);
}

TEST(ZipBundle, NamesThatLeaveTheBundleAreRefused) {
  const auto bundle = opened(with(small_zip({{"aa/bad.pdf", k_pdf}, {"good.pdf", k_pdf}}), "aa/bad.pdf", "../bad.pdf"));
  EXPECT_EQ(problems(bundle), (Problems{{"../bad.pdf", "evidence.member_unsafe_name"}, {"good.pdf", ""}}));
}

TEST(ZipBundle, NamesThatLeaveTheBundleAsTheyAreShownAreRefused) {
  const auto bundle =
      opened(with(small_zip({{".-./bad.pdf", k_pdf}, {"good.pdf", k_pdf}}), ".-./bad.pdf", ".\x01./bad.pdf"));
  EXPECT_EQ(problems(bundle), (Problems{{"../bad.pdf", "evidence.member_unsafe_name"}, {"good.pdf", ""}}));
}

TEST(ZipBundle, LinksAndDevicesAreRefused) {
  const auto bundle = opened(small_zip({{"link.pdf", "/etc/passwd"}, {"good.pdf", k_pdf}}, [](zip_t* archive) {
    zip_file_set_external_attributes(archive, 0, 0, ZIP_OPSYS_UNIX, (S_IFLNK | 0777U) << 16U);
  }));
  EXPECT_EQ(problems(bundle), (Problems{{"link.pdf", "evidence.member_not_a_file"}, {"good.pdf", ""}}));
}

TEST(ZipBundle, ARepeatedNameCountsOnce) {
  const auto bundle = opened(with(small_zip({{"one.pdf", k_pdf}, {"two.pdf", k_pdf}}), "two.pdf", "one.pdf"));
  ASSERT_TRUE(bundle.content);
  ASSERT_EQ(bundle.content->members.size(), 2U);
  EXPECT_EQ(bundle.content->members[1].problem, "evidence.member_repeated");
}

TEST(ZipBundle, WhatUnpacksBeyondTheLimitsIsNotUnpacked) {
  const std::string blank(4U << 20U, '\0');
  const auto packed = small_zip({{"bomb.png", blank}, {"good.pdf", k_pdf}});
  EXPECT_EQ(problems(opened(packed)), (Problems{{"bomb.png", "evidence.member_overblown"}, {"good.pdf", ""}}));
  EXPECT_EQ(opened(packed).content->limit, "ratio");
  ReadingLimits limits;
  limits.member_ratio = 1'000'000;
  limits.bytes = 1U << 20U;
  EXPECT_EQ(opened(packed, limits).content->limit, "bytes");
  limits.bytes = 50U << 20U;
  limits.members = 1;
  const auto first = opened(small_zip({{"1.pdf", k_pdf}, {"2.pdf", k_pdf}}), limits);
  ASSERT_TRUE(first.content);
  EXPECT_EQ(first.content->members.size(), 1U);
  EXPECT_EQ(first.content->limit, "members");
}

TEST(ZipBundle, ABundleWithNothingToReadSaysWhy) {
  const auto texts = opened(small_zip({{"a.txt", "words"}, {"b.doc", "more"}}));
  ASSERT_FALSE(texts.content);
  EXPECT_EQ(texts.content.error().code.id(), "evidence.bundle_without_documents");
  EXPECT_EQ(texts.content.error().params.at("member"), "a.txt");
  const auto locked = opened(small_zip(
      {{"a.pdf", k_pdf}}, [](zip_t* archive) { zip_file_set_encryption(archive, 0, ZIP_EM_AES_256, "secret"); }));
  ASSERT_FALSE(locked.content);
  EXPECT_EQ(locked.content.error().code.id(), "evidence.encrypted");
}

TEST(ZipBundle, DamageIsNoticed) {
  const auto whole = small_zip({{"a.pdf", k_pdf}});
  for (const auto& damaged :
       {whole.substr(0, whole.size() - 10), whole.substr(0, whole.size() / 2), std::string("PK\3\4")}) {
    const auto bundle = opened(damaged);
    ASSERT_FALSE(bundle.content);
    EXPECT_EQ(bundle.content.error().code.id(), "evidence.bundle_damaged");
  }
  auto other_bytes = whole;
  other_bytes[60] = static_cast<char>(other_bytes[60] ^ 0x55);
  const auto bundle = opened(other_bytes);
  ASSERT_FALSE(bundle.content);
  EXPECT_EQ(bundle.content.error().code.id(), "evidence.damaged");
}

}  // namespace
}  // namespace mizan::documents
