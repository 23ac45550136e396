// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/label_doubts.hpp"

#include "base/persian/utf8.hpp"
#include "verification/label_words.hpp"
#include "verification/matchers/numerals.hpp"
#include "verification/matchers/words.hpp"

#include <algorithm>
#include <cstdlib>

namespace mizan::verification {
namespace {

constexpr int k_letterhead = 40;  // tenths of the line height: from one line of a letter's head to the next but one

// «شماره: … / تاریخ: …» at the head of a letter may be those of the paper, or of the letter it came with.
bool in_letterhead(const LabelPlaces& places, const Occurrence& occurrence) {
  const PageView& page = places.page();
  const Box& box = page.token(occurrence.first).box;
  return box.y1 * 4 < page.page().height_px &&
         std::any_of(places.all().begin(), places.all().end(), [&](const Occurrence& other) {
           const Box& there = page.token(other.first).box;
           return other.first != occurrence.first && places.tenths(std::abs(there.y0 - box.y0)) <= k_letterhead &&
                  of_letterhead(persian::decode(other.label));
         });
}

// «معلولیت», «کارگاه»: one word without a colon may be of a title or of a sentence, most of all where it stands again,
// or beside a wording that says more.
bool says_too_little(const LabelPlaces& places, const Occurrence& occurrence, Standing standing) {
  const Token& end = places.page().token(occurrence.last);
  const auto one_word = [](const Occurrence& o) { return o.first == o.last && o.rest.empty(); };
  if (!one_word(occurrence) || end.colon) return false;
  if (standing == Standing::under && !places.heads_only(end.line)) return true;
  if (occurrence.role) return false;
  return std::any_of(places.all().begin(), places.all().end(), [&](const Occurrence& other) {
    return other.own && !other.role && !other.generic && other.first != occurrence.first &&
           (!one_word(other) || other.label == occurrence.label);
  });
}

// «اقامتگاه مؤدی: استان قزوین»: one word with a colon, and others before it in its column: another field's wording.
bool ends_another_wording(const LabelPlaces& places, const Occurrence& occurrence) {
  constexpr int k_most = 3;
  const PageView& page = places.page();
  int at = occurrence.first;
  if (at > 0 && page.token(at - 1).line == page.token(at).line && joins_labels(page.token(at - 1).first().letters))
    return true;
  if (at != occurrence.last || !page.token(at).colon || places.starts_column(occurrence)) return false;
  const auto parted = [](const Token& before) { return before.colon || before.comma || before.stop; };
  for (int left = at; left > 0 && at - left < 2; --left) {
    const Token& before = page.token(left - 1);
    if (parted(before) || !places.hangs_on(left, k_word_gap)) break;
    if (begins_or_qualifies_label(before.first().letters)) return true;
  }
  for (; occurrence.first - at <= k_most; --at) {
    if (page.begins_column(at)) break;
    const Token& before = page.token(at - 1);
    if (parted(before) || numeral_of(before.first().normal)) return false;
  }
  return at < occurrence.first && occurrence.first - at <= k_most;
}

}  // namespace

bool may_mean_another_field(const LabelPlaces& places, const Occurrence& occurrence, Standing standing) {
  return (occurrence.generic && in_letterhead(places, occurrence)) || ends_another_wording(places, occurrence) ||
         says_too_little(places, occurrence, standing);
}

bool in_sentence(const LabelPlaces& places, const Occurrence& occurrence) {
  const PageView& page = places.page();
  const int next = occurrence.last + 1;
  if (places.kind() != ValueKind::name || next >= page.size() || page.token(occurrence.last).colon) return false;
  const Token& token = page.token(next);
  const bool goes_on = token.line != page.token(occurrence.last).line || places.hangs_on(next, k_word_gap);
  if (occurrence.label.starts_with("نام") && !occurrence.generic)
    return false;  // «نام کارفرما …» is followed by a name
  const bool opens = occurrence.label.ends_with("که");
  return goes_on && !is_honorific(token.first().letters) && !opens_company(token.first().letters) &&
         (opens || occurrence.role || !places.starts_column(occurrence));
}

}  // namespace mizan::verification
