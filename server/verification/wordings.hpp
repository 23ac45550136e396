// SPDX-License-Identifier: GPL-3.0-or-later
// The wordings of a document's fields, as a claim asks for them: how each is spelt, what it means, whose it is.
#pragma once

#include "model/claim.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mizan::verification {

/// Which part of a name a wording asks for: «نام» beside «نام خانوادگی» means the given name only.
enum class NamePart { whole, given, family };

/// Of a wording without what stands in brackets.
struct Spelling {
  std::u32string letters, drawn, meaning;  ///< label_letters, persian::skeleton and meaning_of
  std::vector<std::u32string> words;       ///< label_words
  std::set<std::u32string> meant;          ///< meanings_of its words
};

/// Remembers spellings, since all claims of a document, and all documents of a type, ask for nearly the same wordings.
/// Not thread-safe.
class Spellings {
 public:
  /// Stays where it is until `forget_many`.
  [[nodiscard]] const Spelling& of(const std::string& wording);

  /// The words of all wordings of the claim's document. Stays likewise.
  [[nodiscard]] const std::set<std::u32string>& words_of_wordings(const Claim& claim);

  /// Forgets all once they are more than any set of forms has: claims may be worded by whoever makes them.
  void forget_many();

 private:
  std::unordered_map<std::string, Spelling> m_known;
  std::map<std::vector<const Spelling*>, std::set<std::u32string>> m_words;  ///< of spellings in order
};

struct Wording {
  const std::u32string* letters = nullptr;  ///< the spelling's, or of the wording of a part; never null
  bool own = false;                         ///< of the claimed field; otherwise of another field of the document
  bool role = false;                        ///< the claim's role word
  int rank = 0;                             ///< index among the claim's wordings
  NamePart part = NamePart::whole;
  const Spelling* spelling = nullptr;  ///< none where only the letters can be looked for
};

/// The claim's wordings, its role word and the wordings of other fields: one for the same letters, in their order. They
/// hold on to `spellings`.
[[nodiscard]] std::vector<Wording> wordings_of(const Claim& claim, Spellings& spellings);

/// The words of a declared value, as comparison_letters.
[[nodiscard]] std::vector<std::u32string> declared_words(const std::string& declared);

/// «تاریخ», «شماره», …: names the field only where nothing says it better.
[[nodiscard]] bool is_generic(const std::u32string& letters);

/// How many letters of a wording may be misread.
[[nodiscard]] int tolerated(std::size_t letters);

/// The wording without what stands in brackets («مبلغ ودیعه (ریال)»), as letters.
[[nodiscard]] std::u32string label_letters(std::string_view label);

}  // namespace mizan::verification
