// SPDX-License-Identifier: GPL-3.0-or-later
// How one document looks and spells: font, digits, separators, printing of dates, letters, layout. The parts `tune`,
// `report` and `held` share no font and no layout variant; `study` and `trial` have the fonts of `tune`.
import { readFileSync } from 'node:fs';
import { faceRules } from './faces.mjs';
import { amountPrinting, arabicLetters, datePrinting, decimalPrinting, hasMonthName, inDigits, withoutJoiner } from './printing.mjs';

const fonts = JSON.parse(readFileSync(new URL('fonts.json', import.meta.url), 'utf8'));
const records = [['beside', 4], ['above', 3], ['grid', 3], ['heads', 2], ['dotted', 3], ['two', 3], ['sections', 2], ['prose', 4]];
const dateHows = [['slashes', 10], ['short', 3], ['dashes', 2], ['dots', 1], ['reversed', 2], ['day_first', 1], ['two_digit', 2], ['month_name', 3], ['month_name_mah', 1], ['words', 2], ['words_year', 0.5]];

export function look(chance, split, type) {
  const faces = ['study', 'trial'].includes(split) ? 'tune' : split;
  const font = chance.weighted(fonts[faces].map((one) => [one, one.weight]));
  const digits = chance.weighted([['fa', 7], ['latin', 2], ['arabic', 0.6]]);
  return {
    split, font: font.family, faces: faceRules(font), em: font.size, size: chance.real(10.6, 14), title_font: chance.of(fonts.titles[faces]) || font.family, bold: chance.in(0.25),
    air: chance.weighted([[1, 3], [1.2, 2], [1.45, 2]]), layout: chance.weighted(records), digits, head_digits: chance.in(0.2) ? 'latin' : digits,
    date: chance.weighted(dateHows), separator: chance.weighted([['٬', 2], [',', 4], ['/', 2], ['.', 1], ['', 2], ['،', 1]]), point: chance.weighted([['.', 4], ['٫', 2], ['/', 3]]),
    arabic: chance.in(0.22), joiner: chance.weighted([['\u200c', 6], [' ', 3], ['', 1]]), colon: chance.of([':', ' :', '', ' : ', ' –']),
    cells: chance.in(0.3), toman: ['lease'].includes(type) && chance.in(0.2), words: chance.in(0.35), postal_dash: chance.in(0.12), split_name: chance.in(0.18), titled: chance.in(0.25),
    frame: chance.in(0.3), tint: chance.in(0.2), watermark: chance.in(0.15) ? chance.of(['کپی برابر اصل', 'اصل سند', 'رونوشت', 'نسخه دفتر']) : '', stamps: chance.weighted([[0, 3], [1, 4], [2, 2]]), over: chance.in(0.3), signed: chance.in(0.65), coded: chance.in(0.25),
    hue: chance.of(['#1d3f8f', '#26479b', '#6a2a86', '#1f6f43', '#9b2231']), accent: chance.of(['#143c6b', '#0b5d4a', '#5b1f1f', '#222']),
  };
}

/** Letters as this document has them. Digits inside running text follow the document too. */
export function spelled(text, style) {
  const joined = withoutJoiner(text, style.joiner);
  return inDigits(style.arabic ? arabicLetters(joined) : joined, style.digits);
}

/** `{text, cells, words}`: the value as it is printed. */
export function printed(field, style) {
  const { kind, value } = field;
  if (kind === 'date') return { text: spelled(datePrinting(value, style.date), style), words: hasMonthName(style.date) || undefined };
  if (kind === 'amount') {
    const shown = field.toman ? Number(value) / 10 : Number(value);
    return { text: inDigits(amountPrinting(shown, style.separator), style.digits) };
  }
  if (kind === 'area' || kind === 'decimal') return { text: inDigits(decimalPrinting(value, style.digits === 'latin' && style.point === '٫' ? '.' : style.point), style.digits) };
  if (kind === 'serial') return { text: value };
  if (kind === 'postal' && style.postal_dash) return { text: inDigits(`${value.slice(0, 5)}-${value.slice(5)}`, style.digits) };
  const text = spelled(value, style);
  return { text, cells: (style.cells && ['natcode', 'postal'].includes(kind) && /^.{8,}$/.test(value)) || undefined };
}
