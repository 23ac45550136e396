// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/matchers/matcher.hpp"

#include "verification/asked.hpp"
#include "verification/similarity.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace mizan::verification {

std::unique_ptr<Matcher> make_matcher(const Claim& claim) {
  switch (claim.kind) {
    case ValueKind::name:
      return name_matcher(claim);
    case ValueKind::natcode:
    case ValueKind::legal_id:
    case ValueKind::postal:
    case ValueKind::number:
    case ValueKind::year:
      return digits_matcher(claim);
    case ValueKind::amount:
      return amount_matcher(claim);
    case ValueKind::area:
    case ValueKind::decimal:
    case ValueKind::count:
    case ValueKind::days:
      return measure_matcher(claim);
    case ValueKind::date:
      return date_matcher(claim);
    case ValueKind::serial:
      return serial_matcher(claim);
    case ValueKind::address:
      return address_matcher(claim);
    case ValueKind::text:
      break;
  }
  return text_matcher(claim);
}

namespace {

constexpr int k_seconded = 60;  // sureness where two recognisers are not of one mind

std::u32string digits_in(std::string_view text) {
  std::u32string out;
  for (const char c : text)
    if (c >= '0' && c <= '9') out.push_back(static_cast<char32_t>(c));
  return out;
}

/// Whether what was read is near enough to one of the declared forms that asking again may confirm it.
bool nearly_read(const Passage& passage, int first, int last, const DeclaredNumber& declared) {
  constexpr std::size_t k_slips = 2, k_digits_a_slip = 4;
  std::u32string forwards, backwards;  // words of one number stand from the right or from the left
  for (int i = first; i <= last; ++i) {
    const auto digits = digits_in(passage.pieces[static_cast<std::size_t>(i)].normal());
    forwards += digits;
    backwards.insert(0, digits);
  }
  return std::any_of(declared.forms.begin(), declared.forms.end(), [&](const std::string& form) {
    const auto digits = digits_in(form);
    const int most = static_cast<int>(std::max(k_slips, digits.size() / k_digits_a_slip));
    return edits(forwards, digits, most) <= most || edits(backwards, digits, most) <= most;
  });
}

/// Whether the recogniser of text itself reads the declared number.
bool seconded(const Passage& passage, int first, int last, const DeclaredNumber& declared) {
  if (passage.letters == nullptr) return false;
  std::vector<std::pair<int, Steps>> read;
  for (int i = first; i <= last; ++i) {
    const Piece& piece = passage.pieces[static_cast<std::size_t>(i)];
    auto steps = unpacked(piece.source->text_steps);
    if (!steps || steps->symbols != passage.letters->symbols) return false;
    read.emplace_back(piece.box->x0, std::move(*steps));
  }
  std::sort(read.begin(), read.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const Steps*> steps;
  steps.reserve(read.size());
  for (const auto& [left, each] : read) steps.push_back(&each);
  const auto said = witness(steps, passage.letters->numbers, declared);
  return said && said->testimony == Testimony::confirms && said->ratio >= 0;
}

}  // namespace

std::optional<Comparison> testified(const Passage& passage, int first, int last, const DeclaredNumber& declared) {
  if (passage.numbers == nullptr) return std::nullopt;
  if (passage.anywhere && !nearly_read(passage, first, last, declared))
    return graded(Grade::doubtful, passage, first, last);
  std::vector<std::pair<int, const Steps*>> placed;
  for (int i = first; i <= last; ++i) {
    const Piece& piece = passage.pieces[static_cast<std::size_t>(i)];
    if (piece.source == nullptr || !piece.source->steps) return std::nullopt;
    placed.emplace_back(piece.box->x0, piece.source->steps.get());
  }
  std::sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const Steps*> steps;
  steps.reserve(placed.size());
  for (const auto& [left, each] : placed) steps.push_back(each);
  auto question = declared;
  question.only_to_confirm = passage.anywhere;
  const auto said = witness(steps, *passage.numbers, question);
  if (!said) return std::nullopt;
  auto grade = said->testimony == Testimony::confirms ? Grade::agrees
               : said->testimony == Testimony::denies ? Grade::differs
                                                      : Grade::doubtful;
  if (grade == Grade::agrees || !seconded(passage, first, last, question))
    return graded(grade, passage, first, last, said->sureness);
  // What one recogniser doubts and the other one reads stands there; what one denies and the other one reads is open.
  return graded(grade == Grade::doubtful ? Grade::agrees : Grade::doubtful, passage, first, last, k_seconded);
}

namespace {

std::optional<Witness> letters_asked(const Passage& passage, int first, int last,
                                     const std::vector<std::u32string>& spellings) {
  if (passage.letters == nullptr) return std::nullopt;
  std::vector<const Token*> tokens;
  for (int i = first; i <= last; ++i) {
    tokens.push_back(passage.pieces[static_cast<std::size_t>(i)].source);
    if (tokens.back() == nullptr) return std::nullopt;
  }
  return asked_about(tokens, *passage.letters, spellings);
}

}  // namespace

bool may_stand(const Passage& passage, int first, int last, const std::vector<std::u32string>& spellings) {
  const auto said = letters_asked(passage, first, last, spellings);
  return !said || said->testimony == Testimony::confirms;
}

std::optional<Comparison> testified(const Passage& passage, int first, int last,
                                    const std::vector<std::u32string>& spellings) {
  if (!passage.asks_letters) return std::nullopt;
  const auto said = letters_asked(passage, first, last, spellings);
  if (!said || said->testimony != Testimony::confirms) return std::nullopt;
  return graded(Grade::agrees, passage, first, last, said->sureness);
}

std::optional<Comparison> testified_within(const Passage& passage, int first, int end, std::size_t length, int nearest,
                                           const std::vector<std::u32string>& spellings) {
  if (!passage.asks_letters || nearest > k_near * static_cast<int>(length)) return std::nullopt;
  std::size_t read = 0;
  for (int last = first; last < end; ++last) {
    read += passage.pieces[static_cast<std::size_t>(last)].letters().size();
    if (read * 3 < length * 2 || read * 2 > length * 3) continue;
    if (auto said = testified(passage, first, last, spellings)) return said;
  }
  return std::nullopt;
}

Comparison graded(Grade grade, const Passage& passage, int first, int last, int sureness) {
  Comparison out{grade, first, last, {}, 100};
  for (int i = first; i <= last; ++i) {
    const Opinion& opinion = *passage.pieces[static_cast<std::size_t>(i)].opinion;
    if (!out.read.empty()) out.read += ' ';
    out.read += opinion.printed;
    out.sureness = std::min(out.sureness, opinion.confidence);
  }
  if (sureness >= 0) out.sureness = sureness;
  return out;
}

}  // namespace mizan::verification
