// SPDX-License-Identifier: GPL-3.0-or-later
// An office that has all its papers in one ZIP: opened, its files given places, the tab lost in between, what was not taken told.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { Person, stepsOf } from '../../support/browser.mjs';
import { fileNamed, freshCopy } from '../../support/files.mjs';
import { declarationIn, fillSection, takingRound } from '../../support/round.mjs';
import { zipOf } from '../../support/zip.mjs';

const patience = { timeout: 120_000 };

export function bundlesJourney(world) {
  let person;
  let declaration;
  const step = stepsOf(() => person);
  const region = (name) => person.page.getByRole('region', { name });
  const tray = () => region('فایل‌های در انتظار جا');
  const slot = () => region('گواهی عدم سوءپیشینه');
  const gone = () => tray().waitFor({ state: 'detached' });
  const choose = async (file) => {
    const chosen = person.page.waitForEvent('filechooser');
    await slot().getByRole('button', { name: 'انتخاب فایل' }).click();
    await (await chosen).setFiles(file);
  };
  const bytesOf = (file) => readFileSync(freshCopy(file));
  const police = 'مدارک ۱۴۰۵ - گواهی پلیس.pdf';

  before(async () => {
    declaration = await declarationIn(world.base, await takingRound(world.base), 'qazvin_nader');
    await fillSection(declaration, 'clearances', {}, []);
    person = await Person.arrive(world, 'bundles');
  });
  after(() => person.leave());

  step('a ZIP is opened, and what was in it waits for places, the slot that took it proposed', async () => {
    await person.signIn(declaration.office.licensee.national_code);
    await person.page.goto(`/declarations/${declaration.id}/sections/clearances`);
    await slot().waitFor();
    await person.visit('empty');
    const zip = zipOf([
      { name: 'مدارک ۱۴۰۵/گواهی پلیس.pdf', bytes: bytesOf('qazvin_nader-police.pdf') },
      { name: 'مفاصا حساب.pdf', bytes: bytesOf('qazvin_nader-tax.pdf') },
      { name: 'رونوشت.pdf', bytes: bytesOf('qazvin_nader-tax.pdf') },
      { name: 'یادداشت.txt', bytes: Buffer.from('نه سند') },
      { name: 'قدیمی.zip', bytes: zipOf([{ name: 'x.pdf', bytes: bytesOf('qazvin_nader-tax.pdf') }]) },
    ]);
    await choose(fileNamed('مدارک دفتر.zip', zip));
    await tray().getByRole('listitem', { name: police }).waitFor(patience);
    assert.equal(await tray().getByLabel(`جای ${police}`).locator('option:checked').innerText(), 'گواهی عدم سوءپیشینه');
    await tray().getByText('۲ فایل پذیرفته نشد').waitFor();
    await tray().getByText(/«قدیمی\.zip» خود یک بستهٔ ZIP است/).waitFor();
    await person.visit('waiting');
  });

  step('a lost tab: they still wait', async () => {
    await person.page.reload();
    await tray().getByRole('listitem', { name: police }).waitFor();
    assert.equal(await tray().getByRole('listitem').filter({ has: person.page.getByRole('combobox') }).count(), 3);
  });

  step('reasons are put away, and a file thrown away', async () => {
    await tray().getByRole('button', { name: 'بستن پیام' }).click();
    await tray().getByText('۲ فایل پذیرفته نشد').waitFor({ state: 'detached' });
    await tray().getByRole('button', { name: 'دور انداختن رونوشت.pdf' }).click();
    await tray().getByRole('listitem', { name: 'رونوشت.pdf' }).waitFor({ state: 'detached' });
    assert.equal(await person.page.evaluate(() => document.activeElement?.id), 'tray-title', 'the focus stays near');
  });

  step('by keyboard alone: a place is chosen, and all go to their places', async () => {
    await tray().getByLabel('جای مفاصا حساب.pdf').focus();
    await person.page.keyboard.press('ArrowDown');
    const all = tray().getByRole('button', { name: /گذاشتن هر ۲ فایل/ });
    await all.waitFor();
    await person.visit('chosen');
    await all.focus();
    await person.page.keyboard.press('Enter');
    await gone();
    await slot().getByRole('article', { name: police }).getByText(/تأیید شد|مغایرت|خوانده نشد/).first().waitFor(patience);
    await region('مفاصا حساب مالیاتی').getByRole('article', { name: 'مفاصا حساب.pdf' }).getByText(/تأیید شد|مغایرت|خوانده نشد/).first().waitFor(patience);
    await person.visit('placed');
    assert.deepEqual((await declaration.api.get(`/uploads?declaration=${declaration.id}`)).body.items, []);
  });

  step('a ZIP that cannot be opened says why', async () => {
    const target = region('مفاصا حساب مالیاتی');
    // The slot is full: a bundle may be dropped there all the same.
    const transfer = await person.page.evaluateHandle((name) => {
      const carried = new DataTransfer();
      carried.items.add(new File([new Uint8Array([0x50, 0x4b, 3, 4, ...Array(3000).fill(7)])], name, { type: 'application/zip' }));
      return carried;
    }, 'خراب.zip');
    await target.dispatchEvent('drop', { dataTransfer: transfer });
    await tray().getByText(/این بستهٔ ZIP خراب است/).waitFor(patience);
    await person.visit('damaged');
    await tray().getByRole('button', { name: 'بستن پیام' }).click();
    await gone();
  });
}
