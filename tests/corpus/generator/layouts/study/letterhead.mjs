// SPDX-License-Identifier: GPL-3.0-or-later
// Heads, endings and names of the papers of the part `study`.
import { spelled } from '../../look.mjs';
import { inDigits } from '../../printing.mjs';
import { valueHtml } from '../values.mjs';

export const letterStyles = `
  .mast { display: grid; grid-template-columns: 1fr 1.4fr 1fr; font-size: .84em; margin-bottom: 4mm; align-items: start } .mast .m { text-align: center } .mast .e { text-align: right; padding-right: 12mm }
  .line { border-bottom: .5mm solid #556; display: flex; justify-content: space-between; gap: 5mm; font-size: .84em; margin-bottom: 4mm; padding-bottom: 1.5mm } .foot { font-size: .74em; border-top: .25mm solid #777; margin-top: 6mm; text-align: center }
  .signs { width: 100%; margin-top: 8mm } .signs td { height: 22mm; vertical-align: top }`;

/** What the papers are called, who gives them, the headings of their sections and the field that is their number. */
export const papers = {
  licence: { org: ['سازمان تنظیم مقررات و ارتباطات رادیویی', 'اتحادیه کشوری دفاتر پیشخوان خدمات دولت', 'درگاه ملی مجوزها'], titles: ['پروانه ایجاد و بهره‌برداری دفتر پیشخوان خدمات دولت', 'مجوز فعالیت دفتر پیشخوان', 'پروانه کارگزاری'], heads: ['مشخصات صاحب پروانه', 'مشخصات دفتر', 'مشخصات پروانه'], number: 'licence_no', stamp: ['تنظیم مقررات', 'پروانه'], sign: 'رئیس کارگروه استانی', note: 'دارنده پروانه موظف به رعایت کلیه ضوابط و دستورالعمل‌های ابلاغی است.' },
  deed: { org: ['سازمان ثبت اسناد و املاک کشور', 'قوه قضائیه – سازمان ثبت اسناد و املاک کشور', 'اداره ثبت اسناد و املاک'], titles: ['سند مالکیت (کاداستری)', 'سند مالکیت ششدانگ', 'خلاصه مشخصات سند مالکیت'], heads: ['مالکیت', 'مشخصات ملک', 'مشخصات ثبتی'], number: 'deed_no', stamp: ['ثبت اسناد', 'املاک'], sign: 'مسئول اداره ثبت', note: 'ملک فاقد بازداشت و محدودیت در زمان صدور است. رهن: ندارد.' },
  police: { org: ['پلیس آگاهی – اداره تشخیص هویت', 'دادسرای عمومی و انقلاب – شعبه سجل کیفری', 'سامانه خدمات الکترونیک قضایی'], titles: ['گواهی عدم سوءپیشینه', 'گواهی فقدان محکومیت مؤثر کیفری', 'برگ تشخیص هویت و سابقه'], heads: ['مشخصات سجلی', 'سکونت', 'مشخصات گواهی'], number: 'tracking_no', stamp: ['تشخیص هویت', 'سجل'], sign: 'رئیس اداره تشخیص هویت', note: 'گواهی یادشده فقط برای ارائه به مرجع درخواست‌کننده معتبر است.' },
  tax: { org: ['اداره کل امور مالیاتی', 'وزارت امور اقتصادی و دارایی – سازمان امور مالیاتی کشور', 'اداره امور مالیاتی'], titles: ['گواهی موضوع ماده ۱۸۶ ق.م.م', 'گواهی پرداخت مالیات عملکرد', 'مفاصاحساب مالیاتی (ماده ۲۳۵)'], heads: ['الف) مشخصات مؤدی', 'ب) محل فعالیت', 'ج) مشخصات مالیات'], number: '', stamp: ['امور مالیاتی', 'گواهی'], sign: 'رئیس امور مالیاتی', note: 'صدور گواهی مانع مطالبه مالیات متمم احتمالی نخواهد بود.' },
  education: { org: ['معاونت آموزشی و تحصیلات تکمیلی', 'سازمان آموزش فنی و حرفه‌ای', 'مدیریت امور آموزشی دانشگاه'], titles: ['گواهینامه موقت', 'دانشنامه پایان دوره', 'تأییدیه تحصیلی'], heads: ['مشخصات فردی', 'نشانی', 'وضعیت تحصیلی'], number: 'certificate_no', stamp: ['امور آموزشی', 'دانش‌آموختگان'], sign: 'مدیر امور دانش‌آموختگان', note: 'این گواهی به منظور ترجمه اعتبار ندارد.' },
  postal_certificate: { org: ['شرکت ملی پست جمهوری اسلامی ایران', 'اداره کل پست استان', 'سامانه ملی کدپستی (GNAF)'], titles: ['گواهی کدپستی مکان', 'پاسخ استعلام کدپستی', 'تأییدیه کدپستی و نشانی'], heads: ['مشخصات درخواست‌کننده', 'مشخصات مکان', 'مشخصات گواهی'], number: 'certificate_no', stamp: ['پست', 'کدپستی'], sign: 'مسئول کدپستی منطقه', note: 'صحت این گواهی از طریق سامانه کدپستی قابل بررسی است.' },
  disability: { org: ['اداره بهزیستی شهرستان', 'سازمان بهزیستی کشور – معاونت توانبخشی', 'کمیسیون پزشکی تشخیص معلولیت'], titles: ['گواهی معلولیت و شدت آن', 'کارت شناسایی معلولیت', 'رأی کمیسیون تشخیص معلولیت'], heads: ['مشخصات مددجو', 'سکونت', 'نظریه کمیسیون'], number: 'certificate_no', stamp: ['بهزیستی', 'توانبخشی'], sign: 'معاون امور توانبخشی', note: 'هرگونه بهره‌برداری خارج از موضوع، مسئولیت قانونی دارد.' },
  insurance_clearance: { org: ['سازمان تأمین اجتماعی – شعبه', 'وزارت تعاون، کار و رفاه اجتماعی – سازمان تأمین اجتماعی', 'اداره کل تأمین اجتماعی استان'], titles: ['مفاصاحساب موضوع ماده ۳۷', 'گواهی پرداخت حق بیمه (ماده ۳۸)', 'گواهی نداشتن بدهی به سازمان'], heads: ['مشخصات کارفرما', 'مشخصات کارگاه', 'مشخصات مفاصاحساب'], number: 'certificate_no', stamp: ['تأمین اجتماعی', 'مفاصاحساب'], sign: 'مسئول درآمد شعبه', note: 'در صورت کشف خلاف، بدهی احتمالی وفق مقررات مطالبه خواهد شد.' },
  lease: { org: ['اتحادیه صنف مشاورین املاک', 'سامانه ثبت معاملات املاک و مستغلات کشور', 'دفتر مشاور املاک'], titles: ['قرارداد اجاره', 'اجاره‌نامه محل تجاری', 'قولنامه اجاره', 'اجاره‌نامچه'], heads: ['طرفین', 'مورد اجاره', 'مدت و مبلغ'], number: '', stamp: ['مشاور املاک', 'ثبت قرارداد'], sign: 'مهر و امضای مشاور', note: 'این قرارداد در دو نسخه با اعتبار یکسان تنظیم و مبادله شد.' },
  insurance: { org: ['سازمان تأمین اجتماعی', 'سازمان تأمین اجتماعی – اداره کل درآمد'], titles: ['صورت دستمزد، حقوق و مزایای ماهانه', 'لیست حق بیمه کارکنان', 'فهرست مزد بگیران و حق بیمه'], stamp: ['تأمین اجتماعی', 'دریافت لیست'], sign: 'مهر و امضای کارفرما' },
  invoice: { org: [], titles: ['صورتحساب فروش کالا و خدمات', 'فاکتور رسمی فروش', 'صورتحساب الکترونیکی (نوع اول)', 'حواله و فاکتور'], stamp: ['فروش', 'پرداخت شد'], sign: 'مهر و امضای فروشنده' },
};

const emblem = (c) => `<svg class="logo" viewBox="0 0 40 40"><path d="M20 3l15 9v16l-15 9-15-9V12z" fill="none" stroke="${c}" stroke-width="2"/><path d="M12 26l8-14 8 14z" fill="${c}"/></svg>`;

/** The head of a sheet. `stated`: fields that stand in it as its number and date; the others are the letter's own. */
export function letterhead(chance, paper, style, organisation, stated = []) {
  const own = (number) => `<span dir="ltr">${inDigits(number, style.head_digits)}</span>`;
  const say = (word, key, other) => `${key && stated.includes(key) ? `<span class="l" data-l="${key}">${spelled(word, style)}</span>: ${valueHtml(key, paper.fields[key], { ...style, cells: false })}` : `${spelled(word, style)}: ${own(other)}`}`;
  const day = `${chance.between(1399, 1405)}/${String(chance.between(1, 12)).padStart(2, '0')}/${String(chance.between(1, 29)).padStart(2, '0')}`;
  const lines = [say(chance.of(['شماره', 'شماره', 'شماره نامه', 'ش']), papers[paper.type].number, `${chance.between(1, 999)}/${chance.digits(5)}`), say(chance.of(['تاریخ', 'تاریخ', 'مورخ']), 'issue_date', day)];
  const org = spelled(organisation, style);
  const blessing = spelled(chance.of(['بسمه‌تعالی', 'باسمه تعالی', 'به نام خدا', '«هوالرزاق»']), style);
  if (chance.in(0.4)) return `<div class="line"><div>${org}</div>${lines.map((one) => `<div>${one}</div>`).join('')}</div>`;
  if (chance.in(0.4)) return `<div class="mast"><div>${lines.join('<br>')}<br>${spelled('پیوست: ندارد', style)}</div><div class="m">${blessing}<br>${org}</div><div class="e">${emblem(style.accent)}</div></div>`;
  return `<div class="mast"><div>${emblem(style.accent)}</div><div class="m">${org}<br>${blessing}</div><div class="e">${lines.join('<br>')}</div></div>`;
}

export const foot = (chance, style) => (chance.in(0.4) ? `<div class="foot">${spelled(chance.of(['نسخه اول: متقاضی – نسخه دوم: بایگانی', 'این برگه بدون مهر و امضا فاقد اعتبار است.', 'تلفن گویا ۱۴۲۰ – صفحه ۱ از ۱', 'اصالت این سند از طریق پایگاه اینترنتی قابل استعلام است.']), style)}</div>` : '');

export function signs(chance, style, names) {
  const shown = names.map((one) => spelled(one, style));
  return chance.in(0.4) ? `<table class="signs"><tr>${shown.map((one) => `<td>${one}</td>`).join('')}</tr></table>` : `<div class="sign">${shown.map((one) => `<div>${one}</div>`).join('')}</div>`;
}
