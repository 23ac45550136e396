// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of the public pages.
import { addTexts } from '../../text/texts';

addTexts({
  'home.title': ['ارزیابی و رتبه‌بندی دفاتر', 'Assessment and ranking of offices'],
  'home.intro': [
    'دفاتر پیشخوان خدمات دولت و دفاتر ارتباطات روستایی این‌جا وضع خود را اظهار می‌کنند و مدارک آن را می‌فرستند. سامانه مدارک را می‌خواند و نتیجه را همان دم نشان می‌دهد. رتبهٔ هر دفتر تعیین می‌کند چه خدمت‌هایی را می‌تواند ارائه کند.',
    'Pishkhan and rural ICT offices declare here how they stand and send the documents for it. The documents are read at once and the outcome is shown. An office’s rank decides which services it may offer.',
  ],
  'home.start': ['ورود و خوداظهاری', 'Sign in and declare'],
  'home.continue': ['رفتن به میز کار', 'Go to your pages'],
  'home.ranks': ['فهرست رتبهٔ دفترها', 'The offices’ ranks'],
  'home.ranks_text': [
    'رتبهٔ منتشرشدهٔ هر دفتر را به نام، شهر یا شمارهٔ پروانه پیدا کنید.',
    'Find the published rank of any office by name, city or licence number.',
  ],
  'home.before': ['پیش از آغاز', 'Before you start'],
  'home.before_1': ['کد ملی دارندهٔ پروانه و گذرواژه یا کد فعال‌سازی', 'The licensee’s national code, and the password or activation code'],
  'home.before_2': [
    'پروانه، اجاره‌نامه یا سند مالکیت، لیست بیمهٔ کارکنان و گواهی‌ها؛ اسکن یا عکس روشن',
    'The licence, the lease or deed, the staff’s insurance list and the certificates, scanned or clearly photographed',
  ],
  'home.before_3': [
    'لازم نیست یک‌باره تمام کنید؛ هر پاسخ همان دم ذخیره می‌شود',
    'You need not finish in one go; every answer is saved at once',
  ],
  'home.steps': ['مرحله‌ها', 'The stages'],
  'home.step.declaration': ['پاسخ‌ها و مدارک را در مهلت دوره بفرستید.', 'Send answers and documents within the window.'],
  'home.step.review': ['کارشناس منطقه فقط آنچه را با مدارک نمی‌خواند بررسی می‌کند.', 'The region’s expert looks only at what does not agree.'],
  'home.step.provisional': ['رتبه و دلیل هر امتیاز را می‌بینید.', 'You see the rank and the reason of every point.'],
  'home.step.objection': ['هفت روز از ابلاغ نتیجه، می‌توانید به هر بخش اعتراض کنید.', 'For seven days you may object to any section.'],
  'home.step.closed': ['پس از رسیدگی به اعتراض‌ها منتشر می‌شود.', 'Published once objections are decided.'],

  'ranks.title': ['فهرست رتبهٔ دفترها', 'Ranks of the offices'],
  'ranks.round': ['دوره', 'Round'],
  'ranks.newest': ['تازه‌ترین دوره', 'Newest round'],
  'ranks.final': ['رتبهٔ نهایی', 'Final ranks'],
  'ranks.provisional': ['رتبهٔ موقت', 'Provisional ranks'],
  'ranks.published': ['منتشرشده در {{day}}', 'Published on {{day}}'],
  'ranks.province': ['استان', 'Province'],
  'ranks.city': ['شهر', 'City'],
  'ranks.kind': ['نوع دفتر', 'Kind of office'],
  'ranks.rank': ['رتبه', 'Rank'],
  'ranks.q': ['نام دفتر یا شمارهٔ پروانه', 'Office name or licence number'],
  'ranks.office': ['دفتر', 'Office'],
  'ranks.licence': ['شمارهٔ پروانه', 'Licence number'],
  'ranks.place': ['استان و شهر', 'Province and city'],
  'ranks.held': ['اعتراض در دست رسیدگی', 'Objection pending'],
  'ranks.found_one': ['{{shown}} دفتر', '{{shown}} office'],
  'ranks.found_other': ['{{shown}} دفتر', '{{shown}} offices'],
  'ranks.counts': ['شمار دفترها به رتبه', 'Offices by rank'],
  'ranks.licensed': ['همهٔ دفترها', 'All offices'],
  'ranks.none_published': ['هنوز رتبه‌ای منتشر نشده است', 'No ranks have been published yet'],
  'ranks.none_published_text': [
    'پس از پایان بررسی نخستین دوره، رتبه‌ها همین‌جا منتشر می‌شوند.',
    'Once the first round has been reviewed, the ranks will be published here.',
  ],
  'ranks.nothing': ['دفتری با این مشخصات یافت نشد', 'No office fits'],
  'ranks.nothing_text': ['نام را کوتاه‌تر بنویسید یا پالایش‌ها را بردارید.', 'Type less of the name, or clear the filters.'],
});
