// SPDX-License-Identifier: GPL-3.0-or-later
// Making a round, moving it on, publishing its ranks.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { provincesBehind } from '../../../src/pages/cra/rounds/alerts';
import { cra, desk, jobs, progress, reconciliation, round } from '../../support/desk-fixtures';
import { problem } from '../../support/fixtures';
import { open } from '../../support/open';
import { json } from '../../support/server';

const opened = (address: string, routes: Record<string, unknown> = {}, session = cra) => open(address, session, { ...desk, ...routes });
const go = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

describe('the wizard', () => {
  it('asks one thing at a time, refuses what is missing, and makes a draft', async () => {
    const server = opened('/rounds/new', { 'POST /rounds': json(round({ id: 5, stage: 'draft', opened_at: null }), 201), 'GET /rounds/5': round({ id: 5, stage: 'draft', opened_at: null, criteria: [] }) });
    await screen.findByRole('heading', { level: 2, name: 'این دوره چه نام دارد؟' });
    await userEvent.clear(screen.getByLabelText('نام فارسی'));
    await go('ادامه');
    const summary = await screen.findByRole('alert');
    await userEvent.click(within(summary).getByRole('link', { name: 'نام فارسی دوره را بنویسید' }));
    expect(document.activeElement).toBe(screen.getByLabelText('نام فارسی'));
    await userEvent.type(screen.getByLabelText('نام فارسی'), 'دورهٔ آزمایشی');
    await go('ادامه');

    expect(document.activeElement).toBe(await screen.findByRole('heading', { level: 2, name: 'برای کدام دفترها؟' }));
    await go('ادامه');
    await screen.findByRole('link', { name: 'دست‌کم یک نوع دفتر را برگزینید' });
    await userEvent.click(screen.getByRole('checkbox', { name: 'پیشخوان' }));
    await go('ادامه');

    fireEvent.change(screen.getByLabelText('مهلت اعتراض'), { target: { value: '۹۰' } });
    await go('ادامه');
    await screen.findByRole('link', { name: 'مهلت اعتراض باید ۱ تا ۶۰ روز باشد' });
    screen.getByRole('link', { name: 'بگویید اگر دفتری ارسال نکند چه می‌شود' });
    fireEvent.change(screen.getByLabelText('مهلت اعتراض'), { target: { value: '۷' } });
    await userEvent.click(screen.getByRole('radio', { name: 'بدون رتبه می‌ماند' }));
    await go('ادامه');

    expect(screen.queryByRole('radio', { name: /روستایی/ })).toBeNull(); // does not cover the chosen kind
    await userEvent.click(screen.getByRole('radio', { name: /جدول نمونهٔ دفاتر پیشخوان.*نمونه، غیررسمی/ }));
    await go('ادامه');

    await screen.findByRole('heading', { level: 2, name: /پیش از ساختن/ });
    screen.getByText('دورهٔ آزمایشی');
    within(screen.getByRole('region', { name: 'بخش‌هایی که دفتر پیشخوان می‌بیند' })).getByText('گواهی‌ها');
    expect(server.asked.some((one) => one.method === 'POST')).toBe(false);
    await go('ساختن پیش‌نویس دوره');
    await screen.findByText(/پیش‌نویس دوره ساخته شد/);
    expect(server.asked.find((one) => one.method === 'POST')?.body).toEqual({
      title_fa: 'دورهٔ آزمایشی', title_en: 'First round of 1404', period: '1404-1', kinds: ['pishkhan'], declare_days: 20, region_days: 20, objection_days: 7,
      silence_policy: 'unranked', rule_set: 'example-pishkhan',
    });
  });

  it('shows what the server refuses and keeps the answers', async () => {
    opened('/rounds/new', { 'POST /rounds': () => json(problem('round.invalid', 400, 'دوره‌ای برای این نیمه‌سال هست.', 'There is one already.'), 400) });
    await screen.findByLabelText('نام فارسی');
    await go('ادامه');
    await userEvent.click(screen.getByRole('checkbox', { name: 'پیشخوان' }));
    await go('ادامه');
    await userEvent.click(screen.getByRole('radio', { name: 'بدون رتبه می‌ماند' }));
    await go('ادامه');
    await userEvent.click(screen.getByRole('radio', { name: /پیشخوان/ }));
    await go('ادامه');
    await go('ساختن پیش‌نویس دوره');
    await screen.findByText('دوره‌ای برای این نیمه‌سال هست.');
    await go('تغییر نام فارسی');
    expect(screen.getByLabelText<HTMLInputElement>('نام فارسی').value).toBe('دورهٔ ارزیابی نیمهٔ نخست ۱۴۰۴');
  });
});

describe('a round', () => {
  it('opens only after asking', async () => {
    const server = opened('/rounds/2', { 'GET /rounds/2': round({ stage: 'draft', opened_at: null, criteria: [] }), 'POST /rounds/2/open': round({ stage: 'declaration', declare_until: '2026-03-01T20:30:00.000Z' }) });
    await userEvent.click(await screen.findByRole('button', { name: 'باز کردن دوره' }));
    expect(server.asked.some((one) => one.method === 'POST')).toBe(false);
    const dialog = await screen.findByRole('dialog', { name: 'دوره باز شود؟' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'باز کردن دوره' }));
    await screen.findByText('خوداظهاری باز است');
    expect(server.asked.filter((one) => one.path === '/rounds/2/open')).toHaveLength(1);
  });

  it('warns when the declarations are closed early, and says what silence will mean', async () => {
    opened('/rounds/2', { 'GET /rounds/2': round({ stage: 'declaration', declare_until: '2026-03-01T20:30:00.000Z' }) });
    await userEvent.click(await screen.findByRole('button', { name: 'بستن خوداظهاری' }));
    const dialog = await screen.findByRole('dialog');
    within(dialog).getByText('مهلت دفترها هنوز پایان نیافته است.');
    within(dialog).getByText(/۲۴ دفتر ارسال نکرده‌اند؛ دادهٔ دورهٔ پیش هر کدام معتبر می‌ماند/);
  });

  it('points to dead jobs and to provinces behind', async () => {
    opened('/rounds/2');
    expect((await screen.findByRole('link', { name: /دوباره در صف گذاشتن/ })).getAttribute('href')).toBe('/jobs?state=dead');
    screen.getByText(/بررسی در این استان‌ها.*قزوین \(۳۳٪\)/);
    expect(provincesBehind({ stage: 'declaration' }, progress).map((one) => one.province.code)).toEqual(['qazvin']);
    expect(provincesBehind({ stage: 'closed' }, progress)).toEqual([]);
  });

  it('moves the clock of the demonstration, and there only', async () => {
    const server = opened('/rounds/2', { 'POST /demonstration/clock': ({ body }: { body: { offset_seconds: number } }) => ({ ...body, now: '2026-02-11T07:12:00.000Z' }) });
    await userEvent.click(await screen.findByRole('button', { name: 'یک روز جلو' }));
    await screen.findByText(/چهارشنبه ۲۲ بهمن/);
    const sent = server.asked.find((one) => one.path === '/demonstration/clock')?.body as { offset_seconds: number };
    const expected = Math.round((Date.parse(cra.now) - Date.now()) / 1000) + 86_400;
    expect(Math.abs(sent.offset_seconds - expected)).toBeLessThan(60);
  });

  it('has no clock to move with real data', async () => {
    opened('/rounds/2', {}, { ...cra, demonstration: false });
    await screen.findByText('تنظیم‌های دوره');
    expect(screen.queryByText('ساعت نمایشی')).toBeNull();
  });
});

describe('the ranks', () => {
  it('stand apart by kind of office, and say what silence meant', async () => {
    opened('/rounds/2/ranks');
    const heads = await screen.findAllByRole('rowheader', { name: /^دفترهای/ });
    expect(heads.map((head) => head.textContent)).toEqual(['دفترهای پیشخوان', 'دفترهای ارتباطات روستایی']);
    screen.getByText('خوداظهاری نفرستاده');
    screen.getByText(/با اطلاعات دورهٔ پیش رتبه می‌گیرد/);
  });
});

describe('publishing', () => {
  const page = '/rounds/2/publish';
  const button = () => screen.findByRole<HTMLButtonElement>('button', { name: 'انتشار رتبهٔ موقت' });

  it('sleeps while something stands in the way, and says what to do', async () => {
    opened(page);
    expect((await button()).disabled).toBe(true);
    screen.getByText(/این دکمه فعال می‌شود/);
    const blocker = screen.getByText(/مورد در صف کارشناسان است/).closest('li') as HTMLElement;
    expect(within(blocker).getByRole('link').getAttribute('href')).toBe('/queue');
  });

  it('sleeps when the sums do not agree, though nothing is left to settle', async () => {
    const odd = reconciliation(false);
    opened(page, { 'GET /rounds/2/reconciliation': { ...odd, blockers: [], provinces: odd.provinces.map((one, index) => ({ ...one, difference: index === 0 ? 1 : 0 })) } });
    expect((await button()).disabled).toBe(true);
    expect(screen.getAllByText('آماده نیست')).toHaveLength(1);
    screen.getByText('چیزی در راه انتشار نمانده است.');
  });

  it('wakes once the table is green, asks once more, and publishes', async () => {
    const server = opened(page, { 'POST /rounds/2/publish-provisional': round({ stage: 'objection', provisional_at: '2026-03-02T08:00:00.000Z' }) });
    expect((await button()).disabled).toBe(true);
    server.set('GET /rounds/2/reconciliation', reconciliation(true));
    await go('دوباره بررسی کن');
    await waitFor(async () => expect((await button()).disabled).toBe(false));
    await userEvent.click(await button());
    const dialog = await screen.findByRole('dialog', { name: 'رتبهٔ موقت منتشر شود؟' });
    within(dialog).getByText(/روی هم ۱۲۰ دفتر/);
    await userEvent.click(within(dialog).getByRole('button', { name: 'انتشار رتبهٔ موقت' }));
    await screen.findByText(/رتبهٔ موقت منتشر شده است/);
    expect(server.asked.filter((one) => one.method === 'POST').map((one) => one.path)).toEqual(['/rounds/2/publish-provisional']);
  });

  it('shows a refusal where one pressed', async () => {
    opened(page, {
      'GET /rounds/2/reconciliation': reconciliation(true),
      'POST /rounds/2/publish-provisional': () => json(problem('round.not_ready', 409, 'هنوز سندی در حال خواندن است.', 'A document is being read.'), 409),
    });
    await userEvent.click(await button());
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'انتشار رتبهٔ موقت' }));
    await within(dialog).findByText('هنوز سندی در حال خواندن است.');
  });
});

describe('jobs', () => {
  it('stand below how the system is, check by check, also when a check fails', async () => {
    const checks = [
      { name: 'database', ok: true, text_fa: 'پایگاه داده پاسخ می‌دهد.', text_en: 'The database answers.' },
      { name: 'antivirus', ok: false, text_fa: 'ویروس‌یاب پاسخ نمی‌دهد (اتصال برقرار نشد)؛ ۳ سند در انتظار است.', text_en: '3 wait' },
    ];
    const server = opened('/jobs', { 'GET /health': () => json({ status: 'failing', version: '1', checks }, 503) });
    const card = within(await screen.findByRole('region', { name: 'سلامت سامانه' }));
    const line = (await card.findByText('ویروس‌یاب')).closest('li');
    expect(line?.textContent).toContain('نیازمند رسیدگی');
    expect(line?.textContent).toContain('۳ سند');
    server.set('GET /health', { status: 'ok', version: '1', checks: checks.map((one) => ({ ...one, ok: true })) });
    await go('به‌روز کن');
    await waitFor(() => expect(card.queryByText('نیازمند رسیدگی')).toBeNull());
  });

  it('are counted by state; a dead one is put back', async () => {
    const server = opened('/jobs', { 'POST /jobs/71/retry': jobs.items[0] });
    await screen.findByText('خوانندهٔ سند از کار افتاد.');
    screen.getByRole('button', { name: /انجام‌شده\s*۸٬۱۲۳/ });
    server.set('GET /jobs', { items: [], counts: { ...jobs.counts, dead: 0 } });
    await go('دوباره در صف بگذار');
    await screen.findByText('هیچ کاری ناموفق نمانده است');
  });
});

describe('the audit', () => {
  it('is searched by subject, in any digits, and leads to what was changed', async () => {
    const server = opened('/audit');
    expect((await screen.findByRole('link', { name: 'دیدن دوره شمارهٔ ۲' })).getAttribute('href')).toBe('/rounds/2');
    expect(screen.getByRole('link', { name: 'دیدن مورد بررسی شمارهٔ ۳۱' }).getAttribute('href')).toBe('/queue?finding=31');
    fireEvent.change(screen.getByLabelText('موضوع'), { target: { value: 'round' } });
    fireEvent.change(screen.getByLabelText('شماره'), { target: { value: '۲' } });
    await go('جست‌وجو');
    await screen.findByText(/تنها رویدادهای «دوره شمارهٔ ۲»/);
    expect(window.location.search).toBe('?subject=round%2F2');
    await waitFor(() => expect(server.asked.some((one) => one.search === '?subject=round%2F2')).toBe(true));
  });

  it('goes on to older lines', async () => {
    opened('/audit', { 'GET /audit': ({ search }: { search: string }) => {
      const list = desk['GET /audit'] as { items: { id: number }[] };
      return search.includes('after=899') ? { items: [{ ...list.items[0], id: 5, actor_name: 'علی کهن' }], next: null } : list;
    } });
    await userEvent.click(await screen.findByRole('button', { name: 'رویدادهای قدیمی‌تر' }));
    await screen.findByText('علی کهن');
    expect(screen.queryByRole('button', { name: 'رویدادهای قدیمی‌تر' })).toBeNull();
  });
});
