// SPDX-License-Identifier: GPL-3.0-or-later
// A criterion that does what its section.json says, in whole sentences; derive from it and change what needs code.
#pragma once

#include "awards.hpp"
#include "wording.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace mizan::sdk {

/// Everything about one office's section at hand while judging it.
struct Case {
  const JudgeInput& input;
  Evidence evidence;
  Wording wording;

  explicit Case(const JudgeInput& judged) : input(judged), evidence(judged), wording(judged.section) {}
};

/// The plugin `declared` is exactly this class. Override `award` to count something of your own, and `notes` to say
/// what a person should know; both may call the functions of this class.
class SectionCriterion : public Criterion {
 public:
  [[nodiscard]] std::vector<Claim> claims(const ClaimsInput& input) const override { return claims_of(input); }

  [[nodiscard]] Judgement judge(const JudgeInput& input) const final {
    const Case one(input);
    Judgement judgement;
    const auto awards = input.section["awards"];
    for (std::size_t i = 0; i < awards.size(); ++i)
      if (on_offer(awards[i], input)) award(one, evaluate(awards[i], input, one.evidence), judgement);
    notes(one, judgement);
    judgement.missing = merged(judgement.missing);
    return judgement;
  }

 protected:
  /// Adds one award's reason, and what is missing for more.
  virtual void award(const Case& one, const Award& award, Judgement& judgement) const {
    judgement.reasons.push_back({award.id, award.points, award.maximum, reason_text(one, award)});
    if (award.points < award.maximum) add_missing(one, award, judgement);
  }

  virtual void notes(const Case&, Judgement&) const {}

  /// «{label}: {what was seen}؛ ۷۵ امتیاز از ۹۰.»
  [[nodiscard]] static Text sentence(const Award& award, const Text& seen) {
    const auto label = label_of(award.definition["label"]), points = points_of(award.points, award.maximum);
    return {label.fa + ": " + seen.fa + "؛ " + points.fa + ".", label.en + ": " + seen.en + "; " + points.en + "."};
  }

  [[nodiscard]] static Text reason_text(const Case& one, const Award& award) {
    if (!award.open.empty()) return sentence(award, why_open(one, award.open.front()));
    if (!award.measured.empty()) return sentence(award, measured_text(one, award));
    const auto fields = one.wording.field_labels(award.proven);
    return sentence(award, {fields.fa + " با سند ثابت شد", fields.en + " proved by the documents"});
  }

  /// Why a field does not count yet, seen by the office.
  [[nodiscard]] static Text why_open(const Case& one, const std::string& field) {
    const auto state = one.evidence.state(field);
    const auto label = one.wording.field_label(field);
    const auto declared = one.wording.value(field, state.declared), read = quoted(state.read);
    switch (state.standing) {
      case Standing::absent:
        if (hidden(one, field)) return {"اعلام نشده است", "not declared"};
        return {label.fa + " وارد نشده است", label.en + " has not been entered"};
      case Standing::no_document: {
        const auto slot = slot_text(one, field, state);
        return {"سند " + slot.fa + " فرستاده نشده است", "the document " + slot.en + " has not been sent"};
      }
      case Standing::not_compared:
        return {label.fa + " هنوز با سند مقایسه نشده است", label.en + " has not been compared with the document yet"};
      case Standing::unreadable:
        return {label.fa + " در سند خوانده نشد", label.en + " could not be read in the document"};
      case Standing::clarification:
        return {"کارشناس دربارهٔ " + label.fa + " توضیح خواسته است", "the expert has asked about " + label.en};
      case Standing::mismatch:
        if (state.read.empty())
          return {label.fa + " («" + declared.fa + "») در سند یافت نشد",
                  label.en + " (“" + declared.en + "”) was not found in the document"};
        return {label.fa + " «" + declared.fa + "» اظهار شده و در سند " + read.fa + " آمده است",
                label.en + " was declared as “" + declared.en + "”; the document has " + read.en};
      case Standing::refuted:
        if (state.read.empty())
          return {"به تشخیص کارشناس سند با " + label.fa + " («" + declared.fa + "») نمی‌خواند",
                  "the expert found that the document does not show " + label.en + " (“" + declared.en + "”)"};
        return {
            "به تشخیص کارشناس سند درست است: " + label.fa + " " + read.fa + " است، نه «" + declared.fa + "»",
            "the expert found the document right about " + label.en + ": " + read.en + ", not “" + declared.en + "”"};
      default:
        return {label.fa + " ثابت شده است", label.en + " is proved"};
    }
  }

  /// What an office could do about an open field.
  [[nodiscard]] static Text remedy(const Case& one, const std::string& field) {
    const auto state = one.evidence.state(field);
    const auto label = one.wording.field_label(field), read = quoted(state.read);
    const auto slot = slot_text(one, field, state);
    switch (state.standing) {
      case Standing::absent:
        return absent_remedy(one, field, label);
      case Standing::no_document:
        return {"سند " + slot.fa + " را بفرستید", "send the document " + slot.en};
      case Standing::not_compared:
        return {"سند " + slot.fa + " را برای مقایسه با " + label.fa + " دوباره بفرستید",
                "send the document " + slot.en + " again, to be compared with " + label.en};
      case Standing::unreadable:
        return {"تصویر روشن‌تری از " + slot.fa + " بفرستید تا " + label.fa + " خوانده شود",
                "send a clearer picture of " + slot.en + " so that " + label.en + " can be read"};
      case Standing::clarification:
        return {"به پرسش کارشناس دربارهٔ " + label.fa + " پاسخ دهید", "answer the expert's question about " + label.en};
      case Standing::mismatch:
        if (!state.read.empty())
          return {label.fa + " را به " + read.fa + " که در سند آمده اصلاح کنید یا سند دیگری بفرستید",
                  "correct " + label.en + " to " + read.en + " as the document has it, or send another document"};
        [[fallthrough]];
      default:
        return {label.fa + " را با سند یکی کنید یا سند دیگری بفرستید",
                "bring " + label.en + " into line with the document, or send another document"};
    }
  }

  /// Remedies of all open fields (each said once), or the next step of the measure.
  static void add_missing(const Case& one, const Award& award, Judgement& judgement) {
    if (award.open.empty()) return add_next_step(one, award, judgement);
    std::vector<Text> remedies;
    std::vector<std::string> absent;
    for (const auto& field : award.open)
      if (one.evidence.state(field).standing == Standing::absent && !hidden(one, field)) absent.push_back(field);
    if (!absent.empty()) remedies.push_back(enter(one.wording.field_labels(absent)));
    for (const auto& field : award.open) {
      if (detail::contains(absent, field)) continue;
      auto text = remedy(one, field);
      const auto said = [&](const Text& earlier) { return earlier.fa == text.fa; };
      if (std::none_of(remedies.begin(), remedies.end(), said)) remedies.push_back(std::move(text));
    }
    Text text;
    for (const auto& each : remedies) text = text + (text.fa.empty() ? Text{} : Text{"؛ ", "; "}) + each;
    auto worth = points_if_proved(award, one.input) - award.points;
    if (worth <= 0) worth = award.maximum - award.points;
    judgement.missing.push_back({look_at(award, award.open.front()), worth, finished(text)});
  }

  static void add_next_step(const Case& one, const Award& award, Judgement& judgement) {
    const PointRule rule(one.input.points_table[award.id]);
    const auto next = rule.next(award.measure.value_or(0));
    if (!next) return;
    const auto worth = rule.points(*next) - award.points;
    const auto more = number(worth), wanted = measure_text(one, award, *next);
    judgement.missing.push_back(
        {look_at(award, award.measured.empty() ? award.id : award.measured.back()),
         worth,
         {"با " + wanted.fa + " یا بیشتر، " + more.fa + " امتیاز دیگر می‌گیرید.",
          "With " + wanted.en + " or more you get another " + more.en + " points."}});
  }

  /// «مساحت ۸۵ متر مربع» or «۳ سال میان تاریخ صدور و تاریخ پایان اعتبار».
  [[nodiscard]] static Text measure_text(const Case& one, const Award& award, std::int64_t measure) {
    if (award.measured.size() == 2) {
      const auto from = one.wording.field_label(award.measured[0]), to = one.wording.field_label(award.measured[1]);
      const auto span = years(measure);
      return {span.fa + " میان " + from.fa + " و " + to.fa, span.en + " between " + from.en + " and " + to.en};
    }
    const auto label = one.wording.field_label(award.measured.front());
    const auto value = one.wording.value(award.measured.front(), number_text(measure));
    return {label.fa + " " + value.fa, value.en + " (" + label.en + ")"};
  }

  [[nodiscard]] static std::string look_at(const Award& award, const std::string& otherwise) {
    const auto field = award.definition["look_at"].text();
    return field.empty() ? otherwise : field;
  }

  /// A remedy as a sentence of its own.
  [[nodiscard]] static Text finished(Text text) {
    if (!text.en.empty() && text.en[0] >= 'a' && text.en[0] <= 'z')
      text.en[0] = static_cast<char>(text.en[0] - 'a' + 'A');
    return text + Text{".", "."};
  }

 private:
  [[nodiscard]] static Text measured_text(const Case& one, const Award& award) {
    const auto text = measure_text(one, award, award.measure.value_or(0));
    const bool expert = std::any_of(award.measured.begin(), award.measured.end(), [&](const std::string& field) {
      return one.evidence.state(field).standing == Standing::refuted;
    });
    const Text who = expert ? Text{" از روی سند و به تشخیص کارشناس", " by the document, as the expert decided"}
                            : Text{" با سند ثابت شد", " proved by the documents"};
    if (award.points > 0) return text + who;
    const auto least = PointRule(one.input.points_table[award.id]).next(award.measure.value_or(0));
    if (!least) return text + who;
    const bool span = award.measured.size() == 2;
    const auto wanted = span ? years(*least) : one.wording.value(award.measured.front(), number_text(*least));
    return text + who +
           Text{" و امتیاز از " + wanted.fa + " آغاز می‌شود", ", and points begin at " + wanted.en};
  }

  [[nodiscard]] static Text slot_text(const Case& one, const std::string& field, const FieldState& state) {
    if (!state.slot.empty()) return in_quotes(one.wording.slot_label(state.slot));
    std::vector<Text> slots;
    for (const auto& slot : one.evidence.slots_for(field)) slots.push_back(in_quotes(one.wording.slot_label(slot)));
    if (slots.size() == 2) return slots[0] + Text{" یا ", " or "} + slots[1];
    return listed(slots);
  }

  [[nodiscard]] static Text in_quotes(const Text& text) { return {"«" + text.fa + "»", "“" + text.en + "”"}; }

  [[nodiscard]] static Text enter(const Text& labels) {
    return {labels.fa + " را وارد کنید و سند آن را بفرستید", "enter " + labels.en + " and send the document"};
  }

  /// True for a field that the office does not see with its present answers.
  [[nodiscard]] static bool hidden(const Case& one, const std::string& field) {
    return !holds(one.wording.field(field)["visible_when"], one.input.answers);
  }

  /// A hidden field is opened by the answer that shows it.
  [[nodiscard]] static Text absent_remedy(const Case& one, const std::string& field, const Text& label) {
    if (!hidden(one, field)) return enter(label);
    const auto asked = one.wording.field_label(one.wording.field(field)["visible_when"]["field"].text());
    return {"اگر دارید، در «" + asked.fa + "» آن را اعلام کنید و سندش را بفرستید",
            "if you have it, say so under " + asked.en + " and send its document"};
  }

  /// The same advice is given once, and is worth what all awards together would give for it.
  [[nodiscard]] static std::vector<Missing> merged(const std::vector<Missing>& all) {
    std::vector<Missing> out;
    for (const auto& missing : all) {
      const auto same_text = [&](const Missing& earlier) { return earlier.text.fa == missing.text.fa; };
      const auto earlier = std::find_if(out.begin(), out.end(), same_text);
      if (earlier == out.end())
        out.push_back(missing);
      else
        earlier->worth += missing.worth;
    }
    return out;
  }
};

}  // namespace mizan::sdk
