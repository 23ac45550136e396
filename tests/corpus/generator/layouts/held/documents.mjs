// SPDX-License-Identifier: GPL-3.0-or-later
// From a paper's values to the HTML of its sheets, as the part `held` has them. Who works on verification does not read this folder.
import { spelled } from '../../look.mjs';
import { html, sheet } from '../page.mjs';
import { rowsOf } from '../values.mjs';
import { blocks, blockStyles, layoutOf } from './blocks.mjs';
import { contract, filledForm, leaseForms, leaseOffice } from './lease.mjs';
import { heading, letterhead, letterheadStyles, photo, signatures } from './letterhead.mjs';
import { papers } from './papers.mjs';
import { paragraphs } from './sentences.mjs';
import { insuranceList, invoice, invoiceForms, listForms, rowStyles } from './tables.mjs';

/** Rows by the groups of a paper, each in the first that takes it. */
function grouped(rows, groups, style) {
  const taken = new Set();
  return groups.map(([caption, takes]) => {
    const own = rows.filter((row) => !taken.has(row) && takes(row.key));
    own.forEach((row) => taken.add(row));
    return { caption: spelled(caption, style), rows: own };
  }).filter(({ rows: own }) => own.length);
}

function contents(chance, paper, style, kind, options) {
  const text = papers[paper.type];
  const say = (words) => (words ? `<p>${spelled(words, style)}</p>` : '');
  const words = { t: paper.who.title, n: paper.who.company ? 'شناسه ملی' : chance.of(['شماره ملی', 'کد ملی']) };
  const picture = text.photo && !paper.who.company && chance.in(text.photo) ? photo() : '';
  if (kind === 'prose') {
    const { html: body, rest } = paragraphs(options.say, paper, style, words);
    const rows = rowsOf(chance, paper, style, rest);
    return picture + body + (rows.length ? `<div class="after">${blocks[options.then](grouped(rows, options.then === 'halves' || options.then === 'pairs' ? text.groups : [['', () => true]], style), style, {})}</div>` : '') + say(chance.of(text.close));
  }
  const keys = Object.keys(paper.fields);
  let groups = grouped(rowsOf(chance, paper, style, keys), text.groups, style);
  if (text.turn && chance.in(0.3)) groups = [...groups.slice(1), groups[0]];
  if (kind === 'halves' && groups.length > 2) groups = [groups[0], { caption: groups[1].caption, rows: groups.slice(1).flatMap(({ rows }) => rows) }];
  const body = say(chance.of(text.intro)) + blocks[kind](groups, style, { captions: chance.in(0.5), numbers: chance.in(0.5), apart: chance.in(0.5), ...options });
  return (picture ? `<div class="with"><div>${body}</div>${picture}</div>` : body) + say(chance.of(text.close));
}

/** A letter that only says what is enclosed. */
const cover = (chance, style, text, wrap) =>
  wrap(letterhead(chance, style, text.org, '') + `<p>${spelled(`موضوع: ارسال ${chance.of(text.titles)}`, style)}</p><p>${spelled('سلام علیکم؛ احتراماً مدرک یاد شده جهت ضبط در پرونده و هر گونه اقدام مقتضی به حضور ایفاد می‌گردد.', style)}</p>` + signatures(chance, style, [text.signs[0]]), false);

export function heldHtml(chance, paper, style) {
  style.strong = chance.in(style.bold ? 0.1 : 0.5);
  const forms = { lease: leaseForms, insurance: listForms, invoice: invoiceForms }[paper.type];
  const text = papers[paper.type];
  const wrap = (words) => (body, last) => sheet(chance, style, body, { stampWords: words, last });
  const styles = () => blockStyles(style) + letterheadStyles(style) + rowStyles(style);
  const [kind, , options = {}] = chance.weighted((forms ?? text.layouts).map((one) => [one, one[1]]));
  style.layout = layoutOf[kind];
  if (paper.type === 'insurance') return html(style, insuranceList(chance, paper, style, wrap(['تأمین اجتماعی', 'کارگاه']), kind), styles());
  if (paper.type === 'invoice') return html(style, invoice(chance, paper, style, wrap(['فروشگاه', 'پرداخت شد']), kind), styles());
  if (paper.type === 'lease') {
    const prose = chance.in(0.45);
    if (prose) style.layout = 'prose';
    return html(style, prose ? contract(chance, paper, style, wrap(leaseOffice.stamp)) : filledForm(chance, paper, style, wrap(leaseOffice.stamp), kind), styles());
  }
  const title = letterhead(chance, style, text.org, chance.of(text.units)) + heading(chance, style, chance.of(paper.previous ? text.previous : text.titles));
  const sheets = [wrap(text.stamp)(title + contents(chance, paper, style, kind, options) + signatures(chance, style, chance.some(text.signs, chance.between(1, 2))), true)];
  if (chance.in(0.1)) sheets.unshift(cover(chance, style, text, wrap(text.stamp)));
  return html(style, sheets, styles());
}
