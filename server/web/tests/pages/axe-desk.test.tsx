// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of experts and the head office opens, and axe finds nothing on it, in both languages.
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { switchLanguage } from '../../src/text/texts';
import { axeProblems } from '../support/axe';
import { cra, desk, expert, noQueue, objectionCase, round } from '../support/desk-fixtures';
import { open } from '../support/open';

const pages: [address: string, text: RegExp, as?: 'expert'][] = [
  ['/queue', /در سند مقدار دیگری|The document says otherwise/, 'expert'],
  ['/queue?state=decided', /در سند مقدار دیگری|The document says otherwise/],
  ['/offices', /آفتاب رشت/, 'expert'],
  ['/offices/7', /1404-2-00004-7K3Q/, 'expert'],
  ['/objections', /منتظر شما|waiting for you/, 'expert'],
  ['/objections/9', /صورت‌مجلس تفکیکی.pdf/, 'expert'],
  ['/rounds', /نیمهٔ نخست|First round/],
  ['/rounds/new', /این دوره چه نام دارد|What is this round called/],
  ['/rounds/2', /بار کارشناسان|The experts’ load/],
  ['/rounds/2/publish', /آفتاب رشت/],
  ['/rounds/2/ranks', /آفتاب رشت/],
  ['/rounds/2/services', /صدور دفترچهٔ بیمه|Health insurance/],
  ['/criteria', /برای نسخهٔ دیگری|Built for another/],
  ['/jobs', /از کار افتاد|crashed/],
  ['/audit', /۱۲۰ دفتر|120 offices/],
];

const problemsOn = async (text: RegExp) => {
  await screen.findAllByText(text, undefined, { timeout: 8000 });
  const problems = await axeProblems();
  cleanup();
  return problems;
};

describe.each(['fa', 'en'] as const)('in %s', (language) => {
  it.each(pages)('%s', async (address, text, as) => {
    switchLanguage(language);
    open(address, as ? expert : cra, desk);
    expect(await problemsOn(text)).toEqual([]);
  });
});

describe('further states', () => {
  it('an empty queue', async () => {
    open('/queue', expert, { ...desk, 'GET /queue': noQueue });
    expect(await problemsOn(/صف خالی است/)).toEqual([]);
  });

  it('a question to the office, and the keys', async () => {
    open('/queue', expert, desk);
    await screen.findByRole('heading', { level: 2, name: 'مساحت' });
    fireEvent.keyDown(document.body, { key: '4', code: 'Digit4' });
    await screen.findByText('از دفتر چه می‌پرسید؟');
    fireEvent.keyDown(document.body, { key: '?' });
    expect(await problemsOn(/کلیدهای تکی روشن باشند/)).toEqual([]);
  });

  it('a draft, and a decided objection', async () => {
    open('/rounds/2', cra, { ...desk, 'GET /rounds/2': round({ stage: 'draft', opened_at: null, declare_until: null, criteria: [] }) });
    expect(await problemsOn(/گام بعد: باز کردن دوره/)).toEqual([]);
    open('/objections/9', cra, { ...desk, 'GET /objections/9': { ...objectionCase, may_rule: false } });
    expect(await problemsOn(/رسیدگی نخست با کارشناس منطقه است/)).toEqual([]);
  });
});
