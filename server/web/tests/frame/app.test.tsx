// SPDX-License-Identifier: GPL-3.0-or-later
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { afterSignIn } from '../../src/pages/session/after-sign-in';
import { anonymous, licensee } from '../support/fixtures';
import { json } from '../support/server';
import { open } from '../support/open';

const heading = (name: string) => screen.findByRole('heading', { level: 1, name }, { timeout: 8000 });

describe('the frame', () => {
  it('opens the page asked for, names the tab, and takes the focus to the heading when going on', async () => {
    open('/');
    await heading('ارزیابی و رتبه‌بندی دفاتر');
    expect(document.title).toBe('ارزیابی و رتبه‌بندی دفاتر · میزان');
    await userEvent.click(screen.getByRole('link', { name: 'فهرست رتبه‌ها' }));
    const next = await heading('فهرست رتبهٔ دفترها');
    await waitFor(() => expect(document.activeElement).toBe(next));
    expect(screen.getByRole('link', { name: 'فهرست رتبه‌ها' }).getAttribute('aria-current')).toBe('page');
  });

  it('sends whoever is not signed in to the sign-in page, and back afterwards', async () => {
    const server = open('/declarations/4/check', anonymous, { 'POST /session': licensee });
    await heading('ورود به میزان');
    expect(window.location.search).toBe('?next=%2Fdeclarations%2F4%2Fcheck');
    await userEvent.type(screen.getByLabelText('کد ملی'), '۶۴۸۸۴۴۹۸۰۱');
    await userEvent.type(screen.getByLabelText('گذرواژه'), 'کلید');
    server.set('GET /session', licensee);
    await userEvent.click(screen.getByRole('button', { name: 'ورود' }));
    await waitFor(() => expect(window.location.pathname).toBe('/declarations/4/check'));
    expect(server.asked.find((one) => one.method === 'POST')?.body).toEqual({ national_code: '۶۴۸۸۴۴۹۸۰۱', password: 'کلید' });
  });

  it('says so when a page is for another role, or is not there', async () => {
    open('/rounds');
    await heading('این صفحه برای حساب شما نیست');
  });

  it('has a page for addresses that lead nowhere', async () => {
    open('/nowhere');
    await heading('چنین صفحه‌ای نیست');
  });

  it('switches to English and back without losing the page', async () => {
    open('/ranks');
    await heading('فهرست رتبهٔ دفترها');
    await userEvent.click(screen.getByRole('button', { name: 'English' }));
    await heading('Ranks of the offices');
    expect(document.documentElement.dir).toBe('ltr');
  });

  it('signs out from the account menu, which Escape closes', async () => {
    const server = open('/', licensee, { 'DELETE /session': new Response(null, { status: 204 }) });
    const menu = await screen.findByRole('button', { name: /حساب کاربری/ });
    await userEvent.click(menu);
    expect(menu.getAttribute('aria-expanded')).toBe('true');
    await userEvent.keyboard('{Escape}');
    expect(menu.getAttribute('aria-expanded')).toBe('false');
    await userEvent.click(menu);
    server.set('GET /session', anonymous);
    await userEvent.click(screen.getByRole('button', { name: 'خروج' }));
    expect(await screen.findByRole('link', { name: 'ورود' })).toBeTruthy();
  });

  it('renews an ended session over the open page', async () => {
    const ended = () => json({ code: 'session.required', text_fa: 'پایان یافت', text_en: 'Ended', status: 401, type: 'x', title: 'x' }, 401);
    const server = open('/declarations/4', licensee, { 'GET /declarations/4': ended, 'POST /session': licensee });
    server.set('GET /session', anonymous);
    await screen.findByRole('dialog', { name: 'دوباره وارد شوید' }, { timeout: 8000 });
    server.set('GET /declarations/4', { ...(await import('../support/fixtures')).declaration });
    await userEvent.type(screen.getByLabelText('کد ملی'), '6488449801');
    await userEvent.type(screen.getByLabelText('گذرواژه'), 'x');
    server.set('GET /session', licensee);
    await userEvent.click(screen.getByRole('button', { name: 'ورود' }));
    await heading('دفتر پیشخوان مهر لاهیجان');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('the way after signing in', () => {
  it.each([
    ['/declarations/4?x=1', '/declarations/4?x=1'],
    ['/ranks', '/ranks'],
    [null, '/declarations'],
    ['/rounds', '/declarations'],
    ['//evil.example', '/declarations'],
    ['/\\evil.example', '/declarations'],
    ['https://evil.example', '/declarations'],
    ['/sign-in', '/declarations'],
  ])('from %s to %s', (next, place) => {
    expect(afterSignIn(licensee, next)).toBe(place);
  });
});
