// SPDX-License-Identifier: GPL-3.0-or-later
// An Iranian address taken apart: province, city, street, alley, plaque, floor, unit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mizan::verification {

enum class AddressPart { province, city, district, street, alley, plaque, floor, unit, postal_code, other };

/// What the word opens («خیابان», «خ», «کوچه», «پلاک», …); `other` when it opens nothing. One letter off is understood
/// where `exact` is false.
[[nodiscard]] AddressPart opened_by(std::u32string_view letters, bool exact);

/// True for the parts that are told by a number: plaque, floor, unit.
[[nodiscard]] bool is_numbered(AddressPart part) noexcept;

/// One word of an address, of a declared or a printed one.
struct AddressWord {
  std::u32string letters;
  bool comma = false;      ///< a part ends after it
  int piece = -1;          ///< of the passage it was printed in
  bool named = false;      ///< of a printed one: a word of the declared names, which opens nothing
  std::u32string drawn{};  ///< of a declared one: persian::skeleton
};

struct AddressPiece {
  AddressPart part = AddressPart::other;
  std::vector<AddressWord> words;  ///< without the opening word
  [[nodiscard]] std::u32string letters() const;
};

[[nodiscard]] std::vector<AddressPiece> address_pieces(const std::vector<AddressWord>& words, bool exact);
[[nodiscard]] std::vector<AddressWord> address_words(const std::string& declared);

/// The number a part is told by: digits, or a floor in words («همکف» 0, «اول» 1); empty when it is none. One letter of
/// a word is understood otherwise where `exact` is false and no other floor is as near.
[[nodiscard]] std::string part_number(std::u32string_view letters, bool exact = true);

}  // namespace mizan::verification
