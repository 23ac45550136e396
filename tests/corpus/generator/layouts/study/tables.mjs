// SPDX-License-Identifier: GPL-3.0-or-later
// Papers with rows of the part `study`: monthly lists of the insured and invoices.
import { amountPrinting, inDigits, inWords } from '../../printing.mjs';
import { printed, spelled } from '../../look.mjs';
import { studyLabel } from '../../wordings-study.mjs';
import { familyFirst, field } from '../page.mjs';
import { rowsOf } from '../values.mjs';
import { form } from './forms.mjs';

export const tableStyles = (style) => `
  .rows { line-height: 1.45; font-size: ${(0.78 * Math.min(1, 12.4 / style.size)).toFixed(2)}em } .rows th { font-weight: bold; padding: .6mm 1mm } .rows td { padding: .6mm 1mm } .rows .t { text-align: right } .shade tr:nth-child(odd) td { background: #f4f4f0 } .shade th { background: #d8d4c8 }
  .thin th, .thin td { border-width: 0 0 0 .2mm } .thin { border: .4mm solid #333 } .thin th { border-bottom: .4mm solid #333 } .party { border: .3mm solid #333; margin-top: -.3mm } .party h2 { text-align: center; background: #e3e3e3; margin: 0; color: #111 } .party .in { padding: 1mm 3mm; display: flex; flex-wrap: wrap; gap: 1mm 8mm }`;

const number = (value, style) => `<span dir="ltr">${inDigits(value, style.digits)}</span>`;
const money = (value, style) => `<span dir="ltr">${inDigits(amountPrinting(Math.round(value), style.separator), style.digits)}</span>`;
const head = (column, extra = '') => `<th${extra}>${column.key ? `<span data-l="${column.key}">${column.label}</span>` : column.label}</th>`;

/** A table whose head has one row, or two where columns share a `group`. */
function table(columns, count, kind, { first = 0, foot = '' } = {}) {
  const cells = Array.from({ length: count }, (_, i) => `<tr>${columns.map((column) => `<td class="${column.text ? 't' : ''}">${column.cell(first + i)}</td>`).join('')}</tr>`).join('');
  let heads = `<tr>${columns.map((column) => head(column)).join('')}</tr>`;
  if (columns.some((column) => column.group)) {
    const upper = columns.map((column, i) => {
      if (!column.group) return head(column, ' rowspan="2"');
      if (columns[i - 1]?.group === column.group) return '';
      let span = 1;
      while (columns[i + span]?.group === column.group) ++span;
      return `<th colspan="${span}">${column.group}</th>`;
    });
    heads = `<tr>${upper.join('')}</tr><tr>${columns.filter((column) => column.group).map((column) => head(column)).join('')}</tr>`;
  }
  return `<table class="rows ${kind}">${heads}${cells}${foot}</table>`;
}

function insuranceColumns(chance, paper, style) {
  const say = (text) => spelled(text, style);
  const people = paper.employees;
  const of = (key, extra = {}) => ({ key: `emp{row}_${key}`, label: say(studyLabel(chance, 'insurance', `emp1_${key}`)), cell: (i) => field(`emp${i + 1}_${key}`, { ...printed(paper.fields[`emp${i + 1}_${key}`], style), cells: undefined }), ...extra });
  const other = (label, cell, extra = {}) => ({ label: say(label), cell, ...extra });
  const part = (label, member) => ({ key: 'emp{row}_name', label: say(label), text: true, cell: (i) => field(`emp${i + 1}_name`, { text: say(people[i].who[member]) }) });
  const words = studyLabel(chance, 'insurance', 'emp1_name');
  const whole = { key: 'emp{row}_name', label: say(words), text: true, cell: (i) => field(`emp${i + 1}_name`, { text: say(familyFirst(words, people[i]) ? `${people[i].who.family} ${people[i].who.first}` : people[i].who.name) }) };
  const row = other('ردیف', (i) => number(i + 1, style));
  const insured = other(chance.of(['شماره بیمه', 'ش. بیمه', 'کد بیمه']), (i) => number(people[i].number, style));
  const names = chance.in(0.35) ? chance.of([[part('نام', 'first'), part('نام خانوادگی', 'family')], [part('نام خانوادگی', 'family'), part('نام', 'first')]]) : [whole];
  const daily = (extra) => other(chance.of(['دستمزد روزانه', 'مزد روزانه', 'روزانه']), (i) => money(people[i].wage / people[i].days, style), extra);
  const own = (extra) => other(chance.of(['سهم بیمه‌شده ۷٪', 'حق بیمه سهم کارگر', '۷٪']), (i) => money(people[i].wage * 0.07, style), extra);
  const order = chance.of([[row, insured, ...names, of('national_code')], [row, of('national_code'), ...names], [row, ...names, of('national_code'), insured], [...names, of('national_code'), row]]);
  if (chance.in(0.4)) order.push(other(chance.of(['شغل', 'عنوان شغلی']), (i) => say(people[i].job), { text: true }));
  if (chance.in(0.4)) {
    const group = say(chance.of(['دستمزد و مزایای مشمول (ریال)', 'حقوق و مزایا', 'مبالغ به ریال']));
    return [...order, of('days'), daily({ group }), of('wage', { group }), ...(chance.in(0.6) ? [own({ group })] : [])];
  }
  return [...order, of('days'), ...(chance.in(0.5) ? [daily()] : []), of('wage'), ...(chance.in(0.4) ? [own()] : [])];
}

const totals = ['staff_count', 'total_days', 'total_wage', 'total_premium'];

/** The sums of a list: in the last row of its table, as a form or in a sentence. */
function sumsOf(chance, paper, style, columns, how) {
  const rows = rowsOf(chance, paper, style, how === 'foot' ? totals.filter((key) => !['total_days', 'total_wage'].includes(key)) : totals);
  const foot = () => {
    const days = columns.findIndex(({ key }) => key === 'emp{row}_days');
    const sum = (key) => field(key, printed(paper.fields[key], style));
    return `<tr><th colspan="${days}"><span data-l="total_days">${spelled(chance.of(['جمع کل', 'جمع', 'جمع صفحه']), style)}</span></th>${columns.slice(days).map(({ key }) => `<td>${key === 'emp{row}_days' ? sum('total_days') : key === 'emp{row}_wage' ? sum('total_wage') : ''}</td>`).join('')}</tr>`;
  };
  const [l, v] = [(row) => `<span class="l" data-l="${row.key}">${row.label}</span>`, (row) => row.value];
  if (how === 'told') {
    const by = Object.fromEntries(rows.map((row) => [row.key, v(row)]));
    return { foot: '', after: `<p>${spelled('لیست حاضر شامل', style)} ${by.staff_count} ${spelled('نفر بیمه‌شده با مجموع', style)} ${by.total_days} ${spelled('روز کارکرد و جمع دستمزد', style)} ${by.total_wage} ${spelled('بوده و حق بیمه متعلقه به مبلغ', style)} ${by.total_premium} ${spelled('در مهلت قانونی پرداخت می‌گردد.', style)}</p>` };
  }
  if (how === 'foot') return { foot: foot(), after: `<p>${rows.map((row) => `${l(row)}: ${v(row)}`).join(' – ')}</p>` };
  return { foot: '', after: form(chance.of(['matrix', 'side', 'ends']), [{ title: spelled(chance.of(['خلاصه لیست', 'جمع‌بندی', 'محاسبه حق بیمه']), style), rows }], style, chance) };
}

export function insuranceSheets(chance, paper, style, { title, wrap, end, layout }) {
  const keys = ['workshop_code', 'workshop_name', 'employer_name', 'list_no', 'address'];
  const plain = { ...style, split_name: false };
  const month = { key: 'list_month', label: spelled(studyLabel(chance, 'insurance', 'list_month'), style), value: `${spelled(paper.month, style)} ${number(paper.year, style)}` };
  const rows = [...rowsOf(chance, paper, plain, chance.in(0.5) ? keys : chance.shuffled(keys)), month];
  const by = Object.fromEntries(rows.map((row) => [row.key, row.value]));
  const intro = layout === 'told'
    ? `<p>${spelled('فهرست دستمزد کارکنان', style)} ${by.workshop_name} ${spelled('به کارفرمایی', style)} ${by.employer_name} ${spelled('واقع در', style)} ${by.address} ${spelled('دارای کد کارگاه', style)} ${by.workshop_code}${spelled('، برای ماه', style)} ${by.list_month} ${spelled('به شماره لیست', style)} ${by.list_no} ${spelled('به شرح زیر اعلام می‌گردد:', style)}</p>`
    : form(layout, [{ title: spelled(chance.of(['مشخصات کارگاه', 'اطلاعات کارگاه و لیست']), style), rows }], style, chance);
  const columns = insuranceColumns(chance, paper, style);
  const starts = columns[0].key ? ['form', 'told'] : ['foot', 'foot', 'form', 'told'];
  const { foot, after } = sumsOf(chance, paper, style, columns, chance.of(starts));
  const kind = chance.of(['', 'shade', 'thin']);
  const count = paper.employees.length;
  if (count <= 14) return [wrap(title + intro + table(columns, count, kind, { foot }) + after + end, true)];
  const cut = chance.between(11, 15);
  return [wrap(title + intro + table(columns, cut, kind), false), wrap(table(columns, count - cut, kind, { first: cut, foot }) + after + end, true)];
}

export function invoiceBody(chance, paper, style, layout) {
  const plain = { ...style, split_name: false };
  const say = (text) => spelled(text, style);
  const take = (keys) => rowsOf(chance, paper, plain, keys.filter((key) => key in paper.fields));
  const label = (row) => `<span class="l" data-l="${row.key}">${row.label}</span>`;
  const top = take(chance.of([['invoice_no', 'invoice_date'], ['invoice_date', 'invoice_no']]));
  const seller = take(['seller_name', 'seller_national_code']);
  const buyer = take(chance.of([['buyer_name', 'economic_code', 'buyer_national_code', 'address', 'postal_code'], ['buyer_name', 'buyer_national_code', 'postal_code', 'address', 'economic_code']]));
  const party = (title, rows) => `<div class="party"><h2>${say(title)}</h2><div class="in">${rows.map((row) => `<div>${label(row)}: ${row.value}</div>`).join('')}</div></div>`;
  const value = (rows, key) => rows.find((row) => row.key === key)?.value;
  const told = () => `<p>${say('به موجب این صورتحساب،')} ${value(seller, 'seller_name')} ${say('(شناسه ملی')} ${value(seller, 'seller_national_code')}${say(') کالاهای زیر را به')} ${value(buyer, 'buyer_name')} ${say('به شماره/شناسه ملی')} ${value(buyer, 'buyer_national_code')}${say('، کد اقتصادی')} ${value(buyer, 'economic_code')}${value(buyer, 'address') ? ` ${say('به نشانی')} ${value(buyer, 'address')}` : ''}${say('، کدپستی')} ${value(buyer, 'postal_code')}${say('، فروخته و تحویل داده است.')}</p>`;
  const parties = layout === 'told' ? told() : ['numbered', 'matrix', 'side'].includes(layout) ? form(layout, [{ title: say('مشخصات فروشنده'), rows: seller }, { title: say('مشخصات خریدار'), rows: buyer }], style, chance) : party('مشخصات فروشنده', seller) + party('مشخصات خریدار', buyer);
  const unit = chance.in(0.5) ? say(' (ریال)') : '';
  const of = (key) => ({ key: `item{row}_${key}`, label: say(studyLabel(chance, 'invoice', `item1_${key}`)) + (['price', 'total'].includes(key) ? unit : ''), text: key === 'name', cell: (i) => field(`item${i + 1}_${key}`, printed(paper.fields[`item${i + 1}_${key}`], style)) });
  const row = { label: say('ردیف'), cell: (i) => number(i + 1, style) };
  const each = (title, part) => ({ label: say(title), cell: (i) => money(paper.items[i].total * part, style) });
  const columns = [row, ...chance.of([['serial', 'name', 'qty', 'price', 'total'], ['name', 'qty', 'price', 'total', 'serial'], ['name', 'serial', 'qty', 'price', 'total']]).map(of)];
  if (chance.in(0.3)) columns.splice(columns.findIndex(({ key }) => key === 'item{row}_total') + 1, 0, each('مالیات', 0.1), each('جمع با مالیات', 1.1));
  const sums = rowsOf(chance, paper, style, ['vat_amount', 'total_amount']);
  const before = { key: 'sum', label: say(chance.of(['جمع', 'جمع کل اقلام'])), value: money(paper.sum, style) };
  const all = chance.in(0.6) ? [before, ...sums] : sums;
  const foot = all.map((one) => `<tr><th colspan="${columns.length - 2}">${label(one)}</th><td colspan="2">${one.value}</td></tr>`).join('');
  const under = chance.in(0.6);
  const words = chance.in(0.4) ? `<p>${say(`مبلغ به حروف: ${inWords(Number(paper.fields.total_amount.value))} ریال`)}</p>` : '';
  return `<p style="text-align:left">${top.map((one) => `${label(one)}: ${one.value}`).join(chance.of(['<br>', ' &nbsp; ', ' – ']))}</p>${parties}${table(columns, paper.items.length, chance.of(['', 'shade', 'thin']), { foot: under ? foot : '' })}${under ? '' : form('ends', [{ title: say('جمع صورتحساب'), rows: all }], style, chance)}${words}<p>${say(chance.of(['شرایط فروش: نقدی ☐  غیرنقدی ☐', 'توضیحات: کالای فروخته‌شده تا ۷ روز گارانتی تعویض دارد.', 'فاکتور بدون مهر معتبر نیست.']))}</p>`;
}
