// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet itself: style sheet, letterhead, title, frame, watermark, stamps and signatures, none of them a real emblem.
import { inDigits } from '../printing.mjs';
import { spelled } from '../look.mjs';

const styleSheet = (style) => `
  @page { size: 210mm 297mm; margin: 0 }
  * { box-sizing: border-box }
  html { -webkit-print-color-adjust: exact } body { margin: 0; direction: rtl; color: #111; font-family: '${style.font}'; font-size: ${(style.size * style.em).toFixed(2)}pt; line-height: ${((1.75 * style.air) / Math.max(1, style.em * 0.86)).toFixed(2)} }
  .page { width: 210mm; height: 296.9mm; padding: ${style.frame ? '21mm 22mm' : '15mm 18mm'}; position: relative; overflow: hidden; break-after: page; background: #fff }
  .page:last-child { break-after: auto }
  .tint { position: absolute; inset: 0; background: repeating-linear-gradient(58deg, #3a7a6a14 0 .4mm, #fff0 .4mm 2.2mm) }
  .frame { position: absolute; inset: 9mm; border: 1.4mm double ${style.accent} }
  .mark { position: absolute; top: 120mm; left: 30mm; right: 30mm; text-align: center; font-size: 52pt; color: #0000001a; transform: rotate(-32deg) }
  .body { position: relative }
  .head { display: flex; justify-content: space-between; font-size: .84em; margin-bottom: 4mm } .head > * { width: 33% } .head .mid { text-align: center } .head .end { padding-right: 18mm }
  .logo { width: 15mm; height: 15mm; display: block; margin: 0 0 1mm }
  h1 { font: bold 1.42em/${/Nastaliq/.test(style.title_font) ? 2.3 : 1.5} '${style.title_font}'; text-align: center; margin: 0 0 4mm } h2 { font-size: 1.04em; margin: 3.5mm 0 1mm; color: ${style.accent} }
  p { margin: 2mm 0; text-align: justify } .small { font-size: .8em }
  b, th, h2 { font-weight: bold } .l { ${style.bold ? 'font-weight: bold' : ''} } .v { ${!style.bold && style.split === 'report' ? 'font-weight: bold' : ''} }
  [dir=ltr] { unicode-bidi: isolate; white-space: nowrap }
  .cells { display: inline-flex; direction: ltr; vertical-align: middle; line-height: 1.35 } .cells i { font-style: normal; width: 1.42em; text-align: center; border: .25mm solid #333; margin-left: -.25mm }
  table { border-collapse: collapse; width: 100%; margin: 3mm 0 } th, td { border: .25mm solid #444; padding: .8mm 1.6mm; text-align: center; vertical-align: middle }
  .stamp { position: absolute; mix-blend-mode: multiply } .sign { margin-top: 9mm; display: flex; justify-content: space-around; text-align: center }`;

/** «نام خانوادگی و نام» has the family name first. */
export const familyFirst = (label, one) => /^نام خانوادگی و/.test(label) && one.who && !one.who.company;

export function field(key, shown, extra = '') {
  if (shown.cells) return `<span class="cells v" data-f="${key}" data-cells>${[...shown.text].map((digit) => `<i>${digit}</i>`).join('')}</span>`;
  const ltr = !/[\u0621-\u064a\u067e-\u06cc]/.test(shown.text);
  return `<span class="v" data-f="${key}"${ltr ? ' dir="ltr"' : ''}${shown.words ? ' data-words' : ''}${extra}>${shown.text}</span>`;
}

const emblems = {
  tune: (c) => `<circle cx="20" cy="20" r="18" fill="none" stroke="${c}" stroke-width="2"/><path d="M20 6l4 10 10 4-10 4-4 10-4-10-10-4 10-4z" fill="${c}"/>`,
  report: (c) => `<rect x="4" y="4" width="32" height="32" rx="6" fill="none" stroke="${c}" stroke-width="2"/><path d="M10 28V14l10-6 10 6v14M15 28v-9h10v9" fill="none" stroke="${c}" stroke-width="2"/>`,
};

export function head(chance, style, organisation) {
  if (chance.in(0.12)) return `<p style="text-align:center">${chance.of(['بسمه تعالی', 'به نام خدا'])}</p>`;
  const number = chance.weighted([[`${chance.digits(4)}/${chance.digits(4)}`, 2], [chance.digits(6), 2], [`${chance.between(1, 99)}/ص/${chance.digits(4)}`, 1]]);
  const day = `${chance.between(1399, 1405)}/${String(chance.between(1, 12)).padStart(2, '0')}/${String(chance.between(1, 29)).padStart(2, '0')}`;
  const line = (label, value) => `${spelled(label, style)}: <span dir="ltr">${inDigits(value, style.head_digits)}</span><br>`;
  const logo = `<svg class="logo" viewBox="0 0 40 40">${emblems[style.split](style.accent)}</svg>`;
  return `<div class="head"><div>${chance.in(0.7) ? logo : ''}${spelled(organisation, style)}</div><div class="mid">${spelled(chance.of(['بسمه تعالی', 'به نام خدا', 'جمهوری اسلامی ایران']), style)}</div>
    <div class="end">${line('شماره', number)}${line('تاریخ', day)}${chance.in(0.6) ? `${spelled('پیوست', style)}: ${chance.of(['ندارد', 'دارد'])}` : ''}</div></div>`;
}

export function stamp(chance, style, words, x, y) {
  const [first, second] = words;
  const turn = chance.between(-28, 28);
  const size = chance.real(27, 38);
  const common = `left:${x.toFixed(1)}mm;top:${y.toFixed(1)}mm;transform:rotate(${turn}deg);opacity:${chance.real(0.5, 0.8).toFixed(2)};color:${style.hue}`;
  if (chance.in(0.35))
    return `<div class="stamp" style="${common};border:.7mm solid ${style.hue};padding:1mm 4mm;text-align:center;font-size:.78em;line-height:1.5">${first}<br>${second}</div>`;
  return `<svg class="stamp" style="${common};width:${size}mm;height:${size}mm" viewBox="0 0 100 100"><g fill="none" stroke="currentColor"><circle cx="50" cy="50" r="47" stroke-width="2.6"/><circle cx="50" cy="50" r="33" stroke-width="1.3"/></g>
    <g fill="currentColor" text-anchor="middle" font-size="10.5"><path id="arc" d="M13 50a37 37 0 0 1 74 0" fill="none"/><text><textPath href="#arc" startOffset="50%">${first}</textPath></text><text x="50" y="48">${second}</text><text x="50" y="63">${inDigits(chance.between(1, 99), 'fa')}</text></g></svg>`;
}

export function signature(chance, x, y) {
  let path = `M${chance.between(5, 20)} ${chance.between(30, 50)}`;
  for (let i = 0; i < chance.between(4, 7); ++i) path += ` Q${chance.between(5, 110)} ${chance.between(0, 70)} ${chance.between(10, 115)} ${chance.between(10, 60)}`;
  return `<svg class="stamp" style="left:${x.toFixed(1)}mm;top:${y.toFixed(1)}mm;width:${chance.real(26, 42).toFixed(1)}mm;height:20mm;color:${chance.of(['#1b2f8a', '#111', '#16409e'])}" viewBox="0 0 120 70"><path d="${path}" fill="none" stroke="currentColor" stroke-width="${chance.real(1.4, 2.6).toFixed(1)}"/></svg>`;
}

/** A square of random modules that looks like a two-dimensional code and says nothing. */
function codeSquare(chance) {
  let cells = '';
  for (let y = 0; y < 21; ++y) for (let x = 0; x < 21; ++x) if (chance.in(0.48)) cells += `M${x} ${y}h1v1h-1z`;
  return `<svg class="stamp" style="left:17mm;bottom:14mm;width:21mm;height:21mm" viewBox="0 0 21 21"><path d="${cells}"/></svg>`;
}

/** One sheet. `over` millimetres from the top is where a stamp may cover text. */
export function sheet(chance, style, body, { stampWords, last = true }) {
  const marks = [];
  if (last) {
    const low = () => chance.real(212, 250);
    for (let i = 0; i < style.stamps; ++i) {
      const covering = style.over && i === 0;
      marks.push(stamp(chance, style, stampWords.map((one) => spelled(one, style)), chance.real(22, 120), covering ? chance.real(75, 160) : low()));
    }
    if (style.signed) marks.push(signature(chance, chance.real(25, 120), style.over && chance.in(0.4) ? chance.real(80, 170) : low()));
    if (style.coded) marks.push(codeSquare(chance));
  }
  return `<section class="page">${style.tint ? '<div class="tint"></div>' : ''}${style.frame ? '<div class="frame"></div>' : ''}${style.watermark ? `<div class="mark">${spelled(style.watermark, style)}</div>` : ''}<div class="body">${body}</div>${marks.join('')}</section>`;
}

export const html = (style, sheets, extra = '') => `<!doctype html><html lang="fa"><meta charset="utf-8"><style>${style.faces}${styleSheet(style)}${extra}</style><body>${sheets.join('')}</body></html>`;
