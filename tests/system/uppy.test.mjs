// SPDX-License-Identifier: GPL-3.0-or-later
// Uppy from npm in Chromium against the server: uploads, pauses, resumes, cancels.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { until } from '../support/api.mjs';
import { launch } from '../support/browser.mjs';
import { documents } from '../support/demonstration.mjs';
import { openRoundOf, startOfficeServer } from '../support/office_server.mjs';
import { startUppyPage } from '../support/uppy_page.mjs';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const lease = readFileSync(join(documents, 'rasht_golsar-lease.pdf'));

let world;
let office;
let declaration;
let browser;
let front;
let context;
let page;

before(async () => {
  world = await startOfficeServer('uppy', { offices: ['rasht_golsar'] });
  const round = await openRoundOf(world);
  office = await world.api('rasht_golsar');
  declaration = (await office.get('/declarations')).body.items.find((one) => one.round.id === round).id;
  browser = await launch();
  context = await browser.newContext();
  const [name, value] = office.cookie.split('=');
  front = await startUppyPage(world.port, 600_000);
  await context.addCookies([{ name, value, url: front.base }]);
}, { timeout: 120_000 });
after(async () => {
  await browser?.close();
  await front?.stop();
  await world?.stop();
});
beforeEach(async () => {
  await page?.close();
  page = await context.newPage();
  await page.goto(front.address);
  await page.locator('body[data-ready]').waitFor();
});

const staged = (url) => join(world.folder, 'evidence/staging', url.split('/').at(-1));
const press = (name) => page.getByRole('button', { name }).click();
const give = (name, bytes) => page.getByLabel('files').setInputFiles({ name, mimeType: 'application/pdf', buffer: bytes });
const said = async (pattern) => {
  await page.waitForFunction((source) => new RegExp(source).test(document.querySelector('output').value), pattern.source, { timeout: 60_000 });
  return page.locator('output').evaluate((output) => output.value);
};
const unfinished = async () => {
  const answer = await page.locator('output').evaluate((output) => output.value);
  assert.ok(!answer.startsWith('failed'), answer);
  return (await office.get('/uploads')).body.items;
};

test('uploads a document to its place', async () => {
  await page.evaluate((place) => { window.place = place; }, { declaration: String(declaration), section: 'premises', slot: 'lease' });
  await give('اجاره‌نامه.pdf', lease);
  await press('upload');
  await said(/^done/);
  const hash = sha256(lease);
  assert.equal(sha256(readFileSync(join(world.folder, 'evidence', hash.slice(0, 2), hash.slice(2, 4), hash))), hash);
  const { evidence } = (await office.get(`/declarations/${declaration}/sections/premises`)).body;
  assert.deepEqual(evidence.map((one) => one.file_name), ['اجاره‌نامه.pdf']);
});

test('pauses, and resumes where it was', async () => {
  const bytes = randomBytes(3_000_000);
  await give('بزرگ.bin', bytes);
  await press('upload');
  const begun = await until('some of it is there', async () => (await unfinished()).find((one) => one.offset >= 500_000), 60);
  await press('pause');
  let held = -1;
  await until('nothing comes any more', async () => {
    const before = held;
    held = readFileSync(staged(begun.url)).length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    return held === before;
  }, 30);
  assert.ok(held < bytes.length, String(held));
  await press('resume');
  const url = (await said(/^done/)).split(' ')[1];
  assert.equal(new URL(url, front.base).pathname, begun.url, 'the same upload');
  assert.equal(sha256(readFileSync(staged(url))), sha256(bytes));
});

test('cancels, and nothing stays at the server', async () => {
  await give('لغو.bin', randomBytes(3_000_000));
  await press('upload');
  const begun = await until('some of it is there', async () => (await unfinished()).find((one) => one.file_name === 'لغو.bin' && one.offset > 0), 60);
  await press('cancel');
  await said(/^cancelled/);
  await until('the server has ended it', async () => (await unfinished()).every((one) => one.id !== begun.id), 30);
  assert.ok(!existsSync(staged(begun.url)));
});
