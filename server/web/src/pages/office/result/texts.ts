// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of the result and of objections.
import { addTexts } from '../../../text/texts';

addTexts({
  'result.title': ['رتبه و امتیازها', 'Rank and points'],
  'result.provisional': ['رتبهٔ موقت', 'Provisional rank'],
  'result.final': ['رتبهٔ نهایی', 'Final rank'],
  'result.published': ['منتشرشده در {{at}}', 'Published on {{at}}'],
  'result.why.below': [
    'امتیاز دفتر به {{points}} امتیاز، که آغاز {{rank}} است، نرسیده؛ برای همین در این دوره رتبه ندارد.',
    'The office’s points do not reach {{points}}, where {{rank}} begins; so it has no rank in this round.',
  ],
  'result.why.silent.lowest_rank': [
    'خوداظهاری این دوره در مهلت ارسال نشد. به چنین دفتری در این دوره پایین‌ترین رتبه داده می‌شود؛ این رتبه از امتیاز به دست نیامده است.',
    'The declaration was not submitted in time. Such offices get the lowest rank in this round; it does not come from points.',
  ],
  'result.why.silent.unranked': [
    'خوداظهاری این دوره در مهلت ارسال نشد. چنین دفتری در این دوره بدون رتبه می‌ماند.',
    'The declaration was not submitted in time. Such offices stay unranked in this round.',
  ],
  'result.why.silent.carry_over': [
    'خوداظهاری این دوره در مهلت ارسال نشد و از دورهٔ پیش هم اطلاعاتی نبود؛ برای همین پایین‌ترین رتبه داده شد.',
    'The declaration was not submitted in time and there were no data of the last round; so the lowest rank was given.',
  ],
  'result.why.carried_over': [
    'خوداظهاری این دوره در مهلت ارسال نشد؛ امتیازها از اطلاعات دورهٔ پیش حساب شده است.',
    'The declaration was not submitted in time; the points come from the last round’s data.',
  ],
  'result.held': [
    'دربارهٔ این دفتر اعتراضی در دست رسیدگی است و رتبهٔ نهایی پس از آن اعلام می‌شود.',
    'An objection of this office is being decided; the final rank follows.',
  ],
  'result.may_object': [
    'اگر امتیاز بخشی با مدارک شما نمی‌خواند، {{until}} می‌توانید اعتراض کنید.',
    'If the points of a section do not fit your documents, you may object {{until}}.',
  ],
  'result.object_over': ['مهلت اعتراض پایان یافته است.', 'The time to object has passed.'],
  'result.sections': ['امتیاز هر بخش و دلیل آن', 'Points of each section and why'],
  'result.object': ['اعتراض به این بخش', 'Object to this section'],
  'result.object_label': ['اعتراض به بخش {{section}}', 'Object to the section {{section}}'],
  'result.see_objection': ['دیدن اعتراض', 'See the objection'],
  'result.no_reasons': ['چیزی برای حساب کردن امتیاز این بخش نرسیده است.', 'Nothing arrived that points of this section could be counted from.'],
  'result.more': ['برای امتیاز بیشتر در دورهٔ بعد', 'For more points in the next round'],
  'result.services': ['خدمت‌هایی که می‌توانید ارائه کنید', 'Services you may offer'],

  'objection.title': ['اعتراض به «{{section}}»', 'Objection to “{{section}}”'],
  'objection.back': ['بازگشت به رتبه و امتیازها', 'Back to rank and points'],
  'objection.what': ['آنچه به آن اعتراض می‌کنید', 'What you object to'],
  'objection.what_was': ['آنچه به آن اعتراض کرده‌اید', 'What you objected to'],
  'objection.reasons': ['دلیل‌های شما', 'Your reasons'],
  'objection.reasons_hint': [
    'بنویسید کدام امتیاز درست نیست و چرا؛ اگر سند تازه‌ای دارید پیوست کنید.',
    'Say which points are wrong and why; attach new documents if you have any.',
  ],
  'objection.reasons_missing': ['دلیل‌های خود را بنویسید', 'Write down your reasons'],
  'objection.evidence': ['سندهای تازه', 'New documents'],
  'objection.evidence_hint': ['PDF، TIFF، PNG یا JPEG', 'PDF, TIFF, PNG or JPEG'],
  'objection.reading': ['هنوز سندی در حال خواندن است؛ می‌توانید اعتراض را ثبت کنید.', 'A document is still being read; you can file the objection already.'],
  'objection.sending': ['صبر کنید تا ارسال سندها تمام شود', 'Wait until the documents are sent'],
  'objection.submit': ['ثبت اعتراض', 'File the objection'],
  'objection.filed': ['اعتراض شما ثبت شد', 'Your objection has been filed'],
  'objection.receipt': ['شمارهٔ رسید اعتراض', 'Receipt number of the objection'],
  'objection.closed': ['اکنون نمی‌توان به این بخش اعتراض کرد؛ مهلت آن پایان یافته یا هنوز نرسیده است.', 'This section cannot be objected to now; the window has ended or has not begun.'],
  'objection.course': ['روند رسیدگی', 'How it goes'],
  'objection.step.filed': ['اعتراض ثبت شد', 'Objection filed'],
  'objection.step.first': ['رسیدگی نخست', 'First reader'],
  'objection.step.second': ['رسیدگی دوم، رأی نهایی', 'Second reader, final ruling'],
  'objection.waiting': ['در انتظار رسیدگی', 'Waiting'],
  'objection.upheld': ['اعتراض وارد است', 'Upheld'],
  'objection.rejected': ['اعتراض وارد نیست', 'Rejected'],
  'objection.new_points': ['امتیاز تازهٔ بخش: {{points}}', 'New points of the section: {{points}}'],
  'objection.state.filed': ['در انتظار رسیدگی نخست', 'Waiting for the first reader'],
  'objection.state.first_read': ['در انتظار رسیدگی دوم', 'Waiting for the second reader'],
  'objection.state.decided': ['رأی نهایی داده شد', 'Decided'],
});
