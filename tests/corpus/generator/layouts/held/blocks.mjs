// SPDX-License-Identifier: GPL-3.0-or-later
// Fields with their labels as papers of the part `held` set them. A group is `{caption, rows}`, a row `{key, label, value, wide}` in HTML.
import { inDigits } from '../../printing.mjs';

const l = (row, tail = '') => `<span class="l" data-l="${row.key}">${row.label}</span>${tail}`;
const boxed = (row) => / data-cells>/.test(row.value);

/** Rows by lines that take up to `room`: a wide one all of it, one of boxed digits two places. */
function lines(rows, room) {
  const out = [];
  let left = 0;
  for (const row of rows) {
    const takes = row.wide ? room : boxed(row) ? 2 : 1;
    if (takes > left) out.push([]), (left = room);
    out.at(-1).push(row);
    left -= takes;
  }
  return out;
}

export const blockStyles = (style) => `
  .bx { border: .45mm solid ${style.accent}; margin: 3mm 0 } .bx > div { display: flex } .bx > div + div { border-top: .2mm solid #777 } .bx .c { flex: 1 1 auto; min-width: 26mm; padding: 0 1.6mm 1mm; text-align: center } .bx .c + .c { border-right: .2mm solid #777 }
  .bx .l { display: block; text-align: right; font-size: .7em; line-height: 1.6; color: #333 } .bx .cap { justify-content: center; font-size: .86em; font-weight: bold; background: #eef1f4 }
  .bx.under .c { padding: 1mm 1.6mm 0; display: flex; flex-direction: column-reverse } .bx.under .l { text-align: center; border-top: .15mm solid #bbb; margin-top: .6mm }
  .ledger td { text-align: right; padding: .9mm 2.4mm } .ledger .g { width: 9mm; background: #f0f0ea; padding: 1mm } .ledger .g span { writing-mode: vertical-rl; font-weight: bold; font-size: .86em; white-space: nowrap } .ledger .h { width: 46mm; font-size: .92em }
  .pairs td { text-align: right } .pairs .h { font-size: .9em; width: 20% } .pairs .cap td { text-align: center; font-weight: bold; background: #e9edf1; padding: .3mm }
  .stripes { margin: 3mm 0 } .stripes > div { display: flex; padding: .9mm 3mm } .stripes > div:nth-child(odd) { background: #f1f3ee } .stripes .n { width: 50mm; flex: none } .stripes h2 { margin: 2mm 0 1mm; border-bottom: .4mm solid ${style.accent} }
  .blanks { line-height: 2.05; margin: 3mm 0 } .blanks .b { display: flex; gap: 5mm } .blanks .b > span { flex: 1 1 auto; display: flex } .blanks .f { flex: 1; border-bottom: .3mm dotted #444; text-align: center; padding: 0 2mm; margin: 0 1.5mm; line-height: 1.7 }
  .halves { display: flex; margin: 3mm 0; border-top: .3mm solid #444; border-bottom: .3mm solid #444 } .halves > div { flex: 1 1 50%; padding: 1.5mm 0 } .halves > div:first-child { padding-left: 5mm } .halves > div + div { border-right: .3mm solid #444; padding-right: 5mm } .halves h2 { margin: 0 0 1.5mm; text-align: center }
  .halves .e { display: flex; justify-content: space-between; gap: 3mm } .halves .e > :last-child { text-align: left }
  .columns th { font-size: .84em; font-weight: ${style.bold ? 'bold' : 'normal'}; background: #f3f3f3 } .columns .cap th { background: #fff; font-weight: bold; border-width: .5mm .25mm .25mm } .columns td { height: 9mm }
  .panel { display: flex; border: .3mm solid #777; border-radius: 1.5mm; margin: 3mm 0; overflow: hidden } .panel .tab { flex: none; width: 24mm; background: ${style.accent}; color: #fff; display: flex; align-items: center; justify-content: center; text-align: center; font-size: .84em; padding: 1mm } .panel .in { flex: 1; padding: 1.5mm 4mm }
  .panel .in > div { display: flex; gap: 6mm } .panel .in > div > div { flex: 1 }
  .listed p { margin: 1mm 4mm } .listed .o::before { content: '▪ ' } .art p { margin: .8mm 0 } .art { margin: 1.6mm 0 } .small.art { line-height: 1.6 }`;

const widest = (rows) => (rows.some((row) => row.label.length > 24) ? 2 : 3);

export const blocks = {
  /** Cells of a frame, the label small in the corner of each or under its value. */
  boxes: (groups, style, { room = 3, under = false } = {}) =>
    groups.map(({ caption, rows }) => `<div class="bx${under ? ' under' : ''}">${caption ? `<div class="cap">${caption}</div>` : ''}${lines(rows, Math.min(room, widest(rows))).map((line) => `<div>${line.map((row) => `<div class="c">${l(row)}<span>${row.value}</span></div>`).join('')}</div>`).join('')}</div>`).join(''),
  /** One pair a line, the group's name written upwards beside its lines. */
  ledger: (groups) =>
    `<table class="ledger">${groups.map(({ caption, rows }) => rows.map((row, i) => `<tr>${i ? '' : `<td class="g" rowspan="${rows.length}"><span>${caption}</span></td>`}<td class="h">${l(row)}</td><td>${row.value}</td></tr>`).join('')).join('')}</table>`,
  /** Two pairs a line under a line that names the group. */
  pairs: (groups) =>
    `<table class="pairs">${groups.map(({ caption, rows }) => `<tr class="cap"><td colspan="4">${caption}</td></tr>${lines(rows, 2).map((line) => `<tr>${line.map((row) => `<td class="h">${l(row)}</td><td${line.length === 1 ? ' colspan="3"' : ''}>${row.value}</td>`).join('')}</tr>`).join('')}`).join('')}</table>`,
  /** Label and value on grey and white stripes. */
  stripes: (groups, style, { captions = false } = {}) =>
    groups.map(({ caption, rows }) => `<div class="stripes">${captions ? `<h2>${caption}</h2>` : ''}${rows.map((row) => `<div><span class="n">${l(row, style.colon || ':')}</span><span>${row.value}</span></div>`).join('')}</div>`).join(''),
  /** Words of a print shop with the values on its dotted lines. */
  blanks: (groups, style, { room = 2 } = {}) =>
    `<div class="blanks">${groups.flatMap(({ rows }) => lines(rows, Math.min(room, widest(rows)))).map((line) => `<div class="b">${line.map((row) => `<span>${l(row, style.colon)}<span class="f">${row.value}</span></span>`).join('')}</div>`).join('')}</div>`,
  /** The sheet parted by a line down its middle; long values under it. */
  halves: (groups, style, { apart = true } = {}) => {
    const entry = (row) => (apart && !boxed(row) ? `<div class="e"><span>${l(row, ':')}</span><span>${row.value}</span></div>` : `<div>${l(row, ':')} ${row.value}</div>`);
    const long = groups.flatMap(({ rows }) => rows.filter((row) => row.wide));
    return `<div class="halves">${groups.map(({ caption, rows }) => `<div><h2>${caption}</h2>${rows.filter((row) => !row.wide).map(entry).join('')}</div>`).join('')}</div>${long.map((row) => `<p>${l(row, ':')} ${row.value}</p>`).join('')}`;
  },
  /** Heads of columns with one line of values, the group's name over them. */
  columns: (groups) =>
    groups.map(({ caption, rows }) => lines(rows, rows.some((row) => boxed(row)) ? 3 : 4).map((line, i) => `<table class="columns">${i ? '' : `<tr class="cap"><th colspan="${line.length}">${caption}</th></tr>`}<tr>${line.map((row) => `<th>${l(row)}</th>`).join('')}</tr><tr>${line.map((row) => `<td>${row.value}</td>`).join('')}</tr></table>`).join('')).join(''),
  /** Panels with their name on a coloured tab. */
  panels: (groups) =>
    groups.map(({ caption, rows }) => `<div class="panel"><div class="tab">${caption}</div><div class="in">${lines(rows, 2).map((line) => `<div>${line.map((row) => `<div>${l(row, ':')} ${row.value}</div>`).join('')}</div>`).join('')}</div></div>`).join(''),
  /** Entries of a list, numbered or with a mark. */
  listed: (groups, style, { numbers = false } = {}) => {
    let n = 0;
    return groups.map(({ caption, rows }) => `<div class="listed"><h2>${caption}</h2>${rows.map((row) => `<p class="${numbers ? '' : 'o'}">${numbers ? `${inDigits(++n, style.digits)}) ` : ''}${l(row, style.colon || ':')} ${row.value}</p>`).join('')}</div>`).join('');
  },
};

/** What the truth calls each kind of block: the names that the other parts give to their layouts. */
export const layoutOf = { boxes: 'above', ledger: 'grid', pairs: 'grid', stripes: 'beside', listed: 'beside', blanks: 'dotted', halves: 'two', columns: 'heads', panels: 'sections', prose: 'prose' };
