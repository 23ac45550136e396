// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/json/reading_texts.hpp"

#include <algorithm>
#include <array>

namespace mizan::http {
namespace {

struct Row {
  std::string_view code, fa, en;
};

// clang-format off
constexpr std::array k_reasons{
  Row{"agrees", "سند همان مقدار اظهارشده را نشان می‌دهد.", "The document shows the declared value."},
  Row{"differs", "در سند مقدار دیگری نوشته شده است؛ اظهار یا سند را اصلاح کنید.", "The document says something else; correct the answer or the document."},
  Row{"label_not_found", "این مورد در سند پیدا نشد؛ صفحه‌ای را بفرستید که آن را نشان می‌دهد.", "This item was not found in the document; send the page that shows it."},
  Row{"value_not_found", "مقداری در کنار عنوان این مورد پیدا نشد؛ تصویر روشن‌تری بفرستید.", "No value was found beside this item's label; send a clearer picture."},
  Row{"row_not_found", "ردیف این مورد در جدول سند پیدا نشد؛ همهٔ صفحه‌های جدول را بفرستید.", "The row was not found in the document's table; send all pages of the table."},
  Row{"not_confident", "نوشته به‌روشنی خوانده نشد؛ دوربین را نزدیک‌تر بگیرید یا با ۳۰۰ نقطه در اینچ اسکن کنید.", "The print could not be read with certainty; hold the camera closer or scan at 300 dpi."},
  Row{"ambiguous", "در سند چند مقدار ممکن دیده شد؛ کارشناس درست را برمی‌گزیند.", "The document shows several possible values; an expert picks the right one."},
  Row{"blank_page", "صفحه سفید است؛ صفحهٔ درست را بفرستید.", "The page is blank; send the right page."},
  Row{"no_text", "در سند نوشته‌ای خوانده نشد؛ تصویر روشن‌تر و نزدیک‌تری بگیرید.", "No text could be read; take a brighter, closer picture."},
  Row{"invalid_declared", "مقدار اظهارشده درست نیست و مقایسه نشد؛ آن را اصلاح کنید.", "The declared value is not valid and was not compared; correct it."},
  Row{"needs_expert", "خواندن این سند ممکن نشد؛ کارشناس آن را می‌بیند.", "The document could not be read by machine; an expert looks at it."},
};

constexpr std::array k_warnings{
  Row{"low_resolution", "کیفیت تصویر پایین است؛ با ۳۰۰ نقطه در اینچ اسکن کنید.", "The image has a low resolution; scan at 300 dpi."},
  Row{"blurred", "تصویر تار است؛ دوربین را ثابت و نزدیک‌تر بگیرید.", "The picture is blurred; hold the camera still and closer."},
  Row{"dark", "تصویر تاریک است؛ در نور کافی عکس بگیرید.", "The picture is dark; photograph in good light."},
  Row{"skewed", "صفحه کج بود و صاف شد.", "The page was crooked and has been straightened."},
  Row{"rotated", "صفحه چرخیده بود و راست شد.", "The page was turned and has been set upright."},
  Row{"blank_page", "این صفحه سفید است.", "This page is blank."},
  Row{"text_layer_ignored", "نوشتهٔ درون فایل با تصویر صفحه نمی‌خواند؛ تصویر خوانده شد.", "The file's own text does not fit the page image; the image was read."},
  Row{"hidden_ocr_ignored", "نوشتهٔ پنهان فایل کنار گذاشته و تصویر خوانده شد.", "The file's hidden text was put aside and the image was read."},
  Row{"poppler", "این PDF ایراد دارد؛ شاید بخشی از آن دیده نشود. دوباره ذخیره کنید و بفرستید.", "This PDF has faults and part of it may not show; save it again and send it."},
  Row{"missing_font", "قلم این PDF درون فایل نیست و جای‌گزین شد.", "A font of this PDF is not embedded and was replaced."},
  Row{"limit_reached", "خواندن سند پیش از پایان متوقف شد.", "Reading stopped before the end of the document."},
};

constexpr std::array k_limits{
  Row{"pages", "شمار صفحه‌ها", "number of pages"},
  Row{"page_pixels", "اندازهٔ تصویر صفحه", "size of a page image"},
  Row{"document_pixels", "اندازهٔ همهٔ تصویرها", "size of all page images"},
  Row{"cpu", "زمان پردازش", "processing time"},
  Row{"wall", "زمان خواندن", "reading time"},
  Row{"memory", "حافظه", "memory"},
  Row{"words", "شمار واژه‌ها", "number of words"},
  Row{"bytes", "اندازهٔ فایل", "size of the file"},
};
// clang-format on

template <std::size_t Size>
forms::Label text_in(const std::array<Row, Size>& table, std::string_view code, const forms::Label& otherwise) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Row& row) { return row.code == code; });
  return found == table.end() ? otherwise : forms::Label{std::string(found->fa), std::string(found->en)};
}

}  // namespace

forms::Label reason_text(std::string_view reason) {
  return text_in(k_reasons, reason,
                 {"این مورد نیاز به نگاه کارشناس دارد.", "This item needs an expert's look."});
}

forms::Label warning_text(const ReadingWarning& warning) {
  return text_in(k_warnings, warning.code,
                 {"در خواندن این سند نکته‌ای ثبت شد (" + warning.code + ").", "Something was noted while reading (" + warning.code + ")."});
}

forms::Label limit_text(std::string_view limit) {
  return text_in(k_limits, limit, {std::string(limit), std::string(limit)});
}

}  // namespace mizan::http
