// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that fills up, and one that becomes read-only, in the middle of uploads, readings and answers: each request is
// told so by a code, nothing acknowledged is lost, and when the harm is over all goes on without a restart.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { until } from '../support/api.mjs';
import { documents, mizan, root } from '../support/demonstration.mjs';
import { freshCopy, withOwnBytes } from '../support/files.mjs';
import { openRoundOf, startOfficeServer } from '../support/office_server.mjs';
import { processesBelow } from '../support/processes.mjs';
import { mountSmallDisk, whyNoMounts } from '../support/small_disk.mjs';
import { bytesLikePdf, createUpload, offsetOf, sendPiece, tus } from '../support/tus_requests.mjs';

const skip = whyNoMounts();
process.env.MIZAN_JOBS_STORAGE_PAUSE_SECONDS = '1';
const megabyte = 1 << 20;
const lease = 'rasht_golsar-lease.pdf';
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const sha1 = (bytes) => createHash('sha1').update(bytes).digest('base64');

const startOn = (disk, name, options) => startOfficeServer(name, options).catch((error) => {
  disk.unmount(); // nobody else will
  throw error;
});

/** A server whose evidence, and unless told otherwise whose database, lies on a small disk; one office, one worker. */
async function harmed(name, { mebibytes, databaseElsewhere = false }) {
  const disk = mountSmallDisk(mebibytes);
  const elsewhere = join(root, 'build/test-data', `${name}.sqlite`);
  for (const ending of ['', '-wal', '-shm']) rmSync(elsewhere + ending, { force: true });
  const world = await startOn(disk, name, {
    offices: ['rasht_golsar'], workers: 1, folder: disk.sub('data'),
    ...(databaseElsewhere ? { database: `sqlite://${elsewhere}` } : {}),
  });
  const round = await openRoundOf(world);
  const office = await world.api('rasht_golsar');
  const declaration = (await office.get('/declarations')).body.items.find((one) => one.round.id === round).id;
  const sections = `/declarations/${declaration}/sections`;
  return {
    ...world, disk, office, sections,
    staged: (path) => readFileSync(join(world.folder, 'evidence/staging', path.split('/').at(-1))),
    create: (length, metadata) => createUpload(world.base, office, length, metadata),
    patch: (path, offset, bytes, headers) => sendPiece(world.base, office, path, offset, bytes, headers),
    offset: (path) => offsetOf(world.base, office, path),
    workers: () => processesBelow(world.process.pid, ' worker').map(Number),
    attach: (file) => office.upload(`${sections}/premises/evidence?slot=lease`, file),
    place: { declaration, section: 'premises', slot: 'lease' },
    async read(id) {
      return until(`evidence ${id} is read`, async () => {
        const { body } = await office.get(`/evidence/${id}`);
        return body.status !== 'being_read' && body;
      }, 120);
    },
    async clearSlot() {
      for (const { id } of (await office.get(`${sections}/premises`)).body.evidence) assert.equal((await office.delete(`/evidence/${id}`)).status, 204);
    },
    async finish() {
      await world.stop().finally(() => disk.unmount());
    },
  };
}

const isFull = (answer) => {
  assert.equal(answer.status, 503, JSON.stringify(answer.body));
  assert.equal(answer.body.code, 'evidence.storage_full');
};

describe('a disk that fills up', { skip }, () => {
  let world;
  before(async () => (world = await harmed('harm-full', { mebibytes: 48 })), { timeout: 120_000 });
  after(() => world?.finish());

  test('in the middle of an upload: what came is kept, and the upload goes on', async () => {
    const bytes = bytesLikePdf(6 * megabyte);
    const path = (await world.create(bytes.length, { filename: 'اجاره‌نامه.pdf', ...world.place })).headers.get('location');
    world.disk.fill(2 * megabyte);
    isFull(await world.patch(path, 0, bytes));
    const kept = await world.offset(path);
    assert.ok(kept > megabyte && kept < 3 * megabyte, String(kept));
    assert.ok(world.staged(path).equals(bytes.subarray(0, kept)));
    isFull(await world.patch(path, kept, bytes.subarray(kept)));
    const stillKept = await world.offset(path);
    assert.ok(stillKept >= kept);
    world.disk.makeRoom();
    const ended = await world.patch(path, stillKept, bytes.subarray(stillKept));
    assert.equal(ended.status, 204, JSON.stringify(ended.body));
    const { body } = await world.office.get(`/evidence/${ended.headers.get('mizan-evidence')}`);
    assert.equal(body.bytes, bytes.length);
    const hash = sha256(bytes);
    assert.equal(sha256(readFileSync(join(world.folder, 'evidence', hash.slice(0, 2), hash.slice(2, 4), hash))), hash);
    await world.clearSlot();
  });

  test('a piece with a checksum comes whole or not at all', async () => {
    const bytes = bytesLikePdf(2 * megabyte);
    const path = (await world.create(bytes.length)).headers.get('location');
    const half = megabyte;
    assert.equal((await world.patch(path, 0, bytes.subarray(0, half))).status, 204);
    world.disk.fill(megabyte / 2);
    const checksum = { 'Upload-Checksum': `sha1 ${sha1(bytes.subarray(half))}` };
    isFull(await world.patch(path, half, bytes.subarray(half), checksum));
    assert.equal(await world.offset(path), half);
    assert.equal(world.staged(path).length, half);
    world.disk.makeRoom();
    assert.equal((await world.patch(path, half, bytes.subarray(half), checksum)).status, 204);
    assert.equal(sha256(world.staged(path)), sha256(bytes));
    assert.equal((await tus(world.base, world.office, 'DELETE', path)).status, 204);
  });

  test('an upload in one request is refused whole, and leaves nothing behind', async () => {
    const large = join(world.disk.folder, '..', `mizan-large-${process.pid}.pdf`);
    writeFileSync(large, bytesLikePdf(6 * megabyte));
    try {
      world.disk.fill(2 * megabyte);
      isFull(await world.attach(large));
      assert.deepEqual(readdirSync(join(world.folder, 'evidence/incoming')), []);
      assert.deepEqual((await world.office.get(`${world.sections}/premises`)).body.evidence, []);
      world.disk.makeRoom();
      assert.equal((await world.attach(large)).status, 202);
      await world.clearSlot();
    } finally {
      rmSync(large);
    }
  });

  test('in the middle of a reading: the document waits, and is read when there is room', async () => {
    for (const pid of world.workers()) process.kill(pid, 'SIGSTOP');
    const sent = await world.attach(freshCopy(lease));
    assert.equal(sent.status, 202, JSON.stringify(sent.body));
    world.disk.fill(64 << 10);
    for (const pid of world.workers()) process.kill(pid, 'SIGCONT');
    await pause(8_000);
    assert.equal((await world.office.get(`/evidence/${sent.body.id}`)).body.status, 'being_read', 'a full disk is no fault of the document');
    world.disk.makeRoom();
    assert.equal((await world.read(sent.body.id)).status, 'read');
  });

  test('under answers that are saved: what was acknowledged is there, and nothing half', async () => {
    const path = `${world.sections}/premises`;
    let { revision } = (await world.office.get(path)).body;
    let acknowledged = null;
    const refusals = {};
    const save = async (area) => {
      const saved = await world.office.put(`${path}/answers`, { revision, answers: { ownership: 'owned', area: String(area), address: 'نشانی '.repeat(60) } });
      if (saved.status === 200) ({ revision } = saved.body, acknowledged = area);
      return saved;
    };
    assert.equal((await save(50)).status, 200);
    world.disk.fill(0);
    for (let area = 51; area < 1000 && (refusals['503 evidence.storage_full'] ?? 0) < 20; ++area) {
      const saved = await save(area);
      if (saved.status === 200) continue;
      const name = `${saved.status} ${saved.body.code}`;
      refusals[name] = (refusals[name] ?? 0) + 1;
    }
    assert.deepEqual(Object.keys(refusals), ['503 evidence.storage_full']);
    world.disk.makeRoom();
    const shown = (await world.office.get(path)).body;
    assert.deepEqual([shown.revision, shown.answers.area], [revision, String(acknowledged)]);
    assert.equal((await save(999)).status, 200);
    const checked = execFileSync('python3', ['-c', 'import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute("PRAGMA integrity_check").fetchone()[0])', join(world.folder, 'mizan.sqlite')], { encoding: 'utf8' });
    assert.equal(checked.trim(), 'ok');
  });

  test('nothing at all can be begun, and everything can afterwards', async () => {
    world.disk.fill(0);
    const answers = [];
    for (let i = 0; i < 20 && !answers.some((one) => one.status === 503); ++i) answers.push(await world.create(10));
    isFull(answers.at(-1));
    const begun = answers.filter((one) => one.status === 201).map((one) => one.headers.get('location').split('/').at(-1));
    world.disk.makeRoom();
    const listed = (await world.office.get('/uploads')).body.items.map((one) => one.id);
    assert.deepEqual(listed.sort(), begun.sort(), 'those that were acknowledged, and no others');
    assert.equal((await world.create(10)).status, 201);
    assert.equal((await fetch(`${world.base}/api/v1/health`)).status, 200);
  });
});

const isOut = (answer) => {
  assert.equal(answer.status, 503, JSON.stringify(answer.body));
  assert.equal(answer.body.code, 'storage.unavailable');
};

/** Longer than three attempts take: more would be given up, were this the document's fault. */
const beyondAllAttempts = 15_000;

describe('a disk of the evidence alone', { skip }, () => {
  let world;
  before(async () => (world = await harmed('harm-read-only', { mebibytes: 48, databaseElsewhere: true })), { timeout: 120_000 });
  after(() => world?.finish());

  const startThatFails = (environment = {}) => {
    const tried = spawnSync(mizan, [...world.command, 'serve', '--port', '0'], { encoding: 'utf8', timeout: 30_000, env: { ...process.env, ...environment } });
    assert.equal(tried.status, 1, tried.stderr);
    return tried.stderr;
  };

  test('that is full in the middle of a reading: the document waits, and is read when there is room', async () => {
    for (const pid of world.workers()) process.kill(pid, 'SIGSTOP');
    const sent = await world.attach(freshCopy(lease));
    assert.equal(sent.status, 202, JSON.stringify(sent.body));
    world.disk.fill(0);
    for (const pid of world.workers()) process.kill(pid, 'SIGCONT');
    await pause(beyondAllAttempts);
    assert.equal((await world.office.get(`/evidence/${sent.body.id}`)).body.status, 'being_read', 'a full disk is no fault of the document');
    world.disk.makeRoom();
    assert.equal((await world.read(sent.body.id)).status, 'read');
    await world.clearSlot();
  });

  test('that becomes read-only under uploads and readings: nothing is lost, all goes on afterwards', async () => {
    const bytes = bytesLikePdf(2 * megabyte);
    const path = (await world.create(bytes.length, { filename: 'a.pdf' })).headers.get('location');
    assert.equal((await world.patch(path, 0, bytes.subarray(0, megabyte))).status, 204);
    for (const pid of world.workers()) process.kill(pid, 'SIGSTOP');
    const sent = await world.attach(freshCopy(lease));
    assert.equal(sent.status, 202, JSON.stringify(sent.body));
    await world.disk.readOnly();
    for (const pid of world.workers()) process.kill(pid, 'SIGCONT');

    isOut(await world.patch(path, megabyte, bytes.subarray(megabyte)));
    isOut(await world.create(10));
    isOut(await world.attach(freshCopy('rasht_golsar-licence.pdf')));
    assert.equal((await world.office.get(`${world.sections}/premises`)).status, 200, 'what is there is shown');
    await pause(beyondAllAttempts);
    assert.equal((await world.office.get(`/evidence/${sent.body.id}`)).body.status, 'being_read');

    await world.disk.readWrite();
    assert.equal(await world.offset(path), megabyte);
    assert.equal((await world.patch(path, megabyte, bytes.subarray(megabyte))).status, 204);
    assert.equal(sha256(world.staged(path)), sha256(bytes));
    assert.equal((await world.read(sent.body.id)).status, 'read');
  });

  test('that is read-only at the start: one sentence says which folder, and it starts when it can be written again', async (context) => {
    const copy = join(world.disk.folder, 'copy.sqlite');
    execFileSync('cp', [join(root, 'build/test-data/harm-read-only.sqlite'), copy]);
    await world.disk.readOnly();
    context.after(() => world.disk.readWrite());
    const folder = startThatFails();
    assert.match(folder, /\[evidence\] folder.*Read-only file system/);
    assert.ok(folder.includes(world.folder) && folder.includes('configuration.invalid'), folder);
    const database = startThatFails({ MIZAN_DATABASE_URL: `sqlite://${copy}`, MIZAN_EVIDENCE_FOLDER: join(root, 'build/test-data/harm-evidence') });
    assert.match(database, /\[database\] url.*(readonly|read-only|unable to open)/);
    await world.disk.readWrite();
    await world.end();
    await world.start();
    assert.equal((await fetch(`${world.base}/api/v1/health`)).status, 200);
  });
});
