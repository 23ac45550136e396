// SPDX-License-Identifier: GPL-3.0-or-later
// What section.json says about awards and the rule set about points, applied: how many points for what is proved.
#pragma once

#include "evidence.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mizan::sdk {

/// One award's part of the points table (form-definitions/README.md, "Rule sets"). Points in thousandths.
class PointRule {
 public:
  explicit PointRule(Values rule) : m_rule(std::move(rule)) {}

  [[nodiscard]] bool exists() const { return m_rule.exists(); }

  [[nodiscard]] std::int64_t maximum() const {
    if (m_rule["each"].exists()) return whole(m_rule["maximum"]);
    std::int64_t most = whole(m_rule["points"]);
    for (std::size_t i = 0; i < steps().size(); ++i) most = std::max(most, whole(steps()[i]["points"]));
    return most;
  }

  /// `measure` in thousandths; all-or-nothing rules do not look at it.
  [[nodiscard]] std::int64_t points(std::int64_t measure) const {
    if (m_rule["points"].exists()) return whole(m_rule["points"]);
    if (m_rule["each"].exists())
      return std::min(maximum(), std::max<std::int64_t>(measure, 0) / 1000 * whole(m_rule["each"]));
    for (std::size_t i = 0; i < steps().size(); ++i)
      if (measure >= steps()[i]["at_least"].thousandths().value_or(0)) return whole(steps()[i]["points"]);
    return 0;
  }

  /// The smallest measure that earns more than `measure` does; nothing at the top and for all-or-nothing rules.
  [[nodiscard]] std::optional<std::int64_t> next(std::int64_t measure) const {
    const auto now = points(measure);
    if (now >= maximum()) return std::nullopt;
    if (m_rule["each"].exists()) return (std::max<std::int64_t>(measure, 0) / 1000 + 1) * 1000;
    std::optional<std::int64_t> best;
    for (std::size_t i = 0; i < steps().size(); ++i)
      if (whole(steps()[i]["points"]) > now) best = steps()[i]["at_least"].thousandths();
    return best;
  }

 private:
  [[nodiscard]] Values steps() const { return m_rule["steps"]; }
  static std::int64_t whole(const Values& value) { return value.whole().value_or(0); }

  Values m_rule;
};

/// One award as it stands for this office.
struct Award {
  std::string id;
  Values definition;  ///< the award in section.json
  std::vector<std::string> proven;
  std::vector<std::string> measured;    ///< the fields that are measured: none, one, or the two ends of a span of years
  std::vector<std::string> open;        ///< those of `proven` and `measured` that do not count yet
  std::optional<std::int64_t> measure;  ///< in thousandths, of the values that count
  std::int64_t points = 0, maximum = 0;
};

/// True when the award is offered to this office with these answers, and the rule set gives points for it.
inline bool on_offer(const Values& award, const JudgeInput& input) {
  if (!input.points_table[award["id"].text()].exists() || !holds(award["visible_when"], input.answers)) return false;
  const auto kinds = award["kinds"];
  if (!kinds.exists()) return true;
  for (std::size_t i = 0; i < kinds.size(); ++i)
    if (kinds[i].text() == input.office["kind"].text()) return true;
  return false;
}

namespace detail {

inline std::vector<std::string> texts(const Values& list) {
  std::vector<std::string> out;
  out.reserve(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) out.push_back(list[i].text());
  return out;
}

inline bool contains(const std::vector<std::string>& list, const std::string& text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

/// The measure of the values that count (`counting`) or of the declared ones; nothing when one of them is missing.
template <class ValueOf>
std::optional<std::int64_t> measure_of(const Award& award, const ValueOf& value_of) {
  if (award.measured.size() == 1) {
    const auto value = value_of(award.measured[0]);
    return value ? printed_quantity(*value) : std::nullopt;
  }
  if (award.measured.size() != 2) return std::nullopt;
  const auto from = value_of(award.measured[0]), to = value_of(award.measured[1]);
  if (!from || !to) return std::nullopt;
  const auto years = years_between(*from, *to);
  return years ? std::optional(*years * 1000) : std::nullopt;
}

}  // namespace detail

/// The award's points by the rule of form-definitions/README.md, "Awards": every field of `proven` is proved; for a
/// measured field a document's value that an expert found right counts too, as the measure.
inline Award evaluate(const Values& definition, const JudgeInput& input, const Evidence& evidence) {
  Award award;
  award.id = definition["id"].text();
  award.definition = definition;
  award.proven = detail::texts(definition["proven"]);
  if (definition["measure"]["field"].exists()) award.measured = {definition["measure"]["field"].text()};
  if (definition["measure"]["years_between"].exists())
    award.measured = detail::texts(definition["measure"]["years_between"]);
  for (const auto& field : award.proven)
    if (!evidence.state(field).proved() && !detail::contains(award.measured, field)) award.open.push_back(field);
  for (const auto& field : award.measured)
    if (!evidence.state(field).value()) award.open.push_back(field);
  award.measure = detail::measure_of(award, [&](const std::string& field) { return evidence.state(field).value(); });
  // The expert found a document right whose value is no number or date after all.
  if (award.open.empty() && !award.measured.empty() && !award.measure) award.open.push_back(award.measured.back());
  const PointRule rule(input.points_table[award.id]);
  award.maximum = rule.maximum();
  if (award.open.empty()) award.points = rule.points(award.measure.value_or(0));
  return award;
}

/// What the award would give if everything declared were proved.
inline std::int64_t points_if_proved(const Award& award, const JudgeInput& input) {
  if (award.measured.empty()) return award.maximum;
  const auto declared = detail::measure_of(award, [&](const std::string& field) {
    auto text = answer_text(input.answers, field);
    return text.empty() ? std::optional<std::string>() : std::optional(std::move(text));
  });
  return declared ? PointRule(input.points_table[award.id]).points(*declared) : award.maximum;
}

}  // namespace mizan::sdk
