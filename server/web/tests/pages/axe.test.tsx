// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of offices and the public opens, and axe finds nothing on it, in both languages.
import { cleanup, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { switchLanguage } from '../../src/text/texts';
import { axeProblems } from '../support/axe';
import { anonymous, declaration, licensee } from '../support/fixtures';
import { open } from '../support/open';

const pages: [address: string, text: RegExp, as?: 'anonymous'][] = [
  ['/', /ارزیابی و رتبه‌بندی|Assessment/],
  ['/ranks', /آفتاب رشت/],
  ['/sign-in', /021-33543446|۰۲۱-۳۳۵۴۳۴۴۶/, 'anonymous'],
  ['/activation', /کد فعال‌سازی|Activation code/, 'anonymous'],
  ['/password-reset', /کد یک‌بارمصرف|One-time code/, 'anonymous'],
  ['/password', /گذرواژهٔ کنونی|Current password/],
  ['/declarations', /خوداظهاری‌های شما|Your declarations/],
  ['/declarations/4', /تا رتبهٔ ۲|points to Rank 2/],
  ['/declarations/4/sections/premises', /در سند مقدار دیگری|The document says otherwise/],
  ['/declarations/4/sections/staff', /افزودن ردیف|Add a row/],
  ['/declarations/4/check', /تأیید و ارسال|Confirm and submit/],
  ['/declarations/4/receipt', /1404-2-00004-7K3Q/],
  ['/declarations/4/result', /صدور|محل دفتر|Premises/],
  ['/declarations/4/objections/premises', /1404-2-O-00009/],
  ['/declarations/4/objections/licence', /ثبت اعتراض|File the objection/],
];

const ready = {
  'GET /declarations/4': { ...declaration, sections: declaration.sections.slice(1, 3), readiness: { ready: true, missing: [] } },
};

describe.each(['fa', 'en'] as const)('in %s', (language) => {
  it.each(pages)('%s', async (address, text, as) => {
    switchLanguage(language);
    open(address, as ? anonymous : licensee, ready);
    await screen.findAllByText(text, undefined, { timeout: 8000 });
    const problems = await axeProblems();
    cleanup();
    expect(problems).toEqual([]);
  });
});
