// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/matchers/printed.hpp"

#include <gtest/gtest.h>

namespace mizan::verification {
namespace {

using test::grade;
using test::Print;
using enum Grade;

TEST(NameMatcher, TitlesOrderSpacesAndSeyyedDoNotMatter) {
  for (const auto* line :
       {"سمیرا محمدی‌نژاد", "خانم سميرا محمدي نژاد", "محمدی‌نژاد سمیرا",
        "سیده سمیرا محمدینژاد", "سرکار خانم دکتر سمیرا محمدی‌نژاد فرزند علی"})
    EXPECT_EQ(grade(ValueKind::name, "سمیرا محمدی‌نژاد", line), agrees) << line;
  EXPECT_EQ(grade(ValueKind::name, "آقای سید علی محمدی", "علی محمدی"), agrees);
}

TEST(NameMatcher, TheAndThatLeadsOnIsNoPartOfIt) {
  EXPECT_EQ(grade(ValueKind::name, "شرکت ایده فردا", "شرکت ایده فردا و"), agrees);
  EXPECT_EQ(grade(ValueKind::name, "شرکت ایده فردا", "شرکت ایده فردا نو"), differs);
}

TEST(NameMatcher, AnotherPersonDiffers) {
  for (const auto* line : {"زهرا محمدی‌نژاد", "سمیرا محمدی", "سمیرا احمدی‌نژاد",
                           "سمیرا محمدی‌نژاد‌فرد"})
    EXPECT_EQ(grade(ValueKind::name, "سمیرا محمدی‌نژاد", line), differs) << line;
  EXPECT_EQ(grade(ValueKind::name, "علی محمدی", "علی محمدی نژاد"), differs);
  EXPECT_EQ(grade(ValueKind::name, "سید حسین قربانی", "سید امیرحسین قربانی"), differs);
}

TEST(NameMatcher, AllahIsALigature) {
  EXPECT_EQ(grade(ValueKind::name, "نعمت‌الله کریمی", "نعمت اله کریمی"), agrees);
  EXPECT_EQ(grade(ValueKind::name, "نعمت‌الله کریمی", "نعمت الته کریمی", Print::scanned), agrees);
  EXPECT_EQ(grade(ValueKind::text, "روح الله", "روحالثه", Print::scanned), agrees);
  EXPECT_EQ(grade(ValueKind::name, "نعمت‌الله کریمی", "نعمت الته کریمی"), differs);
  EXPECT_NE(grade(ValueKind::name, "الهه کریمی", "اله کریمی"), agrees);
}

TEST(NameMatcher, OnScansForgivesDotsButNotAnotherName) {
  EXPECT_EQ(grade(ValueKind::name, "سعید رضایی", "سعید رصایی", Print::scanned), agrees);
  EXPECT_NE(grade(ValueKind::name, "حسن کریمی", "حسین کریمی", Print::scanned), agrees);
  EXPECT_NE(grade(ValueKind::name, "وحید نظری", "مجید نظری", Print::scanned), agrees);
  EXPECT_EQ(grade(ValueKind::name, "نازنین عزیزی", "طاهره عزیزی", Print::scanned), differs);
  EXPECT_EQ(grade(ValueKind::name, "نازنین عزیزی", "سر ک", Print::scanned, 20), doubtful);
}

TEST(NameMatcher, ProseIsNoName) {
  EXPECT_EQ(grade(ValueKind::name, "محمود نوری", "مشخصات زیر نسبت به پرداخت"), nothing);
  EXPECT_EQ(grade(ValueKind::name, "محمود نوری", "حق واگذاری مورد اجاره"), nothing);
  EXPECT_EQ(grade(ValueKind::name, "محمود نوری", "۱۴۰۲/۱۱/۰۵"), nothing);
}

TEST(TextMatcher, TheWholeTextOrNothing) {
  EXPECT_EQ(grade(ValueKind::text, "مهندسي كامپيوتر", "مهندسی کامپیوتر"), agrees);
  EXPECT_EQ(grade(ValueKind::text, "کارشناسی", "کارشناسی ارشد"), differs);
  EXPECT_EQ(grade(ValueKind::text, "کارشناسی ارشد", "کارشناسی"), differs);
  EXPECT_EQ(grade(ValueKind::text, "مدیریت دولتی", "مدیریت دولتی را در"), agrees);
  EXPECT_EQ(grade(ValueKind::text, "دانشگاه تهران", "تهران"), agrees);
  EXPECT_EQ(grade(ValueKind::text, "قم", "قم"), agrees);
  EXPECT_EQ(grade(ValueKind::text, "قم", "بم", Print::scanned, 30), doubtful);
  EXPECT_EQ(grade(ValueKind::text, "دستگاه اثر انگشت", "دستکاه اثر انکشت", Print::scanned), agrees);
}

constexpr const char* k_printed = "تهران، خیابان پاسداران، کوچه مطهری، پلاک ۱۰۴، طبقه اول، واحد ۳";

TEST(AddressMatcher, AgreesPartByPart) {
  for (const auto* declared :
       {"تهران، خیابان پاسداران، کوچه مطهری، پلاک 104، طبقه اول، واحد 3",
        "تهران - خ پاسداران - ک مطهری - پ ۱۰۴ - ط ۱ - واحد ۳", "تهران خیابان پاسداران کوچه مطهری پلاک۱۰۴"})
    EXPECT_EQ(grade(ValueKind::address, declared, k_printed), agrees) << declared;
}

TEST(AddressMatcher, OneOtherPartIsAnotherAddress) {
  for (const auto* declared :
       {"تهران، خیابان پاسداران، کوچه مطهری، پلاک 140، طبقه اول، واحد 3", "تهران، خیابان شریعتی، کوچه مطهری، پلاک 104",
        "تهران، خیابان پاسداران، کوچه لاله، پلاک 104", "تهران، خیابان پاسداران، کوچه مطهری، پلاک 104، طبقه دوم",
        "تهران، خیابان پاسداران، کوچه مطهری، پلاک 104، واحد 13", "شیراز، خیابان پاسداران، کوچه مطهری، پلاک 104"})
    EXPECT_EQ(grade(ValueKind::address, declared, k_printed), differs) << declared;
}

TEST(AddressMatcher, APartThatIsNotPrintedIsNotProved) {
  EXPECT_EQ(
      grade(ValueKind::address, "تهران، خیابان پاسداران، کوچه مطهری، پلاک 104", "تهران، خیابان پاسداران، کوچه مطهری"),
      doubtful);
  EXPECT_EQ(grade(ValueKind::address, "تهران، خیابان پاسداران، پلاک 104", "تهران، خیابان پاسداران، پلاک ۱۰",
                  Print::scanned, 40),
            doubtful);
}

}  // namespace
}  // namespace mizan::verification
