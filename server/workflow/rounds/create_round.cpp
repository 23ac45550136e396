// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/rounds/create_round.hpp"

#include "forms/definitions.hpp"
#include "workflow/audit_line.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>

namespace mizan::workflow {
namespace {

constexpr int k_longest_window = 120;
constexpr int k_longest_objection = 60;

tl::unexpected<Problem> invalid(const char* field, std::string fa, std::string en) {
  return fail(Problem("round.invalid").on_field(field).with("reason", std::move(fa)).with("reason_en", std::move(en)));
}

/// "1404-2": a Jalali year of this or the next century, and its first or second half.
bool is_period(const std::string& text) {
  return text.size() == 6 && text[0] == '1' && (text[1] == '3' || text[1] == '4') && std::isdigit(text[2]) != 0 &&
         std::isdigit(text[3]) != 0 && text[4] == '-' && (text[5] == '1' || text[5] == '2');
}

Outcome check_days(const char* field, int days, int longest) {
  if (days >= 1 && days <= longest) return {};
  return invalid(field, "مهلت باید میان ۱ و " + std::to_string(longest) + " روز باشد",
                 "a window has 1 to " + std::to_string(longest) + " days");
}

Outcome check_texts(const RoundDraft& draft) {
  if (draft.title_fa.empty()) return invalid("title_fa", "عنوان فارسی ندارد", "the Persian title is missing");
  if (draft.title_en.empty()) return invalid("title_en", "عنوان انگلیسی ندارد", "the English title is missing");
  if (!is_period(draft.period))
    return invalid("period", "دوره را مانند «1404-2» بنویسید: سال و نیمهٔ آن",
                   "write the period like 1404-2: the year and its half");
  return {};
}

Outcome check_kinds(const std::vector<OfficeKind>& kinds, const forms::Definitions& definitions) {
  if (kinds.empty())
    return invalid("kinds", "دست‌کم یک نوع دفتر لازم است",
                   "at least one kind of office is needed");
  if (std::set<OfficeKind>(kinds.begin(), kinds.end()).size() != kinds.size())
    return invalid("kinds", "یک نوع دفتر دو بار آمده است", "a kind of office stands twice");
  const bool has_forms =
      std::all_of(kinds.begin(), kinds.end(), [&](OfficeKind kind) { return definitions.form(kind) != nullptr; });
  if (!has_forms)
    return invalid("kinds", "برای این نوع دفتر فرمی نصب نیست", "no form is installed for this kind of office");
  return {};
}

Outcome check_draft(const RoundDraft& draft, const forms::Definitions& definitions) {
  if (auto checked = check_texts(draft); !checked) return checked;
  if (auto checked = check_kinds(draft.kinds, definitions); !checked) return checked;
  if (auto checked = check_days("declare_days", draft.declare_days, k_longest_window); !checked) return checked;
  if (auto checked = check_days("region_days", draft.region_days, k_longest_window); !checked) return checked;
  if (auto checked = check_days("objection_days", draft.objection_days, k_longest_objection); !checked) return checked;
  if (definitions.rule_set(draft.rule_set) == nullptr)
    return invalid("rule_set", "چنین جدول امتیازی نصب نیست", "there is no such rule set");
  return {};
}

}  // namespace

Result<Round> create_round(const Services& services, const Actor& actor, const RoundDraft& draft) {
  if (!runs_rounds(actor)) return fail("access.forbidden");
  if (auto checked = check_draft(draft, services.definitions); !checked) return fail(std::move(checked.error()));
  Round round;
  round.title_fa = draft.title_fa;
  round.title_en = draft.title_en;
  round.period = draft.period;
  round.kinds = draft.kinds;
  round.declare_days = draft.declare_days;
  round.region_days = draft.region_days;
  round.objection_days = draft.objection_days;
  round.silence_policy = draft.silence_policy;
  round.rule_set = draft.rule_set;
  const auto now = services.clock.now();
  return services.database.write([&](storage::Stores& stores) -> Result<Round> {
    auto demonstration = stores.settings().find(storage::k_demonstration);
    if (!demonstration) return fail(std::move(demonstration.error()));
    round.demonstration = *demonstration == "yes";
    auto id = stores.rounds().create(round);
    if (!id) return fail(std::move(id.error()));
    round.id = *id;
    if (auto recorded = record(stores.audit(), actor, now, "round.created", "round/" + std::to_string(id->value), {},
                               {{"title", round.title_fa}, {"period", round.period}});
        !recorded)
      return fail(std::move(recorded.error()));
    return round;
  });
}

}  // namespace mizan::workflow
