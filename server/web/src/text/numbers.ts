// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as people read them: Persian digits and grouping in Persian, Latin ones in English.
import { language } from './language';

const persian_digits = '۰۱۲۳۴۵۶۷۸۹';

/** Every Latin or Arabic digit of a text as a Persian one, in Persian; in English every digit as a Latin one. */
export function localDigits(text: string): string {
  return language() === 'fa' ? toPersianDigits(text) : toLatinDigits(text);
}

/** A number somebody was given, such as a receipt's; one with Latin letters in it stays as it is. */
export const localCode = (code: string): string => (/[A-Z]/.test(code) ? code : localDigits(code));

export function toPersianDigits(text: string): string {
  return toLatinDigits(text).replace(/[0-9]/g, (digit) => persian_digits[Number(digit)] ?? digit);
}

export function toLatinDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code >= 0x06f0 ? code - 0x06f0 : code - 0x0660);
  });
}

/** `1234.5` → «۱٬۲۳۴٫۵»; at most one decimal unless told otherwise. */
export function formatNumber(value: number, decimals = 1): string {
  return new Intl.NumberFormat(language() === 'fa' ? 'fa-IR' : 'en-GB', { maximumFractionDigits: decimals }).format(value);
}

/** Points come as thousandths. */
export function formatPoints(thousandths: number): string {
  return formatNumber(thousandths / 1000);
}

/** Per mille → «۹۷٪». */
export function formatPerMille(value: number): string {
  return formatPercent(value / 10);
}

export function formatPercent(value: number): string {
  const rounded = formatNumber(value, 0);
  return language() === 'fa' ? `${rounded}٪` : `${rounded}%`;
}

export function formatBytes(bytes: number): string {
  const units = language() === 'fa' ? ['بایت', 'کیلوبایت', 'مگابایت', 'گیگابایت'] : ['B', 'kB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${formatNumber(value, value < 10 && unit > 0 ? 1 : 0)} ${units[unit]}`;
}

const counted: readonly string[] = ['amount', 'area', 'count', 'days', 'decimal'];

/** A finding's value for reading: amounts and counts are grouped, numbers that name something are not. */
export function findingValue(kind: string, text: string): string {
  const digits = toLatinDigits(text).trim();
  return counted.includes(kind) && /^\d{4,15}$/.test(digits) ? formatNumber(Number(digits)) : localDigits(text);
}

/** A value as typed, for reading: whole numbers of five digits and more are grouped, everything gets local digits. */
export function readable(value: unknown): string {
  if (typeof value === 'number') return formatNumber(value, 3);
  return localDigits(String(value ?? ''));
}
