// SPDX-License-Identifier: GPL-3.0-or-later
// The expert of Gilan: the queue by keyboard, undo, a question to the office, the dossier, a recovery code, an objection.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { Api, until } from '../../support/api.mjs';
import { Person, stepsOf } from '../../support/browser.mjs';
import { cast } from '../../support/demonstration.mjs';

const [gilan] = cast.experts;
const recovered = cast.offices.find((one) => one.key === 'lahijan');
const asked = cast.offices.find((one) => one.key === 'rasht_saadi');

export function expertJourney(world) {
  let person;
  let api;
  const step = stepsOf(() => person);
  const waiting = async () => (await api.get('/queue')).body.count;
  const question = () => person.page.getByRole('region', { name: 'پرسش' });
  const toast = (words) => person.page.locator('.toast').getByText(words, { exact: true });
  const decisionOf = async (finding) => (await api.get(`/findings/${finding}`)).body.decision?.decision ?? null;
  const first = async () => (await api.get('/queue')).body.items[0].id;
  const ready = () => question().getByRole('group', { name: 'تصمیم' }).waitFor();

  before(async () => {
    api = await Api.signedIn(world.base, gilan.national_code);
    person = await Person.arrive(world, 'expert');
  });
  after(() => person.leave());

  step('the queue shows what does not agree, with the page and the question', async () => {
    await person.signIn(gilan.national_code);
    await person.heading('صف بررسی').waitFor();
    await ready();
    await person.visit('queue');
    await question().getByText('اظهار دفتر').waitFor();
  });

  step('4 asks the office, in words of one’s own', async () => {
    const { items } = (await api.get('/queue')).body;
    const finding = items.find((one) => one.office.licence_no === asked.register.licence_no).id;
    await person.page.goto(`/queue?finding=${finding}`);
    await ready();
    await person.page.keyboard.press('4');
    await person.page.getByRole('group', { name: 'از دفتر چه می‌پرسید؟' }).waitFor();
    await person.visit('queue-ask');
    await person.field('یا پرسش خود را بنویسید').fill('این مقدار در صفحهٔ دوم سند نیامده است؛ صفحهٔ نخست را هم بفرستید.');
    await person.button('فرستادن پرسش').click();
    await toast('توضیح خواسته شد').waitFor();
    await until('the question stands', async () => (await api.get(`/findings/${finding}`)).body.state === 'clarifying');
    await person.button('منتظر دفتر').click();
    await person.see('صفحهٔ نخست را هم بفرستید');
    await person.visit('queue-clarifying');
    await person.button('تصمیم‌گرفته').click();
    await person.visit('queue-all-decided');
  });

  step('the office answers, and the item waits again', async () => {
    const office = await Person.arrive(world, 'office');
    const [finding] = (await api.get('/queue?state=clarifying')).body.items;
    const { declaration_id, section } = (await api.get(`/findings/${finding.id}`)).body.evidence;
    await office.signIn(asked.licensee.national_code);
    await office.page.goto(`/declarations/${declaration_id}/sections/${section}`);
    await office.see('پرسش کارشناس:');
    await office.visit('question');
    await office.field('پاسخ به کارشناس').fill('صفحهٔ نخست همان است که فرستاده شده؛ سند یک صفحه دارد.');
    await office.button('فرستادن پاسخ').click();
    await until('the item waits again', async () => (await api.get(`/findings/${finding.id}`)).body.state === 'open');
    await office.leave();
    await person.page.goto(`/queue?finding=${finding.id}`);
    await person.see('سند یک صفحه دارد');
    await person.visit('queue-answered');
  });

  step('one key, one decision: 1 the document, 2 the declaration, 3 not readable', async () => {
    await person.page.goto('/queue');
    for (const [key, kind, words] of [['1', 'document', 'سند درست است'], ['2', 'declaration', 'اظهار درست است'], ['3', 'unreadable', 'ناخوانا']]) {
      const finding = await first();
      const before = await waiting();
      await ready();
      await person.page.keyboard.press(key);
      await toast(words).waitFor();
      await until(`${kind} is recorded`, async () => (await decisionOf(finding)) === kind);
      assert.equal(await waiting(), before - 1);
    }
    await person.visit('queue-decided');
  });

  step('U takes the last decision back', async () => {
    const finding = await first();
    const before = await waiting();
    await ready();
    await person.page.keyboard.press('1');
    await until('it is recorded', async () => (await decisionOf(finding)) === 'document');
    await person.page.keyboard.press('u');
    await until('it is taken back', async () => (await waiting()) === before);
    assert.equal((await api.get(`/findings/${finding}`)).body.state, 'open');
  });

  step('Z shows the whole page, the arrows move on, ? explains the keys', async () => {
    await ready();
    await person.page.keyboard.press('z');
    await person.visit('queue-whole-page');
    const before = new URL(person.page.url()).searchParams.get('finding');
    await person.page.keyboard.press('ArrowDown');
    await person.page.waitForFunction((old) => new URL(location.href).searchParams.get('finding') !== old, before);
    await person.page.keyboard.press('?');
    await person.page.getByRole('dialog', { name: 'کلیدها' }).waitFor();
    await person.visit('queue-keys');
    await person.page.keyboard.press('Escape');
  });

  step('an office is found by part of its name, and its dossier shows everything', async () => {
    await person.link('دفترها').click();
    await person.heading('دفترها').waitFor();
    await person.visit('offices');
    await person.field(/نام دفتر، شمارهٔ پروانه/).fill('چفل');
    await person.button('جست‌وجو').click();
    await person.page.waitForURL(/q=/);
    await person.link(recovered.register.name).click();
    await person.heading(recovered.register.name).waitFor();
    for (const title of ['بخش‌ها', 'مشخصات', 'حساب‌ها', 'رویدادها']) await person.page.getByRole('heading', { name: title }).waitFor();
    await person.visit('dossier');
  });

  step('a recovery code needs an identity check, and is shown once', async () => {
    await person.button('صدور کد یک‌بارمصرف').click();
    const dialog = person.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'صدور کد' }).click();
    await dialog.getByText('بنویسید هویت چگونه احراز شد').first().waitFor();
    await person.visit('recovery-missing');
    await dialog.getByLabel(/هویت چگونه احراز شد/).fill('کارت ملی حضوری دیده شد، دفتر منطقه');
    await dialog.getByRole('button', { name: 'صدور کد' }).click();
    await dialog.getByText('این کد تنها همین یک بار نشان داده می‌شود').waitFor();
    await person.visit('recovery-code');
    await dialog.getByRole('button', { name: 'بستن' }).click();
  });

  step('an objection: old points, new words, and the first reading with reasons', async () => {
    await person.link('اعتراض‌ها').click();
    await person.heading('اعتراض‌ها').waitFor();
    await person.visit('objections');
    await person.link(/محل دفتر، دفتر پیشخوان سعدی/).click();
    await person.heading('اعتراض به «محل دفتر»').waitFor();
    await person.see('مساحت بالکن دفتر');
    await person.visit('objection');
    const send = person.button('ثبت رسیدگی نخست');
    await send.click();
    await person.page.getByRole('alert').getByText('دلیل‌های رأی را بنویسید').waitFor();
    await person.visit('objection-missing');
    await person.page.getByRole('radio', { name: 'اعتراض وارد است' }).check();
    await person.field(/امتیاز تازهٔ این بخش/).fill('۶۰');
    await person.field(/^دلیل‌ها/).fill('بالکن در بند ۲ اجاره‌نامه آمده است و جزو مساحت مفید است.');
    await send.click();
    await person.see('رسیدگی نخست ثبت شد');
    const ruled = (await api.get('/objections?state=first_read')).body.items;
    assert.ok(ruled.some((one) => one.section === 'premises' && one.office.licence_no === '53-739784'));
    await person.visit('objection-read');
  });
}
