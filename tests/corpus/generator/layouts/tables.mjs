// SPDX-License-Identifier: GPL-3.0-or-later
// Papers with rows: the monthly insurance list and the invoice.
import { amountPrinting, inDigits } from '../printing.mjs';
import { printed, spelled } from '../look.mjs';
import { printedLabel } from '../wordings.mjs';
import { familyFirst, field } from './page.mjs';
import { record } from './records.mjs';

export const tableStyles = (style) => `
  .rows { line-height: 1.5; font-size: ${(0.82 * Math.min(1, 12.4 / style.size)).toFixed(2)}em } .rows th { background: ${style.split === 'tune' ? '#eee' : '#d9e2ec'} } .rows td.t { text-align: ${style.split === 'tune' ? 'center' : 'right'} }
  .open th { border-width: .5mm 0 .3mm } .open td { border-width: 0 0 .2mm; border-color: #999 } .totals { width: 62% ; margin-right: 0 } .totals td { text-align: right }`;

const number = (value, style) => `<span dir="ltr">${inDigits(value, style.digits)}</span>`;
const money = (value, style) => `<span dir="ltr">${inDigits(amountPrinting(value, style.separator), style.digits)}</span>`;

function table(columns, count, style, { first = 0, foot = '' }) {
  const open = style.layout === 'dotted' || style.layout === 'two';
  const body = Array.from({ length: count }, (_, i) => `<tr>${columns.map((column) => `<td class="${column.text ? 't' : ''}">${column.cell(first + i)}</td>`).join('')}</tr>`).join('');
  return `<table class="rows ${open ? 'open' : ''}"><tr>${columns.map((column) => `<th>${column.key ? `<span data-l="${column.key}">${column.label}</span>` : column.label}</th>`).join('')}</tr>${body}${foot}</table>`;
}

/** Columns of the list, in the order of this paper; what is no field stands between them as in real lists. */
function insuranceColumns(chance, paper, style) {
  const label = (key) => spelled(printedLabel(chance, 'insurance', key, style.split), style);
  const of = (key) => ({ key: `emp{row}_${key}`, label: label(`emp1_${key}`), cell: (i) => field(`emp${i + 1}_${key}`, { ...printed(paper.fields[`emp${i + 1}_${key}`], style), cells: undefined }) });
  const name = () => {
    const words = printedLabel(chance, 'insurance', 'emp1_name', style.split);
    const shown = ({ who }) => (familyFirst(words, { who }) ? `${who.family} ${who.first}` : who.name);
    return { key: 'emp{row}_name', label: spelled(words, style), text: true, cell: (i) => field(`emp${i + 1}_name`, { text: spelled(shown(paper.employees[i]), style) }) };
  };
  const part = (title, member) => ({ key: 'emp{row}_name', label: spelled(title, style), text: true, cell: (i) => field(`emp${i + 1}_name`, { text: spelled(paper.employees[i].who[member], style) }) });
  const other = (title, cell, text) => ({ label: spelled(title, style), text, cell });
  const names = chance.in(style.split === 'tune' ? 0.22 : 0.35) ? [part('نام', 'first'), part('نام خانوادگی', 'family')] : [name()];
  const list = [...names];
  if (chance.in(0.3) && names.length === 1) list.push(other('نام پدر', (i) => spelled(paper.employees[i].who.father, style), true));
  list.push(...(chance.in(0.5) ? [of('national_code'), other('شماره بیمه', (i) => number(paper.employees[i].number, style))] : [other('شماره بیمه', (i) => number(paper.employees[i].number, style)), of('national_code')]));
  if (chance.in(0.3)) list.push(other('شغل', (i) => spelled(paper.employees[i].job, style), true));
  list.push(of('days'));
  if (chance.in(0.3)) list.push(other('دستمزد روزانه', (i) => money(Math.round(paper.employees[i].wage / paper.employees[i].days), style)));
  list.push(of('wage'));
  if (chance.in(0.35)) list.push(other('حق بیمه سهم کارگر', (i) => money(Math.round(paper.employees[i].wage * 0.07), style)));
  if (style.split === 'report' && chance.in(0.3)) list.unshift(list.splice(list.findIndex((one) => one.key === 'emp{row}_national_code'), 1)[0]);
  list.unshift(other('ردیف', (i) => number(i + 1, style)));
  return list.length > 8 ? list.filter((one) => one.key || one.label === spelled('ردیف', style) || one.label === spelled('شماره بیمه', style)) : list;
}

const totals = ['staff_count', 'total_days', 'total_wage', 'total_premium'];

export function insuranceSheets(chance, paper, style, { title, wrap, rowsOf, end }) {
  const topKeys = Object.keys(paper.fields).filter((key) => !totals.includes(key) && !key.startsWith('emp') || key === 'employer_name');
  const top = rowsOf(chance, paper, { ...style, split_name: false }, topKeys);
  top.push({ key: 'list_month', label: spelled('لیست ماه', style), value: `${paper.month} <span dir="ltr">${inDigits(paper.year, style.digits)}</span>` });
  style.captions = ['مشخصات کارگاه', 'مشخصات لیست'].map((one) => spelled(one, style));
  const intro = record(['heads', 'prose', 'dotted'].includes(style.layout) ? 'two' : style.layout, top, style);
  const sums = rowsOf(chance, paper, style, totals);
  const columns = insuranceColumns(chance, paper, style);
  const count = paper.employees.length;
  const tail = chance.in(0.4) ? `<table class="totals">${sums.map((row) => `<tr><td><span data-l="${row.key}">${row.label}</span></td><td>${row.value}</td></tr>`).join('')}</table>` : chance.in(0.5) ? record('heads', sums, style) : `<p>${sums.map((row) => `<span data-l="${row.key}">${row.label}</span>: ${row.value}`).join('، ')}.</p>`;
  if (count <= 15) return [wrap(title + intro + table(columns, count, style, {}) + tail + end, true)];
  const firstCount = chance.between(12, 16);
  return [wrap(title + intro + table(columns, firstCount, style, {}), false), wrap((chance.in(0.5) ? title : '') + table(columns, count - firstCount, style, { first: firstCount }) + tail + end, true)];
}

function invoiceColumns(chance, paper, style) {
  const unit = chance.in(0.4) ? spelled(' (ریال)', style) : '';
  const of = (key, text) => ({ key: `item{row}_${key}`, label: spelled(printedLabel(chance, 'invoice', `item1_${key}`, style.split), style) + (['price', 'total'].includes(key) ? unit : ''), text, cell: (i) => field(`item${i + 1}_${key}`, printed(paper.fields[`item${i + 1}_${key}`], style)) });
  const row = { label: spelled('ردیف', style), cell: (i) => number(i + 1, style) };
  const parts = style.split === 'tune' ? ['name', 'qty', 'serial', 'price', 'total'] : chance.in(0.5) ? ['name', 'serial', 'qty', 'price', 'total'] : ['serial', 'name', 'qty', 'price', 'total'];
  return [row, ...parts.map((key) => of(key, key === 'name'))];
}

export function invoiceBody(chance, paper, style, { rowsOf }) {
  const keys = (names) => names.filter((key) => key in paper.fields);
  const plain = { ...style, split_name: false };
  const numberRows = rowsOf(chance, paper, plain, ['invoice_no', 'invoice_date']);
  const seller = rowsOf(chance, paper, plain, ['seller_name', 'seller_national_code']);
  const buyer = rowsOf(chance, paper, plain, keys(['buyer_name', 'buyer_national_code', 'economic_code', 'postal_code', 'address']));
  const box = (title, rows) => `<fieldset><legend>${spelled(title, style)}</legend><div class="row">${rows.map((row) => `<div><span class="l" data-l="${row.key}">${row.label}</span>: ${row.value}</div>`).join('')}</div></fieldset>`;
  const bar = (title, rows) => `<div class="bar"><h2>${spelled(title, style)}</h2><div class="two">${rows.map((row) => `<div class="${row.wide ? 'w' : ''}"><span class="l" data-l="${row.key}">${row.label}</span>: ${row.value}</div>`).join('')}</div></div>`;
  const part = style.split === 'tune' ? box : bar;
  const sums = rowsOf(chance, paper, style, ['vat_amount', 'total_amount']);
  const before = `<tr><td>${spelled('جمع مبلغ کالاها', style)}</td><td>${money(paper.sum, style)}</td></tr>`;
  return record('two', numberRows, { ...plain, split: 'tune' }) + part('مشخصات فروشنده', seller) + part('مشخصات خریدار', buyer) + table(invoiceColumns(chance, paper, style), paper.items.length, style, {}) +
    `<table class="totals">${chance.in(0.4) ? before : ''}${sums.map((row) => `<tr><td><span data-l="${row.key}">${row.label}</span></td><td>${row.value}</td></tr>`).join('')}</table>`;
}
