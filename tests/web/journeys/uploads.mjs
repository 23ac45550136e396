// SPDX-License-Identifier: GPL-3.0-or-later
// An office whose line breaks: uploads that are cut, paused, taken back, refused, left in a lost tab, and several dropped at once.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before } from 'node:test';
import { Person, stepsOf } from '../../support/browser.mjs';
import { cast, password } from '../../support/demonstration.mjs';
import { freshCopy, largeCopy, wrongFile } from '../../support/files.mjs';
import { declarationIn, takingRound } from '../../support/round.mjs';

const patience = { timeout: 120_000 };
/** Bytes a second: a document of two megabytes takes half a minute, so that there is a middle. */
const slow_line = 70_000;
const free_line = -1;

export function uploadsJourney(world) {
  let person;
  let declaration;
  let line;
  let section;
  const step = stepsOf(() => person);
  const slot = () => person.page.getByRole('region', { name: 'گواهی عدم سوءپیشینه' });
  const bar = () => slot().getByRole('progressbar', { name: /پیشرفت ارسال/ });
  const percent = async () => Number(await bar().getAttribute('aria-valuenow'));
  const sentBeyond = (least) =>
    person.page.waitForFunction((least) => [...document.querySelectorAll('.upload [role=progressbar]')].some((one) => Number(one.getAttribute('aria-valuenow')) > least), least, patience);
  const speed = (upload) => line.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: upload });
  // Both: the emulation of the one session would outdo that of the other.
  const unplug = async () => {
    await line.send('Network.emulateNetworkConditions', { offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0 });
    await person.context.setOffline(true);
  };
  const plugIn = async () => {
    await speed(slow_line);
    await person.context.setOffline(false);
  };
  const choose = async (file) => {
    const chosen = person.page.waitForEvent('filechooser');
    await slot().getByRole('button', { name: 'انتخاب فایل' }).click();
    await (await chosen).setFiles(file);
  };
  /** The document is there, and its bytes are those of the file. */
  const arrivesWhole = async (file) => {
    await speed(free_line);
    await slot().getByRole('article', { name: basename(file) }).getByText(/تأیید شد|مغایرت|خوانده نشد|دریافت شد/).first().waitFor(patience);
    const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
    assert.ok(existsSync(join(world.demonstration.data, 'evidence', hash.slice(0, 2), hash.slice(2, 4), hash)), 'whole, byte by byte');
  };
  const takeBack = async (file) => {
    await slot().getByRole('button', { name: `برداشتن سند ${basename(file)}` }).click();
    await person.button('بله، برداشته شود').click();
    await slot().getByRole('article').waitFor({ state: 'detached' });
  };
  const newTab = async () => {
    person.page = await person.context.newPage();
    person.watch();
    line = await person.context.newCDPSession(person.page);
    await line.send('Network.enable');
    await person.page.goto(section);
    await slot().waitFor();
  };

  before(async () => {
    declaration = await declarationIn(world.base, await takingRound(world.base), 'zanjan_imam');
    section = `/declarations/${declaration.id}/sections/clearances`;
    person = await Person.arrive(world, 'uploads');
    person.expectRefusal(/ERR_INTERNET_DISCONNECTED/);
  });
  after(() => person.leave());

  step('an upload that is cut in the middle goes on and arrives whole', async () => {
    await person.signIn(declaration.office.licensee.national_code);
    await person.page.close();
    await newTab();
    await person.visit('empty');
    await speed(slow_line);
    const file = largeCopy('zanjan_imam-police.jpg', 'گواهی عدم سوءپیشینه ۱۴۰۵.jpg');
    await choose(file);
    await slot().getByText(/در حال ارسال/).waitFor();
    await sentBeyond(20);
    await person.visit('sending', { settled: false });
    await unplug();
    await slot().getByText(/اتصال قطع شد؛ با برگشت شبکه ادامه می‌یابد/).waitFor();
    const before_cut = await percent();
    await person.visit('cut', { settled: false });
    assert.equal(await percent(), before_cut, 'nothing moves without a network');
    assert.ok(before_cut > 20, `${before_cut} %`);
    await plugIn();
    await slot().getByText(/در حال ارسال/).waitFor();
    await arrivesWhole(file);
    await person.visit('arrived');
    await takeBack(file);
  });

  step('an upload is paused, and goes on when the office wants', async () => {
    await speed(slow_line);
    const file = largeCopy('zanjan_imam-police.jpg', 'گواهی دیگر.jpg');
    await choose(file);
    await sentBeyond(20);
    await slot().getByRole('button', { name: 'مکث' }).click();
    const held = await percent();
    await person.visit('paused', { settled: false });
    assert.equal(await percent(), held, 'nothing moves while paused');
    await slot().getByRole('button', { name: 'ادامه' }).click();
    await arrivesWhole(file);
    await takeBack(file);
  });

  step('a session that ends meanwhile: signing in again lets it go on', async () => {
    await speed(slow_line);
    const file = largeCopy('zanjan_imam-police.jpg', 'پس از نشست.jpg');
    await choose(file);
    await sentBeyond(10);
    await slot().getByRole('button', { name: 'مکث' }).click();
    await person.context.clearCookies();
    person.expectRefusal(/: 401$/);
    await slot().getByRole('button', { name: 'ادامه' }).click();
    const dialog = person.page.getByRole('dialog');
    await dialog.getByLabel('کد ملی').fill(declaration.office.licensee.national_code);
    await dialog.getByLabel('گذرواژه', { exact: true }).fill(password);
    await dialog.getByRole('button', { name: 'ورود', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await arrivesWhole(file);
    await takeBack(file);
  });

  step('an upload is taken back', async () => {
    await speed(slow_line);
    await choose(largeCopy('zanjan_imam-police.jpg', 'اشتباهی.jpg'));
    await sentBeyond(10);
    await slot().getByRole('button', { name: 'لغو ارسال اشتباهی.jpg' }).click();
    await slot().getByRole('article').waitFor({ state: 'detached' });
    assert.deepEqual((await declaration.api.get(`/uploads?declaration=${declaration.id}`)).body.items, []);
  });

  step('a file that is no document is refused in words', async () => {
    await speed(free_line);
    person.expectRefusal(/\/files.*: 415$/);
    person.expectRefusal(/\/files.*: 404$/); // the server has ended it by itself
    await choose(wrongFile('سند.pdf'));
    const alert = slot().getByRole('alert');
    await alert.getByText(/سند\.pdf.* فرستاده نشد/).waitFor();
    await alert.getByText('evidence.unsupported_type').waitFor();
    await person.visit('refused');
    await alert.getByRole('button', { name: 'بستن پیام' }).click();
    await alert.waitFor({ state: 'detached' });
  });

  step('a lost tab: the upload is still there, another file is told apart, the same one goes on', async () => {
    await speed(slow_line);
    const file = largeCopy('zanjan_imam-police.jpg', 'در زبانهٔ گم‌شده.jpg');
    await choose(file);
    await sentBeyond(60); // the first megabyte is acknowledged
    await person.page.close();
    await newTab();
    await slot().getByText(/ناتمام مانده است/).waitFor();
    await person.visit('lost-tab');
    const pick = async (one) => {
      const chosen = person.page.waitForEvent('filechooser');
      await slot().getByRole('button', { name: 'ادامهٔ ارسال در زبانهٔ گم‌شده.jpg' }).click();
      await (await chosen).setFiles(one);
    };
    await pick(freshCopy('abhar-police.jpg'));
    await slot().getByText(/فایل دیگری برگزیدید/).waitFor();
    await person.visit('lost-tab-other');
    await speed(slow_line);
    await pick(file);
    await slot().getByText(/در حال ارسال/).waitFor();
    assert.ok(await percent() > 20, 'it does not begin anew');
    await arrivesWhole(file);
  });

  step('several files are dropped at once and go one after another', async () => {
    const golsar = cast.offices.find((one) => one.key === 'rasht_golsar');
    await person.leave();
    person = await Person.arrive(world, 'uploads');
    await person.signIn(golsar.licensee.national_code);
    const { body } = await person.page.evaluate(async () => ({ body: await (await fetch('/api/v1/declarations')).json() }));
    const disputed = body.items.find((one) => one.round.period === '1405-1').id;
    await person.page.goto(`/declarations/${disputed}/objections/licence`);
    const place = person.page.getByRole('region', { name: /سندهای تازه/ });
    await place.waitFor();
    const files = ['rasht_golsar-licence.pdf', 'rasht_golsar-education.pdf', 'rasht_golsar-insurance.pdf'].map(freshCopy);
    const contents = files.map((file) => ({ name: basename(file), bytes: readFileSync(file).toString('base64') }));
    const transfer = await person.page.evaluateHandle((all) => {
      const carried = new DataTransfer();
      for (const { name, bytes } of all) carried.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name, { type: 'application/pdf' }));
      return carried;
    }, contents);
    await place.dispatchEvent('dragover', { dataTransfer: transfer });
    await person.visit('dropping', { settled: false });
    await place.dispatchEvent('drop', { dataTransfer: transfer });
    for (const { name } of contents) await place.getByRole('article', { name }).getByText(/دریافت شد|تأیید شد|خوانده نشد/).first().waitFor(patience);
    await person.visit('dropped');
    for (const { name } of contents) {
      await place.getByRole('button', { name: `برداشتن سند ${name}` }).click();
      await person.button('بله، برداشته شود').click();
      await place.getByRole('article', { name }).waitFor({ state: 'detached' });
    }
  });
}
