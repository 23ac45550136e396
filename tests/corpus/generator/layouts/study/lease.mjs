// SPDX-License-Identifier: GPL-3.0-or-later
// Leases of the part `study`: articles of a contract as estate agents fill them, and the form with a tracking code.
import { spelled } from '../../look.mjs';
import { things } from '../../people.mjs';
import { inDigits } from '../../printing.mjs';
import { valueHtml } from '../values.mjs';
import { form } from './forms.mjs';
import { tell } from './sentences.mjs';

const articles = {
  parties: [
    ['۱-۱) موجر/موجرین: {t:landlord} {landlord_name}{f:landlord} به {c:landlord} {landlord_national_code} ساکن همین شهر.', '۱-۲) مستأجر/مستأجرین: {t:tenant} {tenant_name}{f:tenant} به {c:tenant} {tenant_national_code} ساکن همین شهر.'],
    ['قرارداد حاضر فی‌مابین {t:landlord} {landlord_name}{f:landlord} به {c:landlord} {landlord_national_code} (که منبعد در این قرارداد موجر نامیده می‌شود) از یک سو و {t:tenant} {tenant_name}{f:tenant} به {c:tenant} {tenant_national_code} (که منبعد مستأجر نامیده می‌شود) از سوی دیگر، با شرایط ذیل منعقد و طرفین ملزم به اجرای آن می‌باشند.'],
    ['اجاره‌دهنده {t:landlord} {landlord_name}، {c:landlord}: {landlord_national_code}', 'اجاره‌کننده {t:tenant} {tenant_name}، {c:tenant}: {tenant_national_code}'],
    ['بین {t:landlord} {landlord_name} و {t:tenant} {tenant_name}، به ترتیب به عنوان موجر و مستأجر و به ترتیب دارای {c:landlord} {landlord_national_code} و {c:tenant} {tenant_national_code}، این سند عادی تنظیم گردید.'],
  ],
  estate: [
    ['تملیک منافع شش‌دانگ {estate} به مساحت {area} واقع در {address} با کد پستی {postal_code}، دارای آب، برق و گاز به صورت مستقل، که مورد رؤیت و قبول مستأجر قرار گرفته است و صرفاً برای {use} استفاده خواهد شد.'],
    ['{estate} به نشانی: {address} – کدپستی: {postal_code} – متراژ: {area} – نوع کاربری: {use}.'],
    ['منافع {years} سال شمسی {estate} (کدپستی {postal_code}) به متراژ تقریبی {area} در {address} که مستأجر آن را جهت {use} اجاره نمود.'],
  ],
  term: [
    ['مدت اجاره {years} سال شمسی از تاریخ {start_date} لغایت {end_date} می‌باشد.'], ['از تاریخ {start_date} به مدت {months} ماه کامل شمسی که در تاریخ {end_date} منقضی می‌گردد.'], ['شروع: {start_date} – خاتمه: {end_date} (تحویل مورد اجاره در روز شروع صورت می‌گیرد).'],
  ],
  price: [
    ['۴-۱) میزان اجاره‌بها جمعاً برای مدت قرارداد از قرار ماهیانه مبلغ {rent_amount} که در اول هر ماه به موجب قبض رسید پرداخت می‌شود.', '۴-۲) مبلغ {deposit_amount} از طرف مستأجر به عنوان قرض‌الحسنه نقداً پرداخت شد؛ معادل آن همزمان با تخلیه مسترد خواهد شد.'],
    ['مستأجر متعهد است ماهانه {rent_amount} بابت اجاره‌بها و یکجا {deposit_amount} بابت رهن به موجر بپردازد.'],
    ['قرض‌الحسنه دریافتی {deposit_amount} و کرایه هر ماه {rent_amount} که تا پنجم هر ماه به حساب موجر واریز می‌گردد.'],
  ],
};

const rest = ['مستأجر نمی‌تواند از مورد اجاره برخلاف منظور قرارداد استفاده نماید.', 'مستأجر حق انتقال مورد اجاره را به صورت کلی، جزئی، مشاع و مفروز ندارد.', 'پرداخت هزینه نگهداری و شارژ ماهیانه به عهده مستأجر است.', 'پرداخت هزینه تعمیرات کلی از قبیل نصب دستگاه حرارتی به عهده موجر است.', 'مالیات مستغلات و تعمیرات اساسی با مالک و مالیات بر شغل با مستأجر است.', 'در صورتی که مستأجر از پرداخت اجاره‌بها بیش از ده روز تأخیر نماید موجر می‌تواند فسخ قرارداد را درخواست کند.', 'با امضای ذیل این قرارداد کلیه خیارات خصوصاً خیار غبن از طرفین سلب و ساقط شد.', 'حق‌الزحمه مشاور املاک طبق تعرفه کمیسیون نظارت به عهده طرفین است.', 'تخلیه مورد اجاره در پایان مدت بدون نیاز به اخطار انجام می‌پذیرد و به ازای هر روز تأخیر خسارت دریافت می‌شود.'];

const father = (who) => (who.company ? '' : ` فرزند ${who.father} به شماره شناسنامه ${who.certificate}`);

/** The body of a lease in articles. */
export function leaseTold(chance, paper, style) {
  const { landlord, tenant } = paper;
  const extra = { estate: chance.of(things.estates), use: chance.of(things.uses), years: String(paper.years), months: String(paper.years * 12) };
  const fathers = chance.in(0.6);
  for (const [key, who] of [['landlord', landlord], ['tenant', tenant]]) Object.assign(extra, { [`t:${key}`]: who.title, [`c:${key}`]: who.company ? 'شناسه ملی' : chance.of(['کد ملی', 'شماره ملی']), [`f:${key}`]: fathers ? father(who) : '' });
  const marks = chance.of([[':', ''], [' –', ''], [')', 'بند']]);
  const head = (n, title) => `<h2>${spelled(`${marks[1] || 'ماده'} ${n}${marks[0]} ${title}`, style)}</h2>`;
  const titles = chance.of([['طرفین قرارداد', 'موضوع و مشخصات مورد اجاره', 'مدت اجاره', 'اجاره‌بها و نحوه پرداخت'], ['متعاقدین', 'مورد اجاره', 'مدت', 'مال‌الاجاره و ودیعه']]);
  const body = ['parties', 'estate', 'term', 'price'].map((part, i) => head(i + 1, titles[i]) + tell(chance.of(articles[part]), paper, style, extra).body);
  const others = chance.some(rest, chance.between(2, 6)).map((one, i) => `<p>${inDigits(i + 1, style.digits)}- ${spelled(one, style)}</p>`).join('');
  return `${tracking(chance, paper, style)}${body.join('')}${head(5, 'شرایط و تعهدات')}${others}`;
}

function tracking(chance, paper, style) {
  if (!paper.fields.tracking_code) return '';
  const label = `<span class="l" data-l="tracking_code">${spelled(chance.of(['کد رهگیری', 'کد رهگیری قرارداد', 'شماره رهگیری']), style)}</span>`;
  return `<p style="text-align:${chance.of(['left', 'center', 'right'])}">${label}: ${valueHtml('tracking_code', paper.fields.tracking_code, style)}</p>`;
}

/** Sections of a lease whose heading alone says whose name and code stand below it. */
export function leaseForm(chance, paper, style, layout, rows) {
  const bare = (row) => ({ ...row, label: spelled(/name/.test(row.key) ? 'نام و نام خانوادگی / نام شرکت' : 'کد ملی / شناسه ملی', style) });
  const of = (keys) => rows.filter((row) => keys.includes(row.key));
  const person = (key) => {
    const who = paper[key];
    const plain = (word, value) => ({ key: `other_${key}`, label: spelled(word, style), value: spelled(value, style) });
    const more = who.company ? [] : [plain('نام پدر', who.father), plain('شماره شناسنامه', who.certificate)];
    const [name, ...codes] = of([`${key}_name`, `${key}_national_code`]).map(bare);
    return [name, ...(chance.in(0.6) ? more : []), ...codes];
  };
  const sections = [['موجر', person('landlord')], ['مستأجر', person('tenant')], ['مورد اجاره', of(['address', 'postal_code', 'area'])], ['مدت و مبلغ قرارداد', of(['start_date', 'end_date', 'rent_amount', 'deposit_amount', 'tracking_code'])]];
  return form(layout, sections.map(([title, some]) => ({ title: spelled(title, style), rows: some, needed: true })), style, chance);
}
