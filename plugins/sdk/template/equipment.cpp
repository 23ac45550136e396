// SPDX-License-Identifier: GPL-3.0-or-later
// An example criterion to copy: everything by section.json, and one note of its own.
#include <mizan/cpp/section_criterion.hpp>

namespace {

using namespace mizan::sdk;

class Equipment final : public SectionCriterion {
 public:
  static constexpr std::string_view k_id = "equipment", k_version = "1.0.0";

 protected:
  /// A note gives and costs no points; it tells the expert what a person should look at.
  void notes(const Case& one, Judgement& judgement) const override {
    const auto computers = one.input.answers["computers"].whole();
    if (!computers || *computers <= 20) return;
    const auto seen = number(*computers * 1000);
    judgement.notes.push_back({"computers",
                               {seen.fa + " رایانه برای یک دفتر زیاد است؛ فاکتور را با دقت ببینید.",
                                seen.en + " computers are many for one office; look at the invoice closely."}});
  }
};

}  // namespace

MIZAN_PLUGIN(Equipment)
