// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/reasons.hpp"

#include <algorithm>
#include <array>

namespace mizan::verification {
namespace {

struct Sentences {
  std::string_view code, fa, en;
};

constexpr std::array<Sentences, 11> k_sentences{{
    {reason::agrees, "سند همان را می‌گوید که اظهار شده است.",
     "The document says what was declared."},
    {reason::agrees_unlabelled, "مقدار اظهارشده در سند هست، هرچند عنوان آن خوانده نشد.",
     "The declared value stands in the document, though its label could not be read."},
    {reason::differs, "در سند مقدار دیگری آمده است.", "The document gives another value."},
    {reason::other_field, "این مقدار در سند برای مورد دیگری آمده است.",
     "In the document this value belongs to something else."},
    {reason::not_confident,
     "این بخش سند آن‌قدر روشن خوانده نشد که بتوان مقایسه کرد.",
     "This part of the document could not be read surely enough to compare."},
    {reason::value_not_found, "عنوان این مورد در سند هست، اما مقدارش خوانده نشد.",
     "The label stands in the document, but no value could be read beside it."},
    {reason::label_not_found, "این مورد در سند پیدا نشد.", "The document does not seem to mention this."},
    {reason::row_not_found, "ردیف این مورد در جدول سند پیدا نشد.", "The row was not found in the document's table."},
    {reason::blank_page, "صفحهٔ سند خالی است.", "The document's page is blank."},
    {reason::no_text,
     "در سند نوشته‌ای خوانده نشد؛ تصویر روشن‌تری بارگذاری کنید.",
     "No text could be read in the document; upload a clearer image."},
    {reason::not_comparable, "مقدار اظهارشده با نوع این مورد سازگار نیست.",
     "The declared value is not of the kind asked for."},
}};

const Sentences& sentences_of(std::string_view code) {
  const auto find = [](std::string_view wanted) {
    return std::find_if(k_sentences.begin(), k_sentences.end(), [&](const Sentences& s) { return s.code == wanted; });
  };
  const auto found = find(code);
  return found == k_sentences.end() ? *find(reason::not_confident) : *found;
}

constexpr auto k_codes = [] {
  std::array<std::string_view, k_sentences.size()> codes{};
  for (std::size_t i = 0; i < codes.size(); ++i) codes[i] = k_sentences[i].code;
  return codes;
}();

}  // namespace

std::string_view reason_text_fa(std::string_view code) {
  return sentences_of(code).fa;
}
std::string_view reason_text_en(std::string_view code) {
  return sentences_of(code).en;
}
std::span<const std::string_view> reason_codes() {
  return k_codes;
}

}  // namespace mizan::verification
