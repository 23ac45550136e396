// SPDX-License-Identifier: GPL-3.0-or-later
// Filling in a section as a person does.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { evidence, finding, licensee, premises, problem } from '../support/fixtures';
import { json } from '../support/server';
import { open } from '../support/open';

const page = '/declarations/4/sections/premises';
const answers = 'PUT /declarations/4/sections/premises/answers';
const saved = (asked: { body: unknown }) => ({ revision: (asked.body as { revision: number }).revision + 1, saved_at: '2026-02-10T07:12:00.000Z', problems: [] });

async function opened(routes: Record<string, unknown> = {}) {
  const server = open(page, licensee, { [answers]: saved, ...routes });
  await screen.findByRole('heading', { level: 1, name: 'محل دفتر' }, { timeout: 8000 });
  return { server, puts: () => server.asked.filter((one) => one.method === 'PUT').map((one) => one.body as { revision: number; answers: Record<string, unknown> }) };
}

const area = () => screen.getByLabelText<HTMLInputElement>('مساحت', { selector: 'input' });

describe('a section', () => {
  it('shows local digits, saves what was typed when the field is left, and says when', async () => {
    const { puts } = await opened();
    expect(area().value).toBe('۸۵');
    await userEvent.clear(area());
    await userEvent.type(area(), '۹۰');
    await userEvent.tab();
    await screen.findByText(/ذخیره شد ۱۰:۴۲/);
    expect(puts().at(-1)).toMatchObject({ answers: { area: '۹۰', ownership: 'lease' } });
    expect(puts()[0]?.revision).toBe(5); // on a slow machine the pause in typing is saved too
  });

  it('says what is wrong once the field is left', async () => {
    await opened();
    await userEvent.clear(area());
    await userEvent.type(area(), 'بزرگ');
    expect(screen.queryByText('مساحت باید عدد باشد')).toBeNull();
    await userEvent.tab();
    await screen.findByText('مساحت باید عدد باشد');
    expect(area().getAttribute('aria-invalid')).toBe('true');
  });

  it('shows other fields and slots for another answer', async () => {
    await opened();
    expect(screen.queryByLabelText('نام مالک')).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'ملکی' }));
    expect(screen.getByLabelText('نام مالک')).toBeTruthy();
    expect(screen.queryByLabelText('نام موجر')).toBeNull();
    expect(screen.getByRole('region', { name: /سند مالکیت/ })).toBeTruthy();
  });

  it('brings in answers from elsewhere and keeps what was typed here', async () => {
    let first = true;
    const { server, puts } = await opened({
      [answers]: (asked: { body: unknown }) => {
        if (!first) return saved(asked);
        first = false;
        server.set('GET /declarations/4/sections/premises', { ...premises, revision: 9, answers: { ...premises.answers, landlord_name: 'نام تازه' } });
        return json(problem('answers.stale', 409, 'تغییر کرده', 'Changed'), 409);
      },
    });
    await userEvent.clear(area());
    await userEvent.type(area(), '90');
    await userEvent.tab();
    await screen.findByText(/هم‌زمان در جای دیگری/);
    await waitFor(() => expect(puts().at(-1)).toMatchObject({ answers: { area: '90', landlord_name: 'نام تازه' } }));
    expect(puts()[1]?.revision).toBe(9); // the first after the refusal; on a slow machine the pause in typing is saved too
    expect(screen.getByLabelText<HTMLInputElement>('نام موجر').value).toBe('نام تازه');
  });

  it('keeps what was typed when the connection breaks, and says so', async () => {
    await opened({ [answers]: () => Promise.reject(new TypeError('network')) });
    await userEvent.type(area(), '۰');
    await userEvent.tab();
    await screen.findByText(/ارتباط قطع است/);
    expect(area().value).toBe('۸۵۰');
  });

  it('names everything missing when one is done, each line a way to its field', async () => {
    await opened({ 'GET /declarations/4/sections/premises': { ...premises, answers: { ownership: 'lease' }, evidence: [] } });
    await userEvent.click(screen.getByRole('button', { name: 'پایان این بخش' }));
    const summary = await screen.findByRole('alert');
    expect(document.activeElement).toBe(summary);
    await userEvent.click(within(summary).getByRole('link', { name: 'مساحت را وارد کنید' }));
    expect(document.activeElement).toBe(area());
    expect(within(summary).getByRole('link', { name: 'سند «اجاره‌نامه» را بفرستید' }).getAttribute('href')).toBe('#slot-lease');
  });

  it('corrects an answer to what the document says', async () => {
    const { puts } = await opened();
    await userEvent.click(screen.getByRole('button', { name: 'اظهارم را به «۶۵» اصلاح کن' }));
    await waitFor(() => expect(puts().at(-1)?.answers.area).toBe('۶۵'));
    expect(area().value).toBe('۶۵');
  });

  it('takes an explanation for the expert, and not an empty one', async () => {
    const { server } = await opened({ 'POST /findings/31/explanation': finding({ explanation: 'پس از توسعه' }) });
    await userEvent.click(screen.getByRole('button', { name: /برای کارشناس توضیح می‌نویسم/ }));
    await userEvent.click(screen.getByRole('button', { name: 'ثبت توضیح' }));
    await screen.findByText('توضیح خود را بنویسید');
    fireEvent.change(screen.getByLabelText('توضیح برای کارشناس'), { target: { value: 'پس از توسعه' } });
    await userEvent.click(screen.getByRole('button', { name: 'ثبت توضیح' }));
    await screen.findByText(/توضیح شما ثبت شد/);
    expect(server.asked.find((one) => one.method === 'POST')?.body).toEqual({ text: 'پس از توسعه' });
  });

  it('asks before it takes a document back', async () => {
    const { server } = await opened({ 'DELETE /evidence/17': new Response(null, { status: 204 }) });
    await userEvent.click(screen.getByRole('button', { name: 'برداشتن سند اجاره‌نامه.pdf' }));
    expect(server.asked.some((one) => one.method === 'DELETE')).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: 'بله، برداشته شود' }));
    await waitFor(() => expect(screen.queryByText('اجاره‌نامه.pdf')).toBeNull());
  });

  it('follows a document until it is read, and says why when it cannot be', async () => {
    const unreadable = evidence({ status: 'unreadable', findings: [], problem: problem('evidence.unreadable', 400, 'این سند خوانده نشد', 'x') });
    let now = evidence({ status: 'being_read', pages: [], findings: [] });
    await opened({
      'GET /declarations/4/sections/premises': () => ({ ...premises, evidence: [now] }), // asked again once it is read
      'GET /evidence/17': () => (now = unreadable),
    });
    expect(screen.getAllByText(/در حال خواندن سند/).length).toBeGreaterThan(0);
    await screen.findByText('این سند خوانده نشد', undefined, { timeout: 8000 });
    expect(screen.getByText('سند خوب چگونه است؟')).toBeTruthy();
  });
});

describe('rows', () => {
  it('can be added, removed, and brought back', async () => {
    open('/declarations/4/sections/staff', licensee, { 'PUT /declarations/4/sections/staff/answers': saved });
    await screen.findByRole('heading', { level: 1, name: 'کارکنان' }, { timeout: 8000 });
    await userEvent.click(screen.getByRole('button', { name: 'حذف ردیف ۱' }));
    expect(screen.queryByDisplayValue('سارا کریمی')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'برگرداندن' }));
    expect(screen.getByDisplayValue('سارا کریمی')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'افزودن ردیف' }));
    expect(screen.getByRole('group', { name: 'ردیف ۳' })).toBeTruthy();
  });

  it('shows what the office may not change as text', async () => {
    open('/declarations/4/sections/staff', licensee);
    await screen.findByText('قفل است؛ تغییر آن با کارشناس منطقه است', undefined, { timeout: 8000 });
    expect(screen.queryByLabelText('نام کارفرما')).toBeNull();
  });
});

describe('the virus scanner', () => {
  const withPaper = (paper: ReturnType<typeof evidence>, routes = {}) => opened({ 'GET /declarations/4/sections/premises': { ...premises, evidence: [paper] }, ...routes });

  it('is waited for, without a word of clean, until it has answered', async () => {
    await withPaper(evidence({ scan: 'pending' }), { 'GET /evidence/17': evidence() });
    screen.getByText('در انتظار ویروس‌یاب');
    screen.getByText(/کاری از شما لازم نیست/);
    await waitFor(() => expect(screen.queryByText('در انتظار ویروس‌یاب')).toBeNull(), { timeout: 3000 });
  });

  it('puts a document aside: said in words, and another one can be sent', async () => {
    await withPaper(evidence({ status: 'quarantined', scan: 'infected', pages: [], findings: [],
      problem: problem('evidence.infected', 400, 'ویروس‌یاب در این فایل «Test.Virus» یافت و آن را کنار گذاشت.', 'Found') }));
    const paper = within(screen.getByRole('article', { name: 'اجاره‌نامه.pdf' }));
    paper.getByText('ویروس‌یاب آن را کنار گذاشت');
    paper.getByText(/Test.Virus/);
    paper.getByRole('button', { name: 'انتخاب فایل' });
    expect(paper.queryByText('سند خوب چگونه است؟')).toBeNull(); // no better photograph helps
  });
});
