// SPDX-License-Identifier: GPL-3.0-or-later
// An office in a new round: task list, a section with mistakes, a scanned lease read while one waits, a mismatch corrected,
// everything checked, submitted, and the receipt.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { until } from '../../support/api.mjs';
import { Person, stepsOf } from '../../support/browser.mjs';
import { cast } from '../../support/demonstration.mjs';
import { freshCopy } from '../../support/files.mjs';
import { declarationIn, fillSection, openRound } from '../../support/round.mjs';

const patience = { timeout: 120_000 };
/** A year too late: the document says so. */
const wrong_end = '1407/06/01';
const persianDigits = (text) => text.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[digit]);

export function officeJourney(world) {
  let person;
  const step = stepsOf(() => person);
  let declaration;
  const text = (label) => person.page.getByRole('textbox', { name: new RegExp(`^${label}`) });
  const saved = () => person.page.locator('.saved').getByText(/^\s*ذخیره شد/).waitFor();
  const address = (rest = '') => `/declarations/${declaration.id}${rest}`;
  const name = cast.offices.find((one) => one.key === 'abhar').register.name;
  const premises = () => declaration.office.answers.premises;

  before(async () => {
    const { round } = await openRound(world.base);
    declaration = await declarationIn(world.base, round, 'abhar');
    person = await Person.arrive(world, 'office');
  });
  after(() => person.leave());

  step('signing in leads to the declarations, the new round open', async () => {
    await person.signIn(declaration.office.licensee.national_code);
    await person.heading('خوداظهاری‌های شما').waitFor();
    await person.visit('declarations');
    await person.link(`باز کردن: ${name}، دورهٔ ارزیابی نیمهٔ نخست ۱۴۰۶`).click();
    await person.heading(name).waitFor();
    await person.see('به خوداظهاری این دوره خوش آمدید');
    await person.visit('tasks-new');
  });

  step('a section: fields appear with their condition, mistakes are named where they are and on top', async () => {
    await person.link(/^محل دفتر/).click();
    await person.heading('محل دفتر').waitFor();
    assert.equal(await text('نام موجر').count(), 0, 'the landlord is asked only when the office is leased');
    await person.visit('premises-empty');
    await person.page.getByRole('radio', { name: 'ملکی' }).check();
    await text('نام مالک').waitFor();
    await person.page.getByRole('radio', { name: 'اجاره‌ای' }).check();
    await text('نام موجر').waitFor();
    assert.equal(await text('نام مالک').count(), 0);
    await text('مساحت').fill('0');
    await text('کد ملی موجر').fill('1234567890');
    await text('نام موجر').fill(premises().landlord_name);
    await person.see(/رقم کنترل با بقیه نمی‌خواند/);
    await person.button('پایان این بخش').click();
    const summary = person.page.getByRole('alert');
    await summary.getByText('مساحت باید میان ۱ و ۱۰٬۰۰۰ باشد').waitFor();
    await person.visit('premises-mistakes');
    await summary.getByRole('link', { name: /کد ملی موجر/ }).click();
    assert.equal(await text('کد ملی موجر').evaluate((element) => element === document.activeElement), true, 'the link leads to its field');
  });

  step('answers are saved as they are left, and are there after opening the page again', async () => {
    const lease = premises();
    await text('کد ملی موجر').fill(lease.landlord_national_code);
    await text('مساحت').fill(lease.area);
    await text('نام مستأجر').fill(lease.tenant_name);
    await text('کد ملی مستأجر').fill(lease.tenant_national_code);
    await text('شروع اجاره').fill(lease.start_date);
    await text('پایان اجاره').fill(persianDigits(wrong_end));
    await text('اجاره‌بهای ماهانه').fill(lease.rent_amount);
    await person.see('یعنی ۴۲٬۰۰۰٬۰۰۰ ریال');
    await text('مبلغ ودیعه').fill(lease.deposit_amount);
    await text('مبلغ ودیعه').blur();
    await saved();
    await person.page.reload();
    await text('مساحت').waitFor();
    assert.equal(await text('مساحت').inputValue(), persianDigits(lease.area));
    assert.equal(await text('پایان اجاره').inputValue(), persianDigits(wrong_end));
    await person.button('تقویم شروع اجاره').click();
    await person.page.getByRole('grid').waitFor();
    await person.visit('premises-calendar');
    await person.page.keyboard.press('Escape');
  });

  step('a scanned lease is sent with progress, and read', async () => {
    const slow = await person.context.newCDPSession(person.page);
    await slow.send('Network.enable');
    await slow.send('Network.emulateNetworkConditions', { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: 60_000 });
    const lease = person.page.getByRole('region', { name: 'اجاره‌نامه' });
    const chosen = person.page.waitForEvent('filechooser');
    await lease.getByRole('button', { name: 'انتخاب فایل' }).click();
    await (await chosen).setFiles(freshCopy('abhar-lease.pdf'));
    await lease.getByText(/در حال ارسال/).waitFor();
    const bar = lease.getByRole('progressbar');
    const first = Number(await bar.getAttribute('aria-valuenow'));
    await person.visit('lease-sending', { settled: false });
    if (await bar.count() > 0 && await bar.getAttribute('aria-valuenow') !== null)
      assert.ok(Number(await bar.getAttribute('aria-valuenow')) >= first, 'progress only grows');
    await slow.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
    await lease.getByText(/مورد تأیید شد/).waitFor(patience);
  });

  step('the mismatch is shown on the page, and corrected to what the document says', async () => {
    const truth = persianDigits(premises().end_date);
    const finding = person.page.getByRole('region', { name: 'پایان اجاره' });
    await finding.getByText(truth).first().waitFor();
    await finding.getByRole('img', { name: /بریدهٔ صفحهٔ/ }).waitFor();
    await person.visit('lease-mismatch');
    await finding.getByRole('button', { name: /دیدن همهٔ صفحه/ }).click();
    await person.page.getByRole('dialog').getByRole('img').waitFor();
    await person.visit('lease-page');
    await person.page.getByRole('dialog').getByRole('button', { name: 'بستن' }).click();
    await finding.getByRole('button', { name: `اظهارم را به «${truth}» اصلاح کن` }).click();
    await finding.waitFor({ state: 'detached', timeout: 60_000 });
    assert.equal(await text('پایان اجاره').inputValue(), truth);
    await saved();
    await person.visit('lease-proved');
    await person.button('پایان این بخش').click();
    await person.page.waitForURL((url) => url.pathname === address());
  });

  step('what is missing is named and linked until every section is done', async () => {
    await person.heading(name).waitFor();
    await person.see(/مورد الزامی مانده است/);
    await person.visit('tasks-begun');
    for (const section of ['licence', 'staff', 'clearances', 'experience']) await fillSection(declaration, section);
    await until('everything is read', async () => {
      const { sections } = (await declaration.api.get(address())).body;
      return sections.every((one) => one.status !== 'being_read' && one.status !== 'not_started');
    }, 180);
    await person.page.reload();
    await person.see('همهٔ موارد الزامی کامل است');
    await person.page.getByText('از کجا؟').click();
    await person.visit('tasks-ready');
    await person.page.goto(address('/sections/clearances'));
    await person.heading(/گواهی/).waitFor();
    await person.visit('clearances');
  });

  step('a mismatch may be explained to the expert instead', async () => {
    const finding = person.page.locator('.finding').first();
    await finding.getByRole('button', { name: /برای کارشناس توضیح می‌نویسم/ }).click();
    await finding.getByLabel('توضیح برای کارشناس').fill('گواهی تازه‌تر را پلیس هنوز تحویل نداده است.');
    await finding.getByRole('button', { name: 'ثبت توضیح' }).click();
    await finding.getByText('توضیح شما ثبت شد و کارشناس آن را می‌بیند').waitFor();
    await person.visit('clearances-explained');
  });

  step('answers are checked, submitted, and receipted', async () => {
    await person.page.goto(address());
    await person.link('بازبینی و ارسال').click();
    await person.heading('بازبینی پاسخ‌ها').waitFor();
    await person.visit('check');
    await person.link('تغییر مساحت').click();
    await text('مساحت').waitFor();
    assert.equal(await text('مساحت').evaluate((element) => element === document.activeElement), true, '“change” leads to the field');
    await person.page.goBack();
    await person.button('تأیید و ارسال').click();
    await person.see('خوداظهاری شما ارسال شد');
    const { body: receipt } = await declaration.api.get(address('/receipt'));
    await person.see(persianDigits(receipt.receipt_number));
    await person.see(receipt.content_hash);
    await person.visit('receipt');
    await person.page.goto(address('/sections/premises'));
    await person.see('این خوداظهاری دیگر تغییر نمی‌کند');
    assert.equal(await text('مساحت').count(), 0);
    await person.visit('premises-submitted');
  });
}
