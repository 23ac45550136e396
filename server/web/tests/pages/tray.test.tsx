// SPDX-License-Identifier: GPL-3.0-or-later
// A bundle of documents as the one who sent it sees it: being opened, its files given places, what was not taken told.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Schemas } from '../../src/api/client';
import { sendings } from '../../src/pages/office/evidence/sendings';
import { axeProblems } from '../support/axe';
import { evidence, licensee, premises, problem } from '../support/fixtures';
import { open } from '../support/open';
import { json } from '../support/server';
import { FakeTus } from '../support/tus';

const upload = (change: Partial<Schemas['Upload']>): Schemas['Upload'] => ({
  id: 'a', url: '/files/a', file_name: 'اجاره‌نامه.pdf', offset: 100, length: 100, complete: true, state: 'complete', format: 'pdf', bundle: 'z', problem: null,
  declaration_id: 4, section: 'premises', slot: 'lease', purpose: 'declaration', created_at: '2026-02-10T07:00:00.000Z', expires_at: '2026-02-12T07:00:00.000Z', ...change,
});
const nested = upload({
  id: 'n', url: '/files/n', file_name: 'درون.zip', state: 'refused', format: null, offset: 0,
  problem: problem('evidence.member_nested', 415, '«درون.zip» خود یک بستهٔ ZIP است؛ فایل‌های آن را بیرون بیاورید و بفرستید.', 'x'),
});

let tus: FakeTus;
let listed: Schemas['Upload'][];
let attached: boolean;
beforeEach(() => {
  tus = new FakeTus();
  tus.waits = true;
  tus.install();
  listed = [];
  attached = false;
});
afterEach(() => {
  sendings.clear();
  tus.uninstall();
  localStorage.clear();
});

async function opened(routes: Record<string, unknown> = {}) {
  const server = open('/declarations/4/sections/premises', licensee, {
    'GET /declarations/4/sections/premises': () => ({ ...premises, evidence: attached ? [evidence()] : [] }),
    'GET /evidence/17': evidence(),
    'GET /uploads': () => ({ items: listed }),
    ...routes,
  });
  const slot = await screen.findByRole('region', { name: /^اجاره‌نامه/ }, { timeout: 20_000 });
  return { server, slot };
}
const tray = () => screen.findByRole('region', { name: 'فایل‌های در انتظار جا' });

describe('a bundle', () => {
  it('is sent, opened, and its files come to wait, the slot that it was dropped on proposed', async () => {
    const { slot } = await opened();
    listed = [upload({ id: 'z', url: '/files/z', file_name: 'اسناد.zip', state: 'opening', format: null, bundle: null })];
    const input = slot.querySelector<HTMLInputElement>('input[data-slot]');
    if (!input) throw new Error('no file input');
    expect(input.accept).toContain('.zip');
    await userEvent.upload(input, new File(['x'.repeat(100)], 'اسناد.zip', { type: 'application/zip' }));
    const region = await tray();
    await within(region).findByText('در حال باز کردن بسته…');
    expect(tus.metadata.slot).toBe('lease');
    listed = [upload({})];
    const choice = await within(region).findByRole<HTMLSelectElement>('combobox', { name: 'جای اجاره‌نامه.pdf' });
    expect(choice.value).toBe('lease');
    expect(await axeProblems()).toEqual([]);
  });

  it('gives a file its place', async () => {
    listed = [upload({})];
    const { server } = await opened({
      'POST /declarations/4/sections/premises/evidence': () => {
        attached = true;
        return evidence();
      },
    });
    await userEvent.click(within(await tray()).getByRole('button', { name: 'گذاشتن اجاره‌نامه.pdf در جای برگزیده' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'فایل‌های در انتظار جا' })).toBeNull());
    const posted = server.asked.find(({ method }) => method === 'POST');
    expect(posted?.body).toEqual({ upload: 'a' });
    await screen.findByRole('article', { name: evidence().file_name });
  });

  it('says why a file was not taken, until that is put away', async () => {
    listed = [nested];
    const { server } = await opened({ 'DELETE /files/n': () => new Response(null, { status: 204 }) });
    const region = await tray();
    within(region).getByText(/خود یک بستهٔ ZIP است/);
    within(region).getByText('evidence.member_nested');
    expect(await axeProblems()).toEqual([]);
    await userEvent.click(within(region).getByRole('button', { name: 'بستن پیام' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'فایل‌های در انتظار جا' })).toBeNull());
    expect(server.asked.some(({ method, path }) => method === 'DELETE' && path === '/files/n')).toBe(true);
  });

  it('keeps a file whose place was refused, with the reason', async () => {
    listed = [upload({})];
    await opened({ 'POST /declarations/4/sections/premises/evidence': () => json(problem('evidence.slot_full', 409, 'این جا پر است.', 'x'), 409) });
    const region = await tray();
    await userEvent.click(within(region).getByRole('button', { name: /گذاشتن اجاره‌نامه/ }));
    await within(region).findByText('این جا پر است.');
    within(region).getByRole('button', { name: 'دور انداختن اجاره‌نامه.pdf' });
  });
});
