// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/receipt_number.hpp"

#include <gtest/gtest.h>

#include <set>

namespace mizan::workflow {
namespace {

TEST(ReceiptNumber, HasThePeriodAndACheckDigit) {
  const auto number = new_receipt_number("1404-2", [](const std::string&) -> Result<bool> { return false; });
  ASSERT_TRUE(number);
  EXPECT_EQ(number->substr(0, 7), "1404-2-");
  EXPECT_EQ(number->size(), std::string("1404-2-48217-09315").size());
  EXPECT_TRUE(is_receipt_number(*number));
}

TEST(ReceiptNumber, ASlipOfOneDigitIsSeen) {
  const auto number = *new_receipt_number("1404-2", [](const std::string&) -> Result<bool> { return false; });
  for (std::size_t at = 7; at < number.size(); ++at) {
    if (number[at] == '-') continue;
    auto wrong = number;
    wrong[at] = wrong[at] == '9' ? '0' : static_cast<char>(wrong[at] + 1);
    EXPECT_FALSE(is_receipt_number(wrong)) << wrong;
  }
}

TEST(ReceiptNumber, AsksUntilOneIsFree) {
  std::set<std::string> asked;
  const auto number = new_receipt_number("1404-2", [&](const std::string& text) -> Result<bool> {
    asked.insert(text);
    return asked.size() < 3;
  });
  ASSERT_TRUE(number);
  EXPECT_EQ(asked.size(), 3U);
  EXPECT_TRUE(asked.contains(*number));
}

TEST(ReceiptNumber, GivesUpWhenNoneIsFree) {
  const auto number = new_receipt_number("1404-2", [](const std::string&) -> Result<bool> { return true; });
  ASSERT_FALSE(number);
  EXPECT_EQ(number.error().code.id(), "storage.busy");
}

}  // namespace
}  // namespace mizan::workflow
