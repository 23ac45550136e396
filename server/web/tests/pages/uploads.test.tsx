// SPDX-License-Identifier: GPL-3.0-or-later
// Documents on their way, as the one who sends them sees it.
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Schemas } from '../../src/api/client';
import { adoptSession } from '../../src/api/session';
import { sendings } from '../../src/pages/office/evidence/sendings';
import { axeProblems } from '../support/axe';
import { anonymous, evidence, licensee, premises, problem, result } from '../support/fixtures';
import { open } from '../support/open';
import { FakeTus } from '../support/tus';

const name = 'اجاره‌نامه.pdf';
const fileOf = (called: string, size = 100) => new File(['x'.repeat(size)], called, { type: 'application/pdf' });
const dropped = (files: File[]) => ({ dataTransfer: { types: ['Files'], files } });

const unfinished = (change: Partial<Schemas['Upload']> = {}): Schemas['Upload'] => ({
  id: '1', url: '/files/1', file_name: name, offset: 60, length: 100, complete: false, state: 'open', format: null, bundle: null, problem: null, declaration_id: 4, section: 'premises', slot: 'lease', purpose: 'declaration',
  created_at: '2026-02-10T07:00:00.000Z', expires_at: '2026-02-12T07:00:00.000Z', ...change,
});

let tus: FakeTus;
beforeEach(() => {
  tus = new FakeTus();
  tus.install();
});
afterEach(() => {
  sendings.clear();
  tus.uninstall();
  localStorage.clear();
});

async function opened(routes: Record<string, unknown> = {}) {
  const server = open('/declarations/4/sections/premises', licensee, {
    'GET /declarations/4/sections/premises': () => ({ ...premises, evidence: tus.whole ? [evidence()] : [] }),
    'GET /evidence/17': evidence(),
    'GET /uploads': { items: [] },
    ...routes,
  });
  const slot = await screen.findByRole('region', { name: /اجاره‌نامه/ }, { timeout: 20_000 });
  return { server, slot };
}

const chooserIn = (slot: HTMLElement, selector = 'input[data-slot]') => {
  const input = slot.querySelector<HTMLInputElement>(selector);
  if (!input) throw new Error('no file input');
  return input;
};

describe('a document on its way', () => {
  it('shows how much has gone, readably to everybody', async () => {
    tus.hold = true;
    const { slot } = await opened();
    await userEvent.upload(chooserIn(slot), fileOf(name));
    const bar = await within(slot).findByRole('progressbar', { name: `پیشرفت ارسال ${name}` });
    await waitFor(() => expect(bar.getAttribute('aria-valuetext')).toBe('۶۴٪'));
    expect(within(slot).getByText(/در حال ارسال، ۶۴٪/)).toBeTruthy();
    expect(within(slot).getByText(`${name}: ۵۰٪ فرستاده شد`).getAttribute('role')).toBe('status');
    expect(await axeProblems()).toEqual([]);
  });

  it('is paused under a button that keeps the focus, goes on, and becomes a document', async () => {
    tus.hold = true;
    const { slot } = await opened();
    await userEvent.upload(chooserIn(slot), fileOf(name));
    await within(slot).findByText(/در حال ارسال، ۶۴٪/);
    const toggle = within(slot).getByRole('button', { name: 'مکث' });
    await userEvent.click(toggle);
    expect(within(slot).getByText(/مکث در ۶۴٪/)).toBeTruthy();
    expect(document.activeElement).toBe(toggle);
    tus.hold = false;
    await userEvent.click(within(slot).getByRole('button', { name: 'ادامه' }));
    await within(slot).findByRole('article', { name });
    await within(slot).findByText(/۱ مغایرت/);
    expect(tus.asked).toContain('HEAD /files/1');
  });

  it('is taken back at the server, and the focus goes to where another is chosen', async () => {
    tus.hold = true;
    const { server, slot } = await opened({ 'DELETE /files/1': () => new Response(null, { status: 204 }) });
    await userEvent.upload(chooserIn(slot), fileOf(name));
    await within(slot).findByText(/در حال ارسال، ۶۴٪/);
    await userEvent.click(within(slot).getByRole('button', { name: `لغو ارسال ${name}` }));
    await waitFor(() => expect(document.activeElement).toBe(within(slot).getByRole('button', { name: 'انتخاب فایل' })));
    expect(server.asked.some((one) => one.method === 'DELETE' && one.path === '/files/1')).toBe(true);
  });

  it('says that the connection is cut, and goes on when it is back', async () => {
    tus.answers['PATCH /files/1 @0'] = 'broken';
    const { slot } = await opened();
    await userEvent.upload(chooserIn(slot), fileOf(name));
    await within(slot).findByText(/اتصال قطع شد؛ با برگشت شبکه ادامه می‌یابد/);
    delete tus.answers['PATCH /files/1 @0'];
    window.dispatchEvent(new Event('online'));
    await within(slot).findByText(/۱ مغایرت/);
  });

  it('says in the words of the server why it was not taken, with the code', async () => {
    tus.answers['PATCH /files/1 @0'] = { status: 415, body: problem('evidence.unsupported_type', 415, 'این فایل PDF نیست؛ به PDF بفرستید.', 'x') };
    const { slot } = await opened({ 'DELETE /files/1': () => new Response(null, { status: 404 }) });
    await userEvent.upload(chooserIn(slot), fileOf(name));
    const alert = await within(slot).findByRole('alert');
    expect(within(alert).getByText('این فایل PDF نیست؛ به PDF بفرستید.')).toBeTruthy();
    expect(within(alert).getByText('evidence.unsupported_type')).toBeTruthy();
    await userEvent.click(within(alert).getByRole('button', { name: 'بستن پیام' }));
    await waitFor(() => expect(within(slot).queryByRole('alert')).toBeNull());
  });

  it('waits for a new sign-in when the session has ended', async () => {
    tus.answers['PATCH /files/1 @0'] = { status: 401, body: problem('session.required', 401, 'وارد شوید', 'Sign in') };
    const { server, slot } = await opened();
    server.set('GET /session', { ...licensee, signed_in: false, role: null });
    server.set('POST /session', licensee);
    await userEvent.upload(chooserIn(slot), fileOf(name));
    await within(slot).findByText(/پس از ورود دوباره ادامه می‌یابد/);
    const dialog = await screen.findByRole('dialog');
    delete tus.answers['PATCH /files/1 @0'];
    fireEvent.change(within(dialog).getByLabelText('کد ملی'), { target: { value: '0084575948' } });
    fireEvent.change(within(dialog).getByLabelText('گذرواژه', { selector: 'input' }), { target: { value: 'گذرواژهٔ بلند ۱۴۰۵' } });
    await userEvent.click(within(dialog).getByRole('button', { name: 'ورود' }));
    await within(slot).findByText(/۱ مغایرت/);
  });
});

describe('the end of a session', () => {
  it('stops what is on its way: the next person at this computer has nothing to do with it', async () => {
    tus.hold = true;
    const { slot } = await opened();
    await userEvent.upload(chooserIn(slot), fileOf(name));
    await within(slot).findByText(/در حال ارسال، ۶۴٪/);
    act(() => adoptSession(anonymous));
    expect(sendings.all()).toEqual([]);
    expect(tus.aborted).toBeGreaterThan(0);
  });
});

describe('more files than there is room for', () => {
  it('are named, not sent', async () => {
    const { slot } = await opened();
    fireEvent.drop(slot, dropped([fileOf(name), fileOf('صفحهٔ دوم.pdf')]));
    await within(slot).findByText(/بیش از ۱ سند جا نمی‌شود/);
    expect(within(slot).getByText('صفحهٔ دوم.pdf')).toBeTruthy();
    await within(slot).findByText(/۱ مغایرت/);
    expect(tus.asked.filter((one) => one === 'POST /files').length).toBe(1);
  });

  it('go one after another where several may come', async () => {
    tus.hold = true;
    open('/declarations/4/objections/licence', licensee, { 'GET /declarations/4/result': result, 'GET /uploads': { items: [] } });
    const slot = await screen.findByRole('region', { name: /سندهای تازه/ }, { timeout: 20_000 });
    fireEvent.drop(slot, dropped([fileOf('یک.pdf'), fileOf('دو.pdf')]));
    await within(slot).findByText(/در حال ارسال/);
    expect(within(slot).getByText('در نوبت ارسال')).toBeTruthy();
    expect(screen.getByText('صبر کنید تا ارسال سندها تمام شود')).toBeTruthy();
    expect(tus.metadata).toMatchObject({ filename: 'یک.pdf', purpose: 'objection', section: 'licence', slot: '' });
  });
});

describe('a better document', () => {
  it('dropped on its place takes the old one away first', async () => {
    const unreadable = evidence({ id: 16, status: 'unreadable', findings: [], file_name: 'تار.pdf' });
    const { server, slot } = await opened({
      'GET /declarations/4/sections/premises': () => ({ ...premises, evidence: tus.whole ? [evidence()] : [unreadable] }),
      'DELETE /evidence/16': () => new Response(null, { status: 204 }),
    });
    const card = within(slot).getByRole('article', { name: 'تار.pdf' });
    fireEvent.drop(within(card).getByRole('button', { name: 'انتخاب فایل' }), dropped([fileOf(name)]));
    await within(slot).findByText(/۱ مغایرت/);
    expect(server.asked.some((one) => one.method === 'DELETE' && one.path === '/evidence/16')).toBe(true);
    expect(within(slot).queryByText(/جا نمی‌شود/)).toBeNull();
  });
});

describe('what a lost tab has left', () => {
  const left = { 'GET /uploads': { items: [unfinished(), unfinished({ id: '2', url: '/files/2', section: 'licence' })] } };

  it('goes on with the same file, and says so when it is another', async () => {
    tus.offset = 60;
    const { slot } = await opened(left);
    await within(slot).findByText(/ناتمام مانده است؛ ۶۰٪ آن رسیده/);
    const chooser = chooserIn(slot, 'input[data-leftover]');
    await userEvent.upload(chooser, fileOf('دیگری.pdf', 90));
    await within(slot).findByText(/فایل دیگری برگزیدید/);
    await userEvent.upload(chooser, fileOf(name));
    await within(slot).findByText(/۱ مغایرت/);
    expect(tus.asked).toEqual(['HEAD /files/1', 'PATCH /files/1 @60']);
  });

  it('goes on too when its file is simply sent again', async () => {
    tus.offset = 60;
    const { slot } = await opened(left);
    await within(slot).findByText(/ناتمام مانده است/);
    fireEvent.drop(slot, dropped([fileOf(name)]));
    await within(slot).findByText(/۱ مغایرت/);
    expect(tus.asked).toEqual(['HEAD /files/1', 'PATCH /files/1 @60']);
  });

  it('is put away', async () => {
    const { server, slot } = await opened({ ...left, 'DELETE /files/1': () => new Response(null, { status: 204 }) });
    await userEvent.click(await within(slot).findByRole('button', { name: `حذف ارسال ناتمام ${name}` }));
    await waitFor(() => expect(within(slot).queryByText(/ناتمام مانده است/)).toBeNull());
    expect(server.asked.some((one) => one.method === 'DELETE' && one.path === '/files/1')).toBe(true);
  });
});
