// SPDX-License-Identifier: GPL-3.0-or-later
// Where the wordings of fields stand on a page.
#pragma once

#include "model/claim.hpp"
#include "verification/likelihood/witness.hpp"
#include "verification/page_view.hpp"
#include "verification/stretches.hpp"
#include "verification/wordings.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mizan::verification {

/// Occurrence::edits of a wording that was read as something else and that the recogniser, asked again, confirms, or of
/// an unknown wording that says as much as a known one: more than any other may have.
inline constexpr int k_edits_of_asked = 4;

/// A wording found on the page: tokens `first` to `last`, both inclusive.
struct Occurrence {
  int first = 0, last = 0;
  int edits = 0;           ///< how many letters a recogniser would have got wrong; 1 where only the meaning is the same
  std::size_t length = 0;  ///< letters of the wording
  std::string label;       ///< skeleton of the wording
  bool own = false;        ///< of the claimed field; otherwise of another field of the document
  bool generic = false;    ///< «تاریخ», «شماره», …: names the field only where nothing says it better
  bool role = false;       ///< the claim's role word itself
  int rank = 0;            ///< index among the claim's wordings
  NamePart part = NamePart::whole;
  std::vector<int> rest;  ///< further tokens of it, on the next lines of its table cell
  [[nodiscard]] bool covers(int token) const;
};

/// Remembers each wording's letters and places, since all claims of a document ask for nearly the same wordings. Not
/// thread-safe.
class LabelIndex {
 public:
  /// `letters`: with what the recogniser of text may be asked again; null where it may not. Both of the others are held
  /// on to.
  LabelIndex(const PageView& page, Spellings& spellings, const LetterClasses* letters = nullptr);

  /// The claim's wordings and those of the other fields, without overlaps: the longest and surest reading of each place
  /// wins. In reading order.
  [[nodiscard]] std::vector<Occurrence> find(const Claim& claim);

  [[nodiscard]] const PageView& page() const noexcept { return m_stretches.page(); }

 private:
  struct Place {
    Stretch tokens;
    int edits;
  };
  using Wordings = std::vector<Wording>;
  const std::vector<Place>& places_of(const std::u32string& letters);
  void add_dotted(const std::u32string& letters, std::vector<Place>& places) const;
  void add_misread(const std::u32string& letters, std::vector<Place>& places) const;
  [[nodiscard]] bool comma_within(const Stretch& place) const;
  [[nodiscard]] bool breaks_a_note(const Stretch& place) const;
  [[nodiscard]] bool ends_alike(const Stretch& place, const std::u32string& letters) const;
  [[nodiscard]] bool says_other_word(const Stretch& place, const std::u32string& letters,
                                     const std::set<std::u32string>& known) const;
  void add(const Wording& wording, const Place& place, std::vector<Occurrence>& all) const;
  void add_spelt(const Wordings& wordings, const std::set<std::u32string>& known, std::vector<Occurrence>& all);
  void add_meant(const Wordings& wordings, std::vector<Occurrence>& all) const;
  void add_alike(const Claim& claim, std::vector<Occurrence>& all);
  [[nodiscard]] std::optional<std::pair<double, Stretch>> asked_place(const std::u32string& letters,
                                                                      const std::u32string& drawn) const;
  void add_asked(const Wordings& wordings, std::vector<Occurrence>& all) const;

  Stretches m_stretches;
  Spellings& m_spellings;
  const LetterClasses* m_letters;
  std::map<std::u32string, std::vector<Place>> m_found;  // by the wording's letters
};

/// Around the tokens `first` to `last`, in pixels.
[[nodiscard]] Box box_of(const PageView& page, const Occurrence& occurrence);

/// Units beside values: «ریال», «متر», …
[[nodiscard]] bool is_unit(std::u32string_view letters);

}  // namespace mizan::verification
