// SPDX-License-Identifier: GPL-3.0-or-later
// Documents and a real clamd: clean ones are seen, infected ones are put aside, and while it is down or silent they wait.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { until } from '../support/api.mjs';
import { eicar, makeClamd, signature } from '../support/clamd.mjs';
import { cast, documents, mizan, run } from '../support/demonstration.mjs';
import { openRoundOf, startOfficeServer } from '../support/office_server.mjs';

const lease = readFileSync(join(documents, 'rasht_golsar-lease.pdf'));
/** A document that opens and reads like the lease, with something behind its end. */
const withTail = (tail) => Buffer.concat([lease, Buffer.from(`\n% ${tail}\n`)]);

let clamd;
let world;
let office;
let expert;
let declaration;

before(async () => {
  clamd = makeClamd(mkdtempSync(join(tmpdir(), 'mizan-clamd-')));
  await clamd.start();
  world = await startOfficeServer('antivirus', {
    offices: ['rasht_golsar', 'rasht_saadi'], experts: true, workers: 1,
    settings: `[antivirus]\nclamd = "${clamd.address}"\nrequired = true\nanswer_seconds = 1\nrest_seconds = 1\n`,
  });
  const round = await openRoundOf(world);
  office = await world.api('rasht_golsar');
  expert = await world.expert();
  declaration = await declarationOf(office, round);
  const answers = cast.offices.find((one) => one.key === 'rasht_golsar').answers.premises;
  const saved = await office.put(`/declarations/${declaration}/sections/premises/answers`, { revision: 0, answers });
  assert.equal(saved.status, 200, JSON.stringify(saved.body));
}, { timeout: 120_000 });
after(async () => {
  await world?.stop();
  await clamd?.stop();
});

const declarationOf = async (api, round) => (await api.get('/declarations')).body.items.find((one) => one.round.id === round).id;

async function send(bytes, { api = office, id = declaration, slot = 'lease', section = 'premises', name = 'سند.pdf' } = {}) {
  const file = join(world.folder, 'sent.pdf');
  writeFileSync(file, bytes);
  const answer = await api.upload(`/declarations/${id}/sections/${section}/evidence?slot=${slot}`, file, name);
  assert.equal(answer.status, 202, JSON.stringify(answer.body));
  return answer.body;
}
const seen = async (id, api = office) => (await api.get(`/evidence/${id}`)).body;
const comesTo = (id, what, holds) => until(what, async () => {
  const evidence = await seen(id);
  return holds(evidence) && evidence;
}, 90);
const pageFor = (api, id) => api.get(`/evidence/${id}/pages/0`);
const antivirusCheck = async () => (await world.cra.get('/health')).body.checks.find((one) => one.name === 'antivirus');
const takeBack = (id) => office.delete(`/evidence/${id}`);

test('what is clean is read and seen', async () => {
  const { id, scan } = await send(lease);
  assert.equal(scan, 'pending', 'never clean before it was scanned');
  await comesTo(id, 'it is read and scanned', (one) => one.status === 'read' && one.scan === 'clean');
  for (const api of [office, expert, world.cra]) assert.equal((await pageFor(api, id)).status, 200);
  assert.equal((await antivirusCheck()).ok, true);
  await takeBack(id);
});

test('what is infected is put aside: the office is told, nobody is shown it, the original stays', async () => {
  const bytes = withTail(eicar);
  const { id } = await send(bytes);
  const put = await comesTo(id, 'it is put aside', (one) => one.status === 'quarantined');
  assert.equal(put.problem.code, 'evidence.infected');
  assert.match(put.problem.text_fa, new RegExp(signature.replaceAll('.', '\\.')));
  assert.deepEqual([put.pages, put.findings, put.scan], [[], [], 'infected']);
  const section = (await office.get(`/declarations/${declaration}/sections/premises`)).body;
  assert.equal(section.evidence.find((one) => one.id === id).status, 'quarantined');
  assert.ok(section.problems.some((one) => one.code === 'declaration.slot_missing' && one.field === 'lease'), 'it fills no slot');
  for (const api of [office, expert, world.cra]) {
    const page = await pageFor(api, id);
    assert.deepEqual([page.status, page.body.code], [400, 'evidence.infected']);
  }
  const hash = createHash('sha256').update(bytes).digest('hex');
  assert.ok(existsSync(join(world.folder, 'evidence', hash.slice(0, 2), hash.slice(2, 4), hash)));
  const audit = (await world.cra.get(`/audit?subject=evidence/${id}`)).body.items.find((one) => one.action === 'evidence.quarantined');
  assert.equal(audit.detail.signature, `${signature}.UNOFFICIAL`);
  assert.match(audit.detail.engine, /^ClamAV /);
  await takeBack(id);
});

test('the same infected bytes are put aside at once, whoever sends them', async () => {
  const other = await world.api('rasht_saadi');
  const mine = (await office.get('/declarations')).body.items.find((one) => one.id === declaration);
  const again = await send(withTail(eicar), { api: other, id: await declarationOf(other, mine.round.id) });
  assert.equal(again.status, 'quarantined');
  assert.equal(again.problem.code, 'evidence.infected');
});

test('while clamd is down documents are read and wait, and go on by themselves', async () => {
  await clamd.kill();
  const { id } = await send(withTail('while it is down'));
  const waiting = await comesTo(id, 'it is read', (one) => one.status === 'read');
  assert.equal(waiting.scan, 'pending');
  assert.equal((await pageFor(office, id)).status, 200, 'its sender sees it');
  for (const api of [expert, world.cra]) {
    const page = await pageFor(api, id);
    assert.deepEqual([page.status, page.body.code], [409, 'evidence.scan_pending']);
    const theirs = await seen(id, api);
    assert.deepEqual([theirs.scan, theirs.pages], ['pending', []]);
  }
  const check = await until('health says so', async () => {
    const { ok, text_en } = await antivirusCheck();
    return !ok && text_en;
  });
  assert.match(check, /cannot be reached.*1 document is/);
  const doctor = await run(mizan, ['--config', join(world.folder, 'mizan.toml'), 'doctor']).catch((error) => error.message);
  assert.match(doctor, /WRONG +antivirus .*cannot be reached.*1 document waits/);
  const jobs = (await world.cra.get('/jobs?state=dead')).body;
  assert.equal(jobs.counts.dead, 0);

  await clamd.start();
  await comesTo(id, 'it goes on', (one) => one.scan === 'clean');
  assert.equal((await pageFor(expert, id)).status, 200);
  assert.equal((await antivirusCheck()).ok, true);
  await takeBack(id);
});

test('a clamd that takes connections and says nothing keeps nobody from reading documents', async () => {
  await clamd.kill('SIGSTOP');
  const { id } = await send(withTail('while it is silent'));
  const waiting = await comesTo(id, 'it is read', (one) => one.status === 'read');
  assert.equal(waiting.scan, 'pending');
  const waits = await until('the job says why', async () => (await world.cra.get('/jobs?state=waiting')).body.items.find((one) => one.kind === 'scan_content' && one.problem));
  assert.equal(waits.problem.code, 'antivirus.unavailable');
  assert.match(waits.problem.text_en, /said nothing in time/);
  await clamd.kill('SIGCONT');
  await comesTo(id, 'it goes on', (one) => one.scan === 'clean');
  await takeBack(id);
});

test('a document larger than clamd takes waits until it takes it', async () => {
  await clamd.stop();
  clamd = makeClamd(clamd.address.slice('unix:'.length, -'/clamd.ctl'.length), 'StreamMaxLength 10K\n');
  await clamd.start();
  const { id } = await send(withTail('larger than it takes'));
  const waits = await until('the job says why', async () => (await world.cra.get('/jobs?state=waiting')).body.items.find((one) => one.kind === 'scan_content' && /StreamMaxLength/.test(one.problem?.text_en)));
  assert.equal(waits.subject, `evidence/${id}`);
  assert.equal((await seen(id)).scan, 'pending');
  await clamd.stop();
  clamd = makeClamd(clamd.address.slice('unix:'.length, -'/clamd.ctl'.length));
  await clamd.start();
  await comesTo(id, 'it goes on', (one) => one.scan === 'clean');
  const doctor = await run(mizan, ['--config', join(world.folder, 'mizan.toml'), 'doctor']).catch((error) => error.message);
  assert.match(doctor, /ok +antivirus +ClamAV .* answers at unix:.*0 documents wait/);
});
