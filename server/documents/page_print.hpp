// SPDX-License-Identifier: GPL-3.0-or-later
// How a page looks, so that the same page is known again in other bytes: its packed form, its keys, and how alike two
// are.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::documents {

/// A number printed on the page, as a mixed value: the lowest three bits are its weight, 1 (a date, or a few digits) to
/// 6 (a long code); the rest depends on nothing but its digits.
using PrintedNumber = std::uint32_t;

/// The signs of a picture's lowest frequencies against their median, the mean left out.
inline constexpr int k_picture_side = 12;
inline constexpr std::size_t k_picture_bits = k_picture_side * k_picture_side - 1;
using PictureBits = std::bitset<k_picture_bits>;

/// Of a page with text: its numbers, which tell two filled copies of one form apart where their looks do not. Of a page
/// that is a picture: the picture whole, without its edges, and without two of its sides each.
struct PagePrint {
  static constexpr std::size_t k_most_numbers = 96;  ///< the smallest are kept: of two alike pages the same ones
  static constexpr std::size_t k_views = 6;

  std::vector<PrintedNumber> numbers;  ///< ascending, none twice
  std::vector<PictureBits> views;      ///< none, or k_views of them
  [[nodiscard]] bool empty() const noexcept { return numbers.empty() && views.empty(); }
};

/// The number of some ASCII digits; nothing where they say too little: years, fewer than four digits, round sums.
[[nodiscard]] std::optional<PrintedNumber> printed_number(std::string_view digits);

/// At most k_most_print_bytes (model/reading.hpp); empty for an empty print.
[[nodiscard]] std::string packed(const PagePrint& print);
/// Nothing when `untrusted_bytes` are no packed print.
[[nodiscard]] std::optional<PagePrint> unpacked_print(std::string_view untrusted_bytes);

/// Under which a print is stored. Two alike prints share a key of these and of `keys_to_ask`.
[[nodiscard]] std::vector<std::string> keys_to_store(const PagePrint& print);
/// The same for the look-up: of a picture also those of its three other ways up.
[[nodiscard]] std::vector<std::string> keys_to_ask(const PagePrint& print);

enum class Alike {
  no,
  mostly,  ///< one page, read from another scan or picture of it, perhaps without its edges; or with little of it
           ///< changed
  wholly,  ///< nothing was seen that differs: not the same person's next certificate either
};
struct Likeness {
  Alike alike = Alike::no;
  int per_mille = 0;  ///< of what the page with less shows, how much the other shows too
};
/// Symmetric.
[[nodiscard]] Likeness likeness(const PagePrint& one, const PagePrint& other);

}  // namespace mizan::documents
