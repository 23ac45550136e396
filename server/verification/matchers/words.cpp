// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/matchers/words.hpp"

#include <algorithm>
#include <array>

namespace mizan::verification {
namespace {

template <std::size_t Size>
bool among(const std::array<std::u32string_view, Size>& words, std::u32string_view letters) {
  return std::find(words.begin(), words.end(), letters) != words.end();
}

// «قای»: a text layer may have put the «آ» of «آقای» elsewhere.
constexpr std::array<std::u32string_view, 22> k_honorifics{
    U"قای",   U"اقای",      U"اقا",      U"خانم",     U"اقایخانم", U"خانماقای", U"جناب",  U"سرکار",
    U"بانو",  U"دکتر",      U"مهندس",    U"جنابعالی", U"استاد",    U"دوشیزه",   U"مرحوم", U"برادر",
    U"خواهر", U"سرکارخانم", U"جناباقای", U"اقایان",   U"خانمها",   U"اقایاخانم"};
constexpr std::array<std::u32string_view, 8> k_companies{U"شرکت",   U"موسسه",  U"بازرگانی", U"فروشگاه",
                                                         U"تعاونی", U"سازمان", U"بنیاد",    U"گروه"};
constexpr std::array<std::u32string_view, 24> k_opening{U"به",      U"بنام", U"نام",   U"شماره", U"عبارت",  U"است",
                                                        U"از",      U"مورخ", U"مورخه", U"برابر", U"معادل",  U"بمبلغ",
                                                        U"مبلغ",    U"ریال", U"تاریخ", U"در",    U"بشماره", U"میباشد",
                                                        U"مترمربع", U"متر",  U"مربع",  U"حدود",  U"عدد",    U"با"};
constexpr std::array<std::u32string_view, 62> k_ending{
    U"را",    U"در",     U"به",      U"با",     U"از",     U"که",     U"تا",      U"بر",      U"برای",
    U"است",   U"میباشد", U"جهت",     U"فرزند",  U"دارای",  U"متولد",  U"صادره",   U"طی",      U"مورخ",
    U"مورخه", U"گردید",  U"گردیده",  U"شد",     U"شده",    U"بشماره", U"ساکن",    U"مقیم",    U"نشانی",
    U"ادرس",  U"شماره",  U"بهعنوان", U"بعنوان", U"نامیده", U"خوانده", U"واقع",    U"لغایت",   U"الی",
    U"ازاین", U"می",     U"میشود",   U"کد",     U"کدملی",  U"شناسه",  U"تحت",     U"ازطرف",   U"وکالت",
    U"ولد",   U"نمود",   U"نموده",   U"صادر",   U"موفق",   U"گواهی",  U"بوده",    U"رادر",    U"رابا",
    U"رابه",  U"رااز",   U"کهدر",    U"تشخیص",  U"اعلام",  U"احراز",  U"ارزیابی", U"دانشنامه"};
constexpr std::array<std::u32string_view, 7> k_what_for{U"صورت",   U"بصورت",   U"بهصورت", U"عنوان",
                                                        U"بعنوان", U"بهعنوان", U"بابت"};
constexpr std::array<std::u32string_view, 6> k_letterhead{U"شماره", U"تاریخ",     U"پیوست",
                                                          U"مورخ",  U"شمارهنامه", U"تاریخنامه"};
constexpr std::array<std::u32string_view, 14> k_back{U"ان",    U"این",     U"و",     U"ایشان", U"وی",
                                                     U"مزبور", U"مذکور",   U"فوق",   U"یاد",   U"یادشده",
                                                     U"مورد",  U"نامبرده", U"موصوف", U"ششدانگ"};
constexpr std::array<std::u32string_view, 6> k_toman{U"تومان", U"تومن", U"توما", U"نومان", U"ثومان", U"یومان"};
constexpr std::array<std::u32string_view, 9> k_until{U"مورخ", U"مورخه",   U"تا",    U"وتا",    U"لغایت",
                                                     U"الی",  U"تاتاریخ", U"تاریخ", U"درتاریخ"};
constexpr std::array<std::u32string_view, 7> k_counted{U"نفر",       U"نفربیمهشده", U"نفرکارگر", U"نفرپرسنل",
                                                       U"روزکارکرد", U"روزکار",     U"نفرکارمند"};
constexpr std::array<std::u32string_view, 16> k_holding{
    U"معتبر",          U"معتبراست",          U"معتبرمیباشد",  U"معتبربوده",   U"اعتباردارد", U"اعتبارداشته",
    U"دارایاعتباراست", U"دارایاعتبارمیباشد", U"منقضی",        U"منقضیمیگردد", U"منقضیمیشود", U"منقضیخواهدشد",
    U"خاتمهمییابد",    U"پایانمییابد",       U"بهپایانمیرسد", U"خاتمهمیپذیرد"};
constexpr std::array<std::u32string_view, 8> k_optional{U"سید",  U"سیده", U"سادات", U"حاج",
                                                        U"حاجی", U"میر",  U"میرزا", U"کربلایی"};
constexpr std::array<std::u32string_view, 22> k_continuing{
    U"نژاد", U"زاده", U"زاد", U"پور", U"فر", U"نیا", U"وند", U"منش",  U"خواه", U"دوست", U"لو",
    U"کیا",  U"مهر",  U"راد", U"فرد", U"گر", U"چی",  U"اصل", U"تبار", U"پناه", U"یان",  U"خانی"};

constexpr std::array<std::u32string_view, 5> k_opening_names{U"به", U"نام", U"بنام", U"خانوادگی", U"شماره"};
constexpr std::array<std::u32string_view, 12> k_governing{U"به",   U"عهده", U"توسط", U"از", U"با",    U"طرف",
                                                          U"برای", U"جانب", U"نزد",  U"که", U"عنوان", U"بعنوان"};
constexpr std::array<std::u32string_view, 54> k_never{
    U"خیابان",  U"کوچه",   U"شماره",  U"مشخصات", U"زیر",    U"ذیل",     U"حق",      U"ماده",    U"نامبرده",
    U"مذکور",   U"محترم",  U"وزارت",  U"سازمان", U"اداره",  U"دولت",    U"خدا",     U"این",     U"ان",
    U"قرارداد", U"مورد",   U"پرداخت", U"موجر",   U"مهر",    U"امضا",    U"امضای",   U"اصالت",   U"محل",
    U"ملک",     U"مستاجر", U"فوق",    U"گواهی",  U"پروانه", U"متعهد",   U"موظف",    U"مکلف",    U"واگذاری",
    U"ملزم",    U"فاقد",   U"خواهد",  U"انتقال", U"معرض",   U"دید",     U"مراجعان", U"مراجعین", U"نحوه",
    U"اجاره",   U"تخلیه",  U"تحویل",  U"طرفین",  U"استان",  U"شهرستان", U"موضوع",   U"طبق",     U"مدت"};

}  // namespace

bool opens_name(std::u32string_view letters) {
  return is_honorific(letters) || among(k_opening_names, letters);
}
bool governs_role(std::u32string_view letters) {
  return among(k_governing, letters);
}
bool never_in_name(std::u32string_view letters) {
  return among(k_never, letters) || refers_back(letters) || letters.starts_with(U"امضا");  // «امضاو اثر انگشت»
}
bool opens_value(std::u32string_view letters) {
  return among(k_opening, letters) || is_honorific(letters);
}
bool ends_value(std::u32string_view letters) {
  return among(k_ending, letters);
}
bool says_what_for(std::u32string_view letters) {
  return among(k_what_for, letters);
}
bool of_letterhead(std::u32string_view letters) {
  return among(k_letterhead, letters);
}
bool refers_back(std::u32string_view letters) {
  return among(k_back, letters);
}
bool says_toman(std::u32string_view letters) {
  return among(k_toman, letters);
}
bool opens_until(std::u32string_view letters) {
  return among(k_until, letters);
}
bool ends_in_until(std::u32string_view letters) {
  return std::any_of(k_until.begin(), k_until.end(), [&](auto word) { return letters.ends_with(word); });
}
bool follows_on_its_value(std::u32string_view letters) {
  return among(k_holding, letters);
}
bool follows_on_its_number(std::u32string_view letters) {
  return among(k_counted, letters);
}
bool is_honorific(std::u32string_view letters) {
  return among(k_honorifics, letters);
}
bool opens_company(std::u32string_view letters) {
  return among(k_companies, letters);
}
bool is_optional_in_name(std::u32string_view letters) {
  return among(k_optional, letters);
}
bool continues_name(std::u32string_view letters) {
  return among(k_continuing, letters);
}

}  // namespace mizan::verification
