// SPDX-License-Identifier: GPL-3.0-or-later
// From a paper's values to the HTML of its sheets, in the part `study`.
import { spelled } from '../../look.mjs';
import { html, sheet } from '../page.mjs';
import { rowsOf } from '../values.mjs';
import { form, formShares, formStyles } from './forms.mjs';
import { foot, letterhead, letterStyles, papers, signs } from './letterhead.mjs';
import { leaseForm, leaseTold } from './lease.mjs';
import { tell, told } from './sentences.mjs';
import { insuranceSheets, invoiceBody, tableStyles } from './tables.mjs';

const who = /name|national_code|father|birth/;
const where = /province|city|address|postal|area|plate|phone|workshop|university/;

/** The rows of a paper under the headings of its kind; sometimes under a single one. */
function sectionsOf(chance, rows, style, heads) {
  const parts = [rows.filter(({ key }) => who.test(key)), rows.filter(({ key }) => !who.test(key) && where.test(key)), rows.filter(({ key }) => !who.test(key) && !where.test(key))];
  // One field alone under a heading joins what follows.
  if (parts[1].length === 1) parts[2].unshift(...parts[1].splice(0));
  const sections = parts.map((some, i) => ({ title: spelled(heads[i], style), rows: some }));
  if (chance.in(0.25)) return [{ title: spelled('مشخصات', style), rows }];
  return chance.in(0.25) ? [sections[2], sections[0], sections[1]] : sections;
}

function body(chance, paper, style, text, stated) {
  const keys = Object.keys(paper.fields);
  if (style.layout === 'told' && paper.type === 'lease') return leaseTold(chance, paper, style);
  if (style.layout === 'told') {
    const { body: sentences, used } = tell(chance.of(told[paper.type]), paper, style);
    const rest = keys.filter((key) => !used.has(key) && !stated.includes(key));
    return sentences + (rest.length ? form('blanks', [{ title: spelled('سایر مشخصات', style), rows: rowsOf(chance, paper, style, rest) }], style, chance) : '');
  }
  const rows = rowsOf(chance, paper, style, keys.filter((key) => !stated.includes(key)));
  if (paper.type === 'lease' && chance.in(0.7)) return leaseForm(chance, paper, style, style.layout === 'card' ? 'blanks' : style.layout, rows);
  return form(style.layout, sectionsOf(chance, rows, style, text.heads), style, chance);
}

/** The whole document as HTML. */
export function studyHtml(chance, paper, style) {
  const text = papers[paper.type];
  style.layout = chance.weighted(formShares);
  if (paper.type === 'lease' && chance.in(0.35)) style.layout = 'told';
  if (['insurance', 'invoice'].includes(paper.type) && style.layout === 'card') style.layout = 'numbered';
  const stated = chance.in(0.35) ? [text.number, 'issue_date'].filter((key) => key in paper.fields && !['deed', 'insurance', 'invoice'].includes(paper.type)) : [];
  const wrap = (inner, last) => sheet(chance, style, inner, { stampWords: text.stamp, last });
  const organisation = paper.type === 'invoice' ? paper.fields.seller_name.value : chance.of(text.org);
  const title = `${letterhead(chance, paper, style, organisation, stated)}<h1>${spelled(paper.previous ? chance.of(['پروانه دوره قبل دفتر', 'سوابق پروانه']) : chance.of(text.titles), style)}</h1>`;
  const names = paper.type === 'lease' ? ['امضا و اثر انگشت موجر', 'امضا و اثر انگشت مستأجر', text.sign] : paper.type === 'invoice' ? [text.sign, 'مهر و امضای خریدار'] : [text.sign];
  const end = signs(chance, style, names) + foot(chance, style);
  const styles = formStyles + letterStyles + tableStyles(style);
  if (paper.type === 'insurance') return html(style, insuranceSheets(chance, paper, style, { title, wrap, end, layout: style.layout }), styles);
  if (paper.type === 'invoice') return html(style, [wrap(title + invoiceBody(chance, paper, style, style.layout) + end, true)], styles);
  const note = text.note && chance.in(0.7) ? `<p class="small">${spelled(text.note, style)}</p>` : '';
  return html(style, [wrap(title + body(chance, paper, style, text, stated) + note + end, true)], styles);
}
