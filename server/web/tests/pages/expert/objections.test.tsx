// SPDX-License-Identifier: GPL-3.0-or-later
// Reading an objection and ruling on it.
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { thousandthsOf } from '../../../src/pages/expert/objections/ruling-form';
import { cra, desk, expert, objectionCase } from '../../support/desk-fixtures';
import { objection, problem } from '../../support/fixtures';
import { open } from '../../support/open';
import { json } from '../../support/server';

const opened = (address: string, routes: Record<string, unknown> = {}, session = expert) => open(address, session, { ...desk, ...routes });
const first = { ...(objection.rulings[0] as (typeof objection.rulings)[number]), reader_name: 'سارا محمدی' };

describe('objections', () => {
  it('are listed by state and say which wait for me', async () => {
    const server = opened('/objections');
    expect(await screen.findAllByText(/منتظر شما/)).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'رسیدگی دوم' }));
    expect(window.location.search).toBe('?state=first_read');
    await screen.findAllByText(/منتظر شما/);
    expect(server.asked.some((one) => one.search === '?state=first_read')).toBe(true);
  });
});

describe('a case', () => {
  it('puts the old reasons and documents beside the office’s words and new ones', async () => {
    opened('/objections/9');
    const old = await screen.findByRole('region', { name: 'آنچه به آن اعتراض شده' });
    within(old).getByText(/مساحت هنوز ثابت نشده است/);
    within(screen.getByRole('region', { name: 'سندهای همان زمان' })).getByText('اجاره‌نامه.pdf');
    const fresh = screen.getByRole('region', { name: 'سخن دفتر' });
    within(fresh).getByText(/پس از توسعه ۸۵ متر مربع/);
    within(fresh).getByText('صورت‌مجلس تفکیکی.pdf');
  });

  it('is ruled on with points within the section and reasons', async () => {
    const server = opened('/objections/9', { 'POST /objections/9/ruling': { ...objectionCase, state: 'first_read', rulings: [first], may_rule: false } });
    const form = await screen.findByRole('form', { name: 'رسیدگی نخست شما' });
    const send = () => userEvent.click(within(form).getByRole('button', { name: 'ثبت رسیدگی نخست' }));
    await send();
    await within(form).findByRole('link', { name: 'بگویید اعتراض وارد است یا نه' });
    within(form).getByRole('link', { name: 'دلیل‌های رأی را بنویسید' });
    await userEvent.click(within(form).getByRole('radio', { name: 'اعتراض وارد است' }));
    fireEvent.change(within(form).getByLabelText('امتیاز تازهٔ این بخش'), { target: { value: '۱۵۰٫۵' } });
    fireEvent.change(within(form).getByLabelText('دلیل‌ها'), { target: { value: 'صورت‌مجلس مساحت را ثابت می‌کند.' } });
    await send();
    await within(form).findByRole('link', { name: 'امتیاز باید عددی از صفر تا ۱۵۰ باشد' });
    fireEvent.change(within(form).getByLabelText('امتیاز تازهٔ این بخش'), { target: { value: '۱۴۰٫۵' } });
    await send();
    await screen.findByText(/رسیدگی نخست ثبت شد/);
    expect(server.asked.filter((one) => one.method === 'POST').map((one) => one.body)).toEqual([{ outcome: 'upheld', points: 140_500, reasons: 'صورت‌مجلس مساحت را ثابت می‌کند.' }]);
    within(screen.getByRole('region', { name: 'رسیدگی‌های پیشین' })).getByText(/سارا محمدی/);
  });

  it('is rejected without points, and a refusal of the server is shown', async () => {
    const server = opened('/objections/9', {
      'GET /objections/9': { ...objectionCase, state: 'first_read', rulings: [first] },
      'POST /objections/9/ruling': () => json(problem('objection.same_reader', 403, 'خوانندهٔ دوم باید کس دیگری باشد.', 'Somebody else must read.'), 403),
    });
    const form = await screen.findByRole('form', { name: 'رسیدگی دوم و رأی نهایی' });
    await userEvent.click(within(form).getByRole('radio', { name: 'اعتراض وارد نیست' }));
    expect(within(form).queryByLabelText('امتیاز تازهٔ این بخش')).toBeNull();
    fireEvent.change(within(form).getByLabelText('دلیل‌ها'), { target: { value: 'سند تازه مساحت ندارد.' } });
    await userEvent.click(within(form).getByRole('button', { name: 'ثبت رأی نهایی' }));
    await within(form).findByText('خوانندهٔ دوم باید کس دیگری باشد.');
    expect(server.asked.find((one) => one.method === 'POST')?.body).toEqual({ outcome: 'rejected', reasons: 'سند تازه مساحت ندارد.' });
  });

  it.each([
    ['I read it first', expert, { state: 'first_read' as const, rulings: [first] }, /رسیدگی نخست را شما انجام داده‌اید/],
    ['the expert has to begin', cra, { state: 'filed' as const, rulings: [] }, /رسیدگی نخست با کارشناس منطقه است/],
    ['it is decided', expert, { state: 'decided' as const, rulings: [first, { ...first, reading: 2 }] }, /رأی نهایی این اعتراض داده شده است/],
  ])('says why I may not rule: %s', async (_, session, change, reason) => {
    opened('/objections/9', { 'GET /objections/9': { ...objectionCase, ...change, may_rule: false } }, session);
    await screen.findByText(reason);
    expect(screen.queryByRole('form')).toBeNull();
  });
});

describe('points as typed', () => {
  it.each([['۱۴۰٫۵', 140_500], ['0', 0], ['140.125', 140_125], ['', null], ['-1', null], ['ده', null], ['1.2345', null]])('%s → %s', (typed, thousandths) => {
    expect(thousandthsOf(typed as string)).toBe(thousandths);
  });
});
