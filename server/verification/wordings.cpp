// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/wordings.hpp"

#include "base/persian/normalise.hpp"
#include "base/persian/utf8.hpp"
#include "verification/label_words.hpp"
#include "verification/similarity.hpp"

#include <algorithm>
#include <array>
#include <sstream>

namespace mizan::verification {
namespace {

constexpr std::array<std::u32string_view, 21> k_generic{
    U"مورخه", U"بهشماره", U"تاریخ",   U"شماره", U"نام",       U"مبلغ",      U"تعداد",
    U"سال",   U"کد",      U"مدت",     U"دوره",  U"بین",       U"مورخ",      U"فیمابین",
    U"شناسه", U"مشخصات",  U"درتاریخ", U"ش",     U"شمارهنامه", U"تاریخنامه", U"پدر"};

// Wordings hold on to them.
const std::array<std::u32string, 2> k_given{U"نام", U"نامکوچک"};
const std::array<std::u32string, 5> k_family{U"نامخانوادگی", U"نامفامیل", U"فامیل", U"فامیلی", U"شهرت"};

constexpr std::size_t k_most_spellings = 50'000;  // form-definitions has some 6,000 wordings

template <typename Words>
bool among(const Words& words, const std::u32string& letters) {
  return std::find(words.begin(), words.end(), letters) != words.end();
}

bool in_order(const Wording& a, const Wording& b) {
  return *a.letters < *b.letters;
}
bool same_letters(const Wording& a, const Wording& b) {
  return *a.letters == *b.letters;
}

/// The one of these letters; a new one where there is none.
Wording& wording_of(std::vector<Wording>& wordings, const std::u32string& letters) {
  const Wording wanted{&letters};
  const auto at = std::lower_bound(wordings.begin(), wordings.end(), wanted, in_order);
  if (at != wordings.end() && same_letters(*at, wanted)) return *at;
  return *wordings.insert(at, wanted);
}

std::string outside_brackets(std::string_view label) {
  std::string outside;
  int depth = 0;
  for (const char c : persian::normalise(label)) {
    if (c == '(') ++depth;
    if (depth == 0) outside.push_back(c);
    if (c == ')' && depth > 0) --depth;
  }
  return outside;
}

// Where a name is asked for by «نام» alone, its parts may stand apart.
void part_names(std::vector<Wording>& wordings) {
  const auto given = std::find_if(wordings.begin(), wordings.end(),
                                  [](const Wording& wording) { return *wording.letters == k_given.front(); });
  if (given == wordings.end()) return;
  const bool asked = given->own;
  for (auto& wording : wordings)
    if (asked && among(k_given, *wording.letters)) wording.part = NamePart::given;
  for (const auto& family : k_family) {
    auto& wording = wording_of(wordings, family);
    if (asked && !wording.own) wording.part = NamePart::family;
  }
}

}  // namespace

const Spelling& Spellings::of(const std::string& wording) {
  const auto [known, fresh] = m_known.try_emplace(wording);
  if (!fresh) return known->second;
  const auto bare = outside_brackets(wording);
  auto words = label_words(bare);
  known->second = {comparison_letters(bare), persian::decode(persian::skeleton(bare)), meaning_of(words), words,
                   meanings_of(words)};
  return known->second;
}

const std::set<std::u32string>& Spellings::words_of_wordings(const Claim& claim) {
  std::vector<const Spelling*> asked;
  asked.reserve(claim.labels.size() + claim.other_labels.size());
  for (const auto* labels : {&claim.labels, &claim.other_labels})
    for (const auto& label : *labels) asked.push_back(&of(label));
  std::sort(asked.begin(), asked.end());
  asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
  const auto [known, fresh] = m_words.try_emplace(std::move(asked));
  if (fresh)
    for (const auto* spelling : known->first) known->second.insert(spelling->words.begin(), spelling->words.end());
  return known->second;
}

void Spellings::forget_many() {
  if (m_known.size() + m_words.size() <= k_most_spellings) return;
  m_words.clear();
  m_known.clear();
}

std::vector<Wording> wordings_of(const Claim& claim, Spellings& spellings) {
  std::vector<Wording> out;
  out.reserve(claim.labels.size() + claim.other_labels.size() + k_family.size() + 2);
  const auto add = [&](const std::string& text, bool own) {
    const auto& spelling = spellings.of(text);
    if (spelling.letters.size() < 2) return;
    const int rank = own ? static_cast<int>(out.size()) : 0;  // own ones come first
    out.push_back({&spelling.letters, own, false, rank, NamePart::whole, &spelling});
  };
  for (const auto& label : claim.labels) add(label, true);
  add(claim.label, true);
  // «شمال» is a side of the plot, but not in the name «… خدمات شمال».
  const auto declared = declared_words(claim.declared);
  for (const auto& label : claim.other_labels) {
    const auto& letters = spellings.of(label).letters;
    const int limit = tolerated(letters.size());
    const auto is_declared = [&](const std::u32string& word) { return edits(letters, word, limit) <= limit; };
    if (std::none_of(declared.begin(), declared.end(), is_declared)) add(label, false);
  }
  std::stable_sort(out.begin(), out.end(), in_order);  // the first of the same letters counts
  out.erase(std::unique(out.begin(), out.end(), same_letters), out.end());
  if (!claim.role.empty()) wording_of(out, spellings.of(claim.role).letters).role = true;
  part_names(out);
  return out;
}

std::vector<std::u32string> declared_words(const std::string& declared) {
  std::vector<std::u32string> out;
  std::istringstream words(persian::normalise(declared));
  for (std::string word; words >> word;) out.push_back(comparison_letters(word));
  return out;
}

bool is_generic(const std::u32string& letters) {
  return among(k_generic, letters);
}

int tolerated(std::size_t letters) {
  if (letters < 5) return 0;
  if (letters < 8) return 1;
  return letters < 12 ? 2 : 3;
}

std::u32string label_letters(std::string_view label) {
  return comparison_letters(outside_brackets(label));
}

}  // namespace mizan::verification
