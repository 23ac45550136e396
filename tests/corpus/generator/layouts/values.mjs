// SPDX-License-Identifier: GPL-3.0-or-later
// Fields as HTML: a value with its unit, a label with its value.
import { inWords } from '../printing.mjs';
import { printed, spelled } from '../look.mjs';
import { printedLabel } from '../wordings.mjs';
import { familyFirst, field } from './page.mjs';

/** The HTML of a field; `unitShown`: its unit beside it, as its label does not name it. */
export function valueHtml(key, one, style, unitShown = true) {
  const shown = printed(one, style);
  if (one.kind !== 'amount') return field(key, shown) + (one.kind === 'area' && unitShown ? ` ${spelled(style.split === 'tune' ? 'متر مربع' : 'مترمربع', style)}` : '');
  const unit = one.toman ? 'تومان' : 'ریال';
  const words = one.words ? ` (${spelled(`${inWords(Number(one.value) / (one.toman ? 10 : 1))} ${unit}`, style)})` : '';
  return field(key, shown) + (unitShown ? ` ${spelled(unit, style)}` : '') + words;
}

/** Labels with values, ready to be laid out: `{key, label, value, wide}`. */
export function rowsOf(chance, paper, style, keys) {
  const rows = [];
  for (const key of keys) {
    const one = paper.fields[key];
    if (style.split_name && one.kind === 'name' && one.who && !one.who.company && paper.type !== 'lease') {
      rows.push({ key, label: spelled('نام', style), value: field(key, { text: spelled(one.who.first, style) }) }, { key, label: spelled('نام خانوادگی', style), value: field(key, { text: spelled(one.who.family, style) }) });
      continue;
    }
    let label = printedLabel(chance, paper.type, key, style.split);
    const inLabel = one.kind === 'amount' && chance.in(0.5);
    if (inLabel) label += ` (${one.toman ? 'تومان' : 'ریال'})`;
    const title = one.kind === 'name' && style.titled && one.who && !one.who.company ? `${one.who.title} ` : '';
    const value = familyFirst(label, one) ? field(key, { text: spelled(`${one.who.family} ${one.who.first}`, style) }) : spelled(title, style) + valueHtml(key, one, style, !inLabel && !/متر/.test(label));
    rows.push({ key, label: spelled(label, style), value, wide: one.kind === 'address' || (one.words && one.kind === 'amount') });
  }
  return rows;
}
