// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of the result and of objections.
import { addTexts } from '../../../text/texts';

addTexts({
  'result.title': ['رتبه و امتیازها', 'Rank and points'],
  'result.provisional': ['رتبهٔ موقت', 'Provisional rank'],
  'result.final': ['رتبهٔ نهایی', 'Final rank'],
  'result.published': ['منتشرشده در {{at}}', 'Published on {{at}}'],
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
  'result.more': ['برای امتیاز بیشتر در دورهٔ بعد', 'For more points in the next round'],
  'result.services': ['خدمت‌هایی که می‌توانید ارائه کنید', 'Services you may offer'],

  'objection.title': ['اعتراض به «{{section}}»', 'Objection to “{{section}}”'],
  'objection.back': ['بازگشت به رتبه و امتیازها', 'Back to rank and points'],
  'objection.what': ['آنچه به آن اعتراض می‌کنید', 'What you object to'],
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
  'objection.step.first': ['خوانندهٔ نخست', 'First reader'],
  'objection.step.second': ['خوانندهٔ دوم، رأی نهایی', 'Second reader, final ruling'],
  'objection.waiting': ['در انتظار رسیدگی', 'Waiting'],
  'objection.upheld': ['اعتراض وارد است', 'Upheld'],
  'objection.rejected': ['اعتراض وارد نیست', 'Rejected'],
  'objection.new_points': ['امتیاز تازهٔ بخش: {{points}}', 'New points of the section: {{points}}'],
  'objection.state.filed': ['در انتظار خوانندهٔ نخست', 'Waiting for the first reader'],
  'objection.state.first_read': ['در انتظار خوانندهٔ دوم', 'Waiting for the second reader'],
  'objection.state.decided': ['رأی نهایی داده شد', 'Decided'],
});
