// SPDX-License-Identifier: GPL-3.0-or-later
// The small words around values on Persian papers: which open a value, which end it, which belong to a name.
#pragma once

#include <string_view>

namespace mizan::verification {

// All take the letters of one token (persian::skeleton).

/// May stand between a label and its value: «آقای», «به نام», «عبارت است از», «شماره».
[[nodiscard]] bool opens_value(std::u32string_view letters);
/// Never part of a name or a short text: «را», «که», «فرزند», «دارای».
[[nodiscard]] bool ends_value(std::u32string_view letters);
/// «بابت», «به عنوان»: what comes before was paid for what comes after.
[[nodiscard]] bool says_what_for(std::u32string_view letters);
/// The unit of ten rial, also where a recogniser lost its end.
[[nodiscard]] bool says_toman(std::u32string_view letters);
/// «شماره», «تاریخ», «پیوست»: what the head of a letter says of it.
[[nodiscard]] bool of_letterhead(std::u32string_view letters);
/// «ایشان», «مذکور», «و»: stands for something named before, or leads on; no value.
[[nodiscard]] bool refers_back(std::u32string_view letters);
/// «تا», «لغایت»: opens the day up to which something holds.
[[nodiscard]] bool opens_until(std::u32string_view letters);
/// A wording that ends in such a word: «صادر و تا تاریخ».
[[nodiscard]] bool ends_in_until(std::u32string_view letters);
/// «معتبر است», «اعتبار دارد»: wordings that stand behind their value, «تا ۱۴۰۶/۰۲/۱۱ معتبر است».
[[nodiscard]] bool follows_on_its_value(std::u32string_view letters);
/// «نفر بیمه‌شده», «روز کارکرد»: the same of a number.
[[nodiscard]] bool follows_on_its_number(std::u32string_view letters);
/// A title in front of a name that is no part of it.
[[nodiscard]] bool is_honorific(std::u32string_view letters);
/// «شرکت», «مؤسسه»: the first word of the name of a legal person.
[[nodiscard]] bool opens_company(std::u32string_view letters);
/// «سید», «سیده», «سادات», «حاج»: on one paper and left out on the next.
[[nodiscard]] bool is_optional_in_name(std::u32string_view letters);
/// Stands in no name: «مشخصات زیر», «حق واگذاری»; the label was meant otherwise there.
[[nodiscard]] bool never_in_name(std::u32string_view letters);
/// May stand between a label and a name.
[[nodiscard]] bool opens_name(std::u32string_view letters);
/// In front of a role's word it says that the person was named before: «به موجر», «بر عهده مستأجر».
[[nodiscard]] bool governs_role(std::u32string_view letters);
/// The second half of a family name: «نژاد», «زاده», «پور».
[[nodiscard]] bool continues_name(std::u32string_view letters);

}  // namespace mizan::verification
