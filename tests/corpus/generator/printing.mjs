// SPDX-License-Identifier: GPL-3.0-or-later
// How values are spelled on paper and in declarations: digits, dates, amounts, letters.
import { grouped } from '../demonstration/identifiers.mjs';

export const months = ['فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد', 'شهریور', 'مهر', 'آبان', 'آذر', 'دی', 'بهمن', 'اسفند'];
const ordinals = ['یکم', 'دوم', 'سوم', 'چهارم', 'پنجم', 'ششم', 'هفتم', 'هشتم', 'نهم', 'دهم', 'یازدهم', 'دوازدهم', 'سیزدهم', 'چهاردهم', 'پانزدهم', 'شانزدهم', 'هفدهم', 'هجدهم',
  'نوزدهم', 'بیستم', 'بیست و یکم', 'بیست و دوم', 'بیست و سوم', 'بیست و چهارم', 'بیست و پنجم', 'بیست و ششم', 'بیست و هفتم', 'بیست و هشتم', 'بیست و نهم', 'سی‌ام', 'سی و یکم'];
export const floors = ['همکف', 'اول', 'دوم', 'سوم', 'چهارم', 'پنجم'];

const sets = { latin: '0123456789', fa: '۰۱۲۳۴۵۶۷۸۹', arabic: '٠١٢٣٤٥٦٧٨٩' };
/** Any digits of `text` in the digit set `fa`, `latin` or `arabic`. */
export const inDigits = (text, set) => asciiDigits(text).replace(/[0-9]/g, (digit) => sets[set][Number(digit)]);
export const asciiDigits = (text) => String(text).replace(/[۰-۹]/g, (d) => String(d.codePointAt(0) - 0x6f0)).replace(/[٠-٩]/g, (d) => String(d.codePointAt(0) - 0x660));

export const arabicLetters = (text) => text.replaceAll('ی', 'ي').replaceAll('ک', 'ك');
export const withoutJoiner = (text, by) => text.replaceAll('\u200c', by);

const ones = ['', 'یک', 'دو', 'سه', 'چهار', 'پنج', 'شش', 'هفت', 'هشت', 'نه', 'ده', 'یازده', 'دوازده', 'سیزده', 'چهارده', 'پانزده', 'شانزده', 'هفده', 'هجده', 'نوزده'];
const tens = ['', '', 'بیست', 'سی', 'چهل', 'پنجاه', 'شصت', 'هفتاد', 'هشتاد', 'نود'];
const hundreds = ['', 'یکصد', 'دویست', 'سیصد', 'چهارصد', 'پانصد', 'ششصد', 'هفتصد', 'هشتصد', 'نهصد'];

function threeInWords(number) {
  const parts = [hundreds[Math.floor(number / 100)]];
  const rest = number % 100;
  parts.push(...(rest < 20 ? [ones[rest]] : [tens[Math.floor(rest / 10)], ones[rest % 10]]));
  return parts.filter(Boolean).join(' و ');
}

export function inWords(number) {
  const scales = ['', 'هزار', 'میلیون', 'میلیارد'];
  const parts = [];
  for (let left = number, scale = 0; left > 0; left = Math.floor(left / 1000), ++scale)
    if (left % 1000) parts.unshift([threeInWords(left % 1000), scales[scale]].filter(Boolean).join(' '));
  return parts.join(' و ');
}

/** The printings of a canonical date `1403/05/12`; `words` has the month's name in it. */
export const datePrintings = {
  slashes: (y, m, d) => `${y}/${m}/${d}`,
  dashes: (y, m, d) => `${y}-${m}-${d}`,
  dots: (y, m, d) => `${y}.${m}.${d}`,
  reversed: (y, m, d) => `${d}-${m}-${y}`,
  day_first: (y, m, d) => `${d}/${m}/${y}`,
  short: (y, m, d) => `${y}/${Number(m)}/${Number(d)}`,
  two_digit: (y, m, d) => `${y.slice(2)}/${m}/${d}`,
  month_name: (y, m, d) => `${Number(d)} ${months[Number(m) - 1]} ${y}`,
  month_name_mah: (y, m, d) => `${Number(d)} ${months[Number(m) - 1]} ماه ${y}`,
  words: (y, m, d) => `${ordinals[Number(d) - 1]} ${months[Number(m) - 1]} ${y}`,
  words_year: (y, m, d) => `${ordinals[Number(d) - 1]} ${months[Number(m) - 1]} ماه یک هزار و ${inWords(Number(y) - 1000)}`,
};
export const datePrinting = (date, how) => datePrintings[how](...date.split('/'));
export const hasMonthName = (how) => ['month_name', 'month_name_mah', 'words', 'words_year'].includes(how);

/** `separator` may be empty. */
export const amountPrinting = (number, separator) => (separator ? grouped(number, separator) : String(number));
export const decimalPrinting = (value, point) => String(value).replace('.', point);
