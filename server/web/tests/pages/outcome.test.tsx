// SPDX-License-Identifier: GPL-3.0-or-later
// What an office is told in sentences: what is missing, why it has this rank, what a new password must be.
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { anonymous, declaration, licensee, result } from '../support/fixtures';
import { open } from '../support/open';

describe('what is missing', () => {
  it('stands under its section', async () => {
    open('/declarations/4');
    const staff = (await screen.findByRole('heading', { level: 3, name: 'کارکنان' })).parentElement as HTMLElement;
    expect(within(staff).getAllByRole('link')).toHaveLength(declaration.readiness.missing.length);
  });

  it('is no longer estimated once the result is out', async () => {
    open('/declarations/4', licensee, { 'GET /declarations/4': { ...declaration, status: 'submitted', has_result: true } });
    await screen.findByText('نتیجهٔ ارزیابی این دوره منتشر شده است.');
    expect(screen.queryByText(/برآورد است/)).toBeNull();
  });
});

describe('the reason of a rank', () => {
  const told = (change: object) => open('/declarations/4/result', licensee, { 'GET /declarations/4/result': { ...result, ...change } });

  it('names the points that are missing to the lowest rank', async () => {
    told({ rank: null, points: 40_000 });
    await screen.findByText(/به ۱۴۰ امتیاز، که آغاز رتبهٔ ۳ است، نرسیده/);
  });

  it('says that silence gave the lowest rank', async () => {
    told({ status: 'silent', silence_policy: 'lowest_rank', rank: 3, points: 0 });
    await screen.findByText(/این رتبه از امتیاز به دست نیامده است/);
  });

  it('says nothing where points and rank agree', async () => {
    told({});
    await screen.findByRole('heading', { name: 'رتبه و امتیازها' });
    expect(screen.queryByText(/نرسیده|در مهلت ارسال نشد/)).toBeNull();
  });
});

describe('a new password', () => {
  it('is asked for with the server’s own minimum', async () => {
    open('/activation', { ...anonymous, password_minimum: 14 });
    await screen.findByText(/دست‌کم ۱۴ نویسه/);
  });
});
