// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts: mistakes at sign-in, the first sign-in with an activation code, a forgotten password with the region's code.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { join } from 'node:path';
import { Api } from '../../support/api.mjs';
import { Person, stepsOf } from '../../support/browser.mjs';
import { cast, mizan, password, run } from '../../support/demonstration.mjs';

const office = (key) => cast.offices.find((one) => one.key === key);
const fresh = 'دفتر روشن کنار رود';

export function sessionJourney(world) {
  const newcomer = office('alvand').licensee;
  const forgetful = office('lahijan').licensee;
  let person;
  const step = stepsOf(() => person);
  before(async () => { person = await Person.arrive(world, 'session'); });
  after(() => person.leave());

  step('signing in names what is missing and what is wrong', async () => {
    const { page } = person;
    await page.goto('/sign-in');
    await person.see('نمی‌توانید وارد شوید؟');
    await person.visit('sign-in');
    await person.button('ورود', true).click();
    const summary = page.getByRole('alert').or(page.locator('.error-summary')).first();
    await summary.getByText('کد ملی خود را وارد کنید').waitFor();
    await person.visit('sign-in-missing');
    person.expectRefusal(/POST .*\/session: 4\d\d/);
    await person.field('کد ملی').fill(office('takestan').licensee.national_code);
    await person.field('گذرواژه', true).fill('نادرست');
    await person.button('ورود', true).click();
    await person.see('کد پیگیری برای راهنمای تلفنی');
    await person.visit('sign-in-wrong');
  });

  step('the first sign-in: first password and activation code make a password', async () => {
    const code = (await run(mizan, ['--config', join(world.demonstration.data, 'mizan.toml'), 'user', 'activate-code', newcomer.national_code])).trim();
    await person.page.goto('/sign-in');
    await person.link('نخستین بار است که وارد می‌شوم').click();
    await person.heading('نخستین ورود').waitFor();
    await person.field('کد ملی', true).fill(newcomer.national_code);
    await person.field('گذرواژهٔ نخستین', true).fill(newcomer.national_code);
    await person.field('کد فعال‌سازی', true).fill(code);
    await person.field('گذرواژهٔ تازه', true).fill(fresh);
    await person.visit('activation');
    await person.button('ساختن گذرواژه و ورود').click();
    await person.page.waitForURL(/\/declarations/);
    await person.visit('activated');
  });

  step('signing out ends it', async () => {
    await person.button(newcomer.name).click();
    await person.visit('account-menu');
    await person.button('خروج').click();
    await person.link('ورود').first().waitFor();
    await person.page.goto('/declarations');
    await person.page.waitForURL(/\/sign-in/);
  });

  step('a forgotten password: the region’s one-time code makes a new one', async () => {
    const expert = await Api.signedIn(world.base, cast.experts[0].national_code);
    const { licence_no } = office('lahijan').register;
    const found = (await expert.get(`/offices?q=${encodeURIComponent(licence_no)}`)).body.items[0];
    const issued = await expert.post(`/offices/${found.id}/recovery-code`, { national_code: forgetful.national_code, identity_check: 'کارت ملی در دفتر دیده شد' });
    assert.equal(issued.status, 201, JSON.stringify(issued.body));
    await person.page.goto('/sign-in');
    await person.link('فراموشی گذرواژه').click();
    await person.heading('فراموشی گذرواژه').waitFor();
    await person.field('کد ملی', true).fill(forgetful.national_code);
    await person.field('کد یک‌بارمصرف', true).fill(issued.body.code);
    await person.field('گذرواژهٔ تازه', true).fill(fresh);
    await person.visit('forgotten');
    await person.button('ساختن گذرواژه و ورود').click();
    await person.page.waitForURL(/\/declarations/);
    const old = await new Api(world.base).post('/session', { national_code: forgetful.national_code, password });
    assert.notEqual(old.status, 200, 'the old password must no longer work');
  });

  step('changing the password', async () => {
    await person.page.goto('/password');
    await person.field('گذرواژهٔ کنونی', true).fill(fresh);
    await person.field('گذرواژهٔ تازه', true).fill(`${fresh} دیگر`);
    await person.visit('change-password');
    await person.button('تغییر گذرواژه').last().click();
    await person.see('گذرواژه تغییر کرد.');
    await person.visit('password-changed');
  });
}
