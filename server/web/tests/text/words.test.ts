// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { formatDay, formatDeadline, formatInstant, formatTimeLeft } from '../../src/text/dates';
import { formatBytes, formatNumber, formatPoints, toLatinDigits } from '../../src/text/numbers';
import { switchLanguage, t } from '../../src/text/texts';

describe('words for people', () => {
  it('shows Jalali dates with the weekday, in the time of Tehran', () => {
    expect(formatDay('2025-10-04T05:30:00.000Z')).toBe('شنبه ۱۲ مهر ۱۴۰۴');
    expect(formatInstant('2025-10-03T22:12:07.512Z')).toBe('شنبه ۱۲ مهر ۱۴۰۴، ساعت ۰۱:۴۲');
  });

  it('names a midnight deadline by the day that ends with it', () => {
    expect(formatDeadline('2025-10-04T20:30:00.000Z')).toBe('تا پایان شنبه ۱۲ مهر ۱۴۰۴');
    expect(formatDeadline('2025-10-04T10:30:00.000Z')).toBe('تا شنبه ۱۲ مهر ۱۴۰۴، ساعت ۱۴:۰۰');
  });

  it('says how long is left in its two largest units', () => {
    expect(formatTimeLeft(6 * 86_400 + 4 * 3600 + 90)).toBe('۶ روز و ۴ ساعت');
    expect(formatTimeLeft(3 * 3600 + 20 * 60)).toBe('۳ ساعت و ۲۰ دقیقه');
    expect(formatTimeLeft(20)).toBe('کمتر از یک دقیقه');
    switchLanguage('en');
    expect(formatTimeLeft(86_400 + 3600)).toBe('1 day and 1 hour');
  });

  it('groups numbers with Persian digits, and points are thousandths', () => {
    expect(formatNumber(45_000_000)).toBe('۴۵٬۰۰۰٬۰۰۰');
    expect(formatPoints(62_500)).toBe('۶۲٫۵');
    expect(formatBytes(1_834_000)).toBe('۱٫۸ مگابایت');
    expect(toLatinDigits('۱۲٣٤')).toBe('1234');
  });

  it('switches language with the direction of the page', () => {
    expect(document.documentElement.dir).toBe('rtl');
    switchLanguage('en');
    expect([document.documentElement.lang, document.documentElement.dir, t('app.name')]).toEqual(['en', 'ltr', 'Mizan']);
  });
});
