// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/evidence/page_list.hpp"

#include <gtest/gtest.h>

namespace mizan::workflow {
namespace {

TEST(PageList, ComesBackAsItWent) {
  PageList list;
  list.pages = {{0, 1240, 1754, "digital", "image/png", ContentHash{"ab"}}, {1, 800, 600, "blank", "", {}}};
  list.warnings = {{"poppler", std::nullopt, {{"message", "x"}}}, {"skewed", 1, {}}};
  list.limit = "wall";
  const auto back = page_list_from(page_list_text(list));
  ASSERT_TRUE(back);
  ASSERT_EQ(back->pages.size(), 2U);
  EXPECT_EQ(back->pages[0].content.hex, "ab");
  EXPECT_EQ(back->pages[1].content.hex, "");
  EXPECT_EQ(back->pages[1].kind, "blank");
  ASSERT_EQ(back->warnings.size(), 2U);
  EXPECT_EQ(back->warnings[0].page, std::nullopt);
  EXPECT_EQ(back->warnings[0].params.at("message"), "x");
  EXPECT_EQ(back->warnings[1].page, 1);
  EXPECT_EQ(back->limit, "wall");
}

TEST(PageList, OtherBytesAreNoList) {
  for (const char* text : {"", "{}x", "[1]", "[{\"page\": 0}]"}) {
    const auto list = page_list_from(text);
    ASSERT_FALSE(list) << text;
    EXPECT_EQ(list.error().code.id(), "storage.blob_missing");
  }
}

}  // namespace
}  // namespace mizan::workflow
