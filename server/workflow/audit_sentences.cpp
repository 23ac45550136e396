// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/audit_sentences.hpp"

#include "base/persian/digits.hpp"
#include "workflow/definition_titles.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace mizan::workflow {
namespace {

struct Sentence {
  std::string_view action, fa, en;
};

// clang-format off
/// {names} are members of the line's detail.
constexpr std::array k_sentences{
  Sentence{"account.signed_in", "به سامانه وارد شد.", "Signed in."},
  Sentence{"account.signed_out", "از سامانه خارج شد.", "Signed out."},
  Sentence{"account.sign_in_failed", "ورود ناموفق بود.", "A sign-in failed."},
  Sentence{"account.activation_failed", "فعال‌سازی ناموفق بود.", "An activation failed."},
  Sentence{"account.reset_failed", "کد یک‌بارمصرف نادرست وارد شد.", "A wrong one-time code was entered."},
  Sentence{"account.password_change_failed", "گذرواژهٔ کنونی نادرست وارد شد.", "A wrong present password was entered."},
  Sentence{"account.activated", "حساب را فعال کرد و گذرواژه گذاشت.", "Activated the account and set a password."},
  Sentence{"account.password_changed", "گذرواژه را عوض کرد.", "Changed the password."},
  Sentence{"account.password_reset", "با کد یک‌بارمصرف گذرواژهٔ تازه گذاشت.", "Set a new password with a one-time code."},
  Sentence{"account.password_assigned", "اپراتور گذرواژهٔ تازه گذاشت.", "The operator set a new password."},
  Sentence{"account.recovery_issued", "پس از احراز هویت کد یک‌بارمصرف صادر کرد.", "Issued a one-time code after an identity check."},
  Sentence{"account.code_renewed", "کد فعال‌سازی تازه ساخته شد.", "A new activation code was made."},
  Sentence{"account.imported", "حساب وارد سامانه شد.", "The account was imported."},
  Sentence{"account.tied", "حساب به دفتر پیوست.", "The account was tied to the office."},
  Sentence{"account.locked", "حساب قفل شد.", "The account was locked."},
  Sentence{"account.unlocked", "قفل حساب باز شد.", "The account was unlocked."},
  Sentence{"answers.saved", "پاسخ‌های بخش «{section}» ذخیره شد (بازنگری {revision}).", "Saved the answers of “{section}” (revision {revision})."},
  Sentence{"evidence.attached", "سندی در بخش «{section}» بارگذاری شد.", "Uploaded a document to “{section}”."},
  Sentence{"evidence.bundle_opened", "بستهٔ «{file}» در بخش «{section}» باز شد: {taken} فایل پذیرفته و {refused} فایل کنار گذاشته شد.", "Opened the ZIP “{file}” in “{section}”: {taken} files taken, {refused} put aside."},
  Sentence{"evidence.removed", "سندی از بخش «{section}» برداشته شد.", "Took a document out of “{section}”."},
  Sentence{"evidence.read", "سند خوانده و با اظهار دفتر سنجیده شد.", "The document was read and compared with what was declared."},
  Sentence{"evidence.verified", "سند پس از تغییر پاسخ‌ها دوباره سنجیده شد.", "The document was compared again after the answers changed."},
  Sentence{"evidence.quarantined", "ویروس‌یاب در سندی از بخش «{section}» «{signature}» یافت و آن را کنار گذاشت.", "The virus scanner found “{signature}” in a document of “{section}” and put it aside."},
  Sentence{"evidence.given_up", "سند پس از {attempts} تلاش خوانده نشد و به کارشناس سپرده شد.", "Reading failed after {attempts} attempts; an expert will look at the document."},
  Sentence{"section.given_up", "سنجش بخش «{section}» پس از {attempts} تلاش ممکن نشد.", "Judging “{section}” failed after {attempts} attempts."},
  Sentence{"declaration.submitted", "خوداظهاری ارسال شد؛ رسید {receipt}.", "Submitted the declaration; receipt {receipt}."},
  Sentence{"finding.explained", "برای کارشناس توضیح نوشت.", "Wrote an explanation for the expert."},
  Sentence{"finding.clarified", "به پرسش کارشناس پاسخ داد.", "Answered the expert's question."},
  Sentence{"finding.decided", "دربارهٔ یک مغایرت تصمیم گرفت: {decision}.", "Decided a finding: {decision}."},
  Sentence{"finding.decision_undone", "تصمیم «{decision}» را پس گرفت.", "Took back the decision “{decision}”."},
  Sentence{"result.delivered", "نتیجه به دفتر ابلاغ شد.", "The result was delivered to the office."},
  Sentence{"objection.filed", "به امتیاز بخش «{section}» اعتراض کرد؛ رسید {receipt}.", "Objected to the points of “{section}”; receipt {receipt}."},
  Sentence{"objection.ruled", "به اعتراض رأی داد (خواندن {reading}): {outcome}.", "Ruled on the objection (reading {reading}): {outcome}."},
  Sentence{"round.created", "پیش‌نویس دورهٔ «{title}» ساخته شد.", "Made a draft of the round “{title}”."},
  Sentence{"round.opened", "دوره باز شد و {offices} دفتر فراخوانده شد.", "Opened the round; {offices} offices were called."},
  Sentence{"round.declarations_closed", "خوداظهاری بسته شد: {carried_over} دفتر با دادهٔ دورهٔ پیش، {silent} دفتر بی‌پاسخ.", "Closed the declarations: {carried_over} carried over, {silent} silent."},
  Sentence{"round.provisional_published", "رتبه‌های موقت منتشر شد.", "Published provisional ranks."},
  Sentence{"round.final_published", "رتبه‌های نهایی منتشر شد.", "Published final ranks."},
  Sentence{"job.retried", "کار {kind} دوباره در صف گذاشته شد.", "Put the job {kind} back in the queue."},
  Sentence{"clock.moved", "ساعت نمایشی {offset_seconds} ثانیه جابه‌جا شد.", "Moved the demonstration clock by {offset_seconds} seconds."},
};

struct Word {
  std::string_view value, fa, en;
};
constexpr std::array k_words{
  Word{"document", "سند درست است", "the document is right"},
  Word{"declaration", "اظهار درست است", "the declaration is right"},
  Word{"unreadable", "ناخوانا", "unreadable"},
  Word{"clarification", "توضیح خواست", "asked for clarification"},
  Word{"upheld", "پذیرفته شد", "upheld"},
  Word{"rejected", "رد شد", "rejected"},
};
// clang-format on

const Sentence* find_sentence(std::string_view action) {
  const auto* found =
      std::find_if(k_sentences.begin(), k_sentences.end(), [&](const Sentence& row) { return row.action == action; });
  return found == k_sentences.end() ? nullptr : found;
}

forms::Label value_words(const std::string& name, const nlohmann::json& value, const forms::Definitions& definitions) {
  if (!value.is_string()) {
    const auto text = value.dump();
    return {persian::persian_digits(text), text};
  }
  const auto text = value.get<std::string>();
  if (name == "section") return section_title(definitions, text);
  const auto* word = std::find_if(k_words.begin(), k_words.end(), [&](const Word& row) { return row.value == text; });
  if (word != k_words.end()) return {std::string(word->fa), std::string(word->en)};
  return {text, text};
}

void fill_in(std::string& sentence, const std::string& name, const std::string& value) {
  const auto mark = "{" + name + "}";
  for (auto at = sentence.find(mark); at != std::string::npos; at = sentence.find(mark, at + value.size()))
    sentence.replace(at, mark.size(), value);
}

}  // namespace

bool has_audit_sentence(std::string_view action) {
  return find_sentence(action) != nullptr;
}

forms::Label audit_sentence(const AuditEntry& entry, const forms::Definitions& definitions) {
  const auto* row = find_sentence(entry.action);
  if (row == nullptr) return {entry.action, entry.action};
  forms::Label sentence{std::string(row->fa), std::string(row->en)};
  for (const auto& [name, value] : entry.detail.items()) {
    const auto words = value_words(name, value, definitions);
    fill_in(sentence.fa, name, words.fa);
    fill_in(sentence.en, name, words.en);
  }
  return sentence;
}

}  // namespace mizan::workflow
