// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/label_bounds.hpp"

#include "verification/label_words.hpp"
#include "verification/matchers/words.hpp"
#include "verification/similarity.hpp"

#include <algorithm>
#include <cstddef>

namespace mizan::verification {
namespace {

// In tenths of the line height: what hangs together, and what parts columns.
constexpr int k_hangs = 7, k_apart = 15;

bool has_figure(const Token& token) {
  const auto& letters = token.first().letters;
  return std::any_of(letters.begin(), letters.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

/// The last token of figures that say how a value is written: «کدپستی 10 رقمی», «میانگین (از ۲۰)».
int behind_figures_of_label(const PageView& page, int last) {
  constexpr int k_most = 3;
  const int first = last + 1;
  if (page.token(last).colon || first + 1 >= page.size() || page.token(first).line != page.token(last).line)
    return last;
  if (has_figure(page.token(first)) && page.token(first + 1).first().letters == U"رقمی") return first + 1;
  const auto& opening = page.token(first).first().printed;
  const auto bracket = opening.find_first_of("()");
  if (bracket == std::string::npos || opening.find_first_of("()", bracket + 1) != std::string::npos) return last;
  bool figure = false;
  for (int at = first; at < page.size() && at < first + k_most && page.token(at).line == page.token(last).line; ++at) {
    figure = figure || has_figure(page.token(at));
    if (at > first && page.token(at).first().printed.find_first_of("()") != std::string::npos)
      return figure ? at : last;
  }
  return last;
}

/// Where a wording ends that goes on beyond what is known of it. «استان محل استقرار: گیلان»: at its colon; a name,
/// which has no digits to tell it from the rest of a wording, only where the wording begins a line or a column.
/// «شهرستان محل استقرار   میبد»: behind words that are of other wordings, and not of the value.
int end_of_wording(const Occurrence& label, const PageView& page, const std::vector<bool>& taken, ValueKind kind,
                   const WordingWords& words) {
  constexpr int k_longest_rest = 4;
  constexpr int k_alike = 4;  // tenths of an edit a letter
  const bool named = kind == ValueKind::name || kind == ValueKind::text || kind == ValueKind::address;
  const bool free = !named || page.begins_column(label.first);
  if (page.token(label.last).colon || !label.rest.empty()) return label.last;
  int known = label.last;
  bool value = false;  // what was declared stands between the label and a colon: another label's
  int begin = label.last + 1;
  if (const int end = behind_figures_of_label(page, label.last); end > label.last) {
    if (page.token(end).colon) return end;
    known = end;
    begin = end + 1;
  }
  for (int at = begin; at < page.size() && at <= label.last + k_longest_rest; ++at) {
    const Token &token = page.token(at), &before = page.token(at - 1);
    const auto& letters = token.first().letters;
    const bool hangs = token.line == before.line && !page.parted_by_cells(at - 1, at) &&
                       10 * gap_between(token.box, before.box) <= k_hangs * page.line_height();
    const auto& printed = token.first().printed;
    const bool share = printed.find('%') != std::string::npos || printed.find("٪") != std::string::npos;
    const bool number =
        !share && std::any_of(letters.begin(), letters.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; });
    if (kind == ValueKind::date && (letters == U"در" || opens_until(letters))) break;  // another day is spoken of
    if (!hangs || before.comma || before.stop || number || taken[static_cast<std::size_t>(at)] || is_honorific(letters))
      break;
    value |= std::any_of(words.declared.begin(), words.declared.end(), [&](const auto& word) {
      return look_alike_tenths(word, letters) <= k_alike * static_cast<int>(word.size());
    });
    if (token.colon && (free || !value)) return at;
    const bool joined = token.word == page.token(label.last).word;  // «کارگاه/مؤسسه»
    const bool of_labels = joined || words.known.contains(letters) || qualifies_label(letters);
    if (known == at - 1 && of_labels && !words.declared.contains(letters)) known = at;
  }
  return known;
}

/// «۶- کد پستی»: the number of a line in a form belongs to its label, and is no value of the one before.
int begin_at_number(const Occurrence& label, const PageView& page, const std::vector<bool>& taken) {
  const int at = label.first - 1;
  if (at < 0 || taken[static_cast<std::size_t>(at)]) return label.first;
  if (page.is_item_number(at)) return at;
  const Token &token = page.token(at), &next = page.token(label.first);
  const auto& letters = token.first().letters;
  const bool number = !letters.empty() && letters.size() <= 2 &&
                      std::all_of(letters.begin(), letters.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; });
  const bool marked = token.stop || token.first().printed.find_first_of(".-)(") != std::string::npos;
  const bool hangs = token.line == next.line && 10 * gap_between(token.box, next.box) <= k_apart * page.line_height();
  return number && marked && hangs && page.begins_column(at) ? at : label.first;
}

/// «مبلغ نهایی فاکتور:»: one word that labels something else by itself is the end of this wording.
void take_in_last_words(std::vector<Occurrence>& found, const PageView& page) {
  for (std::size_t i = 0; i + 1 < found.size(); ++i) {
    Occurrence &own = found[i], &next = found[i + 1];
    if (!own.own || own.generic || own.role || !own.rest.empty() || next.own || next.first != next.last) continue;
    const Token &end = page.token(own.last), &word = page.token(next.first);
    const bool hangs = next.first == own.last + 1 && word.line == end.line &&
                       !page.parted_by_cells(own.last, next.first) &&
                       10 * gap_between(word.box, end.box) <= k_hangs * page.line_height();
    if (!hangs || end.colon || end.comma || end.stop || (!word.colon && !qualifies_label(word.first().letters)))
      continue;
    own.last = next.last;
    found.erase(found.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

}  // namespace

void complete(std::vector<Occurrence>& found, const PageView& page, ValueKind kind, const WordingWords& words) {
  take_in_last_words(found, page);
  std::vector<bool> taken(static_cast<std::size_t>(page.size()), false);
  for (const auto& each : found)
    for (int at = each.first; at <= each.last; ++at) taken[static_cast<std::size_t>(at)] = true;
  for (auto& each : found) {
    each.last = end_of_wording(each, page, taken, kind, words);
    each.first = begin_at_number(each, page, taken);
  }
}

void drop_echoes(std::vector<Occurrence>& found, const PageView& page, const std::u32string& first_declared) {
  const auto near = [&](int a, int b) {
    return b >= 0 && b < page.size() && page.token(a).line == page.token(b).line &&
           gap_between(page.token(a).box, page.token(b).box) <= page.line_height();
  };
  const auto begins_value = [&](const Occurrence& before, const Occurrence& word) {
    std::u32string letters;
    for (int at = word.first; at <= word.last; ++at) letters += page.token(at).first().letters;
    return word.own && before.own && before.last + 1 == word.first && near(word.last, word.last + 1) &&
           !page.token(word.last).colon && letters == first_declared;
  };
  std::vector<bool> echoes(found.size(), false);
  for (std::size_t i = 1; i < found.size(); ++i) {
    const auto &last = found[i], &before = found[i - 1];
    const bool ends_there = near(last.first, last.first - 1) && !near(last.last, last.last + 1);
    echoes[i] = last.own && last.label == before.label && last.first == last.last && ends_there &&
                before.last < last.first - 1 && !page.token(last.last).colon &&
                page.token(last.first).line - page.token(before.first).line <= 1;
    echoes[i] = echoes[i] || begins_value(before, last);
  }
  std::size_t at = 0;
  std::erase_if(found, [&](const Occurrence&) { return echoes[at++]; });
}

}  // namespace mizan::verification
