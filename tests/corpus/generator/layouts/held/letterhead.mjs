// SPDX-License-Identifier: GPL-3.0-or-later
// What stands above and below the contents of a paper of the part `held`: letterhead, title, photograph, signatures.
import { inDigits } from '../../printing.mjs';
import { spelled } from '../../look.mjs';

export const letterheadStyles = (style) => `
  .lh { display: flex; align-items: flex-start; justify-content: space-between; margin-bottom: 3mm; font-size: .82em; line-height: 1.6 } .lh > * { flex: 1 1 33% } .lh .m { text-align: center } .lh .e { padding-right: 20mm } .lh.rule { border-bottom: .6mm double ${style.accent}; padding-bottom: 1.5mm } .lh svg { width: 14mm; height: 14mm }
  .band { background: ${style.accent}; color: #fff; margin: -4mm -6mm 3mm; padding: 2mm 6mm; display: flex; justify-content: space-between; font-size: .86em } .ttl { text-align: center; margin: 0 0 4mm } .ttl.in h1 { display: inline-block; border: .5mm solid ${style.accent}; border-radius: 3mm; padding: .5mm 9mm; margin: 0 }
  .photo { float: left; width: 25mm; height: 32mm; border: .3mm solid #666; margin: 0 5mm 2mm 0; background: #e8e8e8 } .photo svg { width: 100%; height: 100% } .with { display: flex; align-items: flex-start } .with > :first-child { flex: 1 } .with .photo { flex: none; margin: 3mm 5mm 0 0 } .after { clear: both } .sig td { border: .2mm solid #888; height: 22mm; vertical-align: top; font-size: .86em } .v { ${style.strong ? 'font-weight: bold' : ''} }`;

const emblem = (c) => `<svg viewBox="0 0 40 40"><path d="M20 2 L36 11 V29 L20 38 L4 29 V11Z" fill="none" stroke="${c}" stroke-width="2"/><path d="M12 25c0-9 16-9 16 0M14 29h12M20 9v6" fill="none" stroke="${c}" stroke-width="2"/></svg>`;

/** `numbered`: with the number and date that an office gives its letters. `state`: of an office of the state, not of a business. */
export function letterhead(chance, style, organisation, unit, { numbered = true, state = true } = {}) {
  const say = (text) => spelled(text, style);
  const value = (text) => `<span dir="ltr">${inDigits(text, style.head_digits)}</span>`;
  const number = chance.weighted([[`${chance.between(10, 99)}/${chance.digits(5)}`, 2], [chance.digits(7), 2], [`${chance.digits(3)}/${chance.digits(3)}/د`, 1]]);
  const day = `${chance.between(1400, 1405)}/${String(chance.between(1, 12)).padStart(2, '0')}/${String(chance.between(1, 29)).padStart(2, '0')}`;
  const end = numbered && chance.in(0.8) ? `${say('شماره')}: ${value(number)}<br>${say('تاریخ')}: ${value(day)}${chance.in(0.4) ? `<br>${say('پیوست')}: ${say('ندارد')}` : ''}` : '';
  const from = `${say(organisation)}${unit ? `<br>${say(unit)}` : ''}`;
  const kind = chance.weighted([['middle', 4], ['rule', 3], ['band', 2]]);
  if (kind === 'band') return `<div class="band"><span>${say(organisation)}</span><span>${say(unit || (state ? 'جمهوری اسلامی ایران' : ''))}</span></div>${end ? `<div class="lh"><div></div><div class="m">${say('باسمه تعالی')}</div><div class="e">${end}</div></div>` : ''}`;
  if (kind === 'middle') return `<div class="lh"><div></div><div class="m">${emblem(style.accent)}<br>${from}</div><div class="e">${end}</div></div>`;
  return `<div class="lh rule"><div>${emblem(style.accent)}</div><div class="m">${say(chance.of(['باسمه تعالی', 'بسم الله الرحمن الرحیم']))}<br>${from}</div><div class="e">${end}</div></div>`;
}

export const heading = (chance, style, words) => `<div class="ttl${chance.in(0.35) ? ' in' : ''}"><h1>${spelled(words, style)}</h1></div>`;

export const photo = () => '<div class="photo"><svg viewBox="0 0 25 32"><circle cx="12.5" cy="12" r="5.5" fill="#b9b9b9"/><path d="M3 32c0-16 19-16 19 0z" fill="#a9a9a9"/></svg></div>';

/** Who signs, beside each other or each in a box. */
export function signatures(chance, style, people) {
  const say = (text) => spelled(text, style);
  if (chance.in(0.35)) return `<table class="sig after"><tr>${people.map((who) => `<td>${say(who)}</td>`).join('')}</tr></table>`;
  return `<div class="sign after">${people.map((who) => `<div>${say(who)}${chance.in(0.4) && !/مهر|امضا/.test(who) ? `<br>${say('مهر و امضا')}` : ''}</div>`).join('')}</div>`;
}
