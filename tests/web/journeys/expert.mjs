// SPDX-License-Identifier: GPL-3.0-or-later
// The expert of Gilan: the queue by keyboard, undo, a question to the office, the dossier, a recovery code, an objection.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { Api, until } from '../../support/api.mjs';
import { Person, stepsOf } from '../../support/browser.mjs';
import { cast } from '../../support/demonstration.mjs';

const [gilan] = cast.experts;

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

  step('one key, one decision: 1 the document, 2 the declaration, 3 not readable', async () => {
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

  step('4 asks the office, in words of one’s own', async () => {
    await ready();
    const finding = Number(new URL(person.page.url()).searchParams.get('finding'));
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
}
