// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/likelihood/likelihood.hpp"

#include "base/persian/normalise.hpp"
#include "base/persian/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace mizan::verification {
namespace {

constexpr double k_never = -std::numeric_limits<double>::infinity();
constexpr double k_unlikely = 1.2e-4;  // a class below it at a step extends no beam
constexpr std::size_t k_none = ~std::size_t{0};
constexpr double k_least = 1e-12;  // of a class at a step, whatever the recogniser says

double log_sum(double a, double b) {
  if (a < b) std::swap(a, b);
  return b == k_never ? a : a + std::log1p(std::exp(b - a));
}

/// 0…9, or -1.
int digit_value(std::string_view symbol) {
  const auto points = persian::decode(symbol);
  if (points.size() != 1) return -1;
  for (const char32_t zero : {U'0', U'\u06F0', U'\u0660'})
    if (points[0] >= zero && points[0] <= zero + 9) return static_cast<int>(points[0] - zero);
  return -1;
}

bool is_separator(std::string_view symbol) {
  for (const std::string_view sign : {"/", "-", ".", ",", "٫", "٬", ":"})
    if (symbol == sign) return true;
  return false;
}

bool is_nothing(std::string_view symbol) {
  for (const std::string_view sign : {"", " ", "#", "(", ")"})
    if (symbol == sign) return true;
  return false;
}

}  // namespace

// `name_of` a symbol that is no digit; what has no name folds into the blank.
Classes::Classes(const Alphabet& alphabet, const std::function<std::string(const std::string&)>& name_of) {
  m_names = {""};
  const auto spell = [&](const std::string& text, std::uint8_t of) {
    const auto characters = persian::decode(text);
    m_spellings[characters.front()].push_back({characters, of});
  };
  for (char digit = '0'; digit <= '9'; ++digit) m_names.emplace_back(1, digit);
  std::map<std::string, std::uint8_t> made;
  const auto class_named = [&](const std::string& name) {
    if (name.empty()) return std::uint8_t{0};
    const auto [at, fresh] = made.emplace(name, static_cast<std::uint8_t>(m_names.size()));
    if (fresh) {
      m_names.push_back(name);
      spell(name, at->second);
    }
    return at->second;
  };
  for (const auto& symbol : alphabet) {
    const int value = digit_value(symbol);
    const auto of = value >= 0 ? static_cast<std::uint8_t>(1 + value) : class_named(name_of(symbol));
    m_of_symbol.push_back(of);
    if (!symbol.empty() && symbol != "#") spell(symbol, of);
  }
  for (char32_t value = 0; value < 10; ++value) {  // whatever digits the alphabet writes itself with
    for (const char32_t zero : {U'0', U'\u06F0', U'\u0660'}) {
      const char32_t digit = zero + value;
      spell(persian::encode({&digit, 1}), static_cast<std::uint8_t>(1 + value));
    }
  }
  for (auto& [first, spellings] : m_spellings)
    std::stable_sort(spellings.begin(), spellings.end(),
                     [](const Spelling& a, const Spelling& b) { return a.text.size() > b.text.size(); });
}

Classes::Classes(const Alphabet& alphabet, Separators separators)
    : Classes(alphabet, [separators](const std::string& symbol) -> std::string {
        if (is_nothing(symbol)) return "";
        if (!is_separator(symbol) || separators == Separators::told_apart) return symbol;
        return separators == Separators::alike ? "/" : "";
      }) {}

Classes Classes::of_letters(const Alphabet& alphabet) {
  return {alphabet, [](const std::string& symbol) { return persian::skeleton(symbol); }};
}

std::optional<std::vector<std::uint8_t>> Classes::of_text(std::string_view utf8) const {
  const auto characters = persian::decode(utf8);
  std::vector<std::uint8_t> out;
  for (std::u32string_view left = characters; !left.empty();) {
    const auto alike = m_spellings.find(left.front());
    if (alike == m_spellings.end()) return std::nullopt;
    const auto at = std::find_if(alike->second.begin(), alike->second.end(),
                                 [&](const Spelling& each) { return left.starts_with(each.text); });
    if (at == alike->second.end()) return std::nullopt;
    if (at->of != 0) out.push_back(at->of);
    left.remove_prefix(at->text.size());
  }
  return out;
}

std::string Classes::text_of(const std::vector<std::uint8_t>& classes) const {
  std::string out;
  for (const auto each : classes) out += m_names[each];
  return out;
}

FoldedSteps folded(const Steps& steps, const Classes& classes) {
  FoldedSteps out;
  out.count = steps.count;
  out.classes = classes.count();
  out.probabilities.assign(out.count * out.classes, 0);
  float last = 0;
  double probability = 1;  // of `last`: most symbols of a step share what is left
  for (std::size_t step = 0; step < steps.count; ++step) {
    const auto row = steps.at(step);
    double* const sums = &out.probabilities[step * out.classes];
    for (std::size_t symbol = 0; symbol < row.size(); ++symbol) {
      if (row[symbol] != last) probability = std::exp(static_cast<double>(last = row[symbol]));
      sums[classes.of_symbol(symbol)] += probability;
    }
    for (std::size_t i = 0; i < out.classes; ++i) sums[i] = std::max(sums[i], k_least);
  }
  return out;
}

// The forward algorithm of Graves et al. (2006), section 4.1: the string with a blank before, between and after its
// symbols; from step to step a path stays, moves on by one, or skips a blank between two different symbols. Sums of
// paths are kept in range by a common scale.
double log_likelihood(const FoldedSteps& folded, const std::vector<std::uint8_t>& string) {
  constexpr double k_small = 1e-60;
  const std::size_t states = 2 * string.size() + 1;
  const auto skips = [&](std::size_t i) { return i > 0 && string[i] != string[i - 1]; };
  std::vector<double> paths(states, 0);
  paths[0] = 1;  // as if a blank stood before the first step
  double scale = 0;
  for (std::size_t step = 0; step < folded.count; ++step) {
    const auto row = folded.at(step);
    double all = 0;
    for (std::size_t i = string.size(); i-- > 0;) {  // from the end, so that what is read is of the step before
      double& symbol = paths[2 * i + 1];
      double& blank = paths[2 * i + 2];
      blank = (blank + symbol) * row[0];
      symbol = (symbol + paths[2 * i] + (skips(i) ? paths[2 * i - 1] : 0)) * row[string[i]];
      all += blank + symbol;
    }
    paths[0] *= row[0];
    all += paths[0];
    if (all == 0) return k_never;
    if (all >= k_small) continue;
    for (double& each : paths) each /= all;
    scale += std::log(all);
  }
  const double ends = states == 1 ? paths[0] : paths[states - 1] + paths[states - 2];
  return ends > 0 ? std::log(ends) + scale : k_never;
}

namespace {

/// The strings of a beam search as a tree: a string is its parent's with one class more. Node 0 is the empty string.
class Strings {
 public:
  explicit Strings(std::size_t classes) : m_classes(classes) {}

  [[nodiscard]] std::uint8_t last(std::size_t node) const { return m_nodes[node].last; }

  /// The node of the string with one class more.
  std::size_t longer(std::size_t node, std::uint8_t by) {
    auto& children = m_nodes[node].children;
    if (children == k_none) {
      children = m_children.size();
      m_children.resize(children + m_classes, k_none);
    }
    auto& child = m_children[children + by];
    if (child == k_none) {
      child = m_nodes.size();
      m_nodes.push_back({node, k_none, by});
    }
    return child;
  }

  [[nodiscard]] std::vector<std::uint8_t> string(std::size_t node) const {
    std::vector<std::uint8_t> out;
    for (; node != 0; node = m_nodes[node].parent) out.push_back(m_nodes[node].last);
    std::reverse(out.begin(), out.end());
    return out;
  }

 private:
  struct Node {
    std::size_t parent = 0, children = k_none;  ///< the latter in m_children, once there are any
    std::uint8_t last = 0;
  };
  std::size_t m_classes;
  std::vector<Node> m_nodes{Node{}};
  std::vector<std::size_t> m_children;  ///< for each node that has some, by their last class
};

struct Beam {
  std::size_t node = 0;
  double blank = 0, symbol = 0;  // paths that end in a blank, in the string's last class
  [[nodiscard]] double sum() const { return blank + symbol; }
};

/// The beams of one step while they are collected; each string once.
class Collected {
 public:
  Beam& of(std::size_t node) {
    if (m_place.size() <= node) m_place.resize(2 * node + 16, k_none);
    if (m_place[node] == k_none) {
      m_place[node] = m_beams.size();
      m_beams.push_back({node});
    }
    return m_beams[m_place[node]];
  }

  /// The `width` likeliest, in parts of the likeliest, and empty again.
  std::vector<Beam> taken(std::size_t width) {
    for (const auto& beam : m_beams) m_place[beam.node] = k_none;
    std::vector<std::pair<double, std::size_t>> order;
    order.reserve(m_beams.size());
    for (std::size_t i = 0; i < m_beams.size(); ++i) order.emplace_back(-m_beams[i].sum(), m_beams[i].node);
    std::vector<std::size_t> at(m_beams.size());
    for (std::size_t i = 0; i < at.size(); ++i) at[i] = i;
    const auto kept = std::min(width, at.size());
    std::partial_sort(at.begin(), at.begin() + static_cast<std::ptrdiff_t>(kept), at.end(),
                      [&](std::size_t a, std::size_t b) { return order[a] < order[b]; });
    std::vector<Beam> out;
    out.reserve(kept);
    for (std::size_t i = 0; i < kept; ++i) out.push_back(m_beams[at[i]]);
    m_beams.clear();
    const double most = out.empty() ? 0 : out.front().sum();
    for (auto& beam : out) {
      beam.blank /= most;
      beam.symbol /= most;
    }
    return out;
  }

 private:
  std::vector<Beam> m_beams;
  std::vector<std::size_t> m_place;  // of a node among m_beams
};

/// Most steps are between symbols: no string grows, all become a little less likely.
void pass_blank(std::vector<Beam>& beams, std::span<const double> row, const Strings& strings) {
  for (auto& beam : beams) {
    beam.blank = beam.sum() * row[0];
    beam.symbol *= beam.node == 0 ? 0 : row[strings.last(beam.node)];
  }
}

}  // namespace

std::vector<Hypothesis> likely_strings(const FoldedSteps& folded, std::size_t width) {
  Strings strings(folded.classes);
  Collected next;
  std::vector<Beam> beams;
  std::vector<std::uint8_t> seen;  // classes that a step may be
  if (folded.count > 0) beams.push_back({0, 1, 0});
  for (std::size_t step = 0; step < folded.count; ++step) {
    const auto row = folded.at(step);
    seen.clear();
    for (std::size_t each = 1; each < row.size(); ++each)
      if (row[each] >= k_unlikely) seen.push_back(static_cast<std::uint8_t>(each));
    if (seen.empty()) {
      pass_blank(beams, row, strings);
      continue;
    }
    for (const auto& beam : beams) {
      const double sum = beam.sum();
      auto& same = next.of(beam.node);
      same.blank += sum * row[0];
      const auto last = strings.last(beam.node);
      if (beam.node != 0) same.symbol += beam.symbol * row[last];
      for (const auto each : seen) {
        const bool repeats = beam.node != 0 && last == each;
        auto& grown = next.of(strings.longer(beam.node, each));
        grown.symbol += (repeats ? beam.blank : sum) * row[each];
      }
    }
    beams = next.taken(width);
  }
  std::vector<Hypothesis> out;
  out.reserve(beams.size());
  for (const auto& beam : beams) {
    auto string = strings.string(beam.node);
    const double likely = log_likelihood(folded, string);
    out.push_back({std::move(string), likely});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Hypothesis& a, const Hypothesis& b) { return a.log_likelihood > b.log_likelihood; });
  return out;
}

std::optional<Judgement> judged(const FoldedSteps& folded, const Classes& classes, std::string_view declared) {
  const auto string = classes.of_text(declared);
  if (!string || string->empty() || folded.count == 0) return std::nullopt;
  Judgement out;
  out.declared = log_likelihood(folded, *string);
  double other = k_never, all = out.declared;
  const auto likely = likely_strings(folded);
  for (const auto& each : likely) {
    if (each.classes == *string) continue;
    other = std::max(other, each.log_likelihood);
    all = log_sum(all, each.log_likelihood);
  }
  constexpr double k_most = 1e3;
  out.ratio = std::clamp(out.declared - other, -k_most, k_most);
  out.share = all == k_never ? 0 : std::exp(out.declared - all);
  const bool is_best = out.declared >= other;
  const auto& best = is_best ? *string : likely.front().classes;
  out.best = classes.text_of(best);
  out.per_step =
      std::max(-k_most, std::max(out.declared, other) / static_cast<double>(std::max<std::size_t>(1, best.size())));
  return out;
}

}  // namespace mizan::verification
