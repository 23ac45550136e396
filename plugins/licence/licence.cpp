// SPDX-License-Identifier: GPL-3.0-or-later
// The licence: its number, holder, place and validity; compared with the register too.
#include <mizan/cpp/section_criterion.hpp>

namespace {

using namespace mizan::sdk;

class Licence final : public SectionCriterion {
 public:
  static constexpr std::string_view k_id = "licence", k_version = "1.0.0";

 protected:
  void notes(const Case& one, Judgement& judgement) const override {
    compare_with_register(one, "city", judgement);
    compare_with_register(one, "postal_code", judgement);
    check_holder(one, judgement);
  }

 private:
  /// The licence may name another place than the register: the region should mend one of them.
  static void compare_with_register(const Case& one, const std::string& field, Judgement& judgement) {
    const auto state = one.evidence.state(field);
    const auto registered = one.input.office[field].text();
    if (!state.proved() || registered.empty() || same(registered, state.declared)) return;
    const auto label = one.wording.field_label(field), printed = quoted(state.declared), known = quoted(registered);
    judgement.notes.push_back(
        {field,
         {label.fa + " در پروانه " + printed.fa + " و در فهرست دفترها " + known.fa + " است.",
          label.en + " is " + printed.en + " on the licence and " + known.en + " in the register."}});
  }

  static void check_holder(const Case& one, Judgement& judgement) {
    const auto state = one.evidence.state("holder_national_id");
    if (!state.proved()) return;
    const auto& check = *services().identifiers;
    const auto id = lend(state.declared);
    if (check.national_code(id).size > 0 || check.legal_id(id).size > 0) return;
    const auto label = one.wording.field_label("holder_national_id");
    judgement.notes.push_back({"holder_national_id",
                               {label.fa + " با رقم کنترل خود نمی‌خواند.",
                                label.en + " does not fit its check digit."}});
  }
};

}  // namespace

MIZAN_PLUGIN(Licence)
