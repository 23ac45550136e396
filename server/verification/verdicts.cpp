// SPDX-License-Identifier: GPL-3.0-or-later
#include "verification/verdicts.hpp"

#include "base/persian/digits.hpp"
#include "verification/reasons.hpp"

#include <algorithm>
#include <string>

namespace mizan::verification {
namespace {

// Per mille. An honest text layer is surer than any recogniser, a label beside the value surer than none.
constexpr int k_exact = 990, k_exact_unlabelled = 900;
constexpr int k_image_least = 500, k_unlabelled_cost = 120;
constexpr int k_undecided = 300;

// How sure a recognised, differing value must be to contradict, 0…100.
constexpr int k_contradicts = 55;

int sureness_of(const Sighting& s) {
  int sure = s.comparison.sureness;
  if (s.agreeing_opinions > 1) sure += 20;
  if (s.disputed) sure -= 30;
  sure -= 10 * s.label_edits;
  return std::clamp(sure, 0, 100);
}

bool agrees(const Sighting& s) {
  return s.comparison.grade == Grade::agrees;
}

bool contradicts(const Sighting& s) {
  if (s.comparison.grade != Grade::differs || s.doubtful_owner) return false;
  if (s.label_edits >= k_edits_of_asked) return false;  // it may not be the field's label at all
  if (s.page->exact()) return true;
  // On a scan the better wording may only have been misread.
  return !s.generic && sureness_of(s) >= k_contradicts;
}

// Beside the field's own label stands a number that was read well, if not so well that it contradicts.
bool says_another_number(const Sighting& s) {
  constexpr std::size_t k_few_digits = 4;
  constexpr int k_well_read = 90;
  return s.comparison.grade == Grade::doubtful && !s.generic && !s.doubtful_owner && s.label_edits == 0 &&
         s.comparison.sureness >= k_well_read && persian::digits_of(s.comparison.read).size() >= k_few_digits;
}

int per_mille(const Sighting& s) {
  if (s.page->exact()) return s.unlabelled ? k_exact_unlabelled : k_exact;
  const int least = k_image_least - (s.unlabelled ? k_unlabelled_cost : 0);
  return least + sureness_of(s) * 9 / 2;
}

// On a scan a column or a label may be lost, so that another value is asked: where the declared one stands elsewhere as
// well, in the same row of a list or where no label claims it, neither proves anything. Papers bear several dates.
bool may_be_meant(const Sighting& elsewhere, const Sighting& read, const Claim& claim) {
  if (read.page->exact() || claim.kind == ValueKind::date) return false;
  if (!elsewhere.of_another) return true;
  if (claim.row == 0 || elsewhere.page != read.page) return false;
  const Box a = read.page->box_of(read.tokens), b = elsewhere.page->box_of(elsewhere.tokens);
  return 2 * (std::min(a.y1, b.y1) - std::max(a.y0, b.y0)) > std::min(a.height(), b.height());
}

Verdict pointing_at(const Claim& claim, const Sighting& s, Agreement agreement, std::string_view why, int confidence) {
  Verdict verdict;
  verdict.claim_id = claim.id;
  verdict.agreement = agreement;
  verdict.page = s.page->index();
  verdict.box = s.page->box_of(s.tokens);
  verdict.read = s.comparison.read;
  verdict.confidence = confidence;
  verdict.reason = std::string(why);
  return verdict;
}

// Of the field's own labels beside which anything stands: one that was read as it is is surer than «اجاره داده» for
// «اجاره‌دهنده».
int least_edits(const std::vector<Sighting>& sightings) {
  int least = k_edits_of_asked;
  for (const auto& s : sightings)
    if (!s.generic && !s.doubtful_owner && s.comparison.grade != Grade::nothing) least = std::min(least, s.label_edits);
  return least;
}

// The surest of those that satisfy the condition; the earlier one when equally sure.
template <class Condition>
const Sighting* surest(const std::vector<Sighting>& sightings, Condition condition) {
  const Sighting* best = nullptr;
  for (const auto& s : sightings)
    if (condition(s) && (best == nullptr || sureness_of(s) > sureness_of(*best))) best = &s;
  return best;
}

template <class Condition>
const Sighting* first_that(const std::vector<Sighting>& sightings, Condition condition) {
  const auto found = std::find_if(sightings.begin(), sightings.end(), condition);
  return found == sightings.end() ? nullptr : &*found;
}

}  // namespace

bool proved(const std::vector<Sighting>& sightings) {
  return std::any_of(sightings.begin(), sightings.end(), [](const Sighting& s) { return agrees(s) && !s.generic; });
}

Verdict unreadable(const Claim& claim, std::string_view why) {
  Verdict verdict;
  verdict.claim_id = claim.id;
  verdict.confidence = k_undecided;
  verdict.reason = std::string(why);
  return verdict;
}

Verdict concluded(const Claim& claim, const std::vector<Sighting>& sightings,
                  const std::optional<Sighting>& elsewhere) {
  const auto match = [&](const Sighting& s) {
    const auto why = s.unlabelled ? reason::agrees_unlabelled : reason::agrees;
    return pointing_at(claim, s, Agreement::match, why, per_mille(s));
  };
  const auto mismatch = [&](const Sighting& s) {
    if (elsewhere && may_be_meant(*elsewhere, s, claim))
      return pointing_at(claim, s, Agreement::unreadable, reason::not_confident, k_undecided);
    const bool swapped = elsewhere && elsewhere->of_another;
    return pointing_at(claim, s, Agreement::mismatch, swapped ? reason::other_field : reason::differs, per_mille(s));
  };
  if (const auto* s = surest(sightings, [](const Sighting& x) { return agrees(x) && !x.generic && !x.doubtful_owner; }))
    return match(*s);
  const int surest_label = least_edits(sightings);
  if (const auto* s = first_that(sightings, [&](const Sighting& x) {
        return contradicts(x) && !x.generic && x.label_edits <= (surest_label == 0 ? 0 : surest_label + 1);
      }))
    return mismatch(*s);
  if (const auto* s = surest(sightings, agrees)) return match(*s);
  // Papers bear several dates: one somewhere else is none where «تاریخ … صادر» says another. Nor is a number where
  // another one, well read, stands beside the field's own label.
  const bool told_otherwise =
      (claim.kind == ValueKind::date && std::any_of(sightings.begin(), sightings.end(), contradicts)) ||
      std::any_of(sightings.begin(), sightings.end(), says_another_number);
  if (elsewhere && !elsewhere->of_another && !told_otherwise) return match(*elsewhere);
  const bool labelled = std::any_of(sightings.begin(), sightings.end(),
                                    [](const Sighting& s) { return !s.generic && !s.doubtful_owner; });
  if (!labelled)
    if (const auto* s = first_that(sightings, contradicts)) return mismatch(*s);
  const auto doubtful = [](const Sighting& s) { return s.comparison.grade != Grade::nothing; };
  if (const auto* s = surest(sightings, doubtful))
    return pointing_at(claim, *s, Agreement::unreadable, reason::not_confident, k_undecided);
  if (!sightings.empty()) return unreadable(claim, reason::value_not_found);
  return unreadable(claim, claim.row > 0 ? reason::row_not_found : reason::label_not_found);
}

}  // namespace mizan::verification
