// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/matchers/printed.hpp"

#include <gtest/gtest.h>

namespace mizan::verification {
namespace {

using test::grade;
using test::Print;
using enum Grade;

TEST(DigitsMatcher, SeesThroughDigitSetsSeparatorsAndLeadingWords) {
  for (const auto* line : {"۶۴۸۸۴۴۹۸۰۱", "٦٤٨٨٤٤٩٨٠١", "6488449801", "به شماره ۶۴۸-۸۴۴۹۸۰-۱", ": ۶۴۸۸۴۴۹۸۰۱.",
                           "۶۴۸۸۴ ۴۹۸۰۱", "۴۹۸۰۱ ۶۴۸۸۴"})
    EXPECT_EQ(grade(ValueKind::natcode, "۶۴۸۸۴۴۹۸۰۱", line), agrees) << line;
  EXPECT_EQ(grade(ValueKind::natcode, "69373345", "۰۰۶۹۳۷۳۳۴۵"), agrees);
  EXPECT_EQ(grade(ValueKind::natcode, "6488449801", "۶۴۸۸۴۴۹۸۰۲"), differs);
  EXPECT_EQ(grade(ValueKind::postal, "3461725455", "۳۴۶۱۷-۲۵۴۵۵"), agrees);
  EXPECT_EQ(grade(ValueKind::number, "72-10-1234", "۱۲۳۴/۱۰/۷۲"), agrees);
  EXPECT_EQ(grade(ValueKind::year, "1402", "سال ۱۴۰۲"), agrees);
  EXPECT_EQ(grade(ValueKind::year, "1402", "۱۴۲۰"), differs);
}

TEST(DigitsMatcher, LooksOnlyNearTheLabel) {
  EXPECT_EQ(grade(ValueKind::number, "23015128", "یک دو سه چهار پنج شش هفت هشت ۲۳۰۱۵۱۲۸"), nothing);
  EXPECT_EQ(grade(ValueKind::number, "23015128", ""), nothing);
}

TEST(DigitsMatcher, OnScansContradictsOnlyWithAWholeNumber) {
  EXPECT_EQ(grade(ValueKind::number, "23015128", "۲۳۰۱۵۱۲", Print::scanned), doubtful);
  EXPECT_EQ(grade(ValueKind::number, "23015128", "۲۳۰۱۵۱۲۹", Print::scanned), differs);
  EXPECT_EQ(grade(ValueKind::natcode, "6488449801", "۵۴۷۶۸۴۴۱۱۲", Print::scanned), differs);
}

TEST(DigitsMatcher, CheckDigitProvesACodeThatIsOneSlipAway) {
  EXPECT_EQ(grade(ValueKind::natcode, "6488449801", "۶۴۸۸۴۴۹۸۰۷", Print::scanned), agrees);   // misread
  EXPECT_EQ(grade(ValueKind::natcode, "6488449801", "۶۴۸۸۴۴۹۸۱", Print::scanned), agrees);    // lost
  EXPECT_EQ(grade(ValueKind::natcode, "6488449801", "۶۴۸۸۴۴۹۸۷۷", Print::scanned), differs);  // two slips
  // The declared code is no code: nothing speaks for it.
  EXPECT_NE(grade(ValueKind::natcode, "6488449802", "۶۴۸۸۴۴۹۸۰۷", Print::scanned), agrees);
  EXPECT_EQ(grade(ValueKind::natcode, "6488449801", "۶۴۸۸۴۴۹۸۰۷", Print::exact), differs);
}

TEST(AmountMatcher, ReadsGroupsWordsAndUnits) {
  for (const auto* line :
       {"۲۷,۵۰۰,۰۰۰ ریال", "۲۷٬۵۰۰٬۰۰۰", "27/500/000", "۲۷.۵۰۰.۰۰۰", "مبلغ ۲۷۵۰۰۰۰۰ ریال", "۲,۷۵۰,۰۰۰ تومان",
        "بیست و هفت میلیون و پانصد هزار ریال", "دو میلیون و هفتصد و پنجاه هزار تومان"})
    EXPECT_EQ(grade(ValueKind::amount, "27500000", line), agrees) << line;
  EXPECT_EQ(grade(ValueKind::amount, "2,750,000 تومان", "۲۷,۵۰۰,۰۰۰ ریال"), agrees);
  EXPECT_NE(grade(ValueKind::amount, "549000000", "5-49000000", Print::scanned), agrees);
  EXPECT_EQ(grade(ValueKind::amount, "275000000", "۲۷,۵۰۰,۰۰۰ ریال"), differs);
  EXPECT_EQ(grade(ValueKind::amount, "2750000", "۲,۷۵۰,۰۰۰ تومان"), differs);
  EXPECT_EQ(grade(ValueKind::amount, "27500000", "۲۷,۵۰,۰۰۰", Print::scanned), doubtful);
}

TEST(MeasureMatcher, ComparesNumbersNotDigits) {
  EXPECT_EQ(grade(ValueKind::area, "176", "۱۷۶٫۰ متر مربع"), agrees);
  EXPECT_EQ(grade(ValueKind::area, "1,200", "۱۲۰۰"), agrees);
  EXPECT_EQ(grade(ValueKind::decimal, "13.72", "۱۳/۷۲"), agrees);
  EXPECT_EQ(grade(ValueKind::decimal, "13.72", "۱۳.۲۷"), differs);
  EXPECT_EQ(grade(ValueKind::decimal, "74.7", "۷۴۷"), differs);
  EXPECT_EQ(grade(ValueKind::count, "13", "سیزده نفر"), agrees);
  EXPECT_EQ(grade(ValueKind::days, "31", "۳", Print::scanned), doubtful);  // a digit was lost
  EXPECT_EQ(grade(ValueKind::days, "31", "۲۱", Print::scanned), differs);
}

TEST(DateMatcher, ReadsEveryOrderAndForm) {
  for (const auto* line :
       {"۱۴۰۲/۱۱/۰۵", "1402-11-5", "05/11/1402", "۰۲/۱۱/۰۵", "۵ بهمن ۱۴۰۲", "۵ بهمن‌ماه سال ۱۴۰۲",
        "14021105", "مورخ ۱۴۰۲.۱۱.۰۵", "۱۴۰۲ / ۱۱ / ۰۵", "05 / 11 / 1402"})
    EXPECT_EQ(grade(ValueKind::date, "1402/11/05", line), agrees) << line;
  EXPECT_EQ(grade(ValueKind::date, "1402/05/11", "۱۴۰۲/۱۱/۰۵"), differs);
  EXPECT_EQ(grade(ValueKind::date, "1402/11/05", "۵ دی ۱۴۰۲"), differs);
  EXPECT_EQ(grade(ValueKind::date, "1402/11/05", "۱۴۰۲/۱۱", Print::scanned), doubtful);
  EXPECT_EQ(grade(ValueKind::date, "1402/11/05", "فردا"), nothing);
}

TEST(DateMatcher, WordsOfAYearMayStandWithoutGaps) {
  for (const auto* line : {"دوازدهم شهریور ماه یک هزار و سیصد و هفتاد و نه",
                           "دوازدهم شهریور ماه یک هزاروسیصد و هفتاد ونه", "دوازدهم شهریور یکهزاروسیصدوهفتادونه"})
    EXPECT_EQ(grade(ValueKind::date, "1379/06/12", line), agrees) << line;
  EXPECT_NE(grade(ValueKind::date, "1379/06/12", "دوازدهم شهریور یکهزاروسیصدوهفتادوهفت"), agrees);
}

TEST(DateMatcher, AMadeUpWordOfNumbersEnds) {
  std::string word = "دوازدهم شهریور ";
  for (int i = 0; i < 60; ++i) word += "سیصد";
  EXPECT_NE(grade(ValueKind::date, "1379/06/12", word + "پ"), agrees);
}

TEST(DateMatcher, SpecksAreNoZerosOnScans) {
  for (const auto* line : {"۰۱۴۰۲/۱۱/۰۵", "۱۴۰۲۰۱۱۰۰۵", "۱۴۰۲/۰۱۱/۰۵"}) {
    EXPECT_EQ(grade(ValueKind::date, "1402/11/05", line, Print::scanned), agrees) << line;
    EXPECT_NE(grade(ValueKind::date, "1402/11/05", line), agrees) << line;
    EXPECT_NE(grade(ValueKind::date, "1402/11/06", line, Print::scanned), agrees) << line;
  }
}

TEST(SerialMatcher, IgnoresCaseAndDashesAndForgivesLookAlikesOnScansOnly) {
  EXPECT_EQ(grade(ValueKind::serial, "cb-236525", "CB236525"), agrees);
  EXPECT_EQ(grade(ValueKind::serial, "CB236525", "CB23652S", Print::scanned), agrees);
  EXPECT_EQ(grade(ValueKind::serial, "VT479524", "۷T479524", Print::scanned), agrees) << "V read as the Persian seven";
  EXPECT_EQ(grade(ValueKind::serial, "CB236525", "CB23652S"), differs);
  EXPECT_EQ(grade(ValueKind::serial, "CB236525", "CB236526", Print::scanned), differs);
}

}  // namespace
}  // namespace mizan::verification
