// SPDX-License-Identifier: GPL-3.0-or-later
// Fields with their labels, eight ways, each with a variant per part of the corpus. A row is `{key, label, value}` in HTML.
import { inDigits } from '../printing.mjs';

const l = (row, tail = '') => `<span class="l" data-l="${row.key}">${row.label}</span>${tail}`;
const wide = (row) => row.wide;

/** Groups rows by `count` a line; a wide one has a line of its own. */
function lines(rows, count) {
  const out = [];
  for (const row of rows) {
    const last = out.at(-1);
    if (wide(row) || !last || last.length >= count || wide(last[0])) out.push([row]);
    else last.push(row);
  }
  return out;
}

export const recordStyles = `
  .beside { display: grid; grid-template-columns: 52mm 1fr; row-gap: 1.6mm; margin: 3mm 0 } .beside > * { margin: 0 }
  .above { display: grid; gap: 0; margin: 3mm 0; border: .3mm solid #333 } .above > div { border: .2mm solid #555; padding: .6mm 2mm 1mm } .above .l { display: block; font-size: .74em; line-height: 1.5 } .above .w { grid-column: 1 / -1 }
  .strip .l { background: #e6e9ee; margin: -.6mm -2mm .6mm; padding: 0 2mm; text-align: center } .strip > div { text-align: center }
  .grid td { text-align: right } .grid .h { background: #eceff2; width: 21% }
  .dotted div { display: flex; margin: 1.5mm 0 } .dotted .fill { flex: 1; border-bottom: .35mm dotted #333; padding: 0 3mm; margin-right: 2mm }
  .leaders { line-height: 2.1 } .two { display: grid; grid-template-columns: 1fr 1fr; column-gap: 10mm; row-gap: 2mm; margin: 3mm 0 } .two .w { grid-column: 1 / -1 }
  .cards { display: grid; grid-template-columns: 1fr 1fr; gap: 5mm; margin: 3mm 0 } .cards > div { border: .3mm solid #888; border-radius: 2mm; padding: 2mm 3mm } .cards h2 { margin: 0 0 1mm; border-bottom: .2mm solid #888 }
  fieldset { border: .3mm solid #666; margin: 3mm 0; padding: 1mm 4mm 2mm } legend { font-weight: bold; padding: 0 2mm } fieldset .row { display: flex; gap: 8mm; flex-wrap: wrap }
  .bar h2 { background: #dfe5ea; padding: .5mm 3mm; margin: 3mm 0 1mm; color: #111 } .heads th { background: #eee } .dark th { background: #39434f; color: #fff }`;

const plain = (rows, style, tail) => rows.map((row) => `${l(row, tail ?? style.colon)} ${row.value}`);

const variants = {
  beside: {
    tune: (rows, style) => `<div class="beside">${rows.map((row) => `<div>${l(row, style.colon)}</div><div>${row.value}</div>`).join('')}</div>`,
    report: (rows, style) => rows.map((row, i) => `<p>${inDigits(i + 1, style.digits)}- ${l(row, ':')} ${row.value}</p>`).join(''),
  },
  above: {
    tune: (rows) => `<div class="above" style="grid-template-columns:1fr 1fr">${rows.map((row) => `<div class="${wide(row) ? 'w' : ''}">${l(row)}${row.value}</div>`).join('')}</div>`,
    report: (rows) => `<div class="above strip" style="grid-template-columns:1fr 1fr 1fr">${rows.map((row) => `<div class="${wide(row) ? 'w' : ''}">${l(row)}${row.value}</div>`).join('')}</div>`,
  },
  grid: {
    tune: (rows) => `<table class="grid">${lines(rows, 2).map((line) => `<tr>${line.map((row) => `<td class="h">${l(row)}</td><td${line.length === 1 ? ' colspan="3"' : ''}>${row.value}</td>`).join('')}</tr>`).join('')}</table>`,
    report: (rows, style) => `<table class="grid">${lines(rows, 2).map((line) => `<tr>${line.map((row) => `<td${line.length === 1 ? ' colspan="2"' : ''}>${l(row, ':')} ${row.value}</td>`).join('')}</tr>`).join('')}</table>`,
  },
  heads: {
    tune: (rows) => heads(rows, 4, 'heads'),
    report: (rows) => heads(rows, 3, 'dark'),
  },
  dotted: {
    tune: (rows, style) => `<div class="dotted">${rows.map((row) => `<div>${l(row, style.colon)}<span class="fill">${row.value}</span></div>`).join('')}</div>`,
    report: (rows) => `<div class="leaders">${lines(rows, 2).map((line) => `<p>${line.map((row) => `${l(row)} .......... ${row.value} ..........`).join(' ')}</p>`).join('')}</div>`,
  },
  two: {
    tune: (rows, style) => `<div class="two">${rows.map((row) => `<div class="${wide(row) ? 'w' : ''}">${l(row, style.colon || ':')} ${row.value}</div>`).join('')}</div>`,
    report: (rows, style) => {
      const [first, second] = chunks(rows.filter((row) => !wide(row)));
      const card = (title, some) => `<div><h2>${title}</h2>${plain(some, style, ':').map((line) => `<div>${line}</div>`).join('')}</div>`;
      return `<div class="cards">${card(style.captions[0], first)}${card(style.captions[1], second ?? [])}</div>${plain(rows.filter(wide), style, ':').map((line) => `<p>${line}</p>`).join('')}`;
    },
  },
  sections: {
    tune: (rows, style) => chunks(rows).map((some, i) => `<fieldset><legend>${style.captions[i]}</legend><div class="row">${plain(some, style, ':').map((line) => `<div>${line}</div>`).join('')}</div></fieldset>`).join(''),
    report: (rows, style) => `<div class="bar">${chunks(rows).map((some, i) => `<h2>${style.captions[i]}</h2><div class="two">${some.map((row) => `<div class="${wide(row) ? 'w' : ''}">${l(row)}<br>${row.value}</div>`).join('')}</div>`).join('')}</div>`,
  },
};

/** Fields that say who it is about; the others say what. */
export const about = /name|national_code|father|birth|economic/;
const chunks = (rows) => [rows.filter((row) => about.test(row.key)), rows.filter((row) => !about.test(row.key))].filter((some) => some.length);

function heads(rows, count, kind) {
  return lines(rows, count).map((line) => `<table class="${kind}"><tr>${line.map((row) => `<th>${l(row)}</th>`).join('')}</tr><tr>${line.map((row) => `<td>${row.value}</td>`).join('')}</tr></table>`).join('');
}

/** `style.captions`: what the two parts of the form are called. */
export const record = (layout, rows, style) => variants[layout][style.split](rows, style);
