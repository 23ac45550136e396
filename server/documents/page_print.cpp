// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/page_print.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace mizan::documents {
namespace {

constexpr char k_format = 1;
constexpr std::size_t k_view_bytes = (k_picture_bits + 7) / 8;
constexpr PrintedNumber k_weight_bits = 7;
constexpr int k_date = 1;
constexpr int k_most_weight = 6;

constexpr std::size_t k_number_keys = 8;
constexpr std::size_t k_band = 13;  // bits of a picture that a key is made of
constexpr std::size_t k_bands = k_picture_bits / k_band;

// Measured on rescans, photographs and crops of one page against other contents of its form (decision 65).
constexpr int k_mostly = 600, k_wholly = 960;  // per mille
constexpr int k_least_weight = 8;              // shared: more than an authority's telephone and a form's number
constexpr int k_least_numbers = 2;             // shared, dates apart
constexpr int k_picture_mostly = 840, k_picture_wholly = 900;

int weight_of(PrintedNumber number) {
  return static_cast<int>(number & k_weight_bits);
}

bool is_number_in(std::string_view digits, std::size_t at, int low, int high) {
  const int value = (digits[at] - '0') * 10 + (digits[at + 1] - '0');
  return value >= low && value <= high;
}

bool is_this_age(std::string_view digits) {
  return digits.starts_with("13") || digits.starts_with("14");
}

bool is_date(std::string_view digits) {
  return digits.size() == 8 && is_this_age(digits) && is_number_in(digits, 4, 1, 12) && is_number_in(digits, 6, 1, 31);
}

/// Zeros at the end are what sums have in common.
int weight_of_digits(std::string_view digits) {
  if (digits.size() == 4 && is_this_age(digits)) return 0;
  if (is_date(digits)) return k_date;
  const auto last = digits.find_last_not_of('0');
  const int telling = last == std::string_view::npos ? 0 : static_cast<int>(last) + 1;
  return std::clamp(telling - 3, 0, k_most_weight);
}

std::uint32_t mixed(std::string_view digits) {
  std::uint64_t value = 14695981039346656037U;
  for (const char digit : digits) value = (value ^ static_cast<unsigned char>(digit)) * 1099511628211U;
  value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
  value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
  return static_cast<std::uint32_t>(value >> 32U);
}

void append_word(std::string& out, std::uint32_t word) {
  for (unsigned shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>((word >> shift) & 0xffU));
}

std::uint32_t word_at(std::string_view bytes) {
  std::uint32_t word = 0;
  for (unsigned i = 0; i < 4; ++i) word |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  return word;
}

std::string view_bytes(const PictureBits& bits) {
  std::string out(k_view_bytes, '\0');
  for (std::size_t i = 0; i < bits.size(); ++i)
    if (bits[i]) out[i / 8] = static_cast<char>(static_cast<unsigned char>(out[i / 8]) | (1U << (i % 8)));
  return out;
}

PictureBits view_of(std::string_view bytes) {
  PictureBits bits;
  for (std::size_t i = 0; i < bits.size(); ++i)
    bits[i] = ((static_cast<unsigned char>(bytes[i / 8]) >> (i % 8)) & 1U) != 0;
  return bits;
}

/// Where the frequency of that row and column stands among the bits.
std::size_t bit_at(std::size_t row, std::size_t column) {
  return row * k_picture_side + column - 1;
}

/// The bits of the same picture turned by a quarter: rows and columns change places, and what runs backwards then
/// changes its sign. The median is as good as zero, or the signs would not be told by it.
PictureBits turned(const PictureBits& bits) {
  PictureBits out;
  for (std::size_t row = 0; row < k_picture_side; ++row)
    for (std::size_t column = 0; column < k_picture_side; ++column)
      if (row + column > 0) out[bit_at(row, column)] = bits[bit_at(column, row)] != (column % 2 == 1);
  return out;
}

std::string hex(std::uint32_t value) {
  constexpr std::string_view k_digits = "0123456789abcdef";
  std::string out;
  for (int shift = 28; shift >= 0; shift -= 4) out.push_back(k_digits[(value >> static_cast<unsigned>(shift)) & 15U]);
  return out;
}

void add_number_keys(const PagePrint& print, std::set<std::string>& keys) {
  std::size_t count = 0;
  for (const auto number : print.numbers) {
    if (weight_of(number) <= k_date) continue;
    keys.insert("n" + hex(number));
    if (++count == k_number_keys) return;
  }
}

void add_picture_keys(const PictureBits& view, std::set<std::string>& keys) {
  for (std::size_t band = 0; band < k_bands; ++band) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < k_band; ++i) value = (value << 1U) | (view[band * k_band + i] ? 1U : 0U);
    keys.insert("p" + hex((static_cast<std::uint32_t>(band) << 16U) | value));
  }
}

/// Of two prints that do not hold all numbers of their pages, only what both would hold can be compared.
PrintedNumber last_comparable(const PagePrint& one, const PagePrint& other) {
  auto last = std::numeric_limits<PrintedNumber>::max();
  for (const auto* print : {&one, &other})
    if (print->numbers.size() >= PagePrint::k_most_numbers) last = std::min(last, print->numbers.back());
  return last;
}

struct Shares {
  int one = 0, other = 0, shared = 0;  // weights
  int numbers = 0;                     // shared, dates apart
};

Shares shares_of(const PagePrint& one, const PagePrint& other) {
  const auto last = last_comparable(one, other);
  Shares shares;
  for (const auto number : one.numbers) {
    if (number > last) break;
    shares.one += weight_of(number);
    if (!std::binary_search(other.numbers.begin(), other.numbers.end(), number)) continue;
    shares.shared += weight_of(number);
    shares.numbers += weight_of(number) > k_date ? 1 : 0;
  }
  for (const auto number : other.numbers) shares.other += number > last ? 0 : weight_of(number);
  return shares;
}

Likeness by_numbers(const PagePrint& one, const PagePrint& other) {
  const auto shares = shares_of(one, other);
  if (shares.shared < k_least_weight || shares.numbers < k_least_numbers) return {};
  Likeness out{Alike::no, 1000 * shares.shared / std::min(shares.one, shares.other)};
  const int both = 1000 * shares.shared / (shares.one + shares.other - shares.shared);
  if (out.per_mille >= k_mostly) out.alike = both >= k_wholly ? Alike::wholly : Alike::mostly;
  return out;
}

Likeness by_picture(const PagePrint& one, const PagePrint& other) {
  int best = 0;
  for (const auto& view : one.views)
    for (auto against : other.views)
      for (int quarter = 0; quarter < 4; ++quarter) {
        const auto differing = static_cast<int>((view ^ against).count());
        best = std::max(best, 1000 - 1000 * differing / static_cast<int>(k_picture_bits));
        against = turned(against);
      }
  if (best < k_picture_mostly) return {Alike::no, best};
  return {best >= k_picture_wholly ? Alike::wholly : Alike::mostly, best};
}

}  // namespace

std::optional<PrintedNumber> printed_number(std::string_view digits) {
  if (digits.size() < 4) return std::nullopt;
  const int weight = weight_of_digits(digits);
  if (weight == 0) return std::nullopt;
  return (mixed(digits) & ~k_weight_bits) | static_cast<PrintedNumber>(weight);
}

std::string packed(const PagePrint& print) {
  if (print.empty()) return {};
  std::string out{k_format, static_cast<char>(print.numbers.size()), static_cast<char>(print.views.size())};
  for (const auto number : print.numbers) append_word(out, number);
  for (const auto& view : print.views) out += view_bytes(view);
  return out;
}

std::optional<PagePrint> unpacked_print(std::string_view untrusted_bytes) {
  if (untrusted_bytes.size() < 3 || untrusted_bytes[0] != k_format) return std::nullopt;
  const std::size_t numbers = static_cast<unsigned char>(untrusted_bytes[1]);
  const std::size_t views = static_cast<unsigned char>(untrusted_bytes[2]);
  auto rest = untrusted_bytes.substr(3);
  const bool fits = numbers <= PagePrint::k_most_numbers && (views == 0 || views == PagePrint::k_views);
  if (!fits || rest.size() != numbers * 4 + views * k_view_bytes) return std::nullopt;
  PagePrint print;
  for (std::size_t i = 0; i < numbers; ++i, rest.remove_prefix(4)) {
    const auto number = word_at(rest);
    const bool ascending = print.numbers.empty() || number > print.numbers.back();
    if (!ascending || weight_of(number) < 1 || weight_of(number) > k_most_weight) return std::nullopt;
    print.numbers.push_back(number);
  }
  for (std::size_t i = 0; i < views; ++i, rest.remove_prefix(k_view_bytes)) print.views.push_back(view_of(rest));
  return print;
}

std::vector<std::string> keys_to_store(const PagePrint& print) {
  std::set<std::string> keys;
  add_number_keys(print, keys);
  for (const auto& view : print.views) add_picture_keys(view, keys);
  return {keys.begin(), keys.end()};
}

std::vector<std::string> keys_to_ask(const PagePrint& print) {
  std::set<std::string> keys;
  add_number_keys(print, keys);
  for (auto view : print.views)
    for (int quarter = 0; quarter < 4; ++quarter) {
      add_picture_keys(view, keys);
      view = turned(view);
    }
  return {keys.begin(), keys.end()};
}

Likeness likeness(const PagePrint& one, const PagePrint& other) {
  const auto numbers = by_numbers(one, other);
  if (numbers.alike != Alike::no || one.views.empty() || other.views.empty()) return numbers;
  return by_picture(one, other);
}

}  // namespace mizan::documents
