// SPDX-License-Identifier: GPL-3.0-or-later
// The staff: every employee is one row of the printed insurance list, and counts when that row proves the person and
// the days.
#include <mizan/cpp/section_criterion.hpp>

namespace {

using namespace mizan::sdk;

/// What the printed list proves about one declared employee.
struct Employee {
  bool insured = false;  ///< name, national code and at least one day of work stand in the row
  std::string open;      ///< the first field that does not count yet, or empty
};

class Staff final : public SectionCriterion {
 public:
  static constexpr std::string_view k_id = "staff", k_version = "1.0.0";

 protected:
  void award(const Case& one, const Award& award, Judgement& judgement) const override {
    if (award.id == "insured_staff") return insured_staff(one, award, judgement);
    SectionCriterion::award(one, award, judgement);
  }

  void notes(const Case& one, Judgement& judgement) const override {
    compare_count(one, judgement);
    compare_printed_rows(one, judgement);
  }

 private:
  static Employee look_at_row(const Case& one, std::size_t row) {
    const auto at = "employees/" + std::to_string(row) + "/";
    Employee employee;
    for (const auto* column : {"name", "national_code"})
      if (employee.open.empty() && !one.evidence.state(at + column).proved()) employee.open = at + column;
    // For days the document's number counts where an expert found it right; a row without a day of work earns nothing.
    const auto days = one.evidence.state(at + "days").value();
    if (employee.open.empty() && !days) employee.open = at + "days";
    employee.insured = employee.open.empty() && printed_quantity(*days).value_or(0) > 0;
    return employee;
  }

  static void insured_staff(const Case& one, Award award, Judgement& judgement) {
    const auto rows = one.input.answers["employees"].size();
    std::vector<std::string> open;
    std::int64_t insured = 0;
    for (std::size_t row = 0; row < rows; ++row) {
      const auto employee = look_at_row(one, row);
      if (employee.insured) ++insured;
      if (!employee.open.empty()) open.push_back(employee.open);
    }
    const PointRule rule(one.input.points_table[award.id]);
    award.points = rule.points(insured * 1000);
    judgement.reasons.push_back({award.id, award.points, award.maximum, sentence(award, counted(rows, insured))});
    if (award.points < award.maximum) add_missing_staff(one, award, open, insured, judgement);
  }

  static Text counted(std::size_t rows, std::int64_t insured) {
    if (rows == 0) return {"کارمندی وارد نشده است", "no employee has been entered"};
    const auto of = number(static_cast<std::int64_t>(rows) * 1000), proved = number(insured * 1000);
    return {"از " + of.fa + " نفر اظهارشده، بیمه و روز کارکرد " + proved.fa + " نفر در لیست ثابت شد",
            "of " + of.en + " declared, " + proved.en + " proved by the list as insured and working"};
  }

  /// First the rows that are declared but not proved; when there are none, one more employee.
  static void add_missing_staff(const Case& one, const Award& award, const std::vector<std::string>& open,
                                std::int64_t insured, Judgement& judgement) {
    const PointRule rule(one.input.points_table[award.id]);
    const auto reachable = insured + (open.empty() ? 1 : static_cast<std::int64_t>(open.size()));
    const auto worth = rule.points(reachable * 1000) - award.points;
    if (worth <= 0) return;
    Text text{"کارمند بیمه‌شدهٔ دیگری را با لیست بیمه وارد کنید.",
              "Enter another insured employee with the insurance list."};
    if (!open.empty()) {
      text = finished(remedy(one, open.front()));
      const bool sent = one.evidence.state(open.front()).standing != Standing::no_document;
      const auto rows = number(static_cast<std::int64_t>(open.size()) * 1000);
      if (sent && open.size() > 1)
        text = text + Text{" در همه " + rows.fa + " ردیف هنوز ثابت نشده است.",
                           " In all, " + rows.en + " rows are not proved yet."};
    }
    judgement.missing.push_back({look_at(award, "employees"), worth, text});
  }

  static void compare_count(const Case& one, Judgement& judgement) {
    const auto declared = one.input.answers["staff_count"].whole();
    const auto rows = static_cast<std::int64_t>(one.input.answers["employees"].size());
    if (!declared || *declared == rows) return;
    const auto count = number(*declared * 1000), listed_rows = number(rows * 1000);
    judgement.notes.push_back(
        {"staff_count",
         {"تعداد کارکنان " + count.fa + " نفر اظهار شده و " + listed_rows.fa + " ردیف وارد شده است.",
          count.en + " staff were declared and " + listed_rows.en + " rows entered."}});
  }

  /// Rows of the list's table below its heading: people whom the office has not entered, or has entered too many.
  static void compare_printed_rows(const Case& one, Judgement& judgement) {
    const auto rows = static_cast<std::int64_t>(one.input.answers["employees"].size());
    std::int64_t printed = 0;
    for (const auto& document : one.input.documents)
      if (document.slot == "insurance_list") printed = std::max(printed, printed_employees(document.reading));
    if (printed == 0 || printed == rows) return;
    const auto seen = number(printed * 1000), entered = number(rows * 1000);
    judgement.notes.push_back(
        {"employees",
         {"در جدول لیست بیمه " + seen.fa + " نفر دیده می‌شود و " + entered.fa + " ردیف وارد شده است.",
          "The list's table seems to show " + seen.en + " persons; " + entered.en + " rows were entered."}});
  }

  /// Table rows that hold a national code; recognition errs, so this is for a note and proves nothing.
  static std::int64_t printed_employees(const mizan_document* document) {
    const auto& reading = *services().document;
    std::int64_t count = 0;
    for (std::size_t page = 0; page < reading.page_count(document); ++page) {
      mizan_page shape{};
      if (reading.page(document, page, &shape) != MIZAN_YES) continue;
      for (std::size_t table = 0; table < shape.table_count; ++table) count += rows_with_code(document, page, table);
    }
    return count;
  }

  static std::int64_t rows_with_code(const mizan_document* document, std::size_t page, std::size_t table) {
    const auto& reading = *services().document;
    mizan_table shape{};
    if (reading.table(document, page, table, &shape) != MIZAN_YES) return 0;
    std::int64_t count = 0;
    for (std::size_t row = 0; row < shape.rows; ++row) {
      bool found = false;
      for (std::size_t column = 0; column < shape.columns && !found; ++column)
        found = services().identifiers->national_code(reading.cell(document, page, table, row, column)).size > 0;
      if (found) ++count;
    }
    return count;
  }
};

}  // namespace

MIZAN_PLUGIN(Staff)
