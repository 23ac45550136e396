// SPDX-License-Identifier: GPL-3.0-or-later
// Rows and files that do not fit, as crashes, restored back-ups and helpful people leave them: the start recovers or
// sweeps them, `mizan doctor` says what there is and what to do. And a worker that could not protect itself ends.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { until } from '../support/api.mjs';
import { mizan } from '../support/demonstration.mjs';
import { freshCopy } from '../support/files.mjs';
import { openRoundOf, startOfficeServer } from '../support/office_server.mjs';
import { bytesLikePdf, createUpload, sendPiece, tus } from '../support/tus_requests.mjs';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const anHourAndMore = () => new Date(Date.now() - 2 * 3_600_000);

let world;
let office;
let sections;

before(async () => {
  process.env.MIZAN_EVIDENCE_FREE_MEBIBYTES = '0';
  process.env.MIZAN_EVIDENCE_UNKNOWN_DAYS = '0';
  world = await startOfficeServer('harm-start', { offices: ['rasht_golsar'], workers: 1 });
  const round = await openRoundOf(world);
  office = await world.api('rasht_golsar');
  const { id } = (await office.get('/declarations')).body.items.find((one) => one.round.id === round);
  sections = `/declarations/${id}/sections`;
}, { timeout: 120_000 });
after(() => world?.stop());

const evidence = (...names) => join(world.folder, 'evidence', ...names);
const blob = (hash) => evidence(hash.slice(0, 2), hash.slice(2, 4), hash);
const idOf = (path) => path.split('/').at(-1);

/** While the server is down: the tables as a crash might leave them. */
const sql = (statement, ...values) => execFileSync('python3', ['-c', 'import sqlite3, sys, json; base = sqlite3.connect(sys.argv[1]); print(json.dumps(base.execute(sys.argv[2], sys.argv[3:]).fetchall())); base.commit()', join(world.folder, 'mizan.sqlite'), statement, ...values.map(String)], { encoding: 'utf8' });

function doctor() {
  const told = spawnSync(mizan, [...world.command, 'doctor', '--json'], { encoding: 'utf8' });
  const { to_mend: toMend, checks } = JSON.parse(told.stdout);
  assert.equal(toMend, checks.filter((one) => one.severity === 'wrong').length);
  assert.equal(told.status, toMend === 0 ? 0 : 1);
  return { status: told.status, of: (name) => checks.filter((one) => one.name === name) };
}

async function started(path, bytes, kept) {
  const url = (await createUpload(world.base, office, bytes.length, { filename: 'سند.pdf' })).headers.get('location');
  assert.equal((await sendPiece(world.base, office, url, 0, bytes.subarray(0, kept))).status, 204);
  return url;
}

const attach = async (section, slot, file) => {
  const sent = await office.upload(`${sections}/${section}/evidence?slot=${slot}`, file);
  assert.equal(sent.status, 202, JSON.stringify(sent.body));
  return sent.body.id;
};
const end = (id) => until(`evidence ${id} is read`, async () => {
  const { body } = await office.get(`/evidence/${id}`);
  return body.status !== 'being_read' && body;
}, 120);

test('an untouched installation is well', () => {
  const { status, of } = doctor();
  assert.equal(status, 0);
  assert.match(of('recovery')[0].text, /the start of .* found 0 unfinished uploads/);
});

test('the start recovers or sweeps what does not fit', { timeout: 300_000 }, async () => {
  const bytes = bytesLikePdf(100_000);
  const goingOn = await started('going on', bytes, 40_000);
  const withoutFile = await started('without a file', bytes, 40_000);
  const overdue = await started('overdue', bytes, 40_000);
  const inWork = await attach('licence', 'licence_document', freshCopy('rasht_golsar-licence.pdf'));
  await end(inWork);
  await world.end();

  rmSync(evidence('staging', idOf(withoutFile)));
  sql('UPDATE uploads SET expires_at = 1 WHERE id = ?', idOf(overdue));
  const orphan = randomBytes(16).toString('hex');
  writeFileSync(evidence('staging', orphan), 'bytes of an upload that nobody knows');
  const temporary = randomBytes(16).toString('hex');
  writeFileSync(evidence('incoming', temporary), 'half a document');
  const unknown = sha256('a blob whose transaction never came');
  mkdirSync(join(blob(unknown), '..'), { recursive: true });
  writeFileSync(blob(unknown), 'a blob whose transaction never came');
  for (const file of [evidence('staging', orphan), evidence('incoming', temporary), blob(unknown)]) utimesSync(file, anHourAndMore(), anHourAndMore());
  // Its worker died in the middle: the document is to be read, the lease is over.
  sql("UPDATE evidence SET status = 'being_read' WHERE id = ?", inWork);
  sql("INSERT INTO jobs (kind, job_key, payload, state, attempts, run_after, worker, token, leased_until, problem, problem_detail, created_at) VALUES ('read_evidence', ?, ?, 'running', 1, 1, 'gone/1', 'x', 1, '', '', ?)", inWork, `{"evidence": ${inWork}}`, Date.now());

  const ill = doctor();
  assert.match(ill.of('uploads')[0].text, /1 have lost their staged file/);
  assert.match(ill.of('jobs')[0].text, /1 of these lost their worker/);

  await world.start();
  assert.equal(await until('it is swept', () => !existsSync(evidence('staging', orphan)), 20), true);
  assert.ok(!existsSync(evidence('staging', idOf(overdue))));
  await until('the evidence store is swept', () => !existsSync(blob(unknown)) && !existsSync(evidence('incoming', temporary)), 60);
  assert.equal((await end(inWork)).status, 'read', 'taken up again');
  assert.deepEqual((await office.get('/uploads')).body.items.map((one) => one.id), [idOf(goingOn)]);
  assert.equal((await sendPiece(world.base, office, goingOn, 40_000, bytes.subarray(40_000))).status, 204);
  assert.equal((await tus(world.base, office, 'HEAD', withoutFile)).status, 404, 'given up, not promised for ever');

  const told = doctor();
  assert.equal(told.status, 0);
  const [recovery] = told.of('recovery');
  assert.match(recovery.text, /found 1 unfinished uploads that go on, deleted 1 that had expired and 1 staged files.*; 1 jobs were in work/);
  assert.match(recovery.text, /1 unfinished uploads had lost their bytes/);
  const image = (await office.get(`/evidence/${inWork}/pages/0`));
  assert.equal(image.status, 200, 'what documents need was not swept');
});

test('a document whose file is gone is named', { timeout: 200_000 }, async () => {
  const { id, file_name: name } = await end(await attach('premises', 'lease', freshCopy('rasht_golsar-lease.pdf')));
  const [[hash]] = JSON.parse(sql('SELECT content FROM evidence WHERE id = ?', id));
  const bytes = readFileSync(blob(hash));
  rmSync(blob(hash));
  const { status, of } = doctor();
  assert.equal(status, 1);
  const [document] = of('document');
  for (const word of [`document ${id} `, name, hash, 'back-up']) assert.ok(document.text.includes(word), document.text);
  assert.match(of('documents')[0].text, /^1 of \d+ have no file/);
  writeFileSync(blob(hash), bytes);
  assert.equal(doctor().status, 0);
});

test('a reading whose file is gone is made again', { timeout: 200_000 }, async () => {
  const shown = (await office.get(`${sections}/premises`)).body;
  const id = shown.evidence[0].id;
  const [[reading]] = JSON.parse(sql('SELECT r.reading FROM readings r JOIN evidence e ON e.content = r.content WHERE e.id = ?', id));
  rmSync(blob(reading));
  assert.equal((await office.delete(`/evidence/${id}`)).status, 204);
  const [[hash]] = JSON.parse(sql('SELECT content FROM evidence WHERE id = ?', id));
  const copy = join(world.folder, 'again.pdf');
  writeFileSync(copy, readFileSync(blob(hash)));
  assert.equal((await end(await attach('premises', 'lease', copy))).status, 'read');
  assert.ok(existsSync(blob(reading)));
});

// A filter that answers ENOSYS to landlock_create_ruleset (444 on every architecture), as an older kernel does.
const withoutLandlock = `
import ctypes, os, struct, sys
rules = [(0x20, 0, 0, 0), (0x15, 0, 1, 444), (0x06, 0, 0, 0x00050000 | 38), (0x06, 0, 0, 0x7fff0000)]
code = ctypes.create_string_buffer(b''.join(struct.pack('HBBI', *rule) for rule in rules))
program = ctypes.create_string_buffer(struct.pack('HxxxxxxP', len(rules), ctypes.addressof(code)))
libc = ctypes.CDLL(None, use_errno=True)
if libc.prctl(38, 1, 0, 0, 0) or libc.prctl(22, 2, ctypes.c_void_p(ctypes.addressof(program)), 0, 0): sys.exit(77)
os.execv(sys.argv[1], sys.argv[1:])
`;

test('a worker without a protection that is required does not start', () => {
  const worker = (required) => spawnSync('python3', ['-c', withoutLandlock, mizan, ...world.command, 'worker', '--once'], { encoding: 'utf8', timeout: 60_000, env: { ...process.env, MIZAN_READING_REQUIRED_PROTECTIONS: required } });
  const refused = worker('system_calls,landlock');
  assert.equal(refused.status, 1, refused.stderr);
  assert.match(refused.stderr, /required_protections.*has no landlock/);
  const taken = worker('system_calls');
  assert.equal(taken.status, 0, taken.stderr);
});
