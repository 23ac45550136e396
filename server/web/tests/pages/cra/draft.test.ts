// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { bodyOf, firstDraft, flawsOf, withKinds, withPeriod } from '../../../src/pages/cra/rounds/draft';
import { ruleSets } from '../../support/desk-fixtures';

const whole = { ...firstDraft('1404', '2'), kinds: ['pishkhan' as const], silence_policy: 'carry_over' as const, rule_set: 'example-pishkhan' };

describe('a round being thought up', () => {
  it('is named after its period until somebody names it', () => {
    expect(withPeriod(firstDraft('1404', '1'), '1405', '2')).toMatchObject({ title_fa: 'دورهٔ ارزیابی نیمهٔ دوم ۱۴۰۵', title_en: 'Second round of 1405' });
    const named = { ...firstDraft('1404', '1'), title_fa: 'دورهٔ آزمایشی' };
    expect(withPeriod(named, '1405', '1')).toMatchObject({ title_fa: 'دورهٔ آزمایشی', title_en: 'First round of 1405' });
  });

  it.each(['0', '121', '', '۷٫۵', '-3', 'ده'])('refuses %s days', (declare_days) => {
    expect(flawsOf({ ...whole, declare_days }, 'windows').map((flaw) => flaw.field)).toEqual(['declare_days']);
    expect(bodyOf({ ...whole, declare_days })).toBeNull();
  });

  it('takes days in any digits', () => {
    expect(bodyOf({ ...whole, declare_days: '۱۲۰', region_days: '٢٠', objection_days: '60' })).toMatchObject({ declare_days: 120, region_days: 20, objection_days: 60, period: '1404-2' });
  });

  it('asks what silence means; there is no silent answer', () => {
    expect(flawsOf({ ...whole, silence_policy: '' }, 'windows')).toEqual([{ field: 'silence_policy', text: 'wizard.flaw.silence_policy' }]);
  });

  it('drops a rule set that does not cover the kinds any more', () => {
    expect(withKinds(whole, ['pishkhan', 'rural_ict'], ruleSets).rule_set).toBe('');
    expect(withKinds(whole, ['pishkhan'], ruleSets).rule_set).toBe('example-pishkhan');
  });
});
