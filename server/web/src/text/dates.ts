// SPDX-License-Identifier: GPL-3.0-or-later
// Instants as people read them: the Jalali calendar, the clock of Tehran, time left in words.
import { t } from './texts';
import { language } from './language';
import { formatNumber, toLatinDigits } from './numbers';

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = language() === 'fa' ? 'fa-IR-u-ca-persian' : 'en-GB-u-ca-persian';
  return new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Tehran', ...options });
}

function parts(instant: string | Date, options: Intl.DateTimeFormatOptions): Record<string, string> {
  const date = typeof instant === 'string' ? new Date(instant) : instant;
  return Object.fromEntries(formatter(options).formatToParts(date).map((part) => [part.type, part.value]));
}

/** «شنبه ۱۲ مهر ۱۴۰۴» */
export function formatDay(instant: string): string {
  const { weekday, day, month, year } = parts(instant, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return `${weekday} ${day} ${month} ${year}`;
}

/** The year of the Jalali calendar, in Tehran. */
export function jalaliYear(instant: number): number {
  const { year } = parts(new Date(instant), { year: 'numeric' });
  return Number(toLatinDigits(year ?? ''));
}

/** «۱۰:۴۲» */
export function formatTime(instant: string): string {
  const { hour, minute } = parts(instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${hour}:${minute}`;
}

/** «شنبه ۱۲ مهر ۱۴۰۴، ساعت ۱۰:۴۲» */
export function formatInstant(instant: string): string {
  return t('date.at', { day: formatDay(instant), time: formatTime(instant) });
}

/** «تا پایان دوشنبه ۱۱ مهر ۱۴۰۴» when the deadline is midnight, as most are; else with its time. */
export function formatDeadline(instant: string): string {
  const { hour, minute } = clock(instant);
  if (hour !== 0 || minute !== 0) return t('date.until', { at: formatInstant(instant) });
  return t('date.until_end', { day: formatDay(new Date(Date.parse(instant) - 60_000).toISOString()) });
}

function clock(instant: string): { hour: number; minute: number } {
  const [hour = 0, minute = 0] = toLatinDigits(formatTime(instant)).split(':').map(Number);
  return { hour, minute };
}

/** The two largest units: «۶ روز و ۴ ساعت». */
export function formatTimeLeft(seconds: number): string {
  const days = Math.floor(seconds / 86400);
  const hours = Math.floor((seconds % 86400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const named = (count: number, unit: 'days' | 'hours' | 'minutes') =>
    t(`date.${unit}`, { count, shown: formatNumber(count) });
  const words: string[] = [];
  if (days > 0) words.push(named(days, 'days'));
  if (hours > 0 && days < 10) words.push(named(hours, 'hours'));
  if (days === 0 && minutes > 0 && hours < 6) words.push(named(minutes, 'minutes'));
  if (words.length === 0) return t('date.less_than_a_minute');
  return words.slice(0, 2).join(t('date.and'));
}

/** Seconds as «۴۲ ثانیه» or «۲ دقیقه». */
export function formatSeconds(seconds: number): string {
  if (seconds < 90) return t('date.seconds', { count: seconds, shown: formatNumber(seconds, 0) });
  const minutes = Math.round(seconds / 60);
  return t('date.minutes', { count: minutes, shown: formatNumber(minutes) });
}
