// SPDX-License-Identifier: GPL-3.0-or-later
// Forms of the part `study`: rows `{key, label, value, wide}` under the headings of their sections. A section is
// `{title, rows, needed}`, all HTML already; `needed`: its labels mean nothing without its heading.
import { spelled } from '../../look.mjs';
import { inDigits } from '../../printing.mjs';

const l = (row, tail = '') => `<span class="l" data-l="${row.key}">${row.label}</span>${tail}`;

export const formStyles = `
  .numbered td { text-align: right; vertical-align: top; padding: .4mm 1.6mm 1mm } .numbered .l { display: block; font-size: .72em; line-height: 1.45; color: #333 } .numbered .s td { background: #ece7dc; font-weight: bold; text-align: center }
  .ledger td { text-align: right } .ledger th { background: #e8eef0 } .ledger td:first-child { text-align: center; width: 12mm } .ledger td:nth-child(2) { width: 58mm }
  .blanks { line-height: 2.15; text-align: justify; margin: 2mm 0 } .blanks .b { border-bottom: .35mm dotted #222; padding: 0 4mm; margin: 0 1.5mm }
  .side td { text-align: right } .side .s { width: 24mm; text-align: center; font-weight: bold; background: #f0f0e6 } .matrix th { background: #f3f3f3; font-weight: normal; font-size: .84em } .matrix .s th { background: #dcdcdc; font-weight: bold; font-size: 1em }
  .below { display: flex; flex-wrap: wrap; gap: 2mm 7mm; margin: 3mm 0 } .below > div { flex: 1 1 42mm; text-align: center } .below > .w { flex-basis: 100% } .below .u { border-bottom: .3mm solid #333; display: block } .below .l { font-size: .74em; color: #333 }
  .card { width: 138mm; margin: 6mm auto; border: .6mm solid #345; border-radius: 4mm; padding: 4mm 6mm; display: grid; grid-template-columns: 1fr 30mm; gap: 4mm } .card .photo { border: .3mm solid #777; height: 38mm; text-align: center; padding-top: 14mm; color: #777 } .card p { margin: 1mm 0; text-align: right }
  .slash p { border: .25mm solid #999; padding: 1mm 3mm } .ends { display: flex; justify-content: space-between; gap: 6mm; border-bottom: .2mm solid #bbb; padding: 1mm 0 } .ends > :last-child { text-align: left }`;

/** Rows as lines of at most `count` columns; a wide row has a line of its own. */
function lines(rows, count) {
  const out = [];
  let open = false;
  for (const row of rows) {
    if (row.wide) out.push([row]);
    else if (open && out.at(-1).length < count) out.at(-1).push(row);
    else out.push([row]);
    open = !row.wide;
  }
  return out;
}

/** A line's cells stretched over `count` columns. */
const stretched = (line, count, cell) => line.map((row, i) => cell(row, i === line.length - 1 ? count - i : 1)).join('');

const forms = {
  numbered: (sections, style, chance) => {
    const count = chance.of([2, 3, 3, 4]);
    const mark = chance.of(['- ', ') ', '. ', '']);
    let n = 0;
    const label = (row) => l({ ...row, label: mark ? `${inDigits(++n, style.digits)}${mark}${row.label}` : row.label });
    return `<table class="numbered">${sections.map(({ title, rows }) => `<tr class="s"><td colspan="${count}">${title}</td></tr>${lines(rows, count).map((line) => `<tr>${stretched(line, count, (row, span) => `<td colspan="${span}">${label(row)}${row.value}</td>`)}</tr>`).join('')}`).join('')}</table>`;
  },
  ledger: (sections, style, chance) => {
    const heads = chance.of([['ردیف', 'عنوان', 'شرح'], ['ردیف', 'مشخصات', 'اطلاعات ثبت شده'], ['#', 'نام فیلد', 'مقدار']]);
    let n = 0;
    return `<table class="ledger"><tr>${heads.map((one) => `<th>${spelled(one, style)}</th>`).join('')}</tr>${sections.map(({ title, rows, needed }) => `${needed ? `<tr><th colspan="3">${title}</th></tr>` : ''}${rows.map((row) => `<tr><td>${inDigits(++n, style.digits)}</td><td>${l(row)}</td><td>${row.value}</td></tr>`).join('')}`).join('')}</table>`;
  },
  blanks: (sections, style, chance) => {
    const colon = chance.of(['', ':', '']);
    return sections.map(({ title, rows, needed }, i) => `${needed || chance.in(0.6) ? `<h2>${inDigits(i + 1, style.digits)}- ${title}:</h2>` : ''}<div class="blanks">${rows.map((row) => `${l(row, colon)}<span class="b">${row.value}</span>`).join(' ')}</div>`).join('');
  },
  side: (sections) => `<table class="side">${sections.map(({ title, rows }) => lines(rows, 2).map((line, i, all) => `<tr>${i ? '' : `<td class="s" rowspan="${all.length}">${title}</td>`}${stretched(line, 2, (row, span) => `<td colspan="${span}">${l(row, ':')} ${row.value}</td>`)}</tr>`).join('')).join('')}</table>`,
  matrix: (sections, style, chance) => sections.map(({ title, rows }) => {
    const count = chance.of([3, 4, 5]);
    return `<table class="matrix"><tr class="s"><th colspan="${count}">${title}</th></tr>${lines(rows, count).map((line) => `<tr>${stretched(line, count, (row, span) => `<th colspan="${span}">${l(row)}</th>`)}</tr><tr>${stretched(line, count, (row, span) => `<td colspan="${span}">${row.value}</td>`)}</tr>`).join('')}</table>`;
  }).join(''),
  below: (sections) => sections.map(({ title, rows }) => `<h2>${title}</h2><div class="below">${rows.map((row) => `<div class="${row.wide ? 'w' : ''}"><span class="u">${row.value}</span>${l(row)}</div>`).join('')}</div>`).join(''),
  card: (sections, style) => {
    const rows = sections.flatMap((one) => one.rows);
    return `<div class="card"><div>${rows.filter((row) => !row.wide).map((row) => `<p>${l(row, style.colon || ':')} ${row.value}</p>`).join('')}</div><div class="photo">${spelled('محل عکس', style)}</div></div>${rows.filter((row) => row.wide).map((row) => `<p>${l(row, ':')} ${row.value}</p>`).join('')}`;
  },
  slash: (sections, style, chance) => {
    const mark = chance.of([' | ', ' – ', '، ', ' ؛ ']);
    return `<div class="slash">${sections.map(({ title, rows }) => `<h2>${title}</h2><p>${rows.map((row) => `${l(row, ':')} ${row.value}`).join(mark)}</p>`).join('')}</div>`;
  },
  ends: (sections) => sections.map(({ title, rows }) => `<h2>■ ${title}</h2>${rows.map((row) => `<div class="ends"><span>${l(row)}</span><span>${row.value}</span></div>`).join('')}`).join(''),
};

export const formShares = [['numbered', 4], ['ledger', 2], ['blanks', 4], ['side', 2], ['matrix', 4], ['below', 1], ['card', 1.5], ['slash', 2], ['ends', 1.5], ['told', 7]];
export const form = (layout, sections, style, chance) => forms[layout](sections.filter(({ rows }) => rows.length), style, chance);
