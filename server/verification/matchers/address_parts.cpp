// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/matchers/address_parts.hpp"

#include "base/persian/normalise.hpp"
#include "base/persian/utf8.hpp"
#include "verification/similarity.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace mizan::verification {
namespace {

struct Opening {
  std::u32string_view letters;
  AddressPart part;
};

// In comparison letters: «پلاک» is folded to «پالک».
constexpr std::array<Opening, 44> k_openings{{
    {U"استان", AddressPart::province},  {U"شهر", AddressPart::city},       {U"شهرستان", AddressPart::city},
    {U"روستای", AddressPart::city},     {U"روستا", AddressPart::city},     {U"بخش", AddressPart::district},
    {U"دهستان", AddressPart::district}, {U"محله", AddressPart::district},  {U"شهرک", AddressPart::district},
    {U"کوی", AddressPart::district},    {U"منطقه", AddressPart::district}, {U"ناحیه", AddressPart::district},
    {U"خیابان", AddressPart::street},   {U"خ", AddressPart::street},       {U"بلوار", AddressPart::street},
    {U"بلوارک", AddressPart::street},   {U"بزرگراه", AddressPart::street}, {U"اتوبان", AddressPart::street},
    {U"میدان", AddressPart::street},    {U"فلکه", AddressPart::street},    {U"چهارراه", AddressPart::street},
    {U"سهراه", AddressPart::street},    {U"جاده", AddressPart::street},    {U"بازار", AddressPart::street},
    {U"کوچه", AddressPart::alley},      {U"ک", AddressPart::alley},        {U"بنبست", AddressPart::alley},
    {U"گذر", AddressPart::alley},       {U"پالک", AddressPart::plaque},    {U"پ", AddressPart::plaque},
    {U"پالکثبتی", AddressPart::other},  {U"قطعه", AddressPart::plaque},    {U"طبقه", AddressPart::floor},
    {U"ط", AddressPart::floor},         {U"واحد", AddressPart::unit},      {U"کدپستی", AddressPart::postal_code},
    {U"بلوک", AddressPart::district},   {U"مجتمع", AddressPart::district}, {U"ساختمان", AddressPart::district},
    {U"پاساژ", AddressPart::district},  {U"فاز", AddressPart::district},   {U"نبش", AddressPart::district},
    {U"شماره", AddressPart::plaque},    {U"مغازه", AddressPart::unit},
}};

constexpr std::array<std::pair<std::u32string_view, std::string_view>, 18> k_floors{{
    {U"همکف", "0"},
    {U"زیرزمین", "-1"},
    {U"زیرهمکف", "-1"},
    {U"اول", "1"},
    {U"یک", "1"},
    {U"یکم", "1"},
    {U"دوم", "2"},
    {U"دو", "2"},
    {U"سوم", "3"},
    {U"سه", "3"},
    {U"چهارم", "4"},
    {U"چهار", "4"},
    {U"پنجم", "5"},
    {U"پنج", "5"},
    {U"ششم", "6"},
    {U"هفتم", "7"},
    {U"هشتم", "8"},
    {U"نهم", "9"},
}};

constexpr std::size_t k_tolerant = 3;  // letters of a floor's word that may be misread

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

}  // namespace

AddressPart opened_by(std::u32string_view letters, bool exact) {
  for (const auto& opening : k_openings)
    if (opening.letters == letters) return opening.part;
  if (exact || letters.size() < 3) return AddressPart::other;
  for (const auto& opening : k_openings)
    if (opening.letters.size() >= 4 && edits(opening.letters, letters, 1) <= 1 &&
        look_alike_tenths(opening.letters, letters) <= 10 && opening.part != AddressPart::other)
      return opening.part;
  // «پلاک» is often misread at its end: «پلالث», «پلاث».
  if (letters.starts_with(U"پال") && letters.size() <= 6) return AddressPart::plaque;
  return AddressPart::other;
}

bool is_numbered(AddressPart part) noexcept {
  return part == AddressPart::plaque || part == AddressPart::floor || part == AddressPart::unit;
}

std::u32string AddressPiece::letters() const {
  std::u32string out;
  for (const auto& word : words) out += word.letters;
  return with_ligatures_folded(std::move(out));  // «کمال‌الملک» may be printed as two words
}

namespace {

bool is_figures(const std::u32string& letters) {
  return !letters.empty() && std::all_of(letters.begin(), letters.end(), is_digit);
}

// «پلت ۶۷۴»: what little of «پلاک» was read, before a number.
bool opens_plaque(const std::vector<AddressWord>& words, std::size_t at) {
  const auto& letters = words[at].letters;
  return letters.starts_with(U'پ') && letters.size() <= 5 && !words[at].comma && at + 1 < words.size() &&
         is_figures(words[at + 1].letters);
}

// «خیابان تختی، ۴۷»: a number by itself is the plaque's, where none says so.
void name_plaque(std::vector<AddressPiece>& pieces) {
  constexpr std::size_t k_longest_plaque = 5;
  const auto is_plaque = [](const AddressPiece& piece) { return piece.part == AddressPart::plaque; };
  if (std::any_of(pieces.begin(), pieces.end(), is_plaque)) return;
  const auto found = std::find_if(pieces.begin(), pieces.end(), [](const AddressPiece& piece) {
    return piece.part == AddressPart::other && piece.words.size() == 1 && is_figures(piece.words[0].letters) &&
           piece.words[0].letters.size() <= k_longest_plaque;
  });
  if (found != pieces.end()) found->part = AddressPart::plaque;
}

}  // namespace

std::vector<AddressPiece> address_pieces(const std::vector<AddressWord>& words, bool exact) {
  std::vector<AddressPiece> out;
  bool fresh = true;  // the next word begins a part
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto& word = words[at];
    AddressPart part = opened_by(word.letters, exact || word.named);  // «میرزا کوچک خان» is no alley «خان»
    if (part == AddressPart::other && !exact && opens_plaque(words, at)) part = AddressPart::plaque;
    // «بن بست», «چهار راه», «سه راه»: openings of two words.
    if (at + 1 < words.size() && !word.comma && part == AddressPart::other)
      if (const auto both = opened_by(word.letters + words[at + 1].letters, true);
          both == AddressPart::alley || both == AddressPart::street) {
        out.push_back({both, {}});
        fresh = words[++at].comma;
        continue;
      }
    if (part != AddressPart::other) {
      out.push_back({part, {}});
      fresh = word.comma;
      continue;
    }
    // A number alone after a plaque's or unit's number is something else.
    if (fresh || out.empty()) {
      out.push_back({AddressPart::other, {}});
      fresh = false;
    }
    out.back().words.push_back(word);
    if (word.comma || (is_numbered(out.back().part) && !part_number(word.letters).empty())) fresh = true;
  }
  std::erase_if(out, [](const AddressPiece& piece) { return piece.words.empty(); });
  name_plaque(out);
  // What stands before the first street without a word of its own is the place: province, then city.
  for (auto& piece : out) {
    if (piece.part == AddressPart::street || piece.part == AddressPart::alley || piece.part == AddressPart::plaque)
      break;
    const bool counted = piece.words.size() == 1 && !part_number(piece.words[0].letters).empty();  // «پنجم»: no place
    if (piece.part == AddressPart::other && !counted) piece.part = AddressPart::city;
  }
  return out;
}

std::vector<AddressWord> address_words(const std::string& declared) {
  std::vector<AddressWord> out;
  std::u32string word;
  const auto end = [&](bool comma) {
    const auto letters = comparison_letters(persian::encode(word));
    const auto drawn = persian::decode(persian::skeleton(persian::encode(word)));
    word.clear();
    if (!letters.empty()) out.push_back({letters, false, -1, false, drawn});
    if (comma && !out.empty()) out.back().comma = true;
  };
  for (const char32_t c : persian::decode(persian::normalise(declared))) {
    const bool split = !word.empty() && is_digit(c) != is_digit(word.back());
    const bool comma = c == U',' || c == U'-' || c == U';' || c == U'/' || c == U'_';
    if (c == U' ' || comma || c == U'.' || c == U':' || c == U'(' || c == U')') {
      end(comma);
      continue;
    }
    if (split) end(false);
    word.push_back(c);
  }
  end(false);
  return out;
}

std::string part_number(std::u32string_view letters, bool exact) {
  if (!letters.empty() && std::all_of(letters.begin(), letters.end(), is_digit)) {
    std::string digits = persian::encode(letters);
    const auto first = digits.find_first_not_of('0');
    return first == std::string::npos ? "0" : digits.substr(first);
  }
  for (const auto& [word, number] : k_floors)
    if (letters == word) return std::string(number);
  if (!exact && letters == U"ا") return "1";  // they are drawn alike
  if (exact || letters.size() < k_tolerant) return {};
  std::string_view only;  // «هکف» is «همکف»; «هتم» is «هفتم» as well as «هشتم»
  for (const auto& [word, number] : k_floors) {
    if (word.size() < k_tolerant || edits(word, letters, 1) > 1 || number == only) continue;
    if (!only.empty()) return {};
    only = number;
  }
  return std::string(only);
}

}  // namespace mizan::verification
