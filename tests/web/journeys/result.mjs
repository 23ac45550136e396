// SPDX-License-Identifier: GPL-3.0-or-later
// An office reads its provisional rank with the reason of every point, and objects to one section.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { Api } from '../../support/api.mjs';
import { Person, stepsOf } from '../../support/browser.mjs';
import { cast } from '../../support/demonstration.mjs';
import { freshCopy } from '../../support/files.mjs';

const { licensee, register } = cast.offices.find((one) => one.key === 'rasht_golsar');

export function resultJourney(world) {
  let person;
  let declaration;
  let result;
  const step = stepsOf(() => person);
  before(async () => {
    const api = await Api.signedIn(world.base, licensee.national_code);
    const items = (await api.get('/declarations')).body.items;
    declaration = items.find((one) => one.round.period === '1405-1');
    result = async () => (await api.get(`/declarations/${declaration.id}/result`)).body;
    person = await Person.arrive(world, 'result');
  });
  after(() => person.leave());

  step('the result stands on the declaration’s page', async () => {
    await person.signIn(licensee.national_code);
    await person.page.goto(`/declarations/${declaration.id}`);
    await person.heading(register.name).waitFor();
    await person.visit('declaration');
    await person.link('دیدن رتبه و امتیازها').click();
    await person.heading('رتبه و امتیازها').waitFor();
    await person.see('رتبهٔ موقت');
  });

  step('every point has its reason, and the time to object is told', async () => {
    const { sections, may_object } = await result();
    assert.equal(may_object, true);
    for (const { title_fa, score } of sections) {
      const card = person.page.getByRole('article', { name: title_fa });
      assert.equal(await card.getByRole('listitem').filter({ hasText: 'از' }).count() >= score.reasons.length, true, title_fa);
    }
    await person.see(/مانده/);
    await person.visit('result');
  });

  step('an objection needs reasons, takes new documents, and is receipted', async () => {
    await person.link('اعتراض به بخش سابقه').click();
    await person.heading(/اعتراض به «سابقه»/).waitFor();
    await person.visit('objection-empty');
    await person.button('ثبت اعتراض').click();
    await person.page.getByRole('alert').getByText('دلیل‌های خود را بنویسید').waitFor();
    await person.visit('objection-missing');
    await person.field(/دلیل‌های شما/).fill('سابقهٔ پیش از سال ۱۳۹۱ در پروانهٔ دفتر دیگری آمده است که پیوست می‌شود.');
    const chosen = person.page.waitForEvent('filechooser');
    await person.button('انتخاب فایل').click();
    await (await chosen).setFiles(freshCopy('rasht_golsar-previous.pdf'));
    await person.page.getByRole('article', { name: 'rasht_golsar-previous.pdf' }).getByText('دریافت شد').waitFor({ timeout: 60_000 });
    await person.visit('objection-written');
    await person.button('ثبت اعتراض').click();
    await person.see('اعتراض شما ثبت شد');
    const { objection } = (await result()).sections.find((one) => one.id === 'experience');
    await person.see(objection.receipt_number);
    await person.visit('objection-filed');
  });

  step('the result tells that an objection is being decided', async () => {
    await person.link('بازگشت به رتبه و امتیازها').click();
    await person.page.getByRole('article', { name: 'سابقه' }).getByText('در انتظار رسیدگی نخست').waitFor();
    await person.visit('result-objected');
  });
}
