// SPDX-License-Identifier: GPL-3.0-or-later
// Where the wordings of fields stand on a page.
#pragma once

#include "model/claim.hpp"
#include "verification/likelihood/witness.hpp"
#include "verification/page_view.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace mizan::verification {

/// Which part of a name a wording asks for: «نام» beside «نام خانوادگی» means the given name only.
enum class NamePart { whole, given, family };

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
  /// `letters`: with what the recogniser of text may be asked again; null where it may not.
  explicit LabelIndex(const PageView& page, const LetterClasses* letters = nullptr);

  /// The claim's wordings and those of the other fields, without overlaps: the longest and surest reading of each place
  /// wins. In reading order.
  [[nodiscard]] std::vector<Occurrence> find(const Claim& claim);

  [[nodiscard]] const PageView& page() const noexcept { return *m_page; }

 private:
  struct Place {
    int first, last, edits;
  };
  const std::vector<Place>& places_of(const std::u32string& letters);
  struct Spelling {
    std::u32string letters, drawn, meaning;  // as label_letters, as persian::skeleton, as meaning_of
    std::vector<std::u32string> words;
    std::set<std::u32string> meant;  // the words that `meaning` is made of
  };
  const Spelling& spelt(const std::string& wording);
  void add_dotted(const std::u32string& letters, std::vector<Place>& places) const;
  [[nodiscard]] std::optional<std::pair<double, Place>> asked_place(const std::u32string& letters,
                                                                    const std::u32string& drawn) const;
  void index_layer(std::size_t layer);
  void index_meanings();
  void add_alike(const Claim& claim, std::vector<Occurrence>& all);
  [[nodiscard]] bool hangs_on(int at) const;
  [[nodiscard]] bool stands_alone(int first, int last) const;
  void index_cells();
  void index_stacks();
  struct Run {
    int line;
    std::vector<int> tokens;
    std::u32string letters;
    Box box;
  };
  [[nodiscard]] std::vector<Run> short_runs() const;
  [[nodiscard]] bool continues(int at) const;
  [[nodiscard]] bool wraps(int at) const;
  [[nodiscard]] bool comma_within(const Place& place) const;
  [[nodiscard]] std::set<std::u32string> known_words(const Claim& claim);
  [[nodiscard]] bool ends_alike(const Place& place, const std::u32string& letters) const;
  [[nodiscard]] bool says_other_word(const Place& place, const std::u32string& letters,
                                     const std::set<std::u32string>& known) const;

  const PageView* m_page;
  const LetterClasses* m_letters;
  std::unordered_map<std::u32string, std::vector<Place>> m_spans;  // letters of up to k tokens → where
  struct Span {
    const std::u32string* letters;
    std::uint64_t contents;  // one bit per letter that occurs in it
  };
  std::map<std::size_t, std::vector<Span>> m_sizes;  // length → spans of it
  std::map<std::u32string, std::vector<Place>> m_found;
  std::unordered_map<std::string, Spelling> m_spelt;
  std::unordered_map<std::u32string, std::vector<Place>> m_meanings;  // of what stands alone
  struct Phrase {
    std::set<std::u32string> meant;
    Place place;
  };
  std::vector<Phrase> m_phrases;  // of what stands alone, several words each
  std::map<std::u32string, std::vector<std::vector<int>>> m_cells;    // whole cells of more than one line
};

/// Units beside values: «ریال», «متر», …
[[nodiscard]] bool is_unit(std::u32string_view letters);

/// The wording without what stands in brackets («مبلغ ودیعه (ریال)»), as letters.
[[nodiscard]] std::u32string label_letters(std::string_view label);

}  // namespace mizan::verification
