// SPDX-License-Identifier: GPL-3.0-or-later
// The expert's desk, by keyboard and by hand.
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { commandOf, switchKeys } from '../../../src/pages/expert/queue/keys';
import { cases, cra, decision, desk, expert, findingCase, itemOf, noQueue, queue, seenBefore } from '../../support/desk-fixtures';
import { evidence, problem } from '../../support/fixtures';
import { open } from '../../support/open';
import { json } from '../../support/server';

const press = (key: string, code = '') => fireEvent.keyDown(document.body, { key, code });
const title = (name: string) => screen.findByRole('heading', { level: 2, name });

async function opened(routes: Record<string, unknown> = {}, address = '/queue', session = expert) {
  const server = open(address, session, { ...desk, ...routes });
  const sent = () => server.asked.filter((one) => one.path.endsWith('/decision'));
  return { server, sent };
}

afterEach(() => switchKeys(true));

describe('a document that waits for the virus scanner', () => {
  const waiting = findingCase({ deciding_allowed: false, evidence: evidence({ scan: 'pending', pages: [] }) });

  it('is marked in the list, not shown, and cannot be decided about until it has passed', async () => {
    const items = [{ ...queue.items[0], waits_for_scan: true }, ...queue.items.slice(1)];
    const { server, sent } = await opened({ 'GET /queue': { ...queue, items }, 'GET /findings/31': waiting });
    await title('مساحت');
    const line = within(screen.getByRole('region', { name: 'فهرست موارد' })).getAllByRole('listitem')[0];
    expect(line?.textContent).toContain('در انتظار ویروس‌یاب');
    expect(screen.queryByRole('img', { name: /صفحهٔ ۱ سند/ })).toBeNull();
    expect(screen.queryByRole('group', { name: 'تصمیم' })).toBeNull();
    expect(screen.getAllByText(/هنوز از ویروس‌یاب نگذشته است/)).toHaveLength(2);
    press('1', 'Digit1');
    expect(sent()).toHaveLength(0);
    server.set('GET /findings/31', cases[0]);
    await userEvent.click(screen.getByRole('button', { name: 'دوباره ببین' }));
    await screen.findByRole('img', { name: /صفحهٔ ۱ سند/ });
  });

  it('that was put aside is shown to nobody', async () => {
    await opened({ 'GET /findings/31': findingCase({ deciding_allowed: false, evidence: evidence({ status: 'quarantined', scan: 'infected', pages: [] }) }) });
    await title('مساحت');
    expect(screen.getAllByText(/به هیچ‌کس نشان داده نمی‌شود/)).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'دوباره ببین' })).toBeNull();
  });
});

describe('the desk', () => {
  it('shows the first finding: declared beside read, the reason, the explanation, the hint', async () => {
    await opened();
    await title('مساحت');
    const question = screen.getByRole('region', { name: 'پرسش' });
    for (const text of ['مغایرت', '۸۵', '۶۵ متر مربع', 'در سند مقدار دیگری آمده است.', /پس از توسعه/, /مساحت مفید دفتر/, /۹۷٪/])
      expect(within(question).getAllByText(text).length).toBeGreaterThan(0);
    expect(screen.getByRole('img', { name: /صفحهٔ ۱ سند/ }).getAttribute('viewBox')).toBeTruthy();
  });

  it('says whose a document was before, and asks whether it is accepted', async () => {
    const { sent } = await opened({ 'GET /queue': { ...queue, items: [itemOf(seenBefore, 0)], count: 1 }, 'GET /findings/35': seenBefore, 'POST /findings/35/decision': decision(35, 'document') });
    await title('اجاره‌نامه');
    const question = screen.getByRole('region', { name: 'پرسش' });
    for (const text of ['جای تردید', /در سند دفتر دیگری آمده است/, '۷۲-۱۳۱۰۰۱', 'دورهٔ نیمهٔ نخست ۱۴۰۴', '۸۷٪']) expect(within(question).getByText(text)).toBeTruthy();
    expect(within(question).queryByText('اظهار دفتر')).toBeNull();
    expect(within(question).queryByRole('link', { name: /۷۲-۱۳۱۰۰۱/ })).toBeNull();
    expect(within(screen.getByRole('region', { name: 'فهرست موارد' })).getByText(/در سند دفتر دیگری آمده است/)).toBeTruthy();
    fireEvent.click(within(question).getByRole('button', { name: /سند پذیرفته نیست/ }));
    await waitFor(() => expect(sent()).toHaveLength(1));
    expect(sent()[0]?.body).toMatchObject({ decision: 'document' });
    await screen.findByText('سند پذیرفته نشد');
  });

  it('decides with one key, has the next one loaded, and says how long it took', async () => {
    const { server, sent } = await opened();
    await title('مساحت');
    await waitFor(() => expect(server.asked.some((one) => one.path === '/findings/33')).toBe(true)); // two ahead
    const asked = server.asked.filter((one) => one.path === '/findings/32').length;
    press('1', 'Digit1');
    expect(screen.getByRole('heading', { level: 2, name: 'کدپستی' })).toBeTruthy(); // at once, not after the answer
    expect(server.asked.filter((one) => one.path === '/findings/32').length).toBe(asked);
    await waitFor(() => expect(sent()).toHaveLength(1));
    expect(sent()[0]?.path).toBe('/findings/31/decision');
    expect(sent()[0]?.body).toMatchObject({ decision: 'document', note: '' });
    expect((sent()[0]?.body as { took_ms: number }).took_ms).toBeGreaterThanOrEqual(0);
    expect(window.location.search).toBe('?finding=32');
    await screen.findByText('۲۴'); // today's count
    expect(screen.queryByText('۶۵ متر مربع')).toBeNull();
  });

  it('takes the last decision back with U, and the item is where it was', async () => {
    const { sent } = await opened();
    await title('مساحت');
    press('۲', 'Digit2');
    await title('کدپستی');
    press('ع', 'KeyU'); // the same key on a Persian keyboard
    await title('مساحت');
    expect(sent().map((one) => one.method)).toEqual(['POST', 'DELETE']);
    const lines = within(screen.getByRole('region', { name: 'فهرست موارد' })).getAllByRole('listitem');
    expect(lines[0]?.textContent).toContain('مساحت');
    await screen.findByText('۲۳');
  });

  it('counts the undo down and lets it go when the time is over', async () => {
    const soon = { ...decision(31, 'document'), undo_until: '2026-02-10T07:12:00.700Z' };
    await opened({ 'POST /findings/31/decision': soon });
    await title('مساحت');
    press('1', 'Digit1');
    await screen.findByRole('button', { name: /برگرداندن/ });
    await waitFor(() => expect(screen.queryByRole('button', { name: /برگرداندن/ })).toBeNull());
  });

  it('brings back what the server refused, says why, and leads to it', async () => {
    const refusal = problem('round.wrong_stage', 409, 'مرحلهٔ بررسی پایان یافته است.', 'The review is over.');
    await opened({ 'POST /findings/31/decision': () => json(refusal, 409) });
    await title('مساحت');
    press('3', 'Digit3');
    await screen.findByText('مرحلهٔ بررسی پایان یافته است.');
    expect(screen.getByText('۴ مورد')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 2, name: 'کدپستی' })).toBeTruthy(); // one goes on meanwhile
    await userEvent.click(screen.getByRole('button', { name: 'رفتن به آن' }));
    await title('مساحت');
    expect(screen.queryByText('مرحلهٔ بررسی پایان یافته است.')).toBeNull();
  });

  it('leaves out what a colleague has decided meanwhile', async () => {
    const refusal = problem('finding.already_decided', 409, 'همکار شما پیش‌تر تصمیم گرفته است.', 'Decided already.');
    await opened({ 'POST /findings/31/decision': () => json(refusal, 409) });
    await title('مساحت');
    press('3', 'Digit3');
    await screen.findByText('همکار شما پیش‌تر تصمیم گرفته است.');
    expect(screen.getByText('۳ مورد')).toBeTruthy();
  });

  it('asks with one more key, or in own words, never with none', async () => {
    const { sent } = await opened();
    await title('مساحت');
    press('4', 'Digit4');
    expect(sent()).toHaveLength(0);
    await userEvent.click(await screen.findByRole('button', { name: 'فرستادن پرسش' }));
    await screen.findByText('پرسش را بنویسید');
    expect(sent()).toHaveLength(0);
    press('1', 'Digit1');
    await waitFor(() => expect(sent()[0]?.body).toMatchObject({ decision: 'clarification', note: '«مساحت» در سند با اظهار شما فرق دارد. علت را توضیح دهید.' }));
    await title('کدپستی');
    await userEvent.click(screen.getByRole('button', { name: /توضیح بخواه/ }));
    const field = screen.getByLabelText('یا پرسش خود را بنویسید');
    fireEvent.change(field, { target: { value: 'کدام طبقه؟' } });
    fireEvent.keyDown(field, { key: '1', code: 'Digit1' }); // writing a 1 decides nothing
    expect(sent()).toHaveLength(1);
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(sent()[1]?.body).toMatchObject({ note: 'کدام طبقه؟' }));
  });

  it('goes on and back, zooms out and in', async () => {
    await opened();
    await title('مساحت');
    const view = () => Number(screen.getByRole('img', { name: /سند؛/ }).getAttribute('viewBox')?.split(' ')[2]);
    const near = view();
    press('z', 'KeyZ');
    expect(view()).toBeGreaterThan(near);
    press('z', 'KeyZ');
    expect(view()).toBe(near);
    press('+');
    expect(view()).toBeLessThan(near);
    press('ArrowDown', 'ArrowDown');
    await title('کدپستی');
    press('j', 'KeyJ');
    await title('نام مستأجر');
    press('ArrowRight', 'ArrowRight'); // towards the beginning, from right to left
    await title('کدپستی');
    expect(screen.getByText(/صفحه‌ها را خودتان نگاه کنید/)).toBeTruthy();
  });

  it('says kindly that nothing waits, after the last one too', async () => {
    await opened({ 'GET /queue': { ...queue, items: queue.items.slice(0, 1), count: 1 } });
    await title('مساحت');
    press('2', 'Digit2');
    await screen.findByText(/صف خالی است/);
    expect(window.location.search).toBe('');
  });

  it('filters by the address and offers what there is, with counts', async () => {
    const { server } = await opened({ 'GET /queue': ({ search }: { search: string }) => (search.includes('criterion') ? noQueue : queue) });
    await title('مساحت');
    expect(screen.getByRole('option', { name: 'کارکنان (۱)', hidden: true })).toBeTruthy();
    fireEvent.change(screen.getByLabelText('معیار'), { target: { value: 'staff' } });
    await screen.findByText('با این پالایش موردی نیست');
    expect(server.asked.some((one) => one.search === '?state=open&criterion=staff')).toBe(true);
    await userEvent.click(screen.getAllByRole('button', { name: 'برداشتن پالایش‌ها' })[0] as HTMLElement);
    await title('مساحت');
  });

  it('fetches the next piece before the end and keeps the place', async () => {
    const later = { ...queue, items: [{ ...(queue.items[0] as (typeof queue.items)[number]), id: 50, label: 'شمارهٔ پروانه' }], count: 5, next: null };
    await opened({ 'GET /queue': ({ search }: { search: string }) => (search.includes('after=34') ? later : { ...queue, next: 34, count: 5 }) });
    await screen.findByText('شمارهٔ پروانه');
    expect(screen.getByText('۵ مورد')).toBeTruthy();
  });

  it('lets the head office look, not decide', async () => {
    const { sent } = await opened({ 'GET /findings/31': findingCase({ deciding_allowed: false }) }, '/queue', cra);
    await title('مساحت');
    expect(screen.getByText(/تصمیم با کارشناس منطقه است/)).toBeTruthy();
    press('1', 'Digit1');
    expect(sent()).toHaveLength(0);
  });

  it('explains the keys, and can do without them', async () => {
    const { sent } = await opened();
    await title('مساحت');
    press('؟');
    const dialog = await screen.findByRole('dialog', { name: 'کلیدها' });
    await userEvent.click(within(dialog).getByRole('checkbox'));
    await userEvent.click(within(dialog).getByRole('button', { name: 'بستن' }));
    press('1', 'Digit1');
    await act(() => Promise.resolve());
    expect(sent()).toHaveLength(0);
  });
});

describe('keys', () => {
  const key = (init: KeyboardEventInit) => commandOf(new KeyboardEvent('keydown', init));
  it('go by place or by sign', () => {
    expect(key({ key: '۱', code: 'Digit1' })).toBe('1');
    expect(key({ key: '4', code: 'Numpad4' })).toBe('4');
    expect(key({ key: 'ت', code: 'KeyJ' })).toBe('next');
    expect(key({ key: 'Z', code: 'KeyZ', shiftKey: true })).toBeNull();
    expect(key({ key: '5', code: 'Digit5' })).toBeNull();
    vi.restoreAllMocks();
  });
});
