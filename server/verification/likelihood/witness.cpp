// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/likelihood/witness.hpp"

#include "base/persian/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mizan::verification {
namespace {

constexpr double k_never = -std::numeric_limits<double>::infinity();
constexpr std::size_t k_beam = 12;

constexpr double k_impossible = 5;  // what a string that cannot stand there has against it

// Of what is read instead, per symbol: below it the recogniser guesses.
constexpr double k_legible = -0.6;

Steps joined(const std::vector<const Steps*>& words) {
  Steps out;
  for (const Steps* word : words) {
    if (out.count > 0) {  // a blank between two words: equal digits on both sides are two
      const auto at = out.logs.size();
      out.logs.resize(at + out.symbols, -20.0F);
      out.logs[at] = 0;
      ++out.count;
    }
    out.symbols = word->symbols;
    out.count += word->count;
    out.logs.insert(out.logs.end(), word->logs.begin(), word->logs.end());
  }
  return out;
}

/// Digits get lost in a recogniser more often than whole numbers are falsified by two or more digits.
bool about(std::size_t length, std::size_t shortest, std::size_t longest) {
  return length + 1 >= shortest && length <= longest + 1;
}

int sureness_of(double ratio) {
  return static_cast<int>(std::lround(100 / (1 + std::exp(-std::abs(ratio) / 2))));
}

/// Log likelihood ratios from which on something is said, and what is needed to say it.
struct Bounds {
  double confirms;     ///< the declared string is about as likely as the best other
  double denies;       ///< so much less likely; k_never: nothing is denied
  double far_fetched;  ///< of the declared string, per symbol: below it the ink says something else
};

constexpr Bounds k_of_numbers{-0.7, -4, -2.2};
constexpr Bounds k_of_letters{-2.5, k_never, -1.5};  // what a page says instead, the words say themselves

using String = std::vector<std::uint8_t>;

std::optional<Witness> asked(const FoldedSteps& steps, const Classes& folding, const std::vector<String>& forms,
                             const std::function<bool(const std::string&)>& possible, const Bounds& bounds) {
  if (forms.empty() || steps.count == 0) return std::nullopt;
  double own = k_never;
  std::size_t length = 1, shortest = forms.front().size(), longest = 0;
  for (const auto& form : forms) {
    shortest = std::min(shortest, form.size());
    longest = std::max(longest, form.size());
    if (const double likely = log_likelihood(steps, form); likely > own) {
      own = likely;
      length = form.size();
    }
  }
  const bool plausible = own / static_cast<double>(length) >= bounds.far_fetched;
  if (!plausible && bounds.denies == k_never) return Witness{};
  double other = k_never, best = k_never;
  std::size_t other_length = 0;
  bool other_possible = true;
  Witness out;
  for (const auto& each : likely_strings(steps, k_beam)) {
    if (std::find(forms.begin(), forms.end(), each.classes) != forms.end()) continue;
    const auto text = folding.text_of(each.classes);
    const double likely = each.log_likelihood - (!possible || possible(text) ? 0 : k_impossible);
    if (likely <= other) continue;
    other = likely;
    other_possible = likely == each.log_likelihood;
    best = each.log_likelihood / static_cast<double>(std::max<std::size_t>(1, each.classes.size()));
    other_length = each.classes.size();
    out.best = text;
  }
  constexpr double k_most = 100;
  out.ratio = std::clamp(own - other, -k_most, k_most);
  out.sureness = sureness_of(out.ratio);
  if (out.ratio >= bounds.confirms && plausible)
    out.testimony = Testimony::confirms;
  else if (out.ratio <= bounds.denies && best >= k_legible && about(other_length, shortest, longest) && other_possible)
    out.testimony = Testimony::denies;
  return out;
}

}  // namespace

std::optional<Witness> witness(const std::vector<const Steps*>& words, const NumberClasses& classes,
                               const DeclaredNumber& declared) {
  const auto& folding = declared.separators == Separators::alike ? classes.alike : classes.ignored;
  std::vector<String> forms;
  for (const auto& form : declared.forms)
    if (auto string = folding.of_text(form); string && !string->empty()) forms.push_back(std::move(*string));
  auto bounds = k_of_numbers;
  if (declared.only_to_confirm) bounds.denies = k_never;
  return asked(folded(joined(words), folding), folding, forms, declared.possible, bounds);
}

std::optional<Witness> witness(const std::vector<const Steps*>& words, const Classes& letters,
                               const std::vector<std::u32string>& spellings) {
  std::vector<String> forms;
  for (const auto& spelling : spellings)
    if (auto string = letters.of_text(persian::encode(spelling)); string && !string->empty())
      forms.push_back(std::move(*string));
  return asked(folded(joined(words), letters), letters, forms, {}, k_of_letters);
}

}  // namespace mizan::verification
