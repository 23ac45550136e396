// SPDX-License-Identifier: GPL-3.0-or-later
// From a paper's values to the HTML of its sheets, in the part `trial`.
import { spelled } from '../../look.mjs';
import { places } from '../../people.mjs';
import { html, sheet } from '../page.mjs';
import { tell } from '../study/sentences.mjs';
import { rowsOf } from '../values.mjs';
import { form, formShares, formStyles, narrow } from './forms.mjs';
import { hands, headStyles, letter, tail, webEnd, webHead } from './heads.mjs';
import { insuranceShares, insuranceSheets } from './insurance.mjs';
import { invoiceShares, invoiceBody } from './invoice.mjs';
import { leaseArticles, leaseSections, sideBySide } from './lease.mjs';
import { papers } from './papers.mjs';
import { told } from './sentences.mjs';
import { tableStyles } from './tables.mjs';

const who = /name|national_code|father|birth/;

/** The rows of a paper under two titles, or under one. */
function sectionsOf(chance, rows, style, heads) {
  if (chance.in(0.25)) return [{ title: spelled(chance.of(['مشخصات', 'مندرجات', 'شرح اطلاعات']), style), rows }];
  const before = chance.of(['مشخصات ', 'اطلاعات ', '']);
  const sections = [rows.filter(({ key }) => who.test(key)), rows.filter(({ key }) => !who.test(key))].map((some, i) => ({ title: spelled(before + heads[i], style), rows: some }));
  return chance.in(0.25) ? sections.reverse() : sections;
}

function leaseBody(chance, paper, style) {
  const rows = (keys) => rowsOf(chance, paper, style, keys);
  if (style.layout === 'told') return leaseArticles(chance, paper, style);
  if (style.layout === 'sideways') return sideBySide(chance, paper, style, rows);
  return form(style.layout, leaseSections(chance, paper, style, rows(Object.keys(paper.fields))), style, chance);
}

function body(chance, paper, style, text, stated) {
  const keys = Object.keys(paper.fields).filter((key) => !stated.includes(key));
  if (paper.type === 'lease') return leaseBody(chance, paper, style);
  if (style.layout !== 'told') return form(style.layout, sectionsOf(chance, rowsOf(chance, paper, style, keys), style, text.heads), style, chance);
  const { body: sentences, used } = tell(chance.of(told[paper.type]), paper, style, { from: chance.of(places.cities)[1] });
  const rest = keys.filter((key) => !used.has(key));
  return sentences + (rest.length ? form('runs', [{ title: spelled('سایر مشخصات', style), rows: rowsOf(chance, paper, style, rest) }], style, chance) : '');
}

const shares = {
  lease: [...formShares.filter(([name]) => name !== 'receipt' && name !== 'told'), ['told', 12], ['sideways', 6]],
  insurance: insuranceShares,
  invoice: invoiceShares,
};

/** What a form leaves of the look of its sheet. */
function settled(style) {
  if (narrow.includes(style.layout)) style.cells = false;
  if (style.layout === 'bilingual') style.split_name = false;
  if (['cert', 'portal', 'web', 'receipt', 'slip'].includes(style.layout)) Object.assign(style, { frame: false, tint: false });
  if (['portal', 'web'].includes(style.layout)) Object.assign(style, { watermark: '', stamps: 0, signed: false, over: false });
}

/** The whole document as HTML. */
export function trialHtml(chance, paper, style) {
  const text = papers[paper.type];
  style.layout = chance.weighted(shares[paper.type] ?? formShares);
  settled(style);
  const styles = formStyles + headStyles + tableStyles(style);
  const wrap = (inner, last) => sheet(chance, style, inner, { stampWords: text.stamp, last });
  if (paper.type === 'invoice') return html(style, [wrap(invoiceBody(chance, paper, style, { title: spelled(chance.of(text.titles), style), end: hands(chance, style, ['مهر و امضای فروشنده', 'امضای خریدار']) }), true)], styles);
  const web = ['portal', 'web'].includes(style.layout);
  const name = paper.previous ? chance.of(['پروانه قبلی دفتر', 'پروانه دوره گذشته']) : chance.of(text.titles);
  const organisation = chance.of(text.org);
  const numbered = !web && style.layout !== 'receipt' && !['deed', 'insurance', 'lease'].includes(paper.type);
  const stated = numbered && chance.in(0.35) ? [text.number, 'issue_date'].filter((key) => key in paper.fields) : [];
  const title = `<h1>${spelled(name, style)}</h1>`;
  const top = web ? webHead(chance, paper, style, organisation, name) : letter(chance, paper, style, organisation, stated);
  const signs = paper.type === 'lease' ? ['موجر', 'مستأجر', text.sign] : [text.sign, ...(chance.in(0.3) ? ['کارشناس'] : [])];
  const end = web ? webEnd(chance, paper.type) : hands(chance, style, signs) + tail(chance, style);
  if (paper.type === 'insurance') return html(style, insuranceSheets(chance, paper, style, { title: top + title, wrap, end }), styles);
  const note = text.note && chance.in(0.6) ? `<p class="small">${spelled(text.note, style)}</p>` : '';
  const inner = body(chance, paper, style, text, stated);
  if (style.layout === 'receipt') return html(style, [wrap(`<div class="strip"><p style="text-align:center">${spelled(organisation, style)}</p>${title}${inner}<h2></h2>${note}</div>`, true)], styles);
  const whole = top + title + inner + note + end;
  const bordered = style.layout === 'cert' || (style.layout === 'told' && paper.type !== 'lease' && chance.in(0.35));
  if (bordered) style.frame = false;
  return html(style, [wrap(bordered ? `<div class="cert">${whole}</div>` : whole, true)], styles);
}
