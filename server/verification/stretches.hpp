// SPDX-License-Identifier: GPL-3.0-or-later
// Every stretch of a page's text that is short enough for a wording, by what it was read as and by what it means.
#pragma once

#include "verification/page_view.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mizan::verification {

/// Tokens `first` to `last`, both inclusive.
struct Stretch {
  int first, last;
};

/// One bit per letter that occurs; some letters share one.
[[nodiscard]] std::uint64_t contents_of(std::u32string_view letters);

/// Immutable; refers to the page. What it returns refers to it.
class Stretches {
 public:
  explicit Stretches(const PageView& page);
  Stretches(Stretches&&) noexcept = default;
  Stretches& operator=(Stretches&&) noexcept = default;
  Stretches(const Stretches&) = delete;  // `m_sizes` points into `m_read`
  Stretches& operator=(const Stretches&) = delete;
  ~Stretches() = default;

  [[nodiscard]] const PageView& page() const noexcept { return *m_page; }

  /// Those that any recogniser read as exactly these letters.
  [[nodiscard]] std::span<const Stretch> read_as(const std::u32string& letters) const;

  struct Reading {
    const std::u32string* letters;
    std::uint64_t contents;  ///< contents_of(letters)
    const std::vector<Stretch>* places;
  };
  /// All readings of so many letters, in the order of their letters.
  [[nodiscard]] std::span<const Reading> of_length(std::size_t letters) const;

  /// Those that stand alone and have this meaning_of their words.
  [[nodiscard]] std::span<const Stretch> meaning(const std::u32string& meaning) const;

  struct Phrase {
    std::set<std::u32string> meant;  ///< meanings_of its words
    Stretch place;
  };
  /// Those of several words that stand alone.
  [[nodiscard]] const std::vector<Phrase>& phrases() const noexcept { return m_phrases; }

  /// The tokens of narrow cells and columns that say these letters on several lines, with others between their words.
  [[nodiscard]] std::span<const std::vector<int>> broken(const std::u32string& letters) const;

 private:
  struct Run {
    int line;
    std::vector<int> tokens;
    std::u32string letters;
    Box box;
  };
  void add_layer(std::size_t layer);
  void add_meanings();
  void add_cells();
  void add_stacks();
  [[nodiscard]] std::vector<Run> short_runs() const;
  [[nodiscard]] bool continues(int at) const;
  [[nodiscard]] bool wraps(int at) const;
  [[nodiscard]] bool hangs_on(int at) const;
  [[nodiscard]] bool stands_alone(int first, int last) const;

  const PageView* m_page;
  std::unordered_map<std::u32string, std::vector<Stretch>> m_read;  // by letters
  std::map<std::size_t, std::vector<Reading>> m_sizes;              // by the number of letters
  std::unordered_map<std::u32string, std::vector<Stretch>> m_meanings;
  std::vector<Phrase> m_phrases;
  std::map<std::u32string, std::vector<std::vector<int>>> m_broken;  // by letters
};

}  // namespace mizan::verification
