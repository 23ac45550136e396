// SPDX-License-Identifier: GPL-3.0-or-later
// Resumable uploads with tus-js-client: pause, resume, terminate, deferred lengths, checksums, takeover, names, expiry, and a line that is
// cut two hundred times.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, test } from 'node:test';
import { Upload } from 'tus-js-client';
import { until } from '../support/api.mjs';
import { startCuttingProxy } from '../support/cutting_proxy.mjs';
import { documents } from '../support/demonstration.mjs';
import { openRoundOf, startOfficeServer } from '../support/office_server.mjs';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const sha1 = (bytes) => createHash('sha1').update(bytes).digest('base64');
const lease = readFileSync(join(documents, 'rasht_golsar-lease.pdf'));
const pieceType = 'application/offset+octet-stream';

let world;
let office;
let declaration;

before(async () => {
  world = await startOfficeServer('upload', { offices: ['rasht_golsar', 'rasht_saadi'], demonstration: true });
  const round = await openRoundOf(world);
  office = await world.api('rasht_golsar');
  declaration = (await office.get('/declarations')).body.items.find((one) => one.round.id === round).id;
}, { timeout: 120_000 });
after(() => world?.stop());

const staged = (url) => join(world.folder, 'evidence/staging', url.split('/').at(-1));
const place = (slot, section) => ({ declaration: String(declaration), section, slot });

/** One request of the protocol, as plain HTTP. */
async function tus(method, url, { headers = {}, body } = {}) {
  const response = await fetch(new URL(url, world.base), { method, headers: { Cookie: office.cookie, 'Tus-Resumable': '1.0.0', ...headers }, body });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text && JSON.parse(text) };
}
const create = async (length, metadata = {}) => {
  const pairs = Object.entries(metadata).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`);
  const answer = await tus('POST', '/files', { headers: { 'Upload-Length': String(length), ...(pairs.length ? { 'Upload-Metadata': pairs.join(',') } : {}) } });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.headers.get('location');
};
const patch = (url, offset, body, headers = {}) => tus('PATCH', url, { headers: { 'Content-Type': pieceType, 'Upload-Offset': String(offset), ...headers }, body });

/** Starts an upload by tus-js-client; `done` resolves with it, or rejects. */
function start(source, options = {}) {
  let settle;
  const done = new Promise((resolve, reject) => (settle = { resolve, reject }));
  done.catch(() => {});
  const upload = new Upload(source, {
    endpoint: `${world.base}/files`,
    headers: { Cookie: office.cookie },
    retryDelays: [0, 100, 500, 1000, 2000],
    onError: (error) => settle.reject(error),
    onSuccess: () => settle.resolve(upload),
    ...options,
  });
  upload.start();
  return { upload, done };
}

test('an upload with a place becomes a document with its last byte', async () => {
  const name = 'اجاره‌نامهٔ ۱۴۰۴ — نهایی.pdf';
  let evidence;
  const { upload, done } = start(lease, {
    chunkSize: 4096,
    metadata: { filename: name, filetype: 'text/plain', ...place('lease', 'premises') },
    onAfterResponse: (_, response) => (evidence = response.getHeader('Mizan-Evidence') ?? evidence),
  });
  await done;
  const stored = (await office.get(`/evidence/${evidence}`)).body;
  assert.equal(stored.file_name, name);
  assert.equal(stored.media_type, 'application/pdf');
  assert.equal(stored.bytes, lease.length);
  const hash = sha256(lease);
  assert.equal(sha256(readFileSync(join(world.folder, 'evidence', hash.slice(0, 2), hash.slice(2, 4), hash))), hash);
  assert.ok(!existsSync(staged(upload.url)), 'nothing stays in staging');

  const head = await tus('HEAD', upload.url);
  assert.equal(head.headers.get('mizan-evidence'), evidence, 'a lost answer is answered again');
  const last = lease.length - (lease.length % 4096 || 4096);
  const again = await patch(upload.url, last, lease.subarray(last));
  assert.equal(again.status, 204);
  assert.equal(again.headers.get('mizan-evidence'), evidence);

  const twice = await tus('POST', '/files', { headers: { 'Content-Type': pieceType, 'Upload-Length': String(lease.length), 'Upload-Metadata': head.headers.get('upload-metadata') }, body: lease });
  assert.equal(twice.status, 201, JSON.stringify(twice.body));
  assert.equal(twice.headers.get('mizan-evidence'), evidence, 'the same bytes at the same place are one document');
});

test('an upload without a place waits for one', async () => {
  const bytes = Buffer.concat([lease, randomBytes(16)]);
  const { upload, done } = start(bytes, { metadata: { filename: 'سند.pdf' } });
  await done;
  const id = upload.url.split('/').at(-1);
  const listed = (await office.get('/uploads')).body.items.find((one) => one.id === id);
  assert.deepEqual([listed.complete, listed.offset, listed.file_name, listed.declaration_id], [true, bytes.length, 'سند.pdf', null]);
  const path = `/declarations/${declaration}/sections/licence/evidence?slot=licence_document`;
  const attached = await office.post(path, { upload: id });
  assert.equal(attached.status, 202, JSON.stringify(attached.body));
  assert.equal(attached.body.file_name, 'سند.pdf');
  assert.equal((await office.post(path, { upload: id })).body.id, attached.body.id);
  const elsewhere = await office.post(`/declarations/${declaration}/sections/premises/evidence?slot=lease`, { upload: id });
  assert.equal(elsewhere.body.code, 'upload.used');
});

test('paused, found again by the list as after a lost tab, and resumed', async () => {
  const bytes = randomBytes(3_000_000);
  let paused;
  const { upload } = start(bytes, {
    chunkSize: 500_000,
    metadata: { filename: 'گم‌شده.pdf' },
    onChunkComplete: (_, sent) => { if (sent >= 1_000_000 && !paused) paused = upload.abort(); },
  });
  await until('it is paused', () => Boolean(paused));
  await paused;
  const { items } = (await office.get('/uploads')).body;
  const found = items.find((one) => one.file_name === 'گم‌شده.pdf');
  assert.ok(found.offset >= 1_000_000 && found.offset < bytes.length, String(found.offset));
  const resumed = start(bytes, { uploadUrl: world.base + found.url });
  await resumed.done;
  assert.equal(sha256(readFileSync(staged(found.url))), sha256(bytes));
});

test('terminated', async () => {
  const { upload } = start(randomBytes(2_000_000), { chunkSize: 200_000 });
  await until('some is there', () => upload.url && existsSync(staged(upload.url)));
  await upload.abort(true);
  assert.equal((await tus('HEAD', upload.url)).status, 404);
  assert.ok(!existsSync(staged(upload.url)));
});

test('a length that is not known before the end', async () => {
  for (const size of [1_000_000, 1_048_576]) { // in the second the last piece is full, and an empty one tells the length
    const bytes = randomBytes(size);
    const { upload, done } = start(Readable.from([bytes.subarray(0, 300_000), bytes.subarray(300_000)]), { uploadLengthDeferred: true, chunkSize: 262_144 });
    await done;
    assert.equal(sha256(readFileSync(staged(upload.url))), sha256(bytes));
  }
});

test('creation with upload', async () => {
  const bytes = randomBytes(700_000);
  const { upload, done } = start(bytes, { uploadDataDuringCreation: true });
  await done;
  assert.equal(sha256(readFileSync(staged(upload.url))), sha256(bytes));
});

test('networks that let only POST pass', async () => {
  const bytes = randomBytes(100_000);
  const { upload, done } = start(bytes, { overridePatchMethod: true });
  await done;
  assert.equal(sha256(readFileSync(staged(upload.url))), sha256(bytes));
});

test('a damaged piece is thrown away and sent again', async () => {
  const bytes = randomBytes(100_000);
  const url = await create(bytes.length);
  const damaged = Buffer.from(bytes);
  damaged[500] ^= 1;
  const refused = await patch(url, 0, damaged, { 'Upload-Checksum': `sha1 ${sha1(bytes)}` });
  assert.equal(refused.status, 460);
  assert.equal(refused.body.code, 'upload.checksum');
  assert.equal((await tus('HEAD', url)).headers.get('upload-offset'), '0');
  assert.equal((await patch(url, 0, bytes, { 'Upload-Checksum': `sha1 ${sha1(bytes)}` })).status, 204);
  assert.equal(sha256(readFileSync(staged(url))), sha256(bytes));
});

test('a piece at the wrong offset is told the right one', async () => {
  const url = await create(10);
  await patch(url, 0, 'abcde');
  const refused = await patch(url, 3, 'de');
  assert.equal(refused.status, 409);
  assert.equal(refused.headers.get('upload-offset'), '5');
});

test('a wrong type or place is refused as early as can be', async () => {
  const program = Buffer.concat([Buffer.from('MZ'), randomBytes(3_000_000)]);
  const { done } = start(program, { retryDelays: null, metadata: { filename: 'x.pdf', ...place('deed', 'premises') } });
  await assert.rejects(done, (error) => error.originalResponse.getStatus() === 415 && JSON.parse(error.originalResponse.getBody()).code === 'evidence.unsupported_type');
  const nowhere = start(lease, { retryDelays: null, metadata: place('nothing', 'premises') });
  await assert.rejects(nowhere.done, (error) => JSON.parse(error.originalResponse.getBody()).code === 'evidence.unknown_slot');
  const full = await tus('POST', '/files', { headers: { 'Upload-Length': '5', 'Upload-Metadata': `declaration ${Buffer.from('999999').toString('base64')},section ${Buffer.from('licence').toString('base64')}` } });
  assert.equal(full.status, 404);
});

test("another account's upload does not exist", async () => {
  const url = await create(5);
  const other = await world.api('rasht_saadi');
  for (const method of ['HEAD', 'DELETE']) assert.equal((await tus(method, url, { headers: { Cookie: other.cookie } })).status, 404, method);
  assert.equal((await tus('PATCH', url, { headers: { Cookie: other.cookie, 'Content-Type': pieceType, 'Upload-Offset': '0' }, body: 'x' })).status, 404);
  assert.equal((await tus('HEAD', url)).status, 200);
});

test('a request that takes over from a stalled one waits less than a second', async () => {
  const bytes = randomBytes(1_000_000);
  const url = await create(bytes.length);
  const stalled = connect(world.port, '127.0.0.1');
  stalled.write(`PATCH ${url} HTTP/1.1\r\nHost: a\r\nCookie: ${office.cookie}\r\nTus-Resumable: 1.0.0\r\nContent-Type: ${pieceType}\r\nUpload-Offset: 0\r\nContent-Length: ${bytes.length}\r\n\r\n`);
  stalled.write(bytes.subarray(0, 400_000));
  await until('its bytes are there', () => readFileSync(staged(url)).length === 400_000);
  const began = Date.now();
  const head = await tus('HEAD', url);
  assert.equal(head.headers.get('upload-offset'), '400000');
  assert.equal((await patch(url, 400_000, bytes.subarray(400_000))).status, 204);
  assert.ok(Date.now() - began < 1000, `${Date.now() - began} ms`);
  stalled.destroy();
  assert.equal(sha256(readFileSync(staged(url))), sha256(bytes));
});

test('a killed server loses no byte that it acknowledged, and doubles none', async () => {
  const bytes = randomBytes(8_000_000);
  const url = await create(bytes.length);
  assert.equal((await patch(url, 0, bytes.subarray(0, 1_000_000))).status, 204);
  const sending = request(new URL(url, world.base), { method: 'PATCH', headers: { Cookie: office.cookie, 'Tus-Resumable': '1.0.0', 'Content-Type': pieceType, 'Upload-Offset': 1_000_000, 'Content-Length': 7_000_000 } });
  sending.on('error', () => {});
  sending.write(bytes.subarray(1_000_000, 3_000_000));
  await until('some more is there', () => readFileSync(staged(url)).length > 1_500_000);
  await world.end('SIGKILL');
  await world.start();
  const offset = Number((await tus('HEAD', url)).headers.get('upload-offset'));
  assert.ok(offset > 1_500_000 && offset <= 3_000_000, String(offset));
  const { done } = start(bytes, { uploadUrl: world.base + url });
  await done;
  assert.equal(sha256(readFileSync(staged(url))), sha256(bytes));
});

test('a line that is cut two hundred times', { timeout: 120_000 }, async () => {
  const proxy = await startCuttingProxy(world.port);
  const size = 4_000_000;
  const cutsPerUpload = 20;
  const through = `http://127.0.0.1:${proxy.port}`;
  try {
    while (proxy.cuts < 200) {
      const bytes = randomBytes(size);
      const goal = Math.min(200, proxy.cuts + cutsPerUpload);
      // As many bytes as make the cuts fall into this upload, beginnings of requests included.
      const next = () => (proxy.cuts < goal ? proxy.cut(1 + Math.floor(Math.random() * (size / cutsPerUpload) * 1.6)) : undefined);
      next();
      let seen = proxy.cuts;
      const watch = setInterval(() => { if (proxy.cuts !== seen) { seen = proxy.cuts; next(); } }, 1);
      const { upload, done } = start(bytes, { endpoint: `${through}/files`, retryDelays: Array(400).fill(1), chunkSize: 1_000_000 });
      await done;
      clearInterval(watch);
      assert.equal(sha256(readFileSync(staged(upload.url))), sha256(bytes));
      await tus('DELETE', new URL(upload.url).pathname);
    }
    assert.ok(proxy.cuts >= 200);
  } finally {
    await proxy.stop();
  }
});

test('what is not finished in time is gone, and its bytes are swept', async () => {
  const url = await create(1000);
  await patch(url, 0, 'abc');
  const { items } = (await office.get('/uploads')).body;
  assert.equal(Math.round((Date.parse(items[0].expires_at) - Date.now()) / 3_600_000), 48);
  assert.equal((await world.cra.post('/demonstration/clock', { offset_seconds: 49 * 3600 })).status, 200);
  assert.equal((await tus('HEAD', url)).status, 410);
  assert.equal((await patch(url, 3, 'abc')).status, 410);
  assert.deepEqual((await office.get('/uploads')).body.items, []);
  await world.end();
  await world.start();
  await until('the sweep of the start is done', () => readdirSync(join(world.folder, 'evidence/staging')).length === 0, 10);
  assert.equal((await tus('HEAD', url)).status, 404);
});
