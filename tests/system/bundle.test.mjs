// SPDX-License-Identifier: GPL-3.0-or-later
// ZIPs of documents against the real server, worker and reader: names of every program, what is refused, kills in the middle, every odd ZIP.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { until } from '../support/api.mjs';
import { documents, mizan, root } from '../support/demonstration.mjs';
import { withOwnBytes } from '../support/files.mjs';
import { openRoundOf, startOfficeServer } from '../support/office_server.mjs';
import { inWindows1256, zipOf } from '../support/zip.mjs';

const run = promisify(execFile);
const lease = readFileSync(join(documents, 'rasht_golsar-lease.pdf'));
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

let world;
let office;
let declaration;

before(async () => {
  world = await startOfficeServer('bundle', { offices: ['rasht_golsar', 'rasht_saadi'] });
  const round = await openRoundOf(world);
  office = await world.api('rasht_golsar');
  declaration = (await office.get('/declarations')).body.items.find((one) => one.round.id === round).id;
}, { timeout: 120_000 });
after(() => world?.stop());

/** Sends a file whole, in the request that begins it. */
async function send(bytes, { slot = '', name = 'مدارک.zip', section = 'premises' } = {}) {
  const metadata = { filename: name, declaration: String(declaration), section, slot };
  const pairs = Object.entries(metadata).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`);
  const headers = { Cookie: office.cookie, 'Tus-Resumable': '1.0.0', 'Upload-Length': String(bytes.length), 'Content-Type': 'application/offset+octet-stream', 'Upload-Metadata': pairs.join(',') };
  const response = await fetch(new URL('/files', world.base), { method: 'POST', headers, body: bytes });
  const text = await response.text();
  return { status: response.status, id: response.headers.get('location')?.split('/').at(-1), offset: response.headers.get('upload-offset'), evidence: response.headers.get('mizan-evidence'), body: text && JSON.parse(text) };
}
const work = () => run(mizan, ['--config', join(world.folder, 'mizan.toml'), 'worker', '--once']);
const list = async () => (await office.get(`/uploads?declaration=${declaration}`)).body.items;
const end = (id) => fetch(new URL(`/files/${id}`, world.base), { method: 'DELETE', headers: { Cookie: office.cookie, 'Tus-Resumable': '1.0.0' } });
const clear = async () => { for (const { id } of await list()) assert.equal((await end(id)).status, 204); };
const assign = (id, slot) => office.post(`/declarations/${declaration}/sections/premises/evidence?slot=${slot}`, { upload: id });
const staged = () => readdirSync(join(world.folder, 'evidence/staging'));

test('its files wait for places, in the order and with the names that their programs wrote', async () => {
  const zip = zipOf([
    { name: 'سند/اجاره‌نامه.pdf', bytes: lease },
    { raw: inWindows1256('سند مالک.pdf'), bytes: withOwnBytes(lease) },
    { raw: Buffer.from([0x52, 0x82, 0x73, 0x75, 0x6d, 0x82, 0x2e, 0x70, 0x64, 0x66]), bytes: withOwnBytes(lease) }, // "Résumé.pdf" in code page 437
  ]);
  const sent = await send(zip, { slot: 'lease' });
  assert.equal(sent.status, 201, JSON.stringify(sent.body));
  assert.deepEqual([sent.offset, sent.evidence], [String(zip.length), null]);
  const [opening] = await list();
  assert.deepEqual([opening.state, opening.complete, opening.file_name], ['opening', true, 'مدارک.zip']);
  assert.equal((await assign(sent.id, 'lease')).body.code, 'upload.being_opened');
  await work();
  const files = await list();
  assert.deepEqual(files.map((one) => one.file_name), ['سند - اجاره‌نامه.pdf', 'سند مالک.pdf', 'Résumé.pdf']);
  for (const one of files) assert.deepEqual([one.state, one.format, one.bundle, one.slot, one.problem], ['complete', 'pdf', sent.id, 'lease', null]);
  assert.equal((await assign(sent.id, 'lease')).body.code, 'upload.bundle');

  const attached = await assign(files[0].id, 'lease');
  assert.equal(attached.status, 202, JSON.stringify(attached.body));
  assert.deepEqual([attached.body.file_name, attached.body.media_type, attached.body.bytes], ['سند - اجاره‌نامه.pdf', 'application/pdf', lease.length]);
  const hash = sha256(lease);
  assert.equal(sha256(readFileSync(join(world.folder, 'evidence', hash.slice(0, 2), hash.slice(2, 4), hash))), hash);
  assert.equal((await list()).length, 2);
  await work();
  assert.notEqual((await office.get(`/evidence/${attached.body.id}`)).body.status, 'being_read');
  assert.equal((await office.delete(`/evidence/${attached.body.id}`)).status, 204);
  await clear();
  assert.deepEqual(staged(), [], 'what is thrown away is gone');
});

test('what is not taken is named, with its reason', async () => {
  const zip = zipOf([
    { name: 'خوب.pdf', bytes: withOwnBytes(lease) },
    { name: '../../etc/passwd', bytes: withOwnBytes(lease) },
    { name: 'درون.zip', bytes: zipOf([{ name: 'x.pdf', bytes: lease }]) },
    { name: 'خوب.pdf', bytes: withOwnBytes(lease) },
    { name: 'رمزدار.pdf', bytes: lease, encrypted: true },
    { name: 'یادداشت.txt', bytes: Buffer.from('نه سند') },
    { name: 'تهی.pdf', bytes: Buffer.alloc(0) },
  ]);
  await send(zip);
  await work();
  const files = await list();
  assert.deepEqual(files.map((one) => [one.file_name, one.state, one.problem?.code ?? null]), [
    ['خوب.pdf', 'complete', null],
    ['.. - .. - etc - passwd', 'refused', 'evidence.member_unsafe_name'],
    ['درون.zip', 'refused', 'evidence.member_nested'],
    ['خوب.pdf', 'refused', 'evidence.member_repeated'],
    ['رمزدار.pdf', 'refused', 'evidence.encrypted'],
    ['یادداشت.txt', 'refused', 'evidence.unsupported_type'],
    ['تهی.pdf', 'refused', 'evidence.empty'],
  ]);
  assert.match(files[2].problem.text_fa, /«درون\.zip»/);
  await clear();
});

test('one that cannot be opened is refused, with the reason', async () => {
  await send(zipOf([{ name: 'یادداشت.txt', bytes: Buffer.from('نه سند') }]));
  await send(zipOf([{ name: 'x.pdf', bytes: lease }]).subarray(0, 4000), { name: 'نیمه.zip' });
  await work();
  const told = Object.fromEntries((await list()).map((one) => [one.file_name, one]));
  assert.equal(told['مدارک.zip'].problem.code, 'evidence.bundle_without_documents');
  assert.match(told['مدارک.zip'].problem.text_fa, /«یادداشت\.txt»/);
  assert.equal(told['نیمه.zip'].problem.code, 'evidence.bundle_damaged');
  await clear();
});

test('other accounts see and take nothing of it', async () => {
  const { id } = await send(zipOf([{ name: 'x.pdf', bytes: withOwnBytes(lease) }]));
  await work();
  const [member] = await list();
  const other = await world.api('rasht_saadi');
  assert.deepEqual((await other.get('/uploads')).body.items, []);
  const theirs = (await other.get('/declarations')).body.items[0].id;
  for (const one of [id, member.id])
    assert.equal((await other.post(`/declarations/${theirs}/sections/premises/evidence?slot=lease`, { upload: one })).status, 404);
  await clear();
});

test('a worker that is killed while it opens loses and doubles nothing', async () => {
  const files = Array.from({ length: 12 }, (_, i) => ({ name: `سند ${i}.pdf`, bytes: withOwnBytes(Buffer.concat([lease, Buffer.alloc(1_000_000, `% ${i}\n`)])) }));
  await send(zipOf(files));
  const killed = execFile(mizan, ['--config', join(world.folder, 'mizan.toml'), 'worker', '--once'], () => undefined);
  const gone = new Promise((resolve) => killed.once('exit', resolve));
  await until('some members are written', () => staged().length > 3, 30);
  killed.kill('SIGKILL');
  await gone;
  const half = await list();
  if (half.length === 1) assert.equal(half[0].state, 'opening', 'all rows or none');
  // The lease of the killed one has to run out first.
  await until('another worker has opened it', async () => { await work(); return (await list()).every(({ state }) => state !== 'opening'); }, 90);
  const listed = await list();
  assert.deepEqual(listed.map((one) => one.file_name), files.map(({ name }) => name));
  for (const [i, one] of listed.entries()) {
    assert.equal(one.offset, files[i].bytes.length);
    assert.equal(sha256(readFileSync(join(world.folder, 'evidence/staging', one.id))), sha256(files[i].bytes));
  }
  await clear();
});

test('HEIC goes where JPEG goes, and is read', async () => {
  const photograph = readFileSync(join(root, 'tests/corpus/evidence/p040.heic'));
  const sent = await send(photograph, { slot: 'lease', name: 'IMG_0001.HEIC' });
  assert.ok(sent.evidence, JSON.stringify(sent));
  await work();
  const evidence = (await office.get(`/evidence/${sent.evidence}`)).body;
  assert.equal(evidence.media_type, 'image/heic');
  assert.equal(evidence.pages.length, 1);
  assert.ok(evidence.pages[0].height > evidence.pages[0].width);
  assert.equal((await office.delete(`/evidence/${sent.evidence}`)).status, 204);
});

const odd = join(root, '../shared/corpus/odd/files');
test('every odd ZIP ends in files or reasons, and no answer is a failure of the server', { skip: !existsSync(odd) && 'the corpus of odd files is not here', timeout: 300_000 }, async () => {
  for (const file of readdirSync(odd).filter((name) => name.endsWith('.zip'))) {
    const bytes = readFileSync(join(odd, file));
    const sent = await send(bytes, { name: file });
    assert.ok(sent.status < 500, `${file}: ${sent.status}`);
    if (sent.status !== 201) {
      assert.match(sent.body.code, /^evidence\./, file);
      continue;
    }
    await work();
    const lines = await list();
    assert.ok(lines.length > 0 && lines.every((one) => ['complete', 'refused'].includes(one.state)), `${file}: ${JSON.stringify(lines)}`);
    for (const one of lines) if (one.state === 'refused') assert.match(one.problem.code, /^evidence\./, file);
    await clear();
  }
});
