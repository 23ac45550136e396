// SPDX-License-Identifier: GPL-3.0-or-later
// Papers with rows in the part `held`: the monthly insurance list and the invoice.
import { amountPrinting, inDigits } from '../../printing.mjs';
import { printed, spelled } from '../../look.mjs';
import { printedLabel } from '../../wordings.mjs';
import { familyFirst, field } from '../page.mjs';
import { rowsOf } from '../values.mjs';
import { blocks } from './blocks.mjs';
import { heading, letterhead, signatures } from './letterhead.mjs';

export const rowStyles = (style) => `
  .rw { line-height: 1.45; font-size: ${(0.8 * Math.min(1, 12.4 / style.size)).toFixed(2)}em } .rw th { font-weight: ${style.bold ? 'bold' : 'normal'}; padding: .6mm 1mm } .rw td { padding: .6mm 1.2mm } .rw .t { text-align: right } .rw .end td { font-weight: bold; background: #f2f2f2 }
  .rw.thin th { background: #f7f3e6 } .rw.thin th, .rw.thin td { border-width: .15mm; border-color: #999 } .rw.thick { border: .6mm solid #222 } .rw.bare th { border-width: .4mm 0; border-color: ${style.accent} } .rw.bare td { border-width: 0 } .rw.bare tr:nth-child(odd) td { background: #f4f4f4 }
  .pair { display: flex; gap: 4mm; align-items: flex-start } .pair > * { flex: 1 } .cut { width: 58%; margin-right: auto } .cut td:first-child { text-align: right } .cut td:last-child { text-align: left }`;

const number = (value, style) => `<span dir="ltr">${inDigits(value, style.digits)}</span>`;
const money = (value, style) => `<span dir="ltr">${inDigits(amountPrinting(value, style.separator), style.digits)}</span>`;
const head = (column) => (column.key ? `<span data-l="${column.key}">${column.label}</span>` : column.label);

/** Columns with the same `over` stand under one head. */
function heads(columns) {
  if (!columns.some(({ over }) => over)) return `<tr>${columns.map((one) => `<th>${head(one)}</th>`).join('')}</tr>`;
  const upper = [];
  for (const one of columns) {
    if (one.over && upper.at(-1)?.over === one.over) ++upper.at(-1).span;
    else upper.push({ over: one.over, span: 1, one });
  }
  return `<tr>${upper.map(({ over, span, one }) => (over ? `<th colspan="${span}">${over}</th>` : `<th rowspan="2">${head(one)}</th>`)).join('')}</tr><tr>${columns.filter(({ over }) => over).map((one) => `<th>${head(one)}</th>`).join('')}</tr>`;
}

const table = (columns, from, to, kind, foot = '') =>
  `<table class="rw ${kind}">${heads(columns)}${Array.from({ length: to - from }, (_, i) => `<tr>${columns.map((one) => `<td class="${one.text ? 't' : ''}">${one.cell(from + i)}</td>`).join('')}</tr>`).join('')}${foot}</table>`;

function insuranceColumns(chance, paper, style, grouped) {
  const say = (text) => spelled(text, style);
  const who = grouped ? say('مشخصات بیمه‌شده') : '';
  const work = grouped ? say('کارکرد و دستمزد') : '';
  const of = (key, over) => ({ over, key: `emp{row}_${key}`, label: say(printedLabel(chance, 'insurance', `emp1_${key}`, style.split)), cell: (i) => field(`emp${i + 1}_${key}`, { ...printed(paper.fields[`emp${i + 1}_${key}`], style), cells: undefined }) });
  const words = printedLabel(chance, 'insurance', 'emp1_name', style.split);
  const shown = (one) => (familyFirst(words, { who: one }) ? `${one.family} ${one.first}` : one.name);
  const part = (title, member) => ({ over: who, key: 'emp{row}_name', label: say(title), text: true, cell: (i) => field(`emp${i + 1}_name`, { text: say(paper.employees[i].who[member]) }) });
  const whole = { over: who, key: 'emp{row}_name', label: say(words), text: true, cell: (i) => field(`emp${i + 1}_name`, { text: say(shown(paper.employees[i].who)) }) };
  const other = (title, cell, over, text) => ({ over, text, label: say(title), cell, extra: true });
  const names = chance.in(0.28) ? [part('نام', 'first'), part('نام خانوادگی', 'family')] : [whole];
  const numbers = [of('national_code', who), { ...other('شماره بیمه', (i) => number(paper.employees[i].number, style), who), extra: false }];
  const list = [other('ردیف', (i) => number(i + 1, style), ''), ...(chance.in(0.3) ? [...numbers.reverse(), ...names] : [...names, ...numbers])];
  if (chance.in(0.35)) list.push(other('شغل', (i) => say(paper.employees[i].job), who, true));
  list.push(of('days', work));
  if (chance.in(0.4)) list.push(other('دستمزد روزانه', (i) => money(Math.round(paper.employees[i].wage / paper.employees[i].days), style), work));
  list.push(of('wage', work));
  if (chance.in(0.3)) list.push(other('سهم بیمه‌شده', (i) => money(Math.round(paper.employees[i].wage * 0.07), style), work));
  return list.length > 8 ? list.filter((one, i) => i === 0 || !one.extra) : list;
}

const totals = ['staff_count', 'total_days', 'total_wage', 'total_premium'];
const lists = ['لیست حقوق و دستمزد و حق بیمه کارکنان', 'صورت دستمزد، حقوق و مزایای ماهانه', 'لیست بیمه ماهانه', 'صورت مزد یا حقوق و مزایا'];

/** The last line of the list: sums under their columns, «جمع» before them. */
function sumLine(columns, paper, style) {
  const at = columns.findIndex(({ key }) => key === 'emp{row}_days');
  const word = `<span data-l="total_days"><span data-l="total_wage">${spelled('جمع', style)}</span></span>`;
  const below = { 'emp{row}_days': 'total_days', 'emp{row}_wage': 'total_wage' };
  return `<tr class="end"><td colspan="${at}">${word}</td>${columns.slice(at).map(({ key }) => `<td>${below[key] ? field(below[key], printed(paper.fields[below[key]], style)) : ''}</td>`).join('')}</tr>`;
}

export const listForms = [['boxes', 2], ['pairs', 3], ['blanks', 3], ['stripes', 3], ['halves', 2], ['columns', 2], ['panels', 2]];

export function insuranceList(chance, paper, style, wrap, kind) {
  const say = (text) => spelled(text, style);
  const rows = rowsOf(chance, paper, { ...style, split_name: false }, Object.keys(paper.fields).filter((key) => !totals.includes(key) && !/^emp\d/.test(key)));
  rows.push({ key: 'list_month', label: say(printedLabel(chance, 'insurance', 'list_month', style.split)), value: `${say(paper.month)} ${number(paper.year, style)}` });
  const list = rows.filter((row) => /^list/.test(row.key));
  const groups = [{ caption: say('کارگاه'), rows: rows.filter((row) => !list.includes(row)) }, { caption: say('لیست'), rows: list }];
  const top = letterhead(chance, style, 'سازمان تأمین اجتماعی', chance.of(['شعبه', 'معاونت فنی و درآمد', '']), { numbered: chance.in(0.4) }) + heading(chance, style, chance.of(lists));
  const intro = blocks[kind](groups, style, { captions: true });
  const columns = insuranceColumns(chance, paper, style, chance.in(0.45));
  const count = paper.employees.length;
  const below = chance.in(0.35);
  const sums = rowsOf(chance, paper, style, below ? ['staff_count', 'total_premium'] : totals);
  const sum = [{ caption: say(chance.of(['خلاصه لیست', 'جمع لیست', 'خلاصه پرداخت'])), rows: sums }];
  const tail = blocks[chance.weighted([['boxes', 3], ['ledger', 3], ['blanks', 2], ['columns', 2]])](sum, style, { room: 2 });
  const foot = below ? sumLine(columns, paper, style) : '';
  const look = chance.of(['thin', 'thick', 'bare']);
  const end = signatures(chance, style, chance.some(['نام و امضای کارفرما', 'مهر کارگاه', 'مسئول پذیرش لیست', 'تنظیم‌کننده'], chance.between(1, 3)));
  if (count <= 14) return [wrap(top + intro + table(columns, 0, count, look, foot) + tail + end, true)];
  const cut = chance.between(11, 15);
  return [wrap(top + intro + table(columns, 0, cut, look), false), wrap((chance.in(0.5) ? heading(chance, style, say('ادامه لیست')) : '') + table(columns, cut, count, look, foot) + tail + end, true)];
}

function invoiceColumns(chance, paper, style) {
  const say = (text) => spelled(text, style);
  const unit = chance.in(0.4) ? say(' (ریال)') : '';
  const of = (key, text) => ({ key: `item{row}_${key}`, text, label: say(printedLabel(chance, 'invoice', `item1_${key}`, style.split)) + (['price', 'total'].includes(key) ? unit : ''), cell: (i) => field(`item${i + 1}_${key}`, printed(paper.fields[`item${i + 1}_${key}`], style)) });
  const order = chance.of([['name', 'serial', 'qty', 'price', 'total'], ['serial', 'name', 'qty', 'price', 'total'], ['name', 'qty', 'price', 'total', 'serial']]);
  const list = [{ label: say(chance.of(['ردیف', '#'])), cell: (i) => number(i + 1, style) }, ...order.map((key) => of(key, key === 'name'))];
  if (chance.in(0.3)) list.splice(list.findIndex(({ key }) => key === 'item{row}_qty') + 1, 0, { label: say('واحد'), cell: () => say('عدد') });
  return list;
}

export const invoiceForms = [['ledger', 3], ['boxes', 3], ['blanks', 3], ['halves', 2], ['panels', 2]];

export function invoice(chance, paper, style, wrap, kind) {
  const say = (text) => spelled(text, style);
  const known = (keys) => keys.filter((key) => key in paper.fields);
  const rows = (keys) => rowsOf(chance, paper, { ...style, split_name: false }, known(keys));
  const seller = { caption: say('فروشنده'), rows: rows(['seller_name', 'seller_national_code']) };
  const buyer = { caption: say('خریدار'), rows: rows(['buyer_name', 'buyer_national_code', 'economic_code', 'postal_code', 'address']) };
  const own = rows(['invoice_no', 'invoice_date']);
  const corner = `<div class="lh rule"><div>${say(paper.fields.seller_name.value)}</div><div class="m"><h1>${say(chance.of(['صورتحساب فروش کالا', 'فاکتور', 'صورتحساب الکترونیکی فروش', 'فاکتور رسمی فروش']))}</h1></div><div class="e">${own.map((row) => `<span class="l" data-l="${row.key}">${row.label}</span>: ${row.value}`).join('<br>')}</div></div>`;
  const plain = letterhead(chance, style, paper.fields.seller_name.value, '', { numbered: false, state: false }) + heading(chance, style, chance.of(['فاکتور فروش کالا', 'صورت‌حساب'])) + blocks.boxes([{ caption: '', rows: own }], style);
  const parties = kind === 'halves' ? blocks.halves([seller, buyer], style, { apart: false }) : blocks[kind]([seller, buyer], style, { room: 2 });
  const columns = invoiceColumns(chance, paper, style);
  const sums = rowsOf(chance, paper, style, ['vat_amount', 'total_amount']).map((row) => [`<span data-l="${row.key}">${row.label}</span>`, row.value]);
  if (chance.in(0.6)) sums.unshift([say('جمع'), money(paper.sum, style)]);
  const inTable = chance.in(0.5);
  const foot = inTable ? sums.map(([label, value]) => `<tr class="end"><td colspan="${columns.length - 2}">${label}</td><td colspan="2">${value}</td></tr>`).join('') : '';
  const tail = inTable ? '' : `<table class="cut">${sums.map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`).join('')}</table>`;
  const note = chance.in(0.5) ? `<p class="small">${say(chance.of(['کالای فروخته شده پس گرفته نمی‌شود مگر با ارائه همین برگ.', 'شرایط فروش: نقدی. گارانتی کالا طبق برگه همراه است.', 'اعتبار این برگ با مهر فروشگاه است.']))}</p>` : '';
  return [wrap((chance.in(0.55) ? corner : plain) + parties + table(columns, 0, paper.items.length, chance.of(['thin', 'thick', 'bare']), foot) + tail + note + signatures(chance, style, ['امضای فروشنده', 'امضای خریدار']), true)];
}
