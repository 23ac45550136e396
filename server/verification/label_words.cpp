// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/label_words.hpp"

#include "base/persian/normalise.hpp"
#include "base/persian/utf8.hpp"
#include "verification/similarity.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <utility>

namespace mizan::verification {
namespace {

// Each line: words for one thing, the first stands for all. Language, not the wordings of any form: those are in
// form-definitions.
constexpr std::array<std::string_view, 40> k_alike{
    "شماره کد شناسه",
    "نشانی آدرس",
    "تاریخ مورخ مورخه",
    "صدور صادره",
    "پایان انقضا انقضای خاتمه اتمام سررسید",
    "شروع آغاز ابتدا ابتدای",
    "دستمزد حقوق مزد",
    "ماهانه ماهیانه",
    "متراژ مساحت وسعت",
    "دارنده صاحب دارندگان صاحبان",
    "مالک مالکین مالکان",
    "پروانه مجوز جواز",
    "گواهی گواهینامه تصدیق",
    "موجر اجاره‌دهنده",
    "مستأجر اجاره‌کننده",
    "خریدار مشتری",
    "جمع مجموع",
    "مبلغ بها بهای قیمت",
    "تعداد مقدار شمار",
    "کارکنان پرسنل کارگران بیمه‌شدگان نفرات شاغلین شاغلان",
    "کالا کالای جنس محصول",
    "شرح عنوان",
    "معدل میانگین",
    "معلولیت ناتوانی",
    "پیگیری رهگیری",
    "ودیعه رهن",
    "متقاضی درخواست‌کننده تقاضاکننده",
    "تولد ولادت",
    "محل مکان",
    "شهر شهرستان",
    "پرداخت‌کننده واریزکننده",
    "فاکتور صورتحساب",
    "مفاصا مفاصاحساب",
    "کارفرما کارفرمای",
    "مقطع مدرک",
    "رشته گرایش",
    "روز روزهای",
    "فرد شخص",
    "نهایی کل",
    "پدر والد",
};
constexpr std::string_view k_nothing =
    "و یا به در دارای مربوطه محترم فوق ذیل نامبرده مذکور این "
    "رقمی ده یازده دوازده 10 11 12 ده‌رقمی یازده‌رقمی دوازده‌رقمی 10رقمی 11رقمی 12رقمی";

constexpr std::string_view k_qualifying =
    "محل فعالیت استقرار سکونت اقامت کار کارگاه مؤسسه واحد دفتر شرکت متقاضی شخص فرد دارنده "
    "صدور ثبت پرونده سند گواهی پروانه مجوز صورتحساب فاکتور لیست قرارداد "
    "اصلی فعلی قانونی کامل دقیق پستی رسمی حقیقی حقوقی مربوط مربوطه";

constexpr std::string_view k_joining = "بعلاوه به‌علاوه علاوه منهای کسر احتساب";
constexpr std::string_view k_beginning = "شماره کد شناسه تاریخ نام مبلغ جمع تعداد نوع نشانی آدرس مشخصات عنوان";

class Words {
 public:
  Words() {
    for (const auto& word : label_words(k_nothing)) m_first.emplace(word, U"");
    for (const auto line : k_alike) {
      const auto words = label_words(line);
      for (const auto& word : words) m_first.emplace(word, words.front());
    }
  }
  [[nodiscard]] const std::u32string& first_of(const std::u32string& word) const {
    const auto known = m_first.find(word);
    return known == m_first.end() ? word : known->second;
  }

 private:
  std::unordered_map<std::u32string, std::u32string> m_first;
};

}  // namespace

std::set<std::u32string> meanings_of(const std::vector<std::u32string>& words) {
  static const Words known;
  std::set<std::u32string> out;
  for (const auto& word : words) out.insert(known.first_of(word));
  out.erase(U"");
  return out;
}

std::u32string meaning_of(const std::vector<std::u32string>& words) {
  static const Words known;
  // Two words for one thing mean no more than one («شهر/شهرستان»); the same word again does («نام و نام خانوادگی»).
  std::map<std::u32string, std::map<std::u32string, int>> said;
  for (const auto& word : words)
    if (const auto& first = known.first_of(word); !first.empty()) ++said[first][word];
  std::u32string out;
  for (const auto& [first, spellings] : said) {
    int times = 0;
    for (const auto& [word, count] : spellings) times = std::max(times, count);
    for (; times > 0; --times) out += (out.empty() ? U"" : U" ") + first;
  }
  return out;
}

bool qualifies_label(const std::u32string& letters) {
  static const auto words = label_words(k_qualifying);
  return std::find(words.begin(), words.end(), letters) != words.end();
}

bool joins_labels(const std::u32string& letters) {
  static const auto words = label_words(k_joining);
  return std::find(words.begin(), words.end(), letters) != words.end();
}

bool begins_or_qualifies_label(const std::u32string& letters) {
  static const auto words = label_words(k_beginning);
  return std::find(words.begin(), words.end(), letters) != words.end() || qualifies_label(letters);
}

std::vector<std::u32string> label_words(std::string_view utf8) {
  std::vector<std::u32string> out;
  std::u32string word;
  const auto close = [&] {
    if (auto letters = comparison_letters(persian::encode(word)); !letters.empty()) out.push_back(std::move(letters));
    word.clear();
  };
  for (const char32_t c : persian::decode(persian::normalise(utf8))) {
    if (c == U' ' || c == U'/' || c == U',' || c == U'-' || c == U':' || c == U'(' || c == U')')
      close();
    else
      word += c;
  }
  close();
  return out;
}

}  // namespace mizan::verification
