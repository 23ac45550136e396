// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/json/reading_texts.hpp"

#include "verification/reasons.hpp"
#include "workflow/evidence/seen_elsewhere.hpp"

#include <algorithm>
#include <array>

namespace mizan::http {
namespace {

struct Row {
  std::string_view code, fa, en;
};

// clang-format off
constexpr std::array k_warnings{
  Row{"low_resolution", "کیفیت تصویر پایین است؛ با ۳۰۰ نقطه در اینچ اسکن کنید.", "The image has a low resolution; scan at 300 dpi."},
  Row{"blurred", "تصویر تار است؛ دوربین را ثابت و نزدیک‌تر بگیرید.", "The picture is blurred; hold the camera still and closer."},
  Row{"dark", "تصویر تاریک است؛ در نور کافی عکس بگیرید.", "The picture is dark; photograph in good light."},
  Row{"skewed", "صفحه کج بود و صاف شد.", "The page was crooked and has been straightened."},
  Row{"rotated", "صفحه چرخیده بود و راست شد.", "The page was turned and has been set upright."},
  Row{"blank_page", "این صفحه سفید است.", "This page is blank."},
  Row{"text_layer_ignored", "نوشتهٔ پنهان این صفحه کنار گذاشته شد؛ تنها آنچه دیده می‌شود خوانده شد.", "Hidden text of this page was put aside; only what can be seen was read."},
  Row{k_layer_contradicted, "نوشتهٔ درون فایل با آنچه روی صفحه دیده می‌شود نمی‌خواند؛ تنها تصویر صفحه خوانده شد.", "The file's own text contradicts what the page shows; only the page image was read."},
  Row{"poppler", "این PDF ایراد دارد؛ شاید بخشی از آن دیده نشود. دوباره ذخیره کنید و بفرستید.", "This PDF has faults and part of it may not show; save it again and send it."},
  Row{"missing_font", "قلم این PDF درون فایل نیست و جای‌گزین شد.", "A font of this PDF is not embedded and was replaced."},
  Row{"no_text", "در این سند نوشته‌ای یافت نشد؛ تصویر روشن‌تر و نزدیک‌تری بگیرید.", "No text was found in this document; take a brighter, closer picture."},
  Row{"not_rendered", "تصویر این صفحه ساخته نشد؛ فایل را دوباره ذخیره کنید و بفرستید.", "This page could not be rendered; save the file again and send it."},
  Row{k_limit_reached, "این صفحه از حد مجاز بزرگ‌تر بود و خوانده نشد؛ با ۳۰۰ نقطه در اینچ اسکن کنید.", "This page was beyond a limit and was not read; scan at 300 dpi."},
  Row{"damaged_page", "این صفحهٔ PDF خراب است و خوانده نشد؛ فایل را دوباره ذخیره کنید و بفرستید.", "This page of the PDF is damaged and was not read; save the file again and send it."},
  Row{"active_content", "این PDF برنامه یا دستور اجرایی دارد ({kind})؛ اجرا نشد. سند را بدون آن ذخیره کنید و بفرستید.", "This PDF has a program or an action in it ({kind}); it was not run. Save the document without it and send it."},
  Row{"not_looked_through", "ساختار این PDF خراب یا بسیار بزرگ است و همهٔ آن بررسی نشد؛ دوباره ذخیره کنید و بفرستید.", "The structure of this PDF is damaged or very large and was not looked through; save it again and send it."},
  Row{"attached_files", "به این PDF فایل‌های دیگری پیوست شده است؛ خوانده نشدند. هر سند را جدا بفرستید.", "Other files are attached to this PDF; they were not read. Send each document by itself."},
  Row{"changed_after_signing", "این PDF پس از امضای الکترونیکی تغییر کرده است.", "This PDF was changed after it had been signed."},
  Row{"image_editor", "این فایل با برنامهٔ ویرایش تصویر ({program}) ساخته یا ذخیره شده است.", "This file was made or saved with an image editor ({program})."},
  Row{"more_than_one_document", "در این فایل بیش از یک PDF پشت سر هم آمده است؛ فقط آخرین آن خوانده شد. هر سند را جدا بفرستید.", "This file holds more than one PDF; only the last was read. Send each document by itself."},
  Row{"more_than_one_picture", "این فایل چند عکس دارد؛ فقط عکس اصلی خوانده شد. هر عکس را جدا بفرستید.", "This file holds several pictures; only the main one was read. Send each by itself."},
  Row{"other_format_inside", "در این فایل قالب دیگری هم پنهان است؛ فقط {format} خوانده شد.", "Another format hides in this file; only {format} was read."},
};

// The workflow's own reasons: what no machine could read, signals of fraud, documents that were sent before.
constexpr std::array k_reasons{
  Row{"needs_expert", "خواندن این سند ممکن نشد؛ کارشناس آن را می‌بیند.", "The document could not be read by machine; an expert looks at it."},
  Row{workflow::k_expert_looks, "کارشناس این سند را می‌بیند.", "An expert looks at this document."},
  Row{workflow::k_same_file_elsewhere, "همین فایل را پیش از این دفتر دیگری فرستاده است.", "Another office sent this very file before."},
  Row{workflow::k_same_page_elsewhere, "این صفحه پیش از این در سند دفتر دیگری آمده است: اسکن یا عکسی دیگر از همان برگ.", "This page stands in a document that another office sent before: another scan or photograph of the same sheet."},
  Row{workflow::k_same_file_earlier, "همین فایل را این دفتر در دورهٔ پیشین هم فرستاده است.", "This office sent this very file in an earlier round too."},
  Row{workflow::k_same_page_earlier, "این صفحه در سندی که این دفتر در دورهٔ پیشین فرستاد هم آمده است.", "This page stands in a document that this office sent in an earlier round too."},
  Row{k_layer_contradicted, "نوشتهٔ درون این فایل با آنچه روی صفحه دیده می‌شود نمی‌خواند؛ شاید فایل دست‌کاری شده باشد. تنها تصویر صفحه خوانده شد.", "The file's own text contradicts what its page shows; it may have been tampered with. Only the page image was read."},
  Row{"active_content", "این PDF برنامه یا دستور اجرایی دارد؛ اسکن و چاپ چنین چیزی ندارد. اجرا نشد.", "This PDF has a program or an action in it, which no scan or print has. It was not run."},
  Row{"attached_files", "به این PDF فایل‌های دیگری پیوست شده است؛ خوانده نشدند.", "Other files are attached to this PDF; they were not read."},
  Row{"changed_after_signing", "این PDF پس از امضای الکترونیکی تغییر کرده است.", "This PDF was changed after it had been signed."},
  Row{"image_editor", "این فایل با برنامهٔ ویرایش تصویر ساخته یا ذخیره شده است.", "This file was made or saved with an image editor."},
  Row{"more_than_one_document", "در این فایل بیش از یک PDF پشت سر هم آمده است؛ فقط آخرین آن خوانده شد.", "This file holds more than one PDF; only the last was read."},
  Row{"other_format_inside", "در این فایل قالب دیگری هم پنهان است و خوانده نشد.", "Another format hides in this file and was not read."},
  Row{"not_looked_through", "ساختار این PDF خراب یا بسیار بزرگ است و همهٔ آن بررسی نشد.", "The structure of this PDF is damaged or very large and was not looked through."},
};

constexpr std::array k_limits{
  Row{"pages", "شمار صفحه‌ها", "number of pages"},
  Row{"page_pixels", "اندازهٔ تصویر صفحه", "size of a page image"},
  Row{"image_pixels", "اندازهٔ تصویر درون PDF", "size of an image inside the PDF"},
  Row{"document_pixels", "اندازهٔ همهٔ تصویرها", "size of all page images"},
  Row{"page_content", "اندازهٔ محتوای صفحه", "size of a page's content"},
  Row{"scans", "شمار گذرهای تصویر JPEG", "passes of a JPEG image"},
  Row{"members", "شمار فایل‌های بسته", "number of files in the ZIP"},
  Row{"unsafe_members", "فایل‌های ناایمن بسته", "unsafe files in the ZIP"},
  Row{"nesting", "بسته درون بسته", "ZIP inside a ZIP"},
  Row{"ratio", "نسبت فشرده‌سازی", "compression ratio"},
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
  return text_in(
      k_reasons, reason,
      {std::string(verification::reason_text_fa(reason)), std::string(verification::reason_text_en(reason))});
}

forms::Label warning_text(const ReadingWarning& warning) {
  auto text = text_in(k_warnings, warning.code,
                      {"در خواندن این سند نکته‌ای ثبت شد (" + warning.code + ").",
                       "Something was noted while reading (" + warning.code + ")."});
  for (const auto& [name, value] : warning.params)
    for (auto* sentence : {&text.fa, &text.en})
      if (const auto at = sentence->find("{" + name + "}"); at != std::string::npos)
        sentence->replace(at, name.size() + 2, value);
  return text;
}

forms::Label limit_text(std::string_view limit) {
  return text_in(k_limits, limit, {std::string(limit), std::string(limit)});
}

}  // namespace mizan::http
