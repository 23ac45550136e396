// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/parties.hpp"

#include "base/persian/utf8.hpp"
#include "verification/label_words.hpp"
#include "verification/matchers/words.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace mizan::verification {
namespace {

struct PartyWord {
  std::u32string_view letters, party;
};

constexpr std::array<PartyWord, 19> k_party_words{{{U"موجر", U"موجر"},
                                                   {U"موجرین", U"موجر"},
                                                   {U"اجارهدهنده", U"موجر"},
                                                   {U"مستاجر", U"مستاجر"},
                                                   {U"مستاجرین", U"مستاجر"},
                                                   {U"اجارهگیرنده", U"مستاجر"},
                                                   {U"اجارهکننده", U"مستاجر"},
                                                   {U"فروشنده", U"فروشنده"},
                                                   {U"فروشندگان", U"فروشنده"},
                                                   {U"بایع", U"فروشنده"},
                                                   {U"خریدار", U"خریدار"},
                                                   {U"خریداران", U"خریدار"},
                                                   {U"مشتری", U"خریدار"},
                                                   {U"کارفرما", U"کارفرما"},
                                                   {U"پیمانکار", U"پیمانکار"},
                                                   {U"کارگر", U"کارگر"},
                                                   {U"راهن", U"راهن"},
                                                   {U"مرتهن", U"مرتهن"},
                                                   {U"نماینده", U"نماینده"}}};

// What a heading says beside the party: «مشخصات فروشنده», «طرف اول: موجر», «اطلاعات خریدار (مشتری)».
constexpr std::array<std::u32string_view, 17> k_heading_words{
    U"مشخصات", U"اطالعات", U"طرف", U"اول", U"دوم", U"قرارداد", U"معامله", U"بخش", U"قسمت",
    U"الف",    U"ب",       U"ج",   U"یا",  U"و",   U"محترم",   U"هویتی",  U"کامل"};

bool heading_word(const std::u32string& letters) {
  if (std::find(k_heading_words.begin(), k_heading_words.end(), letters) != k_heading_words.end()) return true;
  return letters.size() <= 2 && std::all_of(letters.begin(), letters.end(), [](char32_t c) { return c < 0x80; });
}

int middle(const Box& box) {
  return (box.y0 + box.y1) / 2;
}

}  // namespace

std::optional<std::u32string_view> party_named(std::u32string_view letters) {
  for (const auto& word : k_party_words)
    if (word.letters == letters) return word.party;
  return std::nullopt;
}

std::optional<std::u32string_view> party_within(std::u32string_view letters) {
  for (const auto& word : k_party_words)
    if (letters.find(word.letters) != std::u32string_view::npos) return word.party;
  return std::nullopt;
}

std::optional<int> rank_of_party(std::u32string_view party) {
  if (party == U"موجر" || party == U"فروشنده") return 0;
  if (party == U"مستاجر" || party == U"خریدار") return 1;
  return std::nullopt;
}

Parties::Parties(const PageView& page, const std::vector<Occurrence>& occurrences) : m_page(&page) {
  add_headings();
  add_labels(occurrences);
}

// Pieces of lines, parted by wide gaps, that say nothing but a party.
void Parties::add_headings() {
  const int gap = m_page->line_height() * 3 / 2;
  int first = 0;
  while (first < m_page->size()) {
    int end = first + 1;
    while (end < m_page->size() && m_page->token(end).line == m_page->token(first).line &&
           gap_between(m_page->token(end).box, m_page->token(end - 1).box) <= gap)
      ++end;
    std::optional<std::u32string_view> party;
    bool only = true;
    Box box;
    for (int at = first; at < end; ++at) {
      const auto& letters = m_page->token(at).first().letters;
      const auto here = party_named(letters);
      only = only && (here ? !party || *party == *here : heading_word(letters));
      if (here) party = here;
      box = joined(box, m_page->token(at).box);
    }
    if (party && only) m_markers.push_back({*party, box, true});
    first = end;
  }
}

void Parties::add_labels(const std::vector<Occurrence>& occurrences) {
  for (const auto& occurrence : occurrences) {
    const auto party = party_within(persian::decode(occurrence.label));
    const Token& first = m_page->token(occurrence.first);
    const bool opens = occurrence.first == 0 || m_page->token(occurrence.first - 1).line != first.line ||
                       gap_between(m_page->token(occurrence.first - 1).box, first.box) > m_page->line_height();
    const int next = occurrence.last + 1;
    const bool names = next < m_page->size() && (is_honorific(m_page->token(next).first().letters) ||
                                                 opens_company(m_page->token(next).first().letters));
    const bool labels =
        m_page->token(occurrence.last).colon || (opens && (names || occurrence.last > occurrence.first));
    if (!party || !labels) continue;
    m_markers.push_back({*party, box_of(*m_page, occurrence), false});
  }
}

std::optional<std::u32string_view> Parties::of(int token) const {
  const Box& box = m_page->token(token).box;
  const int line = m_page->line_height();
  const auto beside = [&](const Marker& marker) { return std::abs(middle(marker.box) - middle(box)) * 10 <= line * 7; };
  const Marker* near = nullptr;  // in the same line, to the right
  const Marker* lowest = nullptr;
  bool followed = false;
  for (const auto& marker : m_markers) {
    if (beside(marker)) {
      if (marker.box.x0 >= box.x1 && (near == nullptr || marker.box.x0 < near->box.x0)) near = &marker;
      followed = followed || (!marker.heading && marker.box.x1 <= box.x0);
    } else if (middle(marker.box) < middle(box) && (lowest == nullptr || middle(marker.box) > middle(lowest->box))) {
      lowest = &marker;
    }
  }
  if (near != nullptr) return near->party;
  if (lowest == nullptr) return std::nullopt;
  // «کد ملی: … نام خریدار: …»: the code may be the next one's as well as the one's above.
  if (followed && !lowest->heading) return std::nullopt;
  // Side by side: what stands below a heading is on its side of the middle between two.
  const Marker* owner = nullptr;
  std::vector<const Marker*> row;
  for (const auto& marker : m_markers)
    if (std::abs(middle(marker.box) - middle(lowest->box)) * 10 <= line * 7) row.push_back(&marker);
  std::sort(row.begin(), row.end(), [](const Marker* a, const Marker* b) { return a->box.x1 > b->box.x1; });
  for (const Marker* marker : row)
    if (owner == nullptr || box.x1 <= (owner->box.x0 + marker->box.x1) / 2) owner = marker;
  return owner->party;
}

}  // namespace mizan::verification
