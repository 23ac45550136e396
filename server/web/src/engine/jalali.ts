// SPDX-License-Identifier: GPL-3.0-or-later
// Jalali dates as typed: one normal form, leap years by the rule of form-definitions/README.md.

export function isLeapYear(year: number): boolean {
  return (25 * year + 11) % 33 < 8;
}

export function daysInMonth(year: number, month: number): number {
  if (month <= 6) return 31;
  if (month <= 11) return 30;
  return isLeapYear(year) ? 30 : 29;
}

/** `1401/3/28`, `1401-03-28` or `14010328` (Latin digits) → `1401/03/28`; null when it is no date of 1300–1500. */
export function jalaliDate(text: string): string | null {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (year < 1300 || year > 1500 || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${year}/${two(month)}/${two(day)}`;
}
