// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of problems: every way the product says no, by who can mend it.
#pragma once

#include <array>
#include <string_view>

namespace mizan {

/// Who can do something about it.
enum class Mender { applicant, expert, operator_, programmer };

/// What sort of no it is, independent of any protocol; HTTP and the command line each map it in one place.
enum class Refusal {
  invalid,          ///< the input breaks a rule
  unauthenticated,  ///< sign in first
  forbidden,        ///< signed in, but not allowed
  not_found,        ///< there is no such thing, or not for this person
  conflict,         ///< the state has moved on
  too_large,        ///< beyond a configured limit
  unsupported,      ///< a type the product does not take
  too_many,         ///< slow down
  unavailable,      ///< try again later
  internal,         ///< our fault
};

/// One row of the catalogue. `id` is stable for ever; {names} in the sentences are filled from Problem::params.
/// A sentence says what happened and what to do.
struct ProblemKind {
  std::string_view id;
  Mender mender;
  Refusal refusal;
  std::string_view fa;
  std::string_view en;
};

// clang-format off
inline constexpr std::array k_problem_catalogue{
  // ── signing in ──
  ProblemKind{"account.sign_in_failed", Mender::applicant, Refusal::unauthenticated,
    "کد ملی یا گذرواژه درست نیست؛ دوباره وارد کنید یا «فراموشی گذرواژه» را بزنید.",
    "The national code or password is wrong; enter it again or use “Forgotten password”."},
  ProblemKind{"account.locked", Mender::applicant, Refusal::too_many,
    "به‌سبب ورودهای ناموفق پی‌درپی، ورود تا {minutes} دقیقهٔ دیگر بسته است؛ پس از آن دوباره تلاش کنید.",
    "Sign-in is closed for {minutes} more minutes after repeated failures; try again then."},
  ProblemKind{"account.activation_required", Mender::applicant, Refusal::forbidden,
    "این گذرواژهٔ نخستین است و فقط برای ساختن گذرواژهٔ تازه به‌کار می‌رود؛ کد فعال‌سازی را از کارشناس منطقه بگیرید و گذرواژهٔ تازه بسازید.",
    "This is a first password and serves only to set a new one; get the activation code from your region and set a new password."},
  ProblemKind{"account.code_wrong", Mender::applicant, Refusal::invalid,
    "کد درست نیست یا زمان آن گذشته است؛ کد تازه‌ای از کارشناس منطقه بگیرید.",
    "The code is wrong or has expired; ask the region's expert for a new one."},
  ProblemKind{"account.password_weak", Mender::applicant, Refusal::invalid,
    "گذرواژه باید دست‌کم {minimum} نویسه داشته باشد و کد ملی یا یکی از گذرواژه‌های نخستین نباشد.",
    "The password needs at least {minimum} characters and must not be the national code or a first password."},
  ProblemKind{"account.exists", Mender::operator_, Refusal::conflict,
    "برای این کد ملی حساب دیگری هست.", "There is already an account for this national code."},
  ProblemKind{"account.unknown", Mender::operator_, Refusal::not_found,
    "چنین حسابی نیست؛ کد ملی را بررسی کنید.", "There is no such account; check the national code."},
  ProblemKind{"account.identity_check_missing", Mender::expert, Refusal::invalid,
    "بنویسید هویت دارندهٔ پروانه چگونه احراز شد؛ بدون آن کد یک‌بارمصرف صادر نمی‌شود.",
    "Write down how the licensee's identity was checked; no one-time code is issued without it."},
  ProblemKind{"session.required", Mender::applicant, Refusal::unauthenticated,
    "نشست شما پایان یافته است؛ دوباره وارد شوید. آنچه نوشته‌اید نگه داشته شده است.",
    "Your session has ended; sign in again. What you saved is kept."},
  ProblemKind{"session.csrf", Mender::applicant, Refusal::forbidden,
    "این درخواست از صفحهٔ خود سامانه نیامده است؛ صفحه را تازه کنید و دوباره بفرستید.",
    "This request did not come from our own page; reload the page and send it again."},
  ProblemKind{"access.forbidden", Mender::applicant, Refusal::forbidden,
    "این کار در اختیار نقش شما نیست.", "Your role may not do this."},
  ProblemKind{"access.not_found", Mender::applicant, Refusal::not_found,
    "چنین چیزی یافت نشد.", "There is nothing here for you under this address."},
  ProblemKind{"access.too_many_requests", Mender::applicant, Refusal::too_many,
    "درخواست‌ها بیش از اندازه است؛ {seconds} ثانیهٔ دیگر دوباره تلاش کنید.",
    "Too many requests; try again in {seconds} seconds."},

  // ── requests ──
  ProblemKind{"request.malformed", Mender::programmer, Refusal::invalid,
    "درخواست خوانا نیست؛ صفحه را تازه کنید و دوباره تلاش کنید.", "The request cannot be read; reload the page and try again."},
  ProblemKind{"request.too_large", Mender::applicant, Refusal::too_large,
    "درخواست از {limit} بزرگ‌تر است.", "The request is larger than {limit}."},
  ProblemKind{"request.method_not_allowed", Mender::programmer, Refusal::invalid,
    "این نشانی چنین درخواستی نمی‌پذیرد.", "This address does not take that method."},
  ProblemKind{"request.timeout", Mender::applicant, Refusal::unavailable,
    "درخواست در زمان مقرر کامل نشد؛ اتصال را بررسی کنید و دوباره بفرستید.",
    "The request did not finish in time; check the connection and send it again."},

  // ── answers ──
  ProblemKind{"answers.invalid", Mender::applicant, Refusal::invalid,
    "برخی پاسخ‌ها نیاز به اصلاح دارند.", "Some answers need to be corrected."},
  ProblemKind{"answers.required", Mender::applicant, Refusal::invalid,
    "{label} را وارد کنید.", "Enter {label}."},
  ProblemKind{"answers.unanswered", Mender::applicant, Refusal::invalid,
    "به این پرسش پاسخ دهید: {label}", "Answer this question: {label}"},
  ProblemKind{"answers.not_a_number", Mender::applicant, Refusal::invalid,
    "{label} باید عدد باشد.", "{label} must be a number."},
  ProblemKind{"answers.out_of_range", Mender::applicant, Refusal::invalid,
    "{label} باید میان {minimum} و {maximum} باشد.", "{label} must be between {minimum} and {maximum}."},
  ProblemKind{"answers.too_long", Mender::applicant, Refusal::invalid,
    "{label} حداکثر {maximum} نویسه می‌پذیرد.", "{label} takes at most {maximum} characters."},
  ProblemKind{"answers.not_a_choice", Mender::applicant, Refusal::invalid,
    "برای «{label}» یکی از گزینه‌ها را برگزینید.", "Choose one of the options for “{label}”."},
  ProblemKind{"answers.pattern", Mender::applicant, Refusal::invalid,
    "{label} به شکل درست نوشته نشده است؛ نمونه: {example}", "{label} is not in the right form; for example {example}"},
  ProblemKind{"answers.date", Mender::applicant, Refusal::invalid,
    "{label} تاریخ درستی نیست؛ مانند ۱۴۰۴/۰۵/۲۱ بنویسید.", "{label} is not a date; write it like 1404/05/21."},
  ProblemKind{"answers.date_order", Mender::applicant, Refusal::invalid,
    "{label} باید پس از {earlier} باشد.", "{label} must be after {earlier}."},
  ProblemKind{"answers.national_code", Mender::applicant, Refusal::invalid,
    "{label} درست نیست: رقم کنترل با بقیه نمی‌خواند؛ ده رقم را از روی کارت ملی وارد کنید.",
    "{label} is wrong: its check digit does not fit; copy the ten digits from the card."},
  ProblemKind{"answers.legal_id", Mender::applicant, Refusal::invalid,
    "{label} درست نیست: یازده رقم شناسهٔ ملی را دوباره وارد کنید.", "{label} is wrong: enter the eleven digits again."},
  ProblemKind{"answers.postal_code", Mender::applicant, Refusal::invalid,
    "{label} باید ده رقم باشد.", "{label} must have ten digits."},
  ProblemKind{"answers.repeated", Mender::applicant, Refusal::invalid,
    "{label} پیش‌تر در ردیف دیگری آمده است.", "{label} already stands in another row."},
  ProblemKind{"answers.unknown_field", Mender::programmer, Refusal::invalid,
    "فیلد {field} در این بخش نیست.", "There is no field {field} in this section."},
  ProblemKind{"answers.locked", Mender::expert, Refusal::forbidden,
    "«{label}» قفل است؛ تغییر آن را از کارشناس منطقه بخواهید.", "“{label}” is locked; ask the region's expert to change it."},
  ProblemKind{"answers.stale", Mender::applicant, Refusal::conflict,
    "این بخش در جای دیگری تغییر کرده است؛ صفحه را تازه کنید تا نسخهٔ تازه را ببینید.",
    "This section was changed elsewhere; reload to see the newer answers."},

  // ── evidence ──
  ProblemKind{"evidence.empty", Mender::applicant, Refusal::invalid,
    "این فایل خالی است؛ فایل درست را برگزینید.", "This file is empty; choose the right file."},
  ProblemKind{"evidence.unsupported_type", Mender::applicant, Refusal::unsupported,
    "این فایل PDF، TIFF، PNG یا JPEG نیست؛ سند را به یکی از این قالب‌ها بفرستید.",
    "This file is not a PDF, TIFF, PNG or JPEG; send the document in one of these formats."},
  ProblemKind{"evidence.bundle_damaged", Mender::applicant, Refusal::invalid,
    "این بستهٔ ZIP خراب است یا فهرست آن با محتوایش نمی‌خواند؛ آن را دوباره بسازید و بفرستید.",
    "This ZIP is damaged, or its directory does not fit its content; make it anew and send it."},
  ProblemKind{"evidence.bundle_without_documents", Mender::applicant, Refusal::unsupported,
    "در این بستهٔ ZIP سندی نیست که بتوان خواند؛ «{member}» را جدا بفرستید یا بسته را دوباره بسازید.",
    "This ZIP holds no document that can be read; send “{member}” by itself or make the ZIP anew."},
  ProblemKind{"evidence.member_unsafe_name", Mender::applicant, Refusal::invalid,
    "نام «{member}» در بستهٔ ZIP به بیرون از بسته اشاره می‌کند؛ بسته را دوباره از خود فایل‌ها بسازید.",
    "The name “{member}” in the ZIP points outside it; make the ZIP anew from the files themselves."},
  ProblemKind{"evidence.member_not_a_file", Mender::applicant, Refusal::invalid,
    "«{member}» در بستهٔ ZIP میان‌بر یا دستگاه است، نه فایل؛ خود فایل را در بسته بگذارید.",
    "“{member}” in the ZIP is a link or a device, not a file; put the file itself into the ZIP."},
  ProblemKind{"evidence.member_repeated", Mender::applicant, Refusal::invalid,
    "«{member}» در بستهٔ ZIP دو بار آمده است؛ فقط نخستین آن پذیرفته شد.", "“{member}” stands in the ZIP twice; only the first was taken."},
  ProblemKind{"evidence.member_nested", Mender::applicant, Refusal::unsupported,
    "«{member}» خود یک بستهٔ ZIP است؛ فایل‌های آن را بیرون بیاورید و بفرستید.",
    "“{member}” is itself a ZIP; take its files out and send them."},
  ProblemKind{"evidence.member_overblown", Mender::applicant, Refusal::too_large,
    "«{member}» در بستهٔ ZIP پس از باز شدن از حد مجاز بزرگ‌تر می‌شود؛ خود فایل را جدا بفرستید.",
    "“{member}” in the ZIP grows beyond the limit when unpacked; send the file by itself."},
  ProblemKind{"evidence.type_not_accepted", Mender::applicant, Refusal::unsupported,
    "این جای سند فقط {accepted} می‌پذیرد.", "This evidence slot takes only {accepted}."},
  ProblemKind{"evidence.encrypted", Mender::applicant, Refusal::invalid,
    "این فایل رمز دارد؛ نسخهٔ بدون رمز را بارگذاری کنید.", "This file is locked with a password; upload a copy without it."},
  ProblemKind{"evidence.damaged", Mender::applicant, Refusal::invalid,
    "این فایل ناقص یا خراب است؛ دوباره اسکن یا ذخیره کنید و بفرستید.", "This file is incomplete or damaged; scan or save it again."},
  ProblemKind{"evidence.too_large", Mender::applicant, Refusal::too_large,
    "این فایل از {limit} بزرگ‌تر است؛ با کیفیت ۳۰۰ نقطه در اینچ اسکن کنید.", "This file is larger than {limit}; scan at 300 dpi."},
  ProblemKind{"evidence.too_many_pages", Mender::applicant, Refusal::too_large,
    "این سند {pages} صفحه دارد و حد مجاز {limit} صفحه است؛ فقط صفحه‌های لازم را بفرستید.",
    "This document has {pages} pages and the limit is {limit}; send only the pages needed."},
  ProblemKind{"evidence.too_many_pixels", Mender::applicant, Refusal::too_large,
    "تصویر صفحه از حد مجاز بزرگ‌تر است؛ با کیفیت ۳۰۰ نقطه در اینچ اسکن کنید.", "A page image is too large; scan at 300 dpi."},
  ProblemKind{"evidence.no_text", Mender::applicant, Refusal::invalid,
    "در این سند نوشته‌ای یافت نشد؛ تصویر روشن‌تر و نزدیک‌تری بگیرید.", "No text was found in this document; take a brighter, closer picture."},
  ProblemKind{"evidence.unreadable", Mender::applicant, Refusal::invalid,
    "این سند خوانده نشد؛ آن را دوباره با نور کافی و کیفیت ۳۰۰ نقطه در اینچ اسکن کنید.",
    "This document could not be read; scan it again in good light at 300 dpi."},
  ProblemKind{"evidence.limit_reached", Mender::applicant, Refusal::too_large,
    "خواندن سند به حد «{limit}» رسید و تا همان‌جا خوانده شد؛ سند را کوچک‌تر یا چندبخشی بفرستید.",
    "Reading stopped at the limit “{limit}”; send a smaller document or split it."},
  ProblemKind{"evidence.reading_failed", Mender::operator_, Refusal::unavailable,
    "خواندن این سند پس از چند بار تلاش ممکن نشد؛ کارشناس آن را بررسی می‌کند.", "Reading failed after several attempts; an expert will look at it."},
  ProblemKind{"evidence.unknown_slot", Mender::programmer, Refusal::invalid,
    "این بخش جایی برای چنین سندی ندارد.", "This section has no such evidence slot."},
  ProblemKind{"evidence.slot_full", Mender::applicant, Refusal::conflict,
    "این جا حداکثر {limit} سند می‌پذیرد؛ نخست یکی را بردارید.", "This slot takes at most {limit} documents; remove one first."},
  ProblemKind{"evidence.storage_full", Mender::operator_, Refusal::unavailable,
    "جای ذخیره‌سازی پر است؛ سند ذخیره نشد. کمی بعد دوباره بفرستید.", "Storage is full and the document was not kept; send it again later."},

  // ── uploads over several requests ──
  ProblemKind{"upload.version", Mender::programmer, Refusal::invalid,
    "این سامانه فقط نسخهٔ {version} قرارداد tus را می‌پذیرد؛ صفحه را تازه کنید و دوباره بفرستید.",
    "Only version {version} of the tus protocol is spoken here; reload the page and send again."},
  ProblemKind{"upload.content_type", Mender::programmer, Refusal::unsupported,
    "بخش‌های فایل باید از نوع application/offset+octet-stream باشند؛ صفحه را تازه کنید و دوباره بفرستید.",
    "Pieces of a file must be of the type application/offset+octet-stream; reload the page and send again."},
  ProblemKind{"upload.offset", Mender::programmer, Refusal::conflict,
    "این بخش از جای دیگری آغاز می‌شود؛ سامانه تا بایت {offset} را دارد، از همان‌جا ادامه دهید.",
    "This piece begins elsewhere; the server has {offset} bytes, go on from there."},
  ProblemKind{"upload.beyond_length", Mender::programmer, Refusal::too_large,
    "این بخش از اندازهٔ اعلام‌شدهٔ فایل ({length} بایت) فراتر می‌رود؛ فایل را از نو بفرستید.",
    "This piece goes beyond the announced {length} bytes of the file; send the file anew."},
  ProblemKind{"upload.checksum", Mender::applicant, Refusal::conflict,
    "این بخش در راه آسیب دید و دور انداخته شد؛ همان بخش را دوباره بفرستید.",
    "This piece was damaged on its way and thrown away; send the same piece again."},
  ProblemKind{"upload.expired", Mender::applicant, Refusal::not_found,
    "مهلت ادامهٔ این بارگذاری گذشته است؛ فایل را از نو بفرستید.",
    "The time to go on with this upload has passed; send the file anew."},
  ProblemKind{"upload.busy", Mender::applicant, Refusal::unavailable,
    "این بارگذاری در دست درخواست دیگری است؛ چند ثانیهٔ دیگر ادامه دهید.",
    "Another request is busy with this upload; go on in a few seconds."},
  ProblemKind{"upload.too_many", Mender::applicant, Refusal::too_many,
    "{limit} بارگذاری ناتمام دارید و بیش از این نمی‌شود؛ یکی را تمام کنید یا بردارید.",
    "You have {limit} unfinished uploads, which is the limit; finish or remove one."},
  ProblemKind{"upload.too_much", Mender::applicant, Refusal::too_many,
    "فایل‌های ناتمام شما روی هم به حد {limit} می‌رسند؛ یکی را تمام کنید یا بردارید.",
    "Your unfinished uploads would take more than {limit} together; finish or remove one."},
  ProblemKind{"upload.unfinished", Mender::applicant, Refusal::conflict,
    "این فایل هنوز کامل نرسیده است؛ بارگذاری آن را تمام کنید.", "This file has not arrived whole yet; finish its upload."},
  ProblemKind{"upload.used", Mender::applicant, Refusal::conflict,
    "این فایل پیش‌تر به جای دیگری پیوست شده است؛ آن را دوباره بارگذاری کنید.",
    "This file has already been attached elsewhere; upload it once more."},

  // ── declaration and round ──
  ProblemKind{"declaration.closed", Mender::applicant, Refusal::conflict,
    "مهلت خوداظهاری این دوره پایان یافته است.", "The declaration window of this round has ended."},
  ProblemKind{"declaration.submitted", Mender::applicant, Refusal::conflict,
    "این خوداظهاری ارسال شده است و دیگر تغییر نمی‌کند.", "This declaration has been submitted and no longer changes."},
  ProblemKind{"declaration.incomplete", Mender::applicant, Refusal::invalid,
    "هنوز {count} مورد الزامی مانده است.", "{count} required items are still missing."},
  ProblemKind{"declaration.slot_missing", Mender::applicant, Refusal::invalid,
    "سند «{label}» بارگذاری نشده است.", "The document “{label}” has not been uploaded."},
  ProblemKind{"declaration.being_read", Mender::applicant, Refusal::conflict,
    "هنوز سندی در حال خواندن است؛ چند ثانیهٔ دیگر ارسال کنید.", "A document is still being read; submit in a few seconds."},
  ProblemKind{"round.wrong_stage", Mender::operator_, Refusal::conflict,
    "این کار در مرحلهٔ کنونی دوره («{stage}») ممکن نیست.", "This cannot be done in the round's present stage ({stage})."},
  ProblemKind{"round.invalid", Mender::operator_, Refusal::invalid,
    "تعریف دوره درست نیست: {reason}", "The round's definition is wrong: {reason}"},
  ProblemKind{"round.not_ready", Mender::operator_, Refusal::conflict,
    "دوره آمادهٔ انتشار نیست: {reason}", "The round is not ready to be published: {reason}"},
  ProblemKind{"round.clock_refused", Mender::operator_, Refusal::forbidden,
    "جابه‌جایی ساعت فقط در دادهٔ نمایشی مجاز است.", "Moving the clock is allowed in demonstration data only."},

  // ── findings and objections ──
  ProblemKind{"finding.already_decided", Mender::expert, Refusal::conflict,
    "دربارهٔ این مورد تصمیم گرفته شده است؛ مورد بعدی را باز کنید.", "This item has already been decided; open the next one."},
  ProblemKind{"finding.undo_expired", Mender::expert, Refusal::conflict,
    "زمان برگشت این تصمیم گذشته است.", "The time to undo this decision has passed."},
  ProblemKind{"finding.not_open", Mender::expert, Refusal::conflict,
    "این مورد دیگر در صف بررسی نیست.", "This item is no longer in the queue."},
  ProblemKind{"finding.note_missing", Mender::expert, Refusal::invalid,
    "برای این تصمیم توضیح بنویسید.", "Write a note for this decision."},
  ProblemKind{"objection.too_late", Mender::applicant, Refusal::conflict,
    "مهلت {days} روزهٔ اعتراض پایان یافته است.", "The {days}-day objection window has ended."},
  ProblemKind{"objection.not_delivered", Mender::applicant, Refusal::conflict,
    "نتیجه هنوز به دفتر ابلاغ نشده است.", "The result has not been delivered to the office yet."},
  ProblemKind{"objection.exists", Mender::applicant, Refusal::conflict,
    "دربارهٔ این بخش اعتراضی ثبت شده است.", "An objection to this section has already been filed."},
  ProblemKind{"objection.same_reader", Mender::expert, Refusal::forbidden,
    "رسیدگی دوم نمی‌تواند با همان کارشناس نخست باشد.", "The second reader must not be the first."},
  ProblemKind{"objection.decided", Mender::expert, Refusal::conflict,
    "دربارهٔ این اعتراض رأی نهایی داده شده است.", "This objection has its final ruling."},
  ProblemKind{"objection.reasons_missing", Mender::applicant, Refusal::invalid,
    "دلیل‌های خود را بنویسید.", "Write down your reasons."},

  // ── definitions and plugins ──
  ProblemKind{"definition.unreadable", Mender::operator_, Refusal::invalid,
    "فایل {file} خوانده نشد: {reason}", "The file {file} cannot be read: {reason}"},
  ProblemKind{"definition.invalid", Mender::operator_, Refusal::invalid,
    "تعریف {file} در {path} درست نیست: {reason}", "The definition {file} is wrong at {path}: {reason}"},
  ProblemKind{"plugin.not_found", Mender::operator_, Refusal::not_found,
    "معیار {criterion} نسخهٔ {version} نصب نیست.", "Criterion {criterion} version {version} is not installed."},
  ProblemKind{"plugin.refused", Mender::operator_, Refusal::invalid,
    "افزونهٔ {file} پذیرفته نشد: {reason}", "The plugin {file} was refused: {reason}"},
  ProblemKind{"plugin.incompatible", Mender::operator_, Refusal::invalid,
    "افزونهٔ {file} برای نسخهٔ {wanted} ساخته شده است و این سرور {have} دارد.", "The plugin {file} was built for {wanted}; this server has {have}."},
  ProblemKind{"plugin.failed", Mender::operator_, Refusal::unavailable,
    "معیار {criterion} پاسخ درستی نداد؛ کارشناس امتیاز را بررسی می‌کند.", "Criterion {criterion} gave no proper answer; an expert will look at the points."},

  // ── operation ──
  ProblemKind{"process.crashed", Mender::operator_, Refusal::unavailable,
    "پردازهٔ {process} ناگهان پایان یافت؛ کار دوباره انجام می‌شود.", "The process {process} ended unexpectedly; the work will be repeated."},
  ProblemKind{"process.timeout", Mender::operator_, Refusal::unavailable,
    "پردازهٔ {process} در زمان مقرر پاسخ نداد؛ کار دوباره انجام می‌شود.", "The process {process} did not answer in time; the work will be repeated."},
  ProblemKind{"process.protocol", Mender::programmer, Refusal::internal,
    "پردازهٔ {process} پاسخ نامفهومی داد.", "The process {process} broke its protocol."},
  ProblemKind{"storage.unavailable", Mender::operator_, Refusal::unavailable,
    "پایگاه داده در دسترس نیست؛ کمی بعد دوباره تلاش کنید.", "The database cannot be reached; try again shortly."},
  ProblemKind{"storage.busy", Mender::operator_, Refusal::unavailable,
    "سامانه سرگرم است؛ چند ثانیهٔ دیگر دوباره تلاش کنید.", "The system is busy; try again in a few seconds."},
  ProblemKind{"storage.conflict", Mender::programmer, Refusal::conflict,
    "این کار با داده‌های موجود ناسازگار است؛ صفحه را تازه کنید.", "This conflicts with existing data; reload the page."},
  ProblemKind{"storage.blob_missing", Mender::operator_, Refusal::internal,
    "فایل این سند در انبار یافت نشد؛ موضوع به اپراتور گزارش شد.", "The file of this document is missing from the store; the operator has been told."},
  ProblemKind{"configuration.invalid", Mender::operator_, Refusal::invalid,
    "پیکربندی {key} درست نیست: {reason}", "The setting {key} is wrong: {reason}"},
  ProblemKind{"server.internal", Mender::programmer, Refusal::internal,
    "خطایی در سامانه رخ داد و ثبت شد؛ کمی بعد دوباره تلاش کنید.", "Something went wrong on our side and was recorded; try again shortly."},
};
// clang-format on

}  // namespace mizan
