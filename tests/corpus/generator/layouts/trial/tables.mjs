// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of the part `trial`: a column is `{key, label, group, text, cell}`, `cell(i)` the HTML of its row `i`.
import { amountPrinting, inDigits } from '../../printing.mjs';

export const tableStyles = (style) => `
  .list { line-height: 1.4; font-size: ${(0.76 * Math.min(1, 12.2 / style.size)).toFixed(2)}em } .list th, .list td { padding: .5mm .9mm } .list .t { text-align: right } .list .c td { font-size: .7em; padding: 0; background: #f2f2f2 } .list small { display: block; font-size: .92em }
  .zebra tr:nth-child(even) td { background: #eef3f7 } .zebra th { background: #34506e; color: #fff } .rules th, .rules td { border-width: .25mm 0 } .rules { border-top: .5mm solid #222; border-bottom: .5mm solid #222 } .dashes th, .dashes td { border: 0 } .dashes th { border-top: .3mm dashed #222; border-bottom: .3mm dashed #222 } .dashes { border-bottom: .3mm dashed #222 }
  .turned { font-size: .8em; line-height: 1.5 } .turned th { background: #efefef; text-align: right; width: 34mm } .turned .i th { text-align: center; width: auto } .sums { width: 100mm; margin-right: auto } .sums th { text-align: right; background: #f3f3f0 } .sums td { text-align: left; white-space: nowrap } .dsk { font-size: .84em; border: .25mm solid #333; padding: 1mm 3mm; display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 0 5mm } .dsk .w { grid-column: 1 / -1 }
  .vendor { display: grid; grid-template-columns: 1fr 1fr 1fr; align-items: center; border-bottom: .5mm solid #333; padding-bottom: 2mm; margin-bottom: 2mm } .vendor .no { border: .3mm solid #333; border-radius: 2mm; padding: 1mm 3mm; font-size: .9em } .lot { border: .3mm solid #555; border-radius: 2mm; padding: 1mm 3mm; margin: 2mm 0 } .lot b { margin-left: 3mm } .strip table { font-size: .95em } .strip th, .strip td { border: 0; padding: 0 .5mm } .strip .u td { border-bottom: .2mm dotted #666 }`;

export const number = (value, style) => `<span dir="ltr">${inDigits(value, style.digits)}</span>`;
export const money = (value, style) => `<span dir="ltr">${inDigits(amountPrinting(Math.round(value), style.separator), style.digits)}</span>`;

const head = (column, extra = '') => `<th${extra}>${column.key ? `<span data-l="${column.key}">${column.label}</span>` : column.label}</th>`;

/** The heads of a table: one row, or two where columns share a `group`. */
function headsOf(columns) {
  if (!columns.some((column) => column.group)) return `<tr>${columns.map((column) => head(column)).join('')}</tr>`;
  const upper = columns.map((column, i) => {
    if (!column.group) return head(column, ' rowspan="2"');
    if (columns[i - 1]?.group === column.group) return '';
    const rest = columns.slice(i).findIndex((other) => other.group !== column.group);
    return `<th colspan="${rest < 0 ? columns.length - i : rest}">${column.group}</th>`;
  });
  return `<tr>${upper.join('')}</tr><tr>${columns.filter((column) => column.group).map((column) => head(column)).join('')}</tr>`;
}

/** A table of `count` rows from row `first`; `counted`: its columns have numbers under their heads. */
export function table(columns, count, style, { kind = '', first = 0, foot = '', counted = false } = {}) {
  const rows = Array.from({ length: count }, (_, i) => `<tr>${columns.map((column) => `<td class="${column.text ? 't' : ''}">${column.cell(first + i)}</td>`).join('')}</tr>`).join('');
  const numbers = counted ? `<tr class="c">${columns.map((_, i) => `<td>${inDigits(i + 1, style.digits)}</td>`).join('')}</tr>` : '';
  return `<table class="list ${kind}">${headsOf(columns)}${numbers}${rows}${foot}</table>`;
}

/** The same columns as rows, `at` rows of the list side by side in each block. */
export function turned(columns, count, at, style) {
  let out = '';
  for (let first = 0; first < count; first += at) {
    const shown = Array.from({ length: Math.min(at, count - first) }, (_, i) => first + i);
    out += `<table class="turned"><tr class="i"><th></th>${shown.map((i) => `<th>${inDigits(i + 1, style.digits)}</th>`).join('')}</tr>${columns.map((column) => `<tr>${head(column)}${shown.map((i) => `<td>${column.cell(i)}</td>`).join('')}</tr>`).join('')}</table>`;
  }
  return out;
}
