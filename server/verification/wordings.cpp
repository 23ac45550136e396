// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/wordings.hpp"

#include "base/persian/normalise.hpp"
#include "base/persian/utf8.hpp"
#include "verification/label_words.hpp"
#include "verification/similarity.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <sstream>

namespace mizan::verification {
namespace {

constexpr std::array<std::u32string_view, 21> k_generic{
    U"مورخه", U"بهشماره", U"تاریخ",   U"شماره", U"نام",       U"مبلغ",      U"تعداد",
    U"سال",   U"کد",      U"مدت",     U"دوره",  U"بین",       U"مورخ",      U"فیمابین",
    U"شناسه", U"مشخصات",  U"درتاریخ", U"ش",     U"شمارهنامه", U"تاریخنامه", U"پدر"};

constexpr std::array<std::u32string_view, 2> k_given{U"نام", U"نامکوچک"};
constexpr std::array<std::u32string_view, 5> k_family{U"نامخانوادگی", U"نامفامیل", U"فامیل", U"فامیلی", U"شهرت"};

bool among(std::span<const std::u32string_view> words, const std::u32string& letters) {
  return std::find(words.begin(), words.end(), letters) != words.end();
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
void part_names(std::map<std::u32string, Wording>& wordings) {
  const auto given = wordings.find(std::u32string(k_given.front()));
  if (given == wordings.end()) return;
  const bool asked = given->second.own;
  for (auto& [letters, wording] : wordings)
    if (asked && among(k_given, letters)) wording.part = NamePart::given;
  for (const auto family : k_family) {
    auto& wording = wordings[std::u32string(family)];
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

std::map<std::u32string, Wording> wordings_of(const Claim& claim, Spellings& spellings) {
  std::map<std::u32string, Wording> out;
  int rank = 0;
  const auto add = [&](const std::string& text, bool own) {
    const auto& spelling = spellings.of(text);
    if (spelling.letters.size() < 2) return;
    out.try_emplace(spelling.letters, Wording{own, false, own ? rank++ : 0, NamePart::whole, &spelling});
  };
  for (const auto& label : claim.labels) add(label, true);
  add(claim.label, true);
  if (!claim.role.empty()) out[spellings.of(claim.role).letters].role = true;
  // «شمال» is a side of the plot, but not in the name «… خدمات شمال».
  const auto declared = declared_words(claim.declared);
  for (const auto& label : claim.other_labels) {
    const auto& letters = spellings.of(label).letters;
    const int limit = tolerated(letters.size());
    const auto is_declared = [&](const std::u32string& word) { return edits(letters, word, limit) <= limit; };
    if (std::none_of(declared.begin(), declared.end(), is_declared)) add(label, false);
  }
  part_names(out);
  return out;
}

std::set<std::u32string> words_of_wordings(const Claim& claim, Spellings& spellings) {
  std::set<std::u32string> out;
  for (const auto* labels : {&claim.labels, &claim.other_labels})
    for (const auto& label : *labels) {
      const auto& words = spellings.of(label).words;
      out.insert(words.begin(), words.end());
    }
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
