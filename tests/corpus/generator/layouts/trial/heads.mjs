// SPDX-License-Identifier: GPL-3.0-or-later
// Heads and endings of the papers of the part `trial`: letters, certificates, prints from the web.
import { spelled } from '../../look.mjs';
import { inDigits } from '../../printing.mjs';
import { valueHtml } from '../values.mjs';
import { papers } from './papers.mjs';

export const headStyles = `
  .crest { text-align: center; font-size: .9em; border-bottom: .9mm double #444; margin-bottom: 4mm; padding-bottom: 2mm } .crest .logo { margin: 0 auto 1mm } .crest .no { display: flex; justify-content: space-between; font-size: .9em; margin-top: 1mm }
  .desk { display: flex; justify-content: space-between; align-items: flex-start; margin-bottom: 4mm; font-size: .86em } .desk .no { border: .3mm solid #555; padding: 1mm 4mm; min-width: 46mm } .desk .logo { display: inline-block; vertical-align: middle; margin-left: 3mm }
  .band { display: flex; justify-content: space-between; background: #eceae2; padding: 2mm 4mm; margin-bottom: 4mm; font-size: .86em } .band .no { display: flex; gap: 5mm }
  .web { font-size: .7em; color: #444; display: flex; justify-content: space-between; direction: ltr; margin-bottom: 3mm } .site { background: #e8eef6; border-bottom: .6mm solid #2f5f9e; padding: 1.5mm 4mm; display: flex; justify-content: space-between; margin-bottom: 4mm }
  .ends-web { font-size: .7em; color: #444; display: flex; justify-content: space-between; direction: ltr; border-top: .2mm solid #999; margin-top: 8mm; padding-top: 1mm } .tail { font-size: .74em; margin-top: 6mm; border: .2mm dashed #666; padding: 1mm 3mm }
  .hands { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; margin-top: 7mm; border: .3mm solid #555 } .hands > div { min-height: 24mm; padding: 1mm 2mm; text-align: center; font-size: .86em; border-left: .3mm solid #555 } .hands > div:last-child { border-left: 0 } .hand { margin: 9mm 105mm 0 0; text-align: center }`;

const emblem = (c) => `<svg class="logo" viewBox="0 0 40 40"><circle cx="20" cy="20" r="17" fill="none" stroke="${c}" stroke-width="2.4"/><path d="M8 26q12-22 24 0M12 30h16M20 8v6" fill="none" stroke="${c}" stroke-width="2.4"/></svg>`;
const day = (chance) => `${chance.between(1401, 1405)}/${String(chance.between(1, 12)).padStart(2, '0')}/${String(chance.between(1, 29)).padStart(2, '0')}`;
const latin = (text, style) => `<span dir="ltr">${inDigits(text, style.head_digits)}</span>`;

/** The head of a letter. `stated`: fields that stand in it as its number and date; the others are the letter's own. */
export function letter(chance, paper, style, organisation, stated) {
  const say = (word, key, other) => `<div>${key && stated.includes(key) ? `<span class="l" data-l="${key}">${spelled(word, style)}</span>: ${valueHtml(key, paper.fields[key], { ...style, cells: false })}` : `${spelled(word, style)}: ${latin(other, style)}`}</div>`;
  const lines = [say(chance.of(['شماره', 'شماره ثبت', 'ش']), papers[paper.type].number, `${chance.between(10, 99)}/${chance.between(100, 9999)}/${chance.of(['د', 'ص', 'ف'])}`), say(chance.of(['تاریخ', 'مورخه']), 'issue_date', day(chance))];
  const org = spelled(organisation, style);
  const blessing = spelled(chance.of(['بسمه تعالی', 'به نام ایزد یکتا', 'باسمه‌تعالی']), style);
  if (chance.in(0.25)) return `<p style="text-align:center">${blessing}</p><div class="band"><b>${org}</b><div class="no">${lines.join('')}</div></div>`;
  if (chance.in(0.5)) return `<div class="crest">${blessing}${emblem(style.accent)}<b>${org}</b><div class="no">${lines.join('')}</div></div>`;
  return `<div class="desk"><div>${emblem(style.accent)}<b>${org}</b></div><div>${blessing}</div><div class="no">${lines.join('')}<div>${spelled(`پیوست: ${chance.of(['ندارد', 'یک برگ', '–'])}`, style)}</div></div></div>`;
}

/** The head of a page printed from a browser, and its end. */
export function webHead(chance, paper, style, organisation, title) {
  const hour = `${chance.between(8, 20)}:${chance.between(10, 59)}`;
  return `<div class="web"><span>${day(chance)}, ${hour}</span><span dir="rtl">${spelled(title, style)}</span></div><div class="site"><b>${spelled(organisation, style)}</b><span>${spelled(chance.of(['درگاه خدمات الکترونیک', 'میز خدمت', 'کارپوشه من', 'پنجره واحد خدمات']), style)}</span></div>`;
}
export const webEnd = (chance, type) => `<div class="ends-web"><span>https://${papers[type].web}?id=${chance.digits(6)}</span><span>1/1</span></div>`;

export const tail = (chance, style) => (chance.in(0.35) ? `<div class="tail">${spelled(chance.of(['رونوشت: بایگانی', 'هرگونه خدشه و قلم‌خوردگی موجب بی‌اعتباری این برگ است.', 'اصالت این برگ با اسکن رمزینه قابل بررسی است.', 'چاپ‌شده توسط کاربر سامانه – بدون مهر و امضا اعتبار ندارد.']), style)}</div>` : '');

export function hands(chance, style, names) {
  const shown = names.map((one) => spelled(one, style));
  if (names.length === 1 && chance.in(0.6)) return `<div class="hand">${shown[0]}<br>${spelled('مهر و امضا', style)}</div>`;
  return `<div class="hands">${shown.map((one) => `<div>${one}</div>`).join('')}</div>`;
}
