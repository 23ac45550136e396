// SPDX-License-Identifier: GPL-3.0-or-later
// Forms of the part `trial`: rows `{key, label, value, wide}` under the titles of their sections, all HTML already. A title
// always stands, as in some papers a label means nothing without it.
import { spelled } from '../../look.mjs';
import { inDigits } from '../../printing.mjs';

export const l = (row, tail = '') => `<span class="l" data-l="${row.key}">${row.label}</span>${tail}`;

export const formStyles = `
  .stack { table-layout: fixed } .stack th { font-weight: normal; font-size: .78em; background: #e9e9e4; padding: .2mm 1.6mm } .stack td { padding: 1mm 1.6mm } .stack .s { background: #4b5563; color: #fff; font-size: .95em; text-align: right }
  .fold { display: grid; grid-template-columns: 44mm 92mm; row-gap: 1mm; margin: 2mm 0 } .fold .b { border-bottom: .35mm dotted #333; padding: 0 2mm } .fold .d { line-height: 2 } .fold .end { border-bottom: .35mm dotted #333; display: block }
  .runs { text-align: right } .pairs td { border-width: .2mm 0; text-align: right } .pairs .k { color: #333; background: #f5f5f1; width: 19% } .pairs .s td { font-weight: bold; border: 0; padding-top: 2.5mm; background: none }
  .checked td { text-align: right } .checked .ok { width: 34mm; font-size: .76em; text-align: center } .checked .s th { text-align: right; background: #eef2e8 }
  .cert { border: 2.2mm double #8a6d2f; outline: .4mm solid #8a6d2f; outline-offset: 1.4mm; padding: 9mm 10mm; min-height: 236mm } .cert h1 { font-size: 1.7em } .centred { text-align: center } .centred p { text-align: center; margin: 2.4mm 0 } .centred h2 { text-align: center }
  .strip { width: 80mm; margin: 0 auto; border: .2mm solid #bbb; padding: 4mm 3mm; font-size: .82em; line-height: 1.5 } .strip h2 { border-top: .3mm dashed #333; margin: 2mm 0 1mm; padding-top: 1mm; color: #111 } .strip h1 { font-size: 1.15em; margin: 0 0 1mm } .strip .r { display: flex; justify-content: space-between; gap: 3mm } .strip .r > :last-child { text-align: left } .strip .r.w { display: block } .strip .r.w > * { display: block; text-align: right }
  .panel { border: .25mm solid #b9c4d2; border-radius: 1.6mm; margin: 3mm 0 } .panel h2 { background: #f1f5fa; margin: 0; padding: .8mm 3mm; color: #24466f } .panel .in { display: grid; grid-template-columns: repeat(3, 1fr); gap: 2mm 4mm; padding: 2mm 3mm } .panel .two { grid-template-columns: 1fr 1fr } .panel .w { grid-column: 1 / -1 } .panel .l { color: #667; font-size: .78em } .panel .up .l { display: block; line-height: 1.4 }
  .twice td { border-width: 0 0 .2mm; text-align: right } .twice .en { direction: ltr; text-align: left; font-size: .68em; color: #444; width: 38mm; font-family: 'DejaVu Sans' } .twice .k { width: 46mm } .twice .s th { border: 0; text-align: right }
  .notes { margin: 2mm 0 } .notes .n { font-size: .7em; color: #444 } .leaders p { text-align: right }
  .under { display: grid; grid-template-columns: repeat(3, 1fr); margin: 2mm 0; border: .25mm solid #444 } .under > div { border: .15mm solid #444; text-align: center; padding: 1.4mm 1mm .4mm } .under .w { grid-column: 1 / -1 } .under .l { font-size: .7em; line-height: 1.4 }
  .spine td { text-align: right } .spine .s { writing-mode: vertical-rl; transform: rotate(180deg); width: 9mm; text-align: center; font-weight: bold; line-height: 1.2; padding: 1mm 0; border: 0 } .spine .h { width: 10mm; padding: 0; background: #efefef; vertical-align: middle } .register th { background: #f0f0f0; font-size: .84em } .register .n td { font-size: .66em; padding: 0; line-height: 1.4; background: #fafafa }`;

const english = [[/holder|taxpayer|payer|owner|buyer|seller|landlord|tenant|employer/, 'Full Name'], [/father/, "Father's Name"], [/birth_cert/, 'ID No.'], [/birth_date/, 'Date of Birth'], [/workshop_code/, 'Workshop Code'], [/economic/, 'Economic Code'], [/tracking/, 'Tracking No.'], [/plate/, 'Reg. Plate'], [/deed_no|certificate_no|licence_no/, 'Document No.'], [/file_no/, 'File No.'],
  [/postal/, 'Postal Code'], [/address/, 'Address'], [/province/, 'Province'], [/city/, 'City'], [/issue/, 'Date of Issue'], [/expiry/, 'Valid Until'], [/start/, 'Start Date'], [/end_date/, 'End Date'], [/graduation/, 'Graduation Date'], [/gpa/, 'GPA'], [/degree/, 'Degree'], [/major/, 'Field of Study'], [/university/, 'University'], [/area/, 'Area'], [/phone/, 'Tel.'], [/rent/, 'Monthly Rent'], [/deposit/, 'Deposit'], [/year/, 'Fiscal Year'], [/amount/, 'Amount'], [/disability/, 'Disability'], [/severity/, 'Severity']];
const inEnglish = (key) => (/national_code/.test(key) ? 'National ID' : (english.find(([pattern]) => pattern.test(key))?.[1] ?? ''));

const notes = [[/national_code/, 'طبق مدرک هویتی'], [/name/, 'کامل و خوانا'], [/postal/, 'ده رقم'], [/address/, 'شهر، خیابان، کوچه، پلاک'], [/_date/, 'هجری شمسی'], [/_no$|code/, 'به عدد'], [/rent|deposit|amount/, 'به رقم'], [/area/, 'طبق سند']];
const noteOf = (key) => notes.find(([pattern]) => pattern.test(key))?.[1];

/** Rows as lines of at most `count`; a wide row has a line of its own. */
function lines(rows, count) {
  const out = [];
  for (const row of rows) {
    const last = out.at(-1);
    if (!last || row.wide || last[0].wide || last.length === count) out.push([row]);
    else last.push(row);
  }
  return out;
}

/** A line's cells stretched over `count` columns. */
const stretched = (line, count, cell) => line.map((row, i) => cell(row, i === line.length - 1 ? count - i : 1)).join('');

const bare = (html) => html.replace(/<[^>]*>/g, '');
/** Lines of `[row, columns]` over twelve columns, each row as broad as its text asks. */
function spread(rows) {
  const out = [];
  let left = 0;
  for (const row of rows) {
    const letters = Math.max(bare(row.value).length + (/data-cells/.test(row.value) ? 18 : 2), bare(row.label).length * 0.85);
    const columns = row.wide ? 12 : Math.min(12, Math.max(2, Math.ceil(letters / 5.5)));
    if (columns > left) {
      if (left) out.at(-1).at(-1)[1] += left;
      out.push([]);
      left = 12;
    }
    out.at(-1).push([row, columns]);
    left -= columns;
  }
  if (left) out.at(-1).at(-1)[1] += left;
  return out;
}

const w = (row) => (row.wide ? 'w' : '');

const forms = {
  stack: (sections) => `<table class="stack">${sections.map(({ title, rows }) => `<tr><th class="s" colspan="12">${title}</th></tr>${spread(rows).map((line) => `<tr>${line.map(([row, span]) => `<th colspan="${span}">${l(row)}</th>`).join('')}</tr><tr>${line.map(([row, span]) => `<td colspan="${span}">${row.value}</td>`).join('')}</tr>`).join('')}`).join('')}</table>`,
  fold: (sections, style) => sections.map(({ title, rows }) => `<h2>${title}</h2><div class="fold">${rows.map((row) => `<div>${l(row, style.colon)}</div><div>${row.wide ? `<div class="d"><span class="b">${row.value}</span></div><span class="end"></span>` : `<div class="b">${row.value}</div>`}</div>`).join('')}</div>`).join(''),
  runs: (sections, style, chance) => {
    const mark = chance.of([' - ', ' / ', ' | ', ' * ', ' // ']);
    const broken = chance.of([3, 99]);
    return sections.map(({ title, rows }) => `<p class="runs"><b>${title}</b>${broken === 3 ? '<br>' : ': '}${lines(rows, broken).map((line) => line.map((row) => `${l(row, ':')} ${row.value}`).join(mark)).join(broken === 3 ? '<br>' : mark)}</p>`).join('');
  },
  pairs: (sections, style, chance) => {
    const colon = chance.of([':', '']);
    return `<table class="pairs">${sections.map(({ title, rows }) => `<tr class="s"><td colspan="4">${title}</td></tr>${lines(rows, 2).map((line) => `<tr>${line.map((row) => `<td class="k">${l(row, colon)}</td><td${line.length === 1 ? ' colspan="3"' : ''}>${row.value}</td>`).join('')}</tr>`).join('')}`).join('')}</table>`;
  },
  checked: (sections, style, chance) => {
    const marks = chance.of([['وضعیت', 'تأیید شد ✓'], ['نتیجه تطبیق', 'منطبق'], ['کنترل', '☑']]);
    const heads = [chance.of(['موضوع', 'عنوان', 'قلم اطلاعاتی']), chance.of(['مندرجات', 'اطلاعات', 'مقدار ثبت‌شده']), marks[0]].map((one) => `<th>${spelled(one, style)}</th>`).join('');
    return `<table class="checked"><tr>${heads}</tr>${sections.map(({ title, rows }) => `<tr class="s"><th colspan="3">${title}</th></tr>${rows.map((row) => `<tr><td>${l(row)}</td><td>${row.value}</td><td class="ok">${spelled(marks[1], style)}</td></tr>`).join('')}`).join('')}</table>`;
  },
  cert: (sections, style) => `<div class="centred">${sections.map(({ title, rows }) => `<h2>❖ ${title} ❖</h2>${lines(rows, 2).map((line) => `<p>${line.map((row) => `${l(row, style.colon || ':')} ${row.value}`).join(' &emsp;&emsp; ')}</p>`).join('')}`).join('')}</div>`,
  receipt: (sections) => sections.map(({ title, rows }) => `<h2>${title}</h2>${rows.map((row) => `<div class="r ${w(row)}"><span>${l(row, ':')}</span><span>${row.value}</span></div>`).join('')}`).join(''),
  portal: (sections, style, chance) => {
    const up = chance.in(0.6);
    return sections.map(({ title, rows }) => `<div class="panel"><h2>${title}</h2><div class="in ${up ? 'up' : 'two'}">${rows.map((row) => `<div class="${w(row)}">${l(row, up ? '' : ' : ')}${row.value}</div>`).join('')}</div></div>`).join('');
  },
  bilingual: (sections) => `<table class="twice">${sections.map(({ title, rows }) => `<tr class="s"><th colspan="3">${title}</th></tr>${rows.map((row) => `<tr><td class="k">${l(row, ':')}</td><td>${row.value}</td><td class="en">${inEnglish(row.key)}</td></tr>`).join('')}`).join('')}</table>`,
  notes: (sections, style, chance) => {
    const beneath = chance.in(0.4);
    return sections.map(({ title, rows }, i) => `<h2>${inDigits(i + 1, style.digits)}) ${title}</h2><div class="notes">${rows.map((row) => {
      const note = /\(/.test(row.label) ? '' : noteOf(row.key);
      const said = note ? `<span class="n">(${spelled(note, style)})</span>` : '';
      return `<p>${beneath ? `${l(row, ':')} ${row.value} ${said}` : `${l(row)} ${said}: ${row.value}`}</p>`;
    }).join('')}</div>`).join('');
  },
  leaders: (sections, style, chance) => {
    const mark = chance.of(['.', '…', '_', '-']);
    const far = chance.in(0.5) ? 46 : 0;
    // The dots are as many as bring the values about beneath each other, or as many after every label.
    const fill = (row) => mark.repeat(Math.ceil(Math.max(10, far - bare(row.label).length * 1.4) / (mark === '…' ? 3 : mark === '.' ? 1 : 2)));
    return sections.map(({ title, rows }) => `<h2>${title}</h2><div class="leaders">${rows.map((row) => `<p>${l(row)} ${fill(row)} ${row.value}</p>`).join('')}</div>`).join('');
  },
  under: (sections) => sections.map(({ title, rows }) => `<h2>${title}</h2><div class="under">${lines(rows, 3).map((line) => stretched(line, 3, (row, span) => `<div style="grid-column: span ${span}">${row.value}<br>${l(row)}</div>`)).join('')}</div>`).join(''),
  spine: (sections) => `<table class="spine">${sections.map(({ title, rows }) => lines(rows, 3).map((line, i, all) => `<tr>${i ? '' : `<td class="h" rowspan="${all.length}"><div class="s">${title}</div></td>`}${stretched(line, 3, (row, span) => `<td colspan="${span}">${l(row, ':')} ${row.value}</td>`)}</tr>`).join('')).join('')}</table>`,
  register: (sections, style) => {
    let n = 0;
    return sections.map(({ title, rows }) => `<h2>${title}</h2>${lines(rows, 4).map((line) => `<table class="register"><tr>${line.map((row) => `<th>${l(row)}</th>`).join('')}</tr><tr class="n">${line.map(() => `<td>(${inDigits(++n, style.digits)})</td>`).join('')}</tr><tr>${line.map((row) => `<td>${row.value}</td>`).join('')}</tr></table>`).join('')}`).join('');
  },
};

export const formShares = [['stack', 3], ['fold', 3], ['runs', 3], ['pairs', 3], ['checked', 1.5], ['cert', 2], ['receipt', 1.5], ['portal', 3], ['bilingual', 2], ['notes', 2], ['leaders', 2], ['under', 1], ['spine', 2], ['register', 2], ['told', 7]];
/** Digits in boxes have no place in these. */
export const narrow = ['runs', 'receipt', 'register', 'under', 'spine', 'portal', 'told'];
export const form = (layout, sections, style, chance) => forms[layout](sections.filter(({ rows }) => rows.length), style, chance);
