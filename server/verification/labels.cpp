// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/labels.hpp"

#include "base/persian/normalise.hpp"
#include "base/persian/utf8.hpp"
#include "verification/similarity.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <tuple>

namespace mizan::verification {
namespace {

constexpr int k_tokens_of_label = 6;
constexpr std::array<std::u32string_view, 13> k_generic{U"تاریخ", U"شماره", U"نام", U"مبلغ", U"تعداد",   U"سال",  U"کد",
                                                        U"مدت",   U"دوره",  U"بین", U"مورخ", U"فیمابین", U"شناسه"};

// Units beside values are no misread labels: «(ریال)» is not «سریال».
constexpr std::array<std::u32string_view, 8> k_units{U"ریال", U"تومان", U"متر", U"مترمربع",
                                                     U"روز",  U"نفر",   U"سال", U"ماه"};

int tolerated(std::size_t letters) {
  if (letters < 5) return 0;
  if (letters < 8) return 1;
  return letters < 12 ? 2 : 3;
}

std::uint64_t contents_of(std::u32string_view letters) {
  std::uint64_t bits = 0;
  for (const char32_t c : letters) bits |= std::uint64_t{1} << (c % 64);
  return bits;
}

struct Wording {
  bool own, role;
  int rank;
};

std::map<std::u32string, Wording> wordings_of(const Claim& claim) {
  std::map<std::u32string, Wording> out;
  int rank = 0;
  const auto add = [&](std::string_view text, bool own) {
    const auto letters = label_letters(text);
    if (letters.size() >= 2) out.try_emplace(letters, Wording{own, false, own ? rank++ : 0});
  };
  for (const auto& label : claim.labels) add(label, true);
  add(claim.label, true);
  if (!claim.role.empty()) {
    const auto letters = label_letters(claim.role);
    const auto known = out.find(letters);
    if (known == out.end())
      out.emplace(letters, Wording{false, true, 0});
    else
      known->second.role = true;
  }
  for (const auto& label : claim.other_labels) add(label, false);
  return out;
}

}  // namespace

std::u32string label_letters(std::string_view label) {
  const std::string text = persian::normalise(label);
  std::string outside;
  int depth = 0;
  for (const char c : text) {
    if (c == '(') ++depth;
    if (depth == 0) outside.push_back(c);
    if (c == ')' && depth > 0) --depth;
  }
  return comparison_letters(outside);
}

LabelIndex::LabelIndex(const PageView& page) : m_page(&page) {
  for (std::size_t layer = 0; layer < page.recognisers().size(); ++layer) index_layer(layer);
  for (const auto& [letters, places] : m_spans) m_sizes[letters.size()].push_back({&letters, contents_of(letters)});
  for (auto& [size, spans] : m_sizes)
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return *a.letters < *b.letters; });
}

void LabelIndex::index_layer(std::size_t layer) {
  constexpr std::size_t k_longest = 40;
  for (int first = 0; first < m_page->size(); ++first) {
    std::u32string letters;
    for (int last = first; last < m_page->size() && last < first + k_tokens_of_label; ++last) {
      const auto& token = m_page->token(last);
      letters += token.opinions[layer].letters;
      if (letters.size() > k_longest) break;
      auto& places = m_spans[letters];
      if (places.empty() || places.back().first != first || places.back().last != last)
        places.push_back({first, last, 0});
      if (token.colon) break;  // a wording does not go on beyond its colon
    }
  }
}

const std::vector<LabelIndex::Place>& LabelIndex::places_of(const std::u32string& letters) {
  const auto [known, fresh] = m_found.try_emplace(letters);
  auto& places = known->second;
  if (!fresh) return places;
  if (const auto exact = m_spans.find(letters); exact != m_spans.end()) places = exact->second;
  const int limit = m_page->exact() ? 0 : tolerated(letters.size());
  if (limit == 0) return places;
  const std::uint64_t contents = contents_of(letters);
  const auto least = letters.size() - static_cast<std::size_t>(limit);
  for (auto size = m_sizes.lower_bound(least);
       size != m_sizes.end() && size->first <= letters.size() + static_cast<std::size_t>(limit); ++size)
    for (const Span& span : size->second) {
      // Each edit changes at most two of the letters that occur.
      if (std::popcount(span.contents ^ contents) > 2 * limit) continue;
      if (std::find(k_units.begin(), k_units.end(), *span.letters) != k_units.end()) continue;
      const int distance = edits(letters, *span.letters, limit);
      if (distance == 0 || distance > limit) continue;
      for (Place place : m_spans.at(*span.letters)) {
        place.edits = distance;
        places.push_back(place);
      }
    }
  return places;
}

std::vector<Occurrence> LabelIndex::find(const Claim& claim) {
  std::vector<Occurrence> all;
  for (const auto& [letters, wording] : wordings_of(claim)) {
    const bool generic = std::find(k_generic.begin(), k_generic.end(), letters) != k_generic.end();
    for (const Place& place : places_of(letters))
      all.push_back({place.first, place.last, place.edits, letters.size(), persian::encode(letters), wording.own,
                     generic, wording.role, wording.rank});
  }
  const auto worth = [](const Occurrence& o) { return static_cast<int>(o.length) - 3 * o.edits; };
  std::sort(all.begin(), all.end(), [&](const Occurrence& a, const Occurrence& b) {
    if (worth(a) != worth(b)) return worth(a) > worth(b);
    if (a.own != b.own) return a.own;
    return std::tie(a.first, a.last, a.label) < std::tie(b.first, b.last, b.label);
  });
  std::vector<bool> taken(static_cast<std::size_t>(m_page->size()), false);
  std::vector<Occurrence> out;
  for (auto& occurrence : all) {
    const auto first = taken.begin() + occurrence.first, last = taken.begin() + occurrence.last + 1;
    if (std::find(first, last, true) != last) continue;
    std::fill(first, last, true);
    out.push_back(std::move(occurrence));
  }
  std::sort(out.begin(), out.end(), [](const Occurrence& a, const Occurrence& b) { return a.first < b.first; });
  return out;
}

}  // namespace mizan::verification
