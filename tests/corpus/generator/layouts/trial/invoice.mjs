// SPDX-License-Identifier: GPL-3.0-or-later
// Invoices of the part `trial`, as the programmes of several vendors print them.
import { inWords } from '../../printing.mjs';
import { printed, spelled } from '../../look.mjs';
import { trialLabel } from '../../wordings-trial.mjs';
import { field } from '../page.mjs';
import { rowsOf } from '../values.mjs';
import { form, l } from './forms.mjs';
import { money, number, table } from './tables.mjs';

export const invoiceShares = [['vendor', 4], ['official', 3], ['beneath', 2], ['swapped', 2], ['slip', 2]];

const lineOf = (rows, mark) => rows.map((row) => `${l(row, ':')} ${row.value}`).join(mark);
const sumsTable = (rows) => `<table class="sums">${rows.map((row) => `<tr><th>${l(row)}</th><td>${row.value}</td></tr>`).join('')}</table>`;

function columnsOf(chance, paper, style) {
  const say = (text) => spelled(text, style);
  const unit = chance.in(0.4) ? say(' (ریال)') : '';
  const labelled = (key) => say(trialLabel(chance, 'invoice', `item1_${key}`));
  const of = (key, label = labelled(key)) => ({ key: `item{row}_${key}`, label: ['price', 'total'].includes(key) && !/\(/.test(label) ? label + unit : label, text: key === 'name', cell: (i) => field(`item${i + 1}_${key}`, printed(paper.fields[`item${i + 1}_${key}`], style)) });
  const each = (words, part) => ({ label: say(chance.of(words)), cell: (i) => money(paper.items[i].total * part, style) });
  return {
    row: { label: say(chance.of(['ردیف', 'ر'])), cell: (i) => number(i + 1, style) }, name: of('name'), qty: of('qty'), serial: of('serial'), price: of('price'), total: of('total'),
    unit: { label: say('واحد'), cell: () => say('عدد') }, off: { label: say('تخفیف'), cell: () => number(0, style) }, tax: each(['مالیات ۱۰٪', 'عوارض و مالیات'], 0.1), all: each(['جمع با مالیات', 'مبلغ با ارزش افزوده'], 1.1),
  };
}

/** The goods as their own vendor's programme has them. */
function goods(chance, paper, style, c) {
  const say = (text) => spelled(text, style);
  const count = paper.items.length;
  const kind = chance.of(['', 'zebra', 'rules']);
  if (style.layout === 'beneath') {
    const name = { label: `<span data-l="${c.name.key}">${c.name.label}</span> / <span data-l="${c.serial.key}">${c.serial.label}</span>`, text: true, cell: (i) => `${c.name.cell(i)}<small>${c.serial.label}: ${c.serial.cell(i)}</small>` };
    return table([c.row, name, c.qty, c.price, c.total], count, style, { kind });
  }
  if (style.layout === 'swapped') return table(chance.of([[c.total, c.price, c.qty, c.serial, c.name, c.row], [c.qty, c.name, c.serial, c.price, c.total], [c.serial, c.qty, c.unit, c.name, c.price, c.total, c.row]]), count, style, { kind });
  if (style.layout === 'official') {
    const group = say(chance.of(['مبلغ (ریال)', 'ارزش کالا']));
    const sums = [c.price, c.total, ...chance.of([[c.off], [c.tax, c.all], [c.off, c.tax, c.all]])].map((column) => ({ ...column, group }));
    return table([c.row, c.serial, c.name, c.qty, c.unit, ...sums], count, style, { counted: chance.in(0.4) });
  }
  return table(chance.of([[c.row, c.name, c.unit, c.qty, c.price, c.total, c.serial], [c.row, c.name, c.serial, c.qty, c.price, c.off, c.total], [c.row, c.serial, c.name, c.price, c.qty, c.total]]), count, style, { kind });
}

/** A strip of a till: each article on three lines. */
function slip(paper, style, c, { top, seller, buyer, sums, title }) {
  const rows = (some) => some.map((row) => `<div class="r ${row.wide ? 'w' : ''}"><span>${l(row, ':')}</span><span>${row.value}</span></div>`).join('');
  const head = (column) => `<span data-l="${column.key}">${column.label}</span>`;
  const items = paper.items.map((_, i) => `<tr><td colspan="3" style="text-align:right">${c.row.cell(i)}. ${c.name.cell(i)}</td></tr><tr><td colspan="3" style="text-align:right">${head(c.serial)}: ${c.serial.cell(i)}</td></tr><tr class="u"><td>${c.qty.cell(i)}</td><td>${c.price.cell(i)}</td><td>${c.total.cell(i)}</td></tr>`).join('');
  return `<div class="strip"><h1>${title}</h1>${rows(seller)}${rows(top)}<h2>${spelled('خریدار', style)}</h2>${rows(buyer)}<h2></h2><table><tr><th colspan="3" style="text-align:right">${head(c.name)}</th></tr><tr class="u">${[c.qty, c.price, c.total].map((column) => `<th>${head(column)}</th>`).join('')}</tr>${items}</table>${rows(sums)}<p style="text-align:center">${spelled('از خرید شما سپاسگزاریم', style)}</p></div>`;
}

export function invoiceBody(chance, paper, style, { title, end }) {
  const say = (text) => spelled(text, style);
  const plain = { ...style, split_name: false, cells: false };
  const take = (keys) => rowsOf(chance, paper, plain, keys.filter((key) => key in paper.fields));
  const top = take(chance.of([['invoice_no', 'invoice_date'], ['invoice_date', 'invoice_no']]));
  const seller = take(['seller_name', 'seller_national_code']);
  const buyer = take(chance.of([['buyer_name', 'buyer_national_code', 'economic_code', 'postal_code', 'address'], ['buyer_name', 'economic_code', 'address', 'postal_code', 'buyer_national_code']]));
  const sum = { key: 'sum', label: say(chance.of(['جمع فاکتور', 'جمع اقلام', 'جمع جزء'])), value: money(paper.sum, style) };
  const sums = [...(chance.in(0.7) ? [sum] : []), ...take(['vat_amount', 'total_amount'])];
  const c = columnsOf(chance, paper, style);
  if (style.layout === 'slip') return slip(paper, style, c, { top, seller, buyer, sums, title });
  const words = chance.in(0.4) ? `<p>${say(`به حروف: ${inWords(Number(paper.fields.total_amount.value))} ریال`)}</p>` : '';
  const list = goods(chance, paper, style, c);
  const note = `<p class="small">${say(chance.of(['نحوه تسویه: نقد / چک', 'ارسال رایگان – گارانتی ۱۸ ماهه', 'مهلت مرجوعی ۷ روز است.']))}</p>`;
  const parties = [{ title: say('فروشنده'), rows: seller }, { title: say('خریدار'), rows: buyer }];
  if (style.layout === 'official') return `<h1>${title}</h1><p style="text-align:left">${lineOf(top, ' &emsp; ')}</p>${form(chance.of(['spine', 'stack', 'pairs']), parties, plain, chance)}${list}${sumsTable(sums)}${words}${end}`;
  const mark = chance.of([' - ', ' | ', ' &emsp; ', '، ']);
  const head = `<div class="vendor"><div>${lineOf(seller, '<br>')}</div><h1>${title}</h1><div class="no">${lineOf(top, '<br>')}</div></div>`;
  const to = chance.in(0.5) ? `<div class="lot"><b>${say('مشخصات خریدار')}</b>${lineOf(buyer, mark)}</div>` : form(chance.of(['pairs', 'portal', 'fold']), parties.slice(1), plain, chance);
  return `${head}${to}${list}${sumsTable(sums)}${words}${note}${end}`;
}
