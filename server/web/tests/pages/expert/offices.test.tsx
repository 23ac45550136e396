// SPDX-License-Identifier: GPL-3.0-or-later
// Finding an office, its dossier, and a code for somebody who lost the way in.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { cra, desk, dossier, expert, offices } from '../../support/desk-fixtures';
import { problem } from '../../support/fixtures';
import { open } from '../../support/open';
import { json } from '../../support/server';

const opened = (address: string, routes: Record<string, unknown> = {}, session = expert) => open(address, session, { ...desk, ...routes });

describe('offices', () => {
  it('are searched, and what is not found says what to do', async () => {
    const server = opened('/offices', { 'GET /offices': ({ search }: { search: string }) => (search.includes('q=') ? { ...offices, items: [], total: 0 } : offices) });
    expect((await screen.findByRole('link', { name: 'دفتر پیشخوان مهر لاهیجان' })).getAttribute('href')).toBe('/offices/7');
    await userEvent.type(screen.getByRole('searchbox'), 'کاشان{Enter}');
    await screen.findByText('دفتری یافت نشد');
    expect(server.asked.some((one) => decodeURIComponent(one.search).includes('q=کاشان'))).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'برداشتن پالایش‌ها' }));
    await screen.findByText('۳ دفتر');
  });
});

describe('a dossier', () => {
  it('shows sections with points, documents with findings and decisions, and what happened', async () => {
    opened('/offices/7');
    const fold = (await screen.findByText('محل دفتر', { selector: '.fold__name' })).closest('details') as HTMLDetailsElement;
    expect(fold.open).toBe(true);
    within(fold).getByText(/اجارهٔ معتبر/);
    const row = within(fold).getByRole('row', { name: /مساحت/ });
    within(row).getByText('مغایرت');
    within(row).getByText(/سند درست است/);
    within(screen.getByRole('region', { name: 'رویدادها' })).getByText(/خوداظهاری ارسال شد/);
    expect(screen.getByText('۸۵ متر مربع')).toBeTruthy();
  });

  it('leads from what waits to the queue', async () => {
    const waiting = { ...dossier, sections: dossier.sections.map((one) => ({ ...one, evidence: one.evidence.map((paper) => ({ ...paper, findings: paper.findings.map((found) => ({ ...found, ...(found.id === 31 && { state: 'open' as const, decision: null }) })) })) })) };
    opened('/offices/7', { 'GET /offices/7': waiting });
    expect((await screen.findByRole('link', { name: 'رفتن به صف' })).getAttribute('href')).toBe('/queue?finding=31');
    screen.getByText('۱ مورد منتظر تصمیم');
  });
});

describe('a recovery code', () => {
  it('needs a person and a recorded check, and is shown once', async () => {
    const server = opened('/offices/7', { 'POST /offices/7/recovery-code': json({ code: 'K7QF-2M9D', expires_at: '2026-02-11T07:12:00.000Z' }, 201) });
    await userEvent.click(await screen.findByRole('button', { name: 'صدور کد یک‌بارمصرف' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'صدور کد' }));
    await within(dialog).findByRole('link', { name: 'بگویید کد برای چه کسی است' });
    within(dialog).getByRole('link', { name: 'بنویسید هویت چگونه احراز شد' });
    expect(server.asked.some((one) => one.method === 'POST')).toBe(false);
    await userEvent.selectOptions(within(dialog).getByLabelText('برای چه کسی'), '0499370899');
    await userEvent.type(within(dialog).getByLabelText('هویت چگونه احراز شد؟'), 'کارت ملی دیده شد');
    await userEvent.click(within(dialog).getByRole('button', { name: 'صدور کد' }));
    await within(dialog).findByText('K7QF-2M9D');
    within(dialog).getByText(/تنها همین یک بار/);
    expect(server.asked.find((one) => one.method === 'POST')?.body).toEqual({ national_code: '0499370899', identity_check: 'کارت ملی دیده شد' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'بستن' }));
    await waitFor(() => expect(screen.queryByText('K7QF-2M9D')).toBeNull());
    await userEvent.click(screen.getByRole('button', { name: 'صدور کد یک‌بارمصرف' }));
    expect(screen.queryByText('K7QF-2M9D')).toBeNull();
  });

  it('says why not', async () => {
    opened('/offices/7', {
      'GET /offices/7': { ...dossier, accounts: dossier.accounts.slice(0, 1) },
      'POST /offices/7/recovery-code': () => json(problem('account.unknown', 404, 'این کد ملی حساب این دفتر نیست.', 'No such account.'), 404),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'صدور کد یک‌بارمصرف' }));
    await userEvent.type(screen.getByLabelText('هویت چگونه احراز شد؟'), 'تلفنی');
    await userEvent.click(screen.getByRole('button', { name: 'صدور کد' }));
    await screen.findByText('این کد ملی حساب این دفتر نیست.');
  });

  it('is the expert’s to issue', async () => {
    opened('/offices/7', {}, cra);
    await screen.findByText('حساب‌ها');
    expect(screen.queryByRole('button', { name: 'صدور کد یک‌بارمصرف' })).toBeNull();
  });
});
