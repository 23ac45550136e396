// SPDX-License-Identifier: GPL-3.0-or-later
// Monthly lists of the insured in the part `trial`: prints of the list programme, of the web, turned tables, lines.
import { inDigits } from '../../printing.mjs';
import { printed, spelled } from '../../look.mjs';
import { trialLabel } from '../../wordings-trial.mjs';
import { familyFirst, field } from '../page.mjs';
import { rowsOf } from '../values.mjs';
import { form, l } from './forms.mjs';
import { money, number, table, turned } from './tables.mjs';

export const insuranceShares = [['dsk', 4], ['web', 3], ['turned', 1.5], ['lines', 1.5], ['paired', 2]];

/** The columns of a list by name, each with the words of this document. */
function columnsOf(chance, paper, style) {
  const say = (text) => spelled(text, style);
  const people = paper.employees;
  const of = (key) => ({ key: `emp{row}_${key}`, label: say(trialLabel(chance, 'insurance', `emp1_${key}`)), cell: (i) => field(`emp${i + 1}_${key}`, { ...printed(paper.fields[`emp${i + 1}_${key}`], style), cells: undefined }) });
  const other = (words, cell, extra = {}) => ({ label: say(chance.of(words)), cell, ...extra });
  const part = (label, member) => ({ key: 'emp{row}_name', label: say(label), text: true, cell: (i) => field(`emp${i + 1}_name`, { text: say(people[i].who[member]) }) });
  const words = trialLabel(chance, 'insurance', 'emp1_name');
  return {
    row: other(['ردیف', 'ر', '#'], (i) => number(i + 1, style)), insured: other(['شماره بیمه', 'ش.بیمه', 'شماره تأمین اجتماعی'], (i) => number(people[i].number, style)),
    name: { key: 'emp{row}_name', label: say(words), text: true, cell: (i) => field(`emp${i + 1}_name`, { text: say(familyFirst(words, people[i]) ? `${people[i].who.family} ${people[i].who.first}` : people[i].who.name) }) },
    first: part('نام', 'first'), family: part('نام خانوادگی', 'family'), code: of('national_code'), days: of('days'), wage: of('wage'),
    father: other(['نام پدر', 'پدر'], (i) => say(people[i].who.father), { text: true }), certificate: other(['ش.ش', 'شماره شناسنامه'], (i) => number(people[i].who.certificate, style)), job: other(['شغل', 'عنوان شغل'], (i) => say(people[i].job), { text: true }),
    daily: other(['دستمزد روزانه', 'مزد روزانه'], (i) => money(people[i].wage / people[i].days, style)), own: other(['سهم کارگر', 'حق بیمه ۷٪'], (i) => money(people[i].wage * 0.07, style)), boss: other(['سهم کارفرما', 'حق بیمه ۲۳٪'], (i) => money(people[i].wage * 0.23, style)),
  };
}

const grouped = (group, columns) => columns.map((column) => ({ ...column, group }));

/** Two columns in one, the second beneath the first. */
const beneath = (upper, lower) => ({ label: `<span data-l="${upper.key}">${upper.label}</span><br><span${lower.key ? ` data-l="${lower.key}"` : ''}>${lower.label}</span>`, text: upper.text, cell: (i) => `${upper.cell(i)}<small>${lower.cell(i)}</small>` });

function listOf(chance, style, c) {
  const say = (text) => spelled(text, style);
  const names = chance.of([[c.first, c.family], [c.family, c.first], [c.name], [c.name]]);
  if (style.layout === 'paired') return [c.row, beneath(c.name, c.code), beneath(c.days, c.insured), chance.in(0.5) ? c.job : c.father, beneath(c.wage, c.daily)];
  if (style.layout === 'web') return [c.row, ...grouped(say(chance.of(['اطلاعات هویتی', 'بیمه‌شده'])), [c.code, ...names, c.insured]), ...grouped(say(chance.of(['کارکرد و دستمزد', 'اطلاعات ماه'])), [c.days, c.wage]), ...(chance.in(0.5) ? [c.job] : [])];
  const person = grouped(say('مشخصات بیمه‌شده'), [c.insured, ...names, ...(chance.in(0.5) ? [c.father] : []), ...(chance.in(0.4) ? [c.certificate] : []), c.code]);
  const pay = grouped(say(chance.of(['دستمزد (ریال)', 'مبالغ (ریال)'])), chance.of([[c.daily, c.wage], [c.wage, c.own], [c.daily, c.wage, c.own, c.boss]]));
  return chance.in(0.25) ? [c.code, ...names, c.days, c.wage, c.own, c.insured, c.row] : [c.row, ...person, c.days, ...pay];
}

/** Every person as a line of words. */
function lines(chance, paper, style, c) {
  const mark = chance.of([' - ', ' | ', ' / ']);
  const each = chance.of([[c.name, c.code, c.days, c.wage], [c.code, c.name, c.insured, c.days, c.wage], [c.name, c.father, c.code, c.wage, c.days]]);
  return `<div class="runs">${paper.employees.map((_, i) => `<p>${inDigits(i + 1, style.digits)}) ${each.map((column) => `<span${column.key ? ` data-l="${column.key}"` : ''}>${column.label}</span>: ${column.cell(i)}`).join(mark)}</p>`).join('')}</div>`;
}

const totals = ['staff_count', 'total_days', 'total_wage', 'total_premium'];

function totalRow(paper, style, columns, label) {
  const days = columns.findIndex(({ key }) => key === 'emp{row}_days');
  const sum = (key) => field(key, printed(paper.fields[key], style));
  return `<tr><th colspan="${days}"><span data-l="total_days">${label}</span></th>${columns.slice(days).map(({ key }) => `<td>${key === 'emp{row}_days' ? sum('total_days') : key === 'emp{row}_wage' ? sum('total_wage') : ''}</td>`).join('')}</tr>`;
}

/** What the list sums up to, as a form before or after it. */
const sumsForm = (chance, paper, style, keys) => form(chance.of(['stack', 'register', 'spine', 'leaders']), [{ title: spelled(chance.of(['خلاصه', 'جمع لیست', 'سرجمع']), style), rows: rowsOf(chance, paper, style, keys) }], style, chance);

export function insuranceSheets(chance, paper, style, { title, wrap, end }) {
  const say = (text) => spelled(text, style);
  const plain = { ...style, split_name: false, cells: false };
  const month = { key: 'list_month', label: say(trialLabel(chance, 'insurance', 'list_month')), value: `${say(paper.month)} ${number(paper.year, style)}` };
  const rows = [...rowsOf(chance, paper, plain, chance.of([['workshop_code', 'workshop_name', 'employer_name', 'list_no', 'address'], ['list_no', 'workshop_code', 'workshop_name', 'employer_name', 'address']])), month];
  const dsk = () => `<div class="dsk">${[...rows.filter((row) => !row.wide), ...rows.filter((row) => row.wide)].map((row) => `<div class="${row.wide ? 'w' : ''}">${l(row, ' :')} ${row.value}</div>`).join('')}</div>`;
  const top = { dsk, web: () => form('portal', [{ title: say('مشخصات لیست'), rows }], plain, chance), turned: () => form('pairs', [{ title: say('کارگاه'), rows }], plain, chance), lines: () => form('runs', [{ title: say('کارگاه'), rows }], plain, chance), paired: () => form(chance.of(['stack', 'fold', 'spine']), [{ title: say('مشخصات کارگاه'), rows }], plain, chance) };
  const c = columnsOf(chance, paper, style);
  const count = paper.employees.length;
  if (['turned', 'lines'].includes(style.layout) && count > (style.layout === 'turned' ? 8 : 14)) style.layout = 'dsk';
  const intro = top[style.layout]();
  if (style.layout === 'turned' || style.layout === 'lines') {
    const list = style.layout === 'lines' ? lines(chance, paper, style, c) : turned([c.name, ...(chance.in(0.5) ? [c.father] : []), c.code, c.insured, c.days, c.wage], count, chance.of([3, 4]), style);
    return [wrap(title + intro + list + sumsForm(chance, paper, plain, totals) + end, true)];
  }
  const columns = listOf(chance, style, c);
  const inFoot = columns[0] === c.row && style.layout !== 'paired' && chance.in(0.6);
  const foot = inFoot ? totalRow(paper, style, columns, say(chance.of(['جمع', 'جمع کل', 'جمع این لیست']))) : '';
  const sums = sumsForm(chance, paper, plain, inFoot ? ['staff_count', 'total_premium'] : totals);
  const above = !inFoot && chance.in(0.35);
  const how = { kind: chance.of(style.layout === 'dsk' ? ['', 'dashes', 'rules'] : ['', 'zebra', 'rules']), counted: style.layout === 'dsk' && chance.in(0.3) };
  const before = title + intro + (above ? sums : '');
  const after = (above ? '' : sums) + end;
  const fits = style.layout === 'paired' ? 10 : 14;
  if (count <= fits) return [wrap(before + table(columns, count, style, { ...how, foot }) + after, true)];
  const cut = chance.between(fits - 3, fits);
  return [wrap(before + table(columns, cut, style, how), false), wrap(table(columns, count - cut, style, { ...how, first: cut, foot }) + after, true)];
}
