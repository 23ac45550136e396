// SPDX-License-Identifier: GPL-3.0-or-later
// Leases of the part `trial`: contracts in articles, parties in columns, sections whose title says whose name it is.
import { spelled } from '../../look.mjs';
import { things } from '../../people.mjs';
import { inDigits } from '../../printing.mjs';
import { valueHtml } from '../values.mjs';
import { tell } from '../study/sentences.mjs';
import { form } from './forms.mjs';

const articles = {
  parties: [
    ['۱-۱- موجر: {t:landlord} {landlord_name}{f:landlord} به {c:landlord} {landlord_national_code} که در این قرارداد «موجر» نامیده می‌شود.', '۱-۲- مستأجر: {t:tenant} {tenant_name}{f:tenant} به {c:tenant} {tenant_national_code} که در این قرارداد «مستأجر» نامیده می‌شود.'],
    ['این قرارداد بین {t:landlord} {landlord_name}{f:landlord}، {c:landlord} {landlord_national_code}، به عنوان مالک و موجر از یک طرف و {t:tenant} {tenant_name}{f:tenant}، {c:tenant} {tenant_national_code}، به عنوان مستأجر از طرف دیگر به شرح آتی منعقد گردید.'],
    ['نام موجر: {t:landlord} {landlord_name} – {c:landlord}: {landlord_national_code}{f:landlord}', 'نام مستأجر: {t:tenant} {tenant_name} – {c:tenant}: {tenant_national_code}{f:tenant}'],
    ['{t:landlord} {landlord_name} دارنده {c:landlord} {landlord_national_code} مورد اجاره را با شرایط زیر به {t:tenant} {tenant_name} دارنده {c:tenant} {tenant_national_code} به اجاره واگذار نمود.'],
  ],
  estate: [
    ['عبارت است از {estate} به مساحت {area} واقع در {address} دارای کدپستی {postal_code} جهت استفاده {use}.'],
    ['منافع {estate}، نشانی: {address}، کدپستی: {postal_code}، مساحت: {area}، مورد استفاده: {use}، با جمیع توابع و لواحق شرعی و عرفی.'],
    ['{estate} با کدپستی {postal_code} و متراژ {area} که در {address} قرار دارد و مستأجر با رؤیت آن اقرار به تصرف نمود.'],
    ['مورد اجاره به منظور {use} و به آدرس {address} (کدپستی {postal_code}) بوده و متراژ آن طبق سند {area} است.'],
  ],
  term: [
    ['مدت قرارداد {years} سال تمام شمسی از تاریخ {start_date} تا تاریخ {end_date} تعیین گردید.'],
    ['از مورخه {start_date} شروع و در مورخه {end_date} خاتمه می‌یابد ({months} ماه).'],
    ['تاریخ شروع: {start_date}، تاریخ پایان: {end_date}، مدت: {months} ماه شمسی.'],
    ['مستأجر مکلف است مورد اجاره را که از {start_date} در اختیار دارد در {end_date} تخلیه و تحویل نماید.'],
  ],
  price: [
    ['اجاره‌بها ماهیانه مبلغ {rent_amount} است که مستأجر در پایان هر ماه پرداخت می‌نماید.', 'مبلغ {deposit_amount} نیز به عنوان ودیعه نزد موجر می‌ماند و در زمان تخلیه عیناً مسترد می‌گردد.'],
    ['مستأجر مبلغ {deposit_amount} به صورت قرض‌الحسنه به موجر پرداخت نمود و بابت هر ماه {rent_amount} اجاره خواهد پرداخت.'],
    ['ودیعه: {deposit_amount}', 'اجاره ماهانه: {rent_amount}'],
    ['مال‌الاجاره از قرار هر ماه {rent_amount} و رهن {deposit_amount} توافق شد که رهن طی یک فقره چک بانکی تسلیم گردید.'],
  ],
};
const titles = [['طرفین قرارداد', 'موضوع قرارداد', 'مدت قرارداد', 'مبلغ و نحوه پرداخت'], ['مشخصات طرفین', 'مشخصات مورد اجاره', 'مدت اجاره', 'اجاره‌بها و ودیعه'], ['طرفین', 'عین مستأجره', 'مدت', 'مبلغ']];
const rest = ['مستأجر حق واگذاری مورد اجاره به غیر را ندارد.', 'هزینه آب، برق، گاز و تلفن در مدت اجاره بر عهده مستأجر است.', 'تعمیرات اساسی با موجر و تعمیرات جزئی با مستأجر می‌باشد.', 'در صورت تأخیر در تخلیه، مستأجر روزانه معادل دو برابر اجاره روزانه خسارت می‌پردازد.', 'این قرارداد تابع قانون روابط موجر و مستأجر مصوب ۱۳۷۶ است.', 'فسخ قرارداد پیش از پایان مدت با اعلام کتبی یک‌ماهه ممکن است.', 'حق کسب و پیشه به مستأجر تعلق نمی‌گیرد.', 'اختلافات از طریق داور مرضی‌الطرفین حل و فصل می‌گردد.', 'مستأجر متعهد به رعایت مقررات آپارتمان‌نشینی است.'];
const ordinals = ['اول', 'دوم', 'سوم', 'چهارم', 'پنجم', 'ششم'];

const codeOf = (chance, who) => (who.company ? 'شناسه ملی' : chance.of(['کد ملی', 'شماره ملی']));

function tracking(chance, paper, style) {
  const one = paper.fields.tracking_code;
  if (!one) return '';
  const label = `<span class="l" data-l="tracking_code">${spelled(chance.of(['کد رهگیری', 'کد رهگیری قرارداد', 'شناسه رهگیری']), style)}</span>`;
  const value = valueHtml('tracking_code', one, style);
  return chance.in(0.5) ? `<table style="width:70mm;margin-right:auto"><tr><th>${label}</th><td>${value}</td></tr></table>` : `<p style="text-align:center">${label}: ${value}</p>`;
}

/** A contract in articles. */
export function leaseArticles(chance, paper, style) {
  const extra = { estate: chance.of(things.estates), use: chance.of(things.uses), years: String(paper.years), months: String(paper.years * 12) };
  const fathers = chance.in(0.6);
  for (const key of ['landlord', 'tenant']) {
    const who = paper[key];
    Object.assign(extra, { [`t:${key}`]: who.title, [`c:${key}`]: codeOf(chance, who), [`f:${key}`]: fathers && !who.company ? ` فرزند ${who.father} ش.ش ${who.certificate}` : '' });
  }
  const named = chance.of([(n) => `ماده ${n} - `, (n) => `ماده ${ordinals[n - 1]}: `, (n) => `ماده (${n}) `, (n) => `${n}. `]);
  const runIn = chance.in(0.4);
  const head = (n, title) => spelled(named(n) + title, style);
  const words = chance.of(titles);
  const told = ['parties', 'estate', 'term', 'price'].map((part, i) => {
    const { body } = tell(chance.of(articles[part]), paper, style, extra);
    return runIn ? body.replace('<p>', `<p><b>${head(i + 1, words[i])}:</b> `) : `<h2>${head(i + 1, words[i])}</h2>${body}`;
  });
  const others = chance.some(rest, chance.between(3, 7)).map((one, i) => `<p>${inDigits(`5-${i + 1}`, style.digits)}) ${spelled(one, style)}</p>`).join('');
  return `${tracking(chance, paper, style)}${told.join('')}<h2>${head(5, 'تعهدات و شروط')}</h2>${others}`;
}

const money = ['start_date', 'end_date', 'rent_amount', 'deposit_amount', 'tracking_code'];
const estate = ['address', 'postal_code', 'area'];

/** Sections of a lease: the titles alone say whose name and code stand below them. */
export function leaseSections(chance, paper, style, rows) {
  const bare = (row) => ({ ...row, label: spelled(/name/.test(row.key) ? 'نام/عنوان' : codeOf(chance, paper[row.key.split('_')[0]]), style) });
  const own = chance.in(0.5) ? bare : (row) => row;
  const of = (keys) => rows.filter((row) => keys.includes(row.key));
  const party = (key) => {
    const [name, code] = of([`${key}_name`, `${key}_national_code`]).map(own);
    const father = paper[key].company ? [] : [{ key: `other_${key}`, label: spelled('نام پدر', style), value: spelled(paper[key].father, style) }];
    return chance.in(0.5) ? [name, ...father, code] : [name, code];
  };
  return [['موجر', party('landlord')], ['مستأجر', party('tenant')], ['مورد اجاره', of(estate)], ['شرایط قرارداد', of(money)]].map(([title, some]) => ({ title: spelled(title, style), rows: some }));
}

/** The parties as columns of a table, what belongs to them as its rows. */
export function sideBySide(chance, paper, style, rows) {
  const say = (text) => spelled(text, style);
  const keys = ['landlord', 'tenant'];
  const cells = (member) => keys.map((key) => `<td>${valueHtml(`${key}_${member}`, paper.fields[`${key}_${member}`], { ...style, cells: false })}</td>`).join('');
  const both = (member, text) => keys.reduce((inner, key) => `<span data-l="${key}_${member}">${inner}</span>`, say(text));
  const other = (text, value) => `<tr><th>${say(text)}</th>${keys.map((key) => `<td>${paper[key].company ? '—' : say(value(paper[key]))}</td>`).join('')}</tr>`;
  const fathers = chance.in(0.7) ? other('نام پدر', (who) => who.father) + other('شماره شناسنامه', (who) => who.certificate) : '';
  const parties = `<table class="turned"><tr class="i"><th>${say('طرفین')}</th><th>${say(chance.of(['موجر', 'طرف اول (موجر)']))}</th><th>${say(chance.of(['مستأجر', 'طرف دوم (مستأجر)']))}</th></tr><tr><th>${both('name', chance.of(['نام و نام خانوادگی/شرکت', 'نام']))}</th>${cells('name')}</tr>${fathers}<tr><th>${both('national_code', chance.of(['کد ملی/شناسه ملی', 'شناسه/کد ملی']))}</th>${cells('national_code')}</tr></table>`;
  const some = (list) => rows(list.filter((key) => key in paper.fields));
  return parties + form(chance.of(['pairs', 'stack', 'fold', 'spine', 'notes']), [{ title: say('مورد اجاره'), rows: some(estate) }, { title: say('مدت و مبلغ'), rows: some(money) }], style, chance);
}
