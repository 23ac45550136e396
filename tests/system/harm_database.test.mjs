// SPDX-License-Identifier: GPL-3.0-or-later
// A PostgreSQL that is killed, stops answering, takes no writes or drops its connections while offices work: each
// request is answered in bounded time, nothing acknowledged is lost, nothing is there by half, and server and worker go
// on by themselves.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { until } from '../support/api.mjs';
import { cast, documents, root } from '../support/demonstration.mjs';
import { withOwnBytes } from '../support/files.mjs';
import { openRoundOf, startOfficeServer } from '../support/office_server.mjs';
import { startPostgresql } from '../support/postgresql.mjs';
import { processesBelow } from '../support/processes.mjs';
import { createUpload, offsetOf, sendPiece } from '../support/tus_requests.mjs';

const offices = ['rasht_golsar', 'rasht_saadi', 'zanjan_imam'];
/** [database] answer_seconds of this test's server, a second more for the cut, connecting, and a machine that has much to do. */
const boundSeconds = 2 + 1 + 2 + 10;
const codes = new Set(['storage.unavailable', 'storage.busy', 'upload.busy']);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

let database;
let world;
let clerks;
let survivors;

before(async () => {
  database = await startPostgresql();
  process.env.MIZAN_DATABASE_ANSWER_SECONDS = '2';
  process.env.MIZAN_DATABASE_CONNECT_SECONDS = '2';
  process.env.MIZAN_JOBS_STORAGE_PAUSE_SECONDS = '1';
  world = await startOfficeServer('harm-database', { offices, workers: 1, database: database.url });
  const round = await openRoundOf(world);
  clerks = await Promise.all(offices.map(async (key) => {
    const api = await world.api(key);
    const declaration = (await api.get('/declarations')).body.items.find((one) => one.round.id === round).id;
    return { key, api, declaration, path: `/declarations/${declaration}/sections/premises`, area: 50, acknowledged: null, evidence: null, uploads: 0, refused: {}, longest: 0 };
  }));
  await until('the worker is there', () => workers().length === 1, 30);
  survivors = [world.process.pid, ...workers()];
}, { timeout: 180_000 });
after(async () => {
  database?.goOn();
  await world?.stop();
  await database?.stop();
});
afterEach(() => assert.deepEqual([world.process.pid, ...workers()], survivors, 'nothing was restarted'));

const workers = () => processesBelow(world.process.pid, ' worker');

/** What a request may come to: done, or a code that says to try again, and that in time. */
async function asked(clerk, what, ask) {
  const began = Date.now();
  const answer = await ask();
  const seconds = (Date.now() - began) / 1000;
  clerk.longest = Math.max(clerk.longest, seconds);
  assert.ok(seconds < boundSeconds, `${clerk.key}: ${what} took ${seconds} s`);
  if (answer.status < 500) return answer;
  assert.equal(answer.status, 503, `${what}: ${JSON.stringify(answer.body)}`);
  assert.ok(codes.has(answer.body.code), `${what}: ${answer.body.code}`);
  clerk.refused[answer.body.code] = (clerk.refused[answer.body.code] ?? 0) + 1;
  await pause(50);
  return null;
}

const insist = async (clerk, what, ask) => {
  for (;;) {
    const answer = await asked(clerk, what, ask);
    if (answer) return answer;
  }
};

async function saveAnswers(clerk) {
  const { revision } = (await insist(clerk, 'a look', () => clerk.api.get(clerk.path))).body;
  const area = ++clerk.area;
  const saved = await asked(clerk, 'answers', () => clerk.api.put(`${clerk.path}/answers`, { revision, answers: { ownership: 'owned', area: String(area) } }));
  if (saved?.status === 200) clerk.acknowledged = area;
  else if (saved) assert.equal(saved.status, 409, JSON.stringify(saved.body)); // one without an answer had been saved
}

async function sendDocument(clerk) {
  if (clerk.evidence) {
    const removed = await insist(clerk, 'a removal', () => clerk.api.delete(`/evidence/${clerk.evidence}`));
    assert.ok([204, 404].includes(removed.status), JSON.stringify(removed.body));
    clerk.evidence = null;
  }
  const bytes = withOwnBytes(readFileSync(join(documents, 'rasht_golsar-lease.pdf')));
  const place = { filename: 'اجاره‌نامه.pdf', declaration: clerk.declaration, section: 'premises', slot: 'lease' };
  const created = await insist(clerk, 'a beginning', () => createUpload(world.base, clerk.api, bytes.length, place));
  assert.equal(created.status, 201, JSON.stringify(created.body));
  const url = created.headers.get('location');
  for (let offset = 0; !clerk.evidence;) {
    const end = Math.min(bytes.length, offset + (64 << 10));
    const sent = await asked(clerk, 'a piece', () => sendPiece(world.base, clerk.api, url, offset, bytes.subarray(offset, end)));
    if (sent?.status === 204) offset = end;
    else if (sent) {
      assert.equal(sent.status, 409, JSON.stringify(sent.body)); // the answer to the piece before was lost
      offset = Number(sent.headers.get('upload-offset'));
    }
    const evidence = sent?.headers.get('mizan-evidence');
    if (evidence) Object.assign(clerk, { evidence: Number(evidence), hash: sha256(bytes), uploads: clerk.uploads + 1 });
  }
}

async function work(clerk, over) {
  while (!over.yet) {
    await saveAnswers(clerk);
    await sendDocument(clerk);
  }
}

/** Does the harm while all offices work, and looks afterwards. */
async function underLoad(context, harm) {
  const over = { yet: false };
  for (const clerk of clerks) Object.assign(clerk, { refused: {}, longest: 0 });
  const working = clerks.map((clerk) => work(clerk, over));
  for (const one of working) one.catch(() => (over.yet = true));
  await pause(500);
  await harm();
  await until('the server is well', async () => (await fetch(`${world.base}/api/v1/health`)).status === 200, 30);
  await pause(500);
  over.yet = true;
  await Promise.all(working);
  for (const clerk of clerks) {
    const shown = (await clerk.api.get(clerk.path)).body;
    assert.ok(Number(shown.answers.area) >= clerk.acknowledged, `stored ${shown.answers.area}, acknowledged ${clerk.acknowledged}`);
    assert.deepEqual(shown.evidence.map((one) => one.id), [clerk.evidence], `${clerk.key}: one document, the acknowledged one`);
    const read = await until(`evidence ${clerk.evidence} is read`, async () => {
      const { body } = await clerk.api.get(`/evidence/${clerk.evidence}`);
      return body.status !== 'being_read' && body;
    }, 120);
    assert.equal(read.status, 'read', JSON.stringify(read.problem));
    const blob = readFileSync(join(world.folder, 'evidence', clerk.hash.slice(0, 2), clerk.hash.slice(2, 4), clerk.hash));
    assert.equal(sha256(blob), clerk.hash);
    assert.deepEqual((await clerk.api.get('/uploads')).body.items, [], 'nothing is left over');
  }
  const count = (statement) => Number(database.sql(statement));
  assert.equal(count("SELECT count(*) FROM jobs WHERE state = 'dead'"), 0, 'no job was given up');
  assert.equal(count("SELECT count(*) FROM evidence e WHERE e.status <> 'removed' AND NOT EXISTS (SELECT 1 FROM uploads u WHERE u.evidence = e.id AND u.state = 'attached')"), 0);
  assert.equal(count("SELECT count(*) FROM evidence e WHERE NOT EXISTS (SELECT 1 FROM audit a WHERE a.subject = 'evidence/' || e.id)"), 0, 'each document with its line in the audit');
  assert.equal(count("SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction' AND xact_start < now() - interval '20 seconds'"), 0);
  context.diagnostic(`measured: refused ${JSON.stringify(clerks.map((one) => one.refused))}, longest answer ${Math.max(...clerks.map((one) => one.longest)).toFixed(1)} s, uploads ${clerks.map((one) => one.uploads)}`);
}

const limit = { timeout: 300_000 };

test('killed, and started again three seconds later', limit, (context) => underLoad(context, async () => {
  await database.kill();
  await pause(3_000);
  await database.start();
}));

test('stops answering for longer than anybody waits, without going away', limit, (context) => underLoad(context, async () => {
  database.pause();
  await pause((boundSeconds + 8) * 1000);
  database.goOn();
}));

test('drops all connections, five times', limit, (context) => underLoad(context, async () => {
  for (let i = 0; i < 5; ++i) {
    database.sql('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = \'client backend\'');
    await pause(700);
  }
}));

test('takes no writes for three seconds, as after a fail-over', limit, (context) => underLoad(context, async () => {
  database.sql('ALTER SYSTEM SET default_transaction_read_only = on');
  database.sql('SELECT pg_reload_conf()');
  await pause(3_000);
  database.sql('ALTER SYSTEM RESET default_transaction_read_only');
  database.sql('SELECT pg_reload_conf()');
}));
