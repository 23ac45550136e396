// SPDX-License-Identifier: GPL-3.0-or-later
// The premises: space, tenure and place of the office.
#include <mizan/cpp/section_criterion.hpp>

namespace {

using namespace mizan::sdk;

/// The licence rules ask an urban office for at least 50 m².
constexpr std::int64_t k_urban_minimum = 50'000;

class Premises final : public SectionCriterion {
 public:
  static constexpr std::string_view k_id = "premises", k_version = "1.0.0";

 protected:
  void notes(const Case& one, Judgement& judgement) const override {
    check_space(one, judgement);
    check_tenant(one, judgement);
  }

 private:
  static void check_space(const Case& one, Judgement& judgement) {
    const auto value = one.evidence.state("area").value().value_or("");
    const auto area = printed_quantity(value).value_or(k_urban_minimum);
    if (one.input.office["kind"].text() != "pishkhan" || area >= k_urban_minimum) return;
    const auto seen = one.wording.value("area", number_text(area)),
               wanted = one.wording.value("area", number_text(k_urban_minimum));
    judgement.notes.push_back({"area",
                               {"مساحت دفتر " + seen.fa + " است و کمینهٔ دفتر شهری " + wanted.fa + ".",
                                "The office has " + seen.en + "; an urban office needs at least " + wanted.en + "."}});
  }

  /// Who rents should be who holds the licence, or its manager: a person must look when the names differ.
  static void check_tenant(const Case& one, Judgement& judgement) {
    const auto tenant = one.evidence.state("tenant_name");
    const auto holder = one.input.office["holder_name"].text();
    if (!tenant.proved() || holder.empty() || same(tenant.declared, holder)) return;
    const auto named = quoted(tenant.declared), held = quoted(holder);
    judgement.notes.push_back({"tenant_name",
                               {"مستأجر " + named.fa + " است و دارندهٔ پروانه " + held.fa + ".",
                                "The tenant is " + named.en + "; the licensee is " + held.en + "."}});
  }
};

}  // namespace

MIZAN_PLUGIN(Premises)
