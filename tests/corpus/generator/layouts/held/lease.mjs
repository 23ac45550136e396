// SPDX-License-Identifier: GPL-3.0-or-later
// Leases of the part `held`: contracts in numbered articles, and the forms that brokers fill in.
import { grouped } from '../../../demonstration/identifiers.mjs';
import { inDigits } from '../../printing.mjs';
import { spelled } from '../../look.mjs';
import { things } from '../../people.mjs';
import { rowsOf } from '../values.mjs';
import { blocks } from './blocks.mjs';
import { heading, letterhead, signatures } from './letterhead.mjs';
import { told } from './sentences.mjs';

const person = (who) => `{t:${who}} {${who}_name}[ فرزند {f:${who}}] به {n:${who}} {${who}_national_code}`;

/** Each choice is one contract's way of saying it: clauses of an article. */
const articles = [
  ['طرفین قرارداد', [[`موجر: ${person('landlord')}`, `مستأجر: ${person('tenant')}`], [`{t:landlord} {landlord_name} ({n:landlord}: {landlord_national_code}) مالک منافع، که در این قرارداد موجر نامیده می‌شود.`, `{t:tenant} {tenant_name} ({n:tenant}: {tenant_national_code}) که در این قرارداد مستأجر نامیده می‌شود.`]]],
  ['مورد اجاره', [['منافع شش‌دانگ {estate} واقع در {address}، کدپستی {postal_code}، به مساحت تقریبی {area} مترمربع، با کلیه توابع و لواحق.', 'مستأجر مورد اجاره را رؤیت کرده و برای {use} اجاره می‌کند.'], ['{estate} به مساحت {area} مترمربع به نشانی: {address}؛ کد پستی: {postal_code}؛ دارای آب، برق و گاز.']]],
  ['مدت اجاره', [['مدت اجاره {years} سال تمام شمسی است که از تاریخ {start_date} آغاز و در تاریخ {end_date} به پایان می‌رسد.'], ['از {start_date} الی {end_date}. تمدید آن منوط به توافق کتبی طرفین است.']]],
  ['اجاره‌بها و نحوه پرداخت', [['اجاره‌بهای هر ماه مبلغ {rent_amount} است که مستأجر باید حداکثر تا پنجم همان ماه بپردازد.', 'مبلغ {deposit_amount} به عنوان ودیعه (قرض‌الحسنه) هنگام امضای قرارداد به موجر پرداخت شد و در پایان مدت مسترد می‌شود.'], ['اجاره‌بها از قرار ماهیانه {rent_amount} که جمع آن برای تمام مدت {sum} ریال می‌شود، در اول هر ماه به حساب موجر واریز خواهد شد.', 'ودیعه: مستأجر مبلغ {deposit_amount} طی یک فقره چک بانکی به موجر تسلیم کرد.']]],
];

const others = [
  ['تسلیم مورد اجاره', 'موجر مکلف است مورد اجاره را در تاریخ شروع با تمام توابع به مستأجر تسلیم کند.'], ['انتقال به غیر', 'مستأجر حق انتقال مورد اجاره را کلاً یا جزئاً به هر صورت به دیگری ندارد.'], ['هزینه‌ها', 'بهای مصرف آب و برق و گاز و تلفن و شارژ ساختمان با مستأجر است.'],
  ['تعمیرات', 'تعمیرات اساسی با موجر و هزینه‌های مربوط به استفاده بهتر با مستأجر است.'], ['تخلیه', 'مستأجر باید در پایان مدت بدون نیاز به اخطار، محل را تخلیه کند و روزانه برای هر روز تأخیر خسارت بپردازد.'], ['فسخ', 'در صورت تخلف هر یک از طرفین از مفاد قرارداد، طرف دیگر حق فسخ خواهد داشت.'],
  ['حق کسب و پیشه', 'موجر هیچ‌گونه حق سرقفلی و حق کسب و پیشه از مستأجر دریافت نکرده است.'], ['مالیات', 'مالیات اجاره با موجر و مالیات شغلی با مستأجر است.'], ['استرداد ودیعه', 'ودیعه پس از تخلیه و تسویه قبوض و در برابر رسید بازگردانده می‌شود.'],
  ['داوری', 'در صورت بروز اختلاف، نظر داور مرضی‌الطرفین معتبر است.'], ['کمیسیون', 'حق‌الزحمه مشاور املاک طبق تعرفه و به طور مساوی پرداخت شد.'], ['نسخه‌ها', 'این قرارداد در دو نسخه تنظیم، امضا و مبادله شد که هر نسخه اعتبار واحد دارد.'],
];

const titles = ['قرارداد اجاره', 'اجاره‌نامه املاک تجاری و اداری', 'قرارداد اجاره محل کار', 'قرارداد اجاره واحد اداری'];
export const leaseOffice = { org: 'مشاور املاک', units: ['عضو اتحادیه صنف مشاوران املاک', 'دارای پروانه کسب', ''], stamp: ['مشاور املاک', 'ثبت قرارداد'] };

function wordsOf(chance, paper, style) {
  const words = { estate: chance.of(things.estates), use: chance.of(things.uses), years: paper.years, sum: grouped(Number(paper.fields.rent_amount.value) * 12 * paper.years, style.separator || '') };
  for (const who of ['landlord', 'tenant']) {
    words[`t:${who}`] = paper[who].title;
    words[`n:${who}`] = paper[who].company ? 'شناسه ملی' : chance.of(['شماره ملی', 'کد ملی']);
    if (paper[who].father && chance.in(0.6)) words[`f:${who}`] = paper[who].father;
  }
  return words;
}

/** Articles with clauses; what no clause says stands in a line above them. */
export function contract(chance, paper, style, wrap) {
  const say = (text) => spelled(text, style);
  const words = wordsOf(chance, paper, style);
  const mark = chance.of([(n) => `ماده ${n}:`, (n) => `ماده ${n} -`, (n) => `ماده ${n})`]);
  const clause = chance.of([(n, i) => `${n}-${i}-`, (n, i) => `بند ${i}:`, () => '']);
  const inline = chance.in(0.6);
  let number = 0;
  const used = new Set();
  const article = (title, clauses) => {
    ++number;
    const lines = clauses.map((text, i) => {
      const one = told(text, paper, { ...style, cells: false }, words);
      one.used.forEach((key) => used.add(key));
      const before = clauses.length > 1 ? clause(number, i + 1) : '';
      return `<p>${before ? `${spelled(before, style)} ` : ''}${one.html}</p>`;
    });
    const name = `<b>${say(mark(number))} ${say(title)}</b>`;
    return `<div class="art">${inline && lines.length === 1 ? lines[0].replace('<p>', `<p>${name}${say('؛')} `) : name + lines.join('')}</div>`;
  };
  // A sum in rials beside a rent in toman would contradict it.
  const choices = articles.map(([title, ways]) => [title, chance.of(style.toman || !style.separator ? ways.filter((way) => !way.join('').includes('{sum}')) : ways)]);
  const first = choices.map(([title, clauses]) => article(title, clauses));
  const many = chance.in(0.35);
  const more = chance.some(others, many ? 12 : chance.between(4, 6)).map(([title, text]) => article(title, [text]));
  const rest = Object.keys(paper.fields).filter((key) => !used.has(key));
  const rows = rowsOf(chance, paper, style, rest);
  const top = letterhead(chance, style, leaseOffice.org, chance.of(leaseOffice.units), { state: false }) + heading(chance, style, chance.of(titles)) + (rows.length ? blocks[chance.of(['boxes', 'blanks'])]([{ caption: '', rows }], style) : '');
  const end = signatures(chance, style, chance.in(0.5) ? ['موجر', 'مستأجر', 'شاهد'] : ['امضای موجر', 'امضای مستأجر', 'مشاور املاک']);
  if (!many) return [wrap(top + first.join('') + more.join('') + end, true)];
  return [wrap(top + first.join('') + more.slice(0, 2).join(''), false), wrap(more.slice(2).join('') + end, true)];
}

const groupsOf = (rows, style) => [['موجر', /^landlord/], ['مستأجر', /^tenant/], ['مورد اجاره', /^(address|postal|area)/], ['مدت و مبلغ', /./]].map(([caption, some], i, all) => ({ caption: spelled(caption, style), rows: rows.filter((row) => some.test(row.key) && !all.slice(0, i).some(([, before]) => before.test(row.key))) }));

/** A form filled in by the broker. */
export function filledForm(chance, paper, style, wrap, kind) {
  const rows = rowsOf(chance, paper, style, Object.keys(paper.fields));
  const groups = groupsOf(rows, style);
  const conditions = chance.some(others, chance.between(2, 4)).map(([, text], i) => `<p>${inDigits(i + 1, style.digits)}) ${spelled(text, style)}</p>`).join('');
  const body = kind === 'halves' ? blocks.halves(groups.slice(0, 2), style) + blocks.pairs(groups.slice(2), style) : blocks[kind](groups, style, { room: 2, captions: true });
  return [wrap(letterhead(chance, style, leaseOffice.org, chance.of(leaseOffice.units), { state: false }) + heading(chance, style, chance.of(titles)) + body + `<h2>${spelled('شروط قرارداد', style)}</h2><div class="art small">${conditions}</div>` + signatures(chance, style, ['موجر', 'مستأجر', 'مشاور املاک']), true)];
}
export const leaseForms = [['ledger', 2], ['blanks', 3], ['halves', 2], ['columns', 2], ['boxes', 2], ['stripes', 2], ['panels', 2]];
