// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of sentences for office people, in Persian with Persian digits and in English.
#pragma once

#include "evidence.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::sdk {

inline Text operator+(Text left, const Text& right) {
  left.fa += right.fa;
  left.en += right.en;
  return left;
}

/// A label object {"fa": …, "en": …} of section.json.
inline Text label_of(const Values& label) {
  return {label["fa"].text(), label["en"].text()};
}

/// "84.7" of 84700, without a fraction where there is none.
inline std::string number_text(std::int64_t thousandths) {
  const bool negative = thousandths < 0;
  const auto size = negative ? 0 - static_cast<std::uint64_t>(thousandths) : static_cast<std::uint64_t>(thousandths);
  std::string out = (negative ? "-" : "") + std::to_string(size / 1000);
  if (size % 1000 != 0) {
    auto fraction = std::to_string(1000 + size % 1000).substr(1);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    out += "." + fraction;
  }
  return out;
}

/// A text with Persian digits; a number's point becomes the Persian one.
inline std::string in_persian(std::string text) {
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    if (text[i] == '.' && digit(i - 1) && digit(i + 1)) text.replace(i, 1, "٫");
  }
  return persian_digits(text);
}

inline Text number(std::int64_t thousandths) {
  const auto text = number_text(thousandths);
  return {in_persian(text), text};
}

/// «۷۵ امتیاز از ۹۰» / "75 of 90 points".
inline Text points_of(std::int64_t points, std::int64_t maximum) {
  const auto got = number(points), most = number(maximum);
  return {got.fa + " امتیاز از " + most.fa, got.en + " of " + most.en + " points"};
}

/// A value in quotation marks, or the name of a choice.
inline Text quoted(const std::string& value) {
  return {"«" + in_persian(value) + "»", "“" + value + "”"};
}

/// «۳ سال» / "3 years".
inline Text years(std::int64_t thousandths) {
  const auto count = number(thousandths);
  return {count.fa + " سال", count.en + (thousandths == 1000 ? " year" : " years")};
}

/// «الف، ب و پ» / "a, b and c".
inline Text listed(const std::vector<Text>& texts) {
  Text out;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) out = out + (i + 1 == texts.size() ? Text{" و ", " and "} : Text{"، ", ", "});
    out = out + texts[i];
  }
  return out;
}

/// The labels and units of one section's fields and slots.
class Wording {
 public:
  explicit Wording(Values section) : m_section(std::move(section)) {}

  /// The field's definition; for "employees/2/name" the column's.
  [[nodiscard]] Values field(const std::string& id) const {
    const auto first = id.find('/'), last = id.rfind('/');
    if (first == std::string::npos) return m_section["fields"].with_id(id);
    return m_section["fields"].with_id(id.substr(0, first))["fields"].with_id(id.substr(last + 1));
  }

  /// مساحت, “Area”; کد ملی (ردیف ۳) for a column. English labels stand in quotation marks: they start with a capital.
  [[nodiscard]] Text field_label(const std::string& id) const {
    const auto first = id.find('/'), last = id.rfind('/');
    auto label = label_of(field(id)["label"]);
    label.en = "“" + label.en + "”";
    if (first == std::string::npos) return label;
    const auto row = label_of(m_section["fields"].with_id(id.substr(0, first))["row_label"]);
    const auto at = number((std::stoll(id.substr(first + 1, last - first - 1)) + 1) * 1000);
    return label + Text{" (" + row.fa + " " + at.fa + ")", " (" + row.en + " " + at.en + ")"};
  }

  [[nodiscard]] Text field_labels(const std::vector<std::string>& ids) const {
    std::vector<Text> labels;
    labels.reserve(ids.size());
    for (const auto& id : ids) labels.push_back(field_label(id));
    return listed(labels);
  }

  /// «۸۵ متر مربع»; a choice's own name.
  [[nodiscard]] Text value(const std::string& id, const std::string& value) const {
    const auto definition = field(id);
    if (definition["choices"][value].exists()) return label_of(definition["choices"][value]);
    const auto unit = label_of(definition["unit"]);
    return {in_persian(value) + (unit.fa.empty() ? "" : " " + unit.fa), value + (unit.en.empty() ? "" : " " + unit.en)};
  }

  [[nodiscard]] Text slot_label(const std::string& id) const {
    return label_of(m_section["slots"].with_id(id)["label"]);
  }

  [[nodiscard]] const Values& section() const { return m_section; }

 private:
  Values m_section;
};

}  // namespace mizan::sdk
