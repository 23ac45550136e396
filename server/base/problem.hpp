// SPDX-License-Identifier: GPL-3.0-or-later
// A refusal in words: its stable code, what it concerns, and what to do about it in Persian and English.
#pragma once

#include "base/problem_catalogue.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mizan {

/// An index into the catalogue, made from the text id while compiling: a misspelt code does not build.
class ProblemCode {
 public:
  consteval ProblemCode(const char* id)
      : m_index(index_of(id)) {}  // NOLINT(google-explicit-constructor): reads as text

  /// The code of a text id that came from elsewhere (another process, a stored row); `server.internal` when unknown.
  [[nodiscard]] static ProblemCode from_text(std::string_view id) noexcept;

  [[nodiscard]] const ProblemKind& kind() const noexcept { return k_problem_catalogue[m_index]; }
  [[nodiscard]] std::string_view id() const noexcept { return kind().id; }

  friend constexpr bool operator==(ProblemCode, ProblemCode) noexcept = default;

 private:
  struct Index {
    std::size_t value;
  };
  constexpr explicit ProblemCode(Index index) noexcept : m_index(index.value) {}

  static consteval std::size_t index_of(std::string_view id) {
    for (std::size_t i = 0; i < k_problem_catalogue.size(); ++i)
      if (k_problem_catalogue[i].id == id) return i;
    throw "this problem code is not in base/problem_catalogue.hpp";
  }

  std::size_t m_index;
};

/// A plain value; copies freely, owns everything it holds. `internal` is for the log and never leaves the server.
struct Problem {
  ProblemCode code;
  std::string internal;                       ///< for the log only
  std::string field;                          ///< the form field it concerns, or empty
  std::optional<int> page;                    ///< the page it concerns, counted from 0
  std::map<std::string, std::string> params;  ///< values for the {names}; English prefers "name_en"
  std::vector<Problem> parts;                 ///< one per field, where several fields are wrong at once

  Problem(ProblemCode problem_code, std::string internal_text = {})  // NOLINT(google-explicit-constructor)
      : code(problem_code), internal(std::move(internal_text)) {}

  Problem&& on_field(std::string name) &&;
  Problem&& on_page(int index) &&;
  Problem&& with(std::string name, std::string value) &&;

  /// The sentence for people, with {names} filled in from `params`.
  [[nodiscard]] std::string text_fa() const;
  [[nodiscard]] std::string text_en() const;
};

}  // namespace mizan
