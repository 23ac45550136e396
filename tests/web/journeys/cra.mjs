// SPDX-License-Identifier: GPL-3.0-or-later
// The head office: how a round goes, publishing once the table reconciles, closing declarations, a new round, jobs, audit.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { Api } from '../../support/api.mjs';
import { Person, stepsOf } from '../../support/browser.mjs';
import { cast } from '../../support/demonstration.mjs';
import { openRound } from '../../support/round.mjs';

export function craJourney(world) {
  let person;
  let api;
  const step = stepsOf(() => person);
  const roundOf = async (period) => (await api.get('/rounds')).body.items.find((one) => one.period === period);
  const dialog = () => person.page.getByRole('dialog');

  before(async () => {
    api = await Api.signedIn(world.base, cast.cra.national_code);
    if (!(await roundOf('1406-1'))) await openRound(world.base);
    person = await Person.arrive(world, 'cra');
  });
  after(() => person.leave());

  step('the rounds, newest first', async () => {
    await person.signIn(cast.cra.national_code);
    await person.heading('دوره‌ها').waitFor();
    await person.visit('rounds');
  });

  step('how a round goes: numbers, participation, points, provinces, the experts’ load', async () => {
    const { id } = await roundOf('1405-2');
    await person.page.goto(`/rounds/${id}`);
    await person.see('مشارکت روز به روز');
    await person.see('پراکندگی امتیازها');
    await person.see('مشارکت استان‌ها');
    await person.see('بار کارشناسان');
    await person.visit('round');
  });

  step('the button to publish sleeps while anything is left, and says what', async () => {
    const { id } = await roundOf('1405-2');
    await person.page.goto(`/rounds/${id}/publish`);
    await person.see('چیزی مانده است؟');
    assert.equal(await person.button('انتشار رتبهٔ موقت').isDisabled(), true);
    await person.see('آماده نیست');
    await person.visit('publish-asleep');
  });

  step('once the experts are through the sums are shown, and provisional ranks are published', async () => {
    for (const { national_code } of cast.experts) await decideAll(world.base, national_code);
    const publish = person.button('انتشار رتبهٔ موقت');
    await person.button('دوباره بررسی کن').click();
    await person.page.waitForFunction(() => [...document.querySelectorAll('.publish button')].some((button) => !button.disabled), null, { timeout: 60_000 });
    const { total } = (await api.get(`/rounds/${(await roundOf('1405-2')).id}/reconciliation`)).body;
    assert.equal(total.rank_1 + total.rank_2 + total.rank_3 + total.unranked, total.licensed);
    await person.visit('publish-awake');
    await publish.click();
    await dialog().waitFor();
    await person.visit('publish-confirm');
    await dialog().getByRole('button', { name: 'انتشار رتبهٔ موقت' }).click();
    await dialog().waitFor({ state: 'detached' });
    await person.page.waitForFunction(() => document.querySelector('.page__head')?.textContent?.includes('اعتراض'));
    assert.equal((await roundOf('1405-2')).stage, 'objection');
    await person.visit('published');
  });

  step('ranks and services of a round', async () => {
    const { id } = await roundOf('1405-2');
    await person.page.goto(`/rounds/${id}/ranks`);
    await person.heading('رتبه‌ها و امتیازها').waitFor();
    await person.visit('ranks');
    await person.page.goto(`/rounds/${id}/services`);
    await person.heading('خدمت‌ها و سهم رتبه‌ها').waitFor();
    await person.visit('services');
  });

  step('closing declarations says how many offices are silent, and what becomes of them', async () => {
    const { id } = await roundOf('1406-1');
    await person.page.goto(`/rounds/${id}`);
    await person.button('بستن خوداظهاری').click();
    await dialog().getByText('مهلت دفترها هنوز پایان نیافته است').waitFor();
    await person.visit('close-confirm');
    await dialog().getByRole('button', { name: 'بستن خوداظهاری' }).click();
    await dialog().waitFor({ state: 'detached' });
    await person.see('کارشناسان بررسی می‌کنند');
    assert.equal((await roundOf('1406-1')).stage, 'review');
  });

  step('the wizard makes a round', async () => {
    await person.page.goto('/rounds');
    await person.link('دورهٔ تازه').first().click();
    await person.see('این دوره چه نام دارد؟');
    await person.page.getByLabel('نیمهٔ سال').selectOption({ label: 'نیمهٔ دوم' });
    await person.page.getByLabel('سال', { exact: true }).selectOption({ label: '۱۴۰۶' });
    await person.visit('wizard-name');
    const forward = () => person.button('ادامه').click();
    await forward();
    await person.see('برای کدام دفترها؟');
    for (const kind of ['پیشخوان', 'ارتباطات روستایی']) await person.page.getByRole('checkbox', { name: kind }).check();
    await person.visit('wizard-kinds');
    await forward();
    await person.see('دفتری که ارسال نکند چه می‌شود');
    await person.field('مهلت خوداظهاری').fill('۲۰۰');
    await forward();
    await person.see('مهلت خوداظهاری باید ۱ تا ۱۲۰ روز باشد');
    await person.visit('wizard-flaw');
    await person.field('مهلت خوداظهاری').fill('۲۰');
    await person.field('مهلت بررسی منطقه').fill('20');
    await person.field('مهلت اعتراض').fill('۷');
    await person.page.getByRole('radio', { name: /پایین‌ترین رتبه/ }).check();
    await forward();
    await person.see('امتیازها با کدام جدول؟');
    await person.page.getByRole('radio').first().check();
    await person.visit('wizard-rules');
    await forward();
    await person.see('پیش از ساختن، یک بار ببینید');
    await person.visit('wizard-check');
    await person.button('ساختن پیش‌نویس دوره').click();
    await person.see('پیش‌نویس دوره ساخته شد');
    assert.equal((await roundOf('1406-2')).stage, 'draft');
    await person.visit('round-draft');
  });

  step('criteria, jobs and the audit', async () => {
    await person.link('معیارها').click();
    await person.heading('معیارها').waitFor();
    await person.visit('criteria');
    await person.link('کارهای سامانه').click();
    await person.heading('کارهای سامانه').waitFor();
    await person.visit('jobs');
    await person.link('رویدادنگار').click();
    await person.heading('رویدادنگار').waitFor();
    await person.see(cast.cra.name);
    await person.visit('audit');
    await person.field('موضوع').selectOption({ label: 'دوره' });
    await person.button('جست‌وجو').click();
    await person.see('تنها رویدادهای');
    await person.visit('audit-rounds');
  });

  step('the same in English', async () => {
    await person.button('English').click();
    await person.heading('Audit').waitFor();
    await person.visit('audit-english');
    await person.page.goto(`/rounds/${(await roundOf('1405-2')).id}`);
    await person.see('Participation by day');
    await person.visit('round-english');
  });
}

/** Everything open in a region, decided for the document. */
async function decideAll(base, nationalCode) {
  const expert = await Api.signedIn(base, nationalCode);
  for (;;) {
    const { items } = (await expert.get('/queue')).body;
    if (items.length === 0) return;
    for (const { id } of items) {
      const decided = await expert.post(`/findings/${id}/decision`, { decision: 'document', note: '', took_ms: 900 });
      assert.ok(decided.status < 300, JSON.stringify(decided.body));
    }
  }
}
