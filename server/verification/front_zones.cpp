// SPDX-License-Identifier: GPL-3.0-or-later
// Values in front of the words that say what they are: «مبلغ … ریال به عنوان ودیعه», «تا … معتبر است», «۳۱ نفر».
#include "verification/zones.hpp"

#include "base/persian/utf8.hpp"
#include "verification/matchers/numerals.hpp"
#include "verification/matchers/words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace mizan::verification {
namespace {

constexpr int k_longest_date = 8, k_longest_in_words = 16, k_longest_sum = 7;  // tokens

// «۳۱ نفر بیمه‌شده»
std::vector<int> number_before(const PageView& page, int end) {
  const int at = end - 1;
  return at >= 0 && numeral_of(page.token(at).first().normal) ? std::vector<int>{at} : std::vector<int>{};
}

// «تا … معتبر است»
std::vector<int> day_before(const PageView& page, int end) {
  std::vector<int> out;
  for (int at = end - 1; at >= 0 && end - at <= k_longest_date; --at) {
    if (opens_until(page.token(at).first().letters)) return out;
    if (page.token(at).stop) break;
    out.insert(out.begin(), at);
  }
  return {};
}

// In running text, right behind a date and not in front of one: «در مورخه … خاتمه می‌یابد».
bool closes_a_date(const PageView& page, const Occurrence& occurrence) {
  constexpr int k_hangs = 7;  // tenths of the line height
  const int before = occurrence.first - 1, next = occurrence.last + 1;
  if (before < 0 || next >= page.size() || page.begins_column(occurrence.first)) return false;
  if (ends_in_until(persian::decode(occurrence.label))) return false;  // «… صادر و تا تاریخ …»
  const auto numeral = numeral_of(page.token(before).first().normal);
  const bool ends_date = numeral && (numeral->groups.size() == 3 || numeral->digits().size() == 4);
  const bool hangs =
      10 * gap_between(page.token(before).box, page.token(occurrence.first).box) <= k_hangs * page.line_height();
  constexpr std::array<std::u32string_view, 11> k_goes_on{U"و",    U"شده",    U"شد",     U"گردیده", U"گردید", U"میشود",
                                                          U"میشد", U"میگردد", U"میباشد", U"است",    U"می"};
  const auto goes_on = [&](int at) {
    return std::find(k_goes_on.begin(), k_goes_on.end(), page.token(at).first().letters) != k_goes_on.end();
  };
  bool sentence = goes_on(next);
  for (int at = occurrence.first + 1; at <= occurrence.last; ++at) sentence = sentence || goes_on(at);
  return ends_date && hangs && sentence && !page.token(before).comma && !page.token(before).stop &&
         !day_before(page, occurrence.first).empty();
}

// «مبلغ … ریال به عنوان ودیعه»: an amount, and then what it is for.
std::vector<int> sum_before(const PageView& page, int end) {
  int at = end - 1;
  if (at < 1 || !says_what_for(page.token(at).first().letters)) return {};
  if (page.token(at - 1).first().letters == U"به") --at;
  // Back to the amount in digits; in words it may stand behind that, in brackets.
  const auto ends = [&](int place) { return page.token(place).stop || page.token(place).colon; };
  const auto numeral = [&](int place) { return numeral_of(page.token(place).first().normal).has_value(); };
  const int last = --at;
  while (at >= 0 && last - at < k_longest_in_words && !ends(at) && !numeral(at)) --at;
  const bool in_digits = at >= 0 && !ends(at) && numeral(at);
  if (in_digits)
    while (at > 0 && numeral(at - 1) && !ends(at - 1)) --at;
  else
    at = std::max(at + 1, last + 1 - k_longest_sum);
  std::vector<int> out;
  for (; at <= last; ++at) out.push_back(at);
  return out;
}

}  // namespace

bool stands_behind(const PageView& page, const Occurrence& occurrence, ValueKind kind) {
  if (page.token(occurrence.last).colon) return false;
  const auto letters = persian::decode(occurrence.label);
  if (kind == ValueKind::date) return follows_on_its_value(letters) || closes_a_date(page, occurrence);
  return (kind == ValueKind::count || kind == ValueKind::days) && follows_on_its_number(letters);
}

Zone front_zone(const PageView& page, const Occurrence& occurrence, ValueKind kind) {
  Zone zone;
  zone.standing = Standing::before;
  zone.closed = true;
  if (kind == ValueKind::amount)
    zone.tokens = sum_before(page, occurrence.first);
  else if (stands_behind(page, occurrence, kind))
    zone.tokens = kind == ValueKind::date ? day_before(page, occurrence.first) : number_before(page, occurrence.first);
  return zone;
}

}  // namespace mizan::verification
