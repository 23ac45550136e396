// SPDX-License-Identifier: GPL-3.0-or-later
// Anybody: the first page, the rank list and its filters, the other language, an address that does not exist.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { Person, stepsOf } from '../../support/browser.mjs';
import { cast } from '../../support/demonstration.mjs';

const ranked = cast.offices.filter((one) => one.rounds.includes('first'));

export function publicJourney(world) {
  let visitor;
  const step = stepsOf(() => visitor);
  const rows = () => visitor.page.locator('tbody tr');
  before(async () => { visitor = await Person.arrive(world, 'public'); });
  after(() => visitor.leave());

  step('the first page says what this is and has one button', async () => {
    await visitor.page.goto('/');
    await visitor.heading('ارزیابی و رتبه‌بندی دفاتر').waitFor();
    assert.equal(await visitor.page.getAttribute('html', 'dir'), 'rtl');
    await visitor.visit('home');
  });

  step('the rank list names every office of the round', async () => {
    await visitor.page.goto('/');
    await visitor.page.locator('main').getByRole('link', { name: /رتبه/ }).first().click();
    await visitor.heading('فهرست رتبهٔ دفترها').waitFor();
    for (const { register } of ranked) await visitor.see(register.name);
    await visitor.visit('ranks');
  });

  step('filters narrow the list, stand in the address, and are cleared', async () => {
    const province = visitor.page.getByRole('search').getByLabel('استان');
    const all = await rows().count();
    await province.selectOption({ label: 'گیلان' });
    await visitor.page.waitForURL(/province=gilan/);
    // For a moment the list is a skeleton without rows.
    const shown = (count) => {
      const now = document.querySelectorAll('tbody tr').length;
      return now > 0 && now < count;
    };
    await visitor.page.waitForFunction(shown, all);
    for (const place of await rows().locator('td:nth-of-type(3)').allInnerTexts()) assert.match(place, /گیلان/);
    await visitor.visit('ranks-gilan');
    await visitor.field('نام دفتر یا شمارهٔ پروانه').fill('چنین دفتری نیست');
    await visitor.button('جست‌وجو').click();
    await visitor.see('دفتری با این مشخصات یافت نشد');
    await visitor.visit('ranks-nothing');
    await visitor.button('برداشتن پالایش‌ها').first().click();
    await visitor.page.waitForFunction((count) => document.querySelectorAll('tbody tr').length === count, all);
  });

  step('the same in English, left to right', async () => {
    await visitor.button('English').click();
    await visitor.heading('Ranks of the offices').waitFor();
    assert.equal(await visitor.page.getAttribute('html', 'dir'), 'ltr');
    await visitor.visit('ranks-english');
    await visitor.page.goto('/');
    await visitor.heading('Assessment and ranking of offices').waitFor();
    await visitor.visit('home-english');
    await visitor.button('فارسی').click();
    await visitor.heading('ارزیابی و رتبه‌بندی دفاتر').waitFor();
  });

  step('an address that does not exist leads back', async () => {
    await visitor.page.goto('/no-such-page');
    await visitor.heading('چنین صفحه‌ای نیست').waitFor();
    await visitor.visit('not-found');
    await visitor.link('رفتن به صفحهٔ نخست').click();
    await visitor.heading('ارزیابی و رتبه‌بندی دفاتر').waitFor();
  });
}
