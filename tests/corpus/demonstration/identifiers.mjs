// SPDX-License-Identifier: GPL-3.0-or-later
// Invented identifiers with right check digits, and the seeded randomness behind them.

/** Mulberry32: small, seeded, good enough to vary documents the same way on every machine. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function digits(next, count) {
  return Array.from({ length: count }, (_, i) => Math.floor(next() * (i === 0 ? 9 : 10)) + (i === 0 ? 1 : 0)).join('');
}

/** A national code (ten digits, mod 11) of an invented person. */
export function nationalCode(next) {
  const nine = digits(next, 9);
  const sum = [...nine].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0) % 11;
  return nine + String(sum < 2 ? sum : 11 - sum);
}

/** A legal-entity id (eleven digits) of an invented company. */
export function legalId(next) {
  const ten = '14' + digits(next, 8);
  const weights = [29, 27, 23, 19, 17, 29, 27, 23, 19, 17];
  const shift = Number(ten[9]) + 2;
  const rest = [...ten].reduce((total, digit, i) => total + (Number(digit) + shift) * weights[i], 0) % 11;
  return ten + String(rest === 10 ? 0 : rest);
}

export const persianDigits = (text) => String(text).replace(/[0-9]/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]);
export const grouped = (number, separator = '٬') => String(number).replace(/\B(?=(\d{3})+(?!\d))/g, separator);
