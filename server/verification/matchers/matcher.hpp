// SPDX-License-Identifier: GPL-3.0-or-later
// Compares a declared value with the text that stands where it should stand: one matcher per kind of value.
#pragma once

#include "model/claim.hpp"
#include "verification/likelihood/witness.hpp"
#include "verification/page_view.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mizan::verification {

/// One token in one recogniser's opinion.
struct Piece {
  int token = 0;
  const Opinion* opinion = nullptr;
  const Token* source = nullptr;  ///< with every opinion
  const Box* box = nullptr;
  int line = 0;
  bool comma = false, stop = false;
  [[nodiscard]] const std::string& normal() const { return opinion->normal; }
  [[nodiscard]] const std::u32string& letters() const { return opinion->letters; }
};

/// The text of one place in one recogniser's opinion, in reading order.
struct Passage {
  std::vector<Piece> pieces;
  bool exact = false;     ///< an honest text layer: letter by letter what is printed
  bool anywhere = false;  ///< beside no label: what agrees matters, what differs does not
  bool toman = false;     ///< the page speaks of toman somewhere
  bool closed = false;    ///< the place ends where the passage ends: a cell, or up to the next field's label
  int line_height = 1;
  std::u32string label_unit;               ///< the unit that the label says, as comparison letters
  const NumberClasses* numbers = nullptr;  ///< where the reading has steps
  const LetterClasses* letters = nullptr;  ///< where it has steps of text
  bool asks_letters = false;               ///< whether they may be asked about here where they read something else
};

enum class Grade {
  nothing,   ///< no value of this kind stands there
  doubtful,  ///< something stands there, too unsure to prove or to contradict
  differs,   ///< another value stands there
  agrees,    ///< the declared value stands there
};

struct Comparison {
  Grade grade = Grade::nothing;
  int first = 0, last = -1;  ///< pieces, both inclusive
  std::string read;          ///< as printed
  int sureness = 0;          ///< 0…100, of the grade
};

/// Immutable and pure.
class Matcher {
 public:
  virtual ~Matcher() = default;

  /// What stands at the passage's beginning (after words like «به شماره»), against the declared value.
  [[nodiscard]] virtual Comparison compare(const Passage& passage) const = 0;

  /// So unlikely to stand on the page by chance that finding it beside no label at all still proves it.
  [[nodiscard]] virtual bool telling() const = 0;

  /// The declared text is a value of this kind at all.
  [[nodiscard]] virtual bool usable() const = 0;
};

[[nodiscard]] std::unique_ptr<Matcher> make_matcher(const Claim& claim);

/// What the recogniser of numbers says of the declared number at pieces first…last; nothing where it did not read all
/// of them. `read` is what the pieces say.
[[nodiscard]] std::optional<Comparison> testified(const Passage& passage, int first, int last,
                                                  const DeclaredNumber& declared);

/// What the recogniser of text says of a declared text at pieces first…last: agrees, or nothing where it does not
/// confirm one of the spellings or did not read all the pieces. Spellings in reading order, as persian::skeleton.
[[nodiscard]] std::optional<Comparison> testified(const Passage& passage, int first, int last,
                                                  const std::vector<std::u32string>& spellings);

/// Whether the recogniser of text, asked about a text that was read a little otherwise, finds that the declared one can
/// stand there; true where it cannot be asked.
[[nodiscard]] bool may_stand(const Passage& passage, int first, int last, const std::vector<std::u32string>& spellings);

/// How near, in tenths of an edit a letter, a misread text must be to be asked about.
constexpr int k_near = 6;

/// The same of a text of `length` letters that begins at `first` and ends before `end`: the first stretch about as long
/// that is confirmed. `nearest` is how far off the reading is, in tenths of an edit.
[[nodiscard]] std::optional<Comparison> testified_within(const Passage& passage, int first, int end, std::size_t length,
                                                         int nearest, const std::vector<std::u32string>& spellings);

/// `read` and `sureness` filled in for pieces first…last: their printed text, the least confidence among them.
[[nodiscard]] Comparison graded(Grade grade, const Passage& passage, int first, int last, int sureness = -1);

// The kinds, each in its own file.
[[nodiscard]] std::unique_ptr<Matcher> name_matcher(const Claim& claim);
[[nodiscard]] std::unique_ptr<Matcher> text_matcher(const Claim& claim);
[[nodiscard]] std::unique_ptr<Matcher> digits_matcher(const Claim& claim);   // natcode, legal_id, postal, number, year
[[nodiscard]] std::unique_ptr<Matcher> amount_matcher(const Claim& claim);   // amount
[[nodiscard]] std::unique_ptr<Matcher> measure_matcher(const Claim& claim);  // area, decimal, count, days
[[nodiscard]] std::unique_ptr<Matcher> date_matcher(const Claim& claim);
[[nodiscard]] std::unique_ptr<Matcher> serial_matcher(const Claim& claim);
[[nodiscard]] std::unique_ptr<Matcher> address_matcher(const Claim& claim);

}  // namespace mizan::verification
