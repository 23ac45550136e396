// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/page_print.hpp"

#include "model/reading.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace mizan::documents {
namespace {

PagePrint print_of(const std::vector<std::string>& numbers) {
  std::set<PrintedNumber> known;
  for (const auto& digits : numbers)
    if (const auto number = printed_number(digits)) known.insert(*number);
  PagePrint print;
  print.numbers.assign(known.begin(), known.end());
  if (print.numbers.size() > PagePrint::k_most_numbers) print.numbers.resize(PagePrint::k_most_numbers);
  return print;
}

int weight(const std::string& digits) {
  const auto number = printed_number(digits);
  return number ? static_cast<int>(*number & 7U) : 0;
}

bool share_a_key(const PagePrint& asked, const PagePrint& stored) {
  const auto keys = keys_to_store(stored);
  const auto wanted = keys_to_ask(asked);
  return std::any_of(wanted.begin(), wanted.end(),
                     [&](const std::string& key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); });
}

/// A certificate of one form: its own numbers, and the authority's telephone.
PagePrint certificate(const std::string& code, const std::string& number, const std::string& date) {
  return print_of({code, number, date, "14050101", "02189662912"});
}

TEST(PagePrints, WhatSaysLittleWeighsLittle) {
  EXPECT_EQ(weight("123"), 0);
  EXPECT_EQ(weight("1403"), 0) << "a year";
  EXPECT_EQ(weight("14030512"), 1) << "a date";
  EXPECT_EQ(weight("50000000"), 0) << "a round sum";
  EXPECT_EQ(weight("12500000"), 0);
  EXPECT_EQ(weight("8321"), 1);
  EXPECT_EQ(weight("0083211234"), 6);
}

TEST(PagePrints, SurviveTheirPackedForm) {
  auto print = certificate("0083211234", "993412345", "14030512");
  print.views.assign(PagePrint::k_views, PictureBits{});
  print.views[2].set(0).set(142);
  const auto read = unpacked_print(packed(print));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->numbers, print.numbers);
  EXPECT_EQ(read->views, print.views);
  EXPECT_EQ(packed(PagePrint{}), "");
}

TEST(PagePrints, TheLargestFitsItsLimit) {
  std::vector<std::string> numbers;
  for (int i = 0; i < 200; ++i) numbers.push_back(std::to_string(7'320'511'007 + 91'813 * i));
  auto print = print_of(numbers);
  print.views.assign(PagePrint::k_views, PictureBits{});
  EXPECT_EQ(print.numbers.size(), PagePrint::k_most_numbers);
  EXPECT_LE(packed(print).size(), k_most_print_bytes);
}

TEST(PagePrints, WhatIsNoPackedFormIsNoPrint) {
  const auto good = packed(certificate("0083211234", "993412345", "14030512"));
  EXPECT_FALSE(unpacked_print(""));
  EXPECT_FALSE(unpacked_print("print of b"));
  EXPECT_FALSE(unpacked_print(good.substr(0, good.size() - 1)));
  EXPECT_FALSE(unpacked_print(good + "x"));
  EXPECT_FALSE(unpacked_print(std::string("\1\0\5", 3) + std::string(90, 'x'))) << "so many views there never are";
  auto swapped = good;
  std::swap_ranges(swapped.begin() + 3, swapped.begin() + 7, swapped.begin() + 7);
  EXPECT_FALSE(unpacked_print(swapped)) << "out of order";
}

TEST(PagePrints, AnotherScanOfOnePageIsKnownThoughANumberWasMisread) {
  const auto page = certificate("0083211234", "993412345", "14030512");
  const auto again = certificate("0083211234", "993412348", "14030512");
  const auto same = likeness(page, again);
  EXPECT_EQ(same.alike, Alike::mostly);
  EXPECT_TRUE(share_a_key(page, again));
  EXPECT_EQ(likeness(page, page).alike, Alike::wholly);
  EXPECT_EQ(likeness(page, page).per_mille, 1000);
}

TEST(PagePrints, AnotherCopyOfTheFormIsAnotherPage) {
  const auto page = certificate("0083211234", "993412345", "14030512");
  EXPECT_EQ(likeness(page, certificate("4432211078", "551209877", "14030512")).alike, Alike::no)
      << "the authority's telephone and the day are the form's";
  EXPECT_EQ(likeness(print_of({"02189662912"}), page).alike, Alike::no) << "a page with nothing of its own";
}

TEST(PagePrints, TheNextCertificateOfOnePersonIsNotTheSame) {
  const auto page = print_of({"0083211234", "411223344556", "4413987651", "993412345", "14030512"});
  const auto next = print_of({"0083211234", "411223344556", "4413987651", "997800112", "14031114"});
  EXPECT_NE(likeness(page, next).alike, Alike::wholly);
}

TEST(PagePrints, OfLongListsTheSmallestNumbersAreCompared) {
  std::vector<std::string> numbers;
  for (int i = 0; i < 150; ++i) numbers.push_back(std::to_string(7'320'511'007 + 91'813 * i));
  const auto page = print_of(numbers);
  for (std::size_t i = 0; i < 10; ++i) numbers[i * 15].back() = numbers[i * 15].back() == '9' ? '8' : '9';
  const auto again = print_of(numbers);
  EXPECT_EQ(likeness(page, again).alike, Alike::mostly);
  EXPECT_GT(likeness(page, again).per_mille, 850);
  EXPECT_TRUE(share_a_key(page, again));
}

}  // namespace
}  // namespace mizan::documents
