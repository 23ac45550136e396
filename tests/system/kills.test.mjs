// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 of server, worker, reader and judge, a hundred times at random, while offices answer and upload and an expert
// decides: nothing that was acknowledged is missing afterwards, and nothing has taken effect twice.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Upload } from 'tus-js-client';
import { Api, until } from '../support/api.mjs';
import { cast, documents, startDemonstration } from '../support/demonstration.mjs';
import { withOwnBytes } from '../support/files.mjs';
import { processesBelow } from '../support/processes.mjs';
import { declarationIn, openRound } from '../support/round.mjs';

const kills = 100;
const kinds = [' serve', ' worker', 'mizan-reader', 'mizan-judge'];
const clerks = [['rasht_golsar', 'lease'], ['rasht_saadi', 'lease'], ['zanjan_imam', 'lease'], ['abhar', 'lease']];
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

let demonstration;
const here = new Map(); // who is signed in, before the killing begins
let running = true;

before(async () => {
  demonstration = await startDemonstration('kills');
  const { round } = await openRound(demonstration.base);
  for (const [key] of clerks) here.set(key, await declarationIn(demonstration.base, round, key));
  here.set('expert', { api: await Api.signedIn(demonstration.base, cast.experts[0].national_code) });
}, { timeout: 300_000 });
after(() => demonstration?.stop());

const processes = (word) => processesBelow(demonstration.process.pid, word);

const healthy = async () => (await fetch(`${demonstration.base}/api/v1/health`).catch(() => null))?.status === 200;

/** Asks again while there is nobody to answer. What is answered, even with a refusal, is the answer. */
async function insist(ask) {
  for (;;) {
    try {
      const answer = await ask();
      if (answer.status < 500) return answer;
    } catch (error) {
      if (!['fetch failed', 'terminated'].includes(error.message)) throw error; // fetch's words for a lost connection
    }
    await pause(100);
  }
}

async function killAtRandom() {
  const done = Object.fromEntries(kinds.map((kind) => [kind.trim(), 0]));
  for (let count = 0; running && count < kills;) {
    await pause(randomInt(100, 700));
    const kind = kinds[randomInt(kinds.length)];
    const victims = processes(kind);
    if (!victims.length) continue;
    try {
      process.kill(victims[randomInt(victims.length)], 'SIGKILL');
    } catch (error) {
      if (error.code === 'ESRCH') continue; // it ended by itself meanwhile
      throw error;
    }
    ++count;
    ++done[kind.trim()];
    if (kind === ' serve') await until('the server is back', healthy, 120);
  }
  running = false;
  return done;
}

/** One upload by tus, over as many connections as it takes; answers the evidence's id. */
function send(api, bytes, place) {
  return new Promise((resolve, reject) => {
    let evidence = null;
    new Upload(bytes, {
      endpoint: `${demonstration.base}/files`,
      headers: { Cookie: api.cookie },
      metadata: { ...place, filename: 'اجاره‌نامه.pdf' },
      chunkSize: 64 * 1024,
      retryDelays: Array(200).fill(150),
      onShouldRetry: () => true,
      onAfterResponse: (_, answer) => (evidence = answer.getHeader('Mizan-Evidence') ?? evidence),
      onSuccess: () => resolve(Number(evidence)),
      onError: reject,
    }).start();
  });
}

/** An office's clerk answers and uploads until the killing ends; what was acknowledged is what comes back. */
async function clerk([key, slot]) {
  const { api, office, id } = here.get(key);
  const path = `/declarations/${id}/sections/premises`;
  const document = readFileSync(join(documents, office.documents.find((one) => one.slot === slot).file));
  const acknowledged = { api, path, area: 0, kept: null, removed: [], uploads: 0 };
  for (let area = 50; running; ++area) {
    const { revision } = (await insist(() => api.get(path))).body;
    const saved = await insist(() => api.put(`${path}/answers`, { revision, answers: { ...office.answers.premises, area: String(area) } }));
    if (saved.status === 200) acknowledged.area = area;
    if (acknowledged.kept) {
      const removed = await insist(() => api.delete(`/evidence/${acknowledged.kept}`)); // its slot takes one document
      assert.ok([200, 204, 404].includes(removed.status), JSON.stringify(removed.body));
      acknowledged.removed.push(acknowledged.kept);
    }
    acknowledged.kept = await send(api, withOwnBytes(document), { declaration: String(id), section: 'premises', slot });
    assert.ok(acknowledged.kept > 0, `${key}: an upload without evidence`);
    ++acknowledged.uploads;
  }
  return acknowledged;
}

/** An expert decides what is in the queue; answers which findings were acknowledged as decided. */
async function expert() {
  const decided = [];
  const { api } = here.get('expert');
  while (running) {
    const items = (await insist(() => api.get('/queue'))).body.items ?? [];
    const next = items.find((item) => !decided.includes(item.id));
    if (!next) {
      await pause(300);
      continue;
    }
    const answer = await insist(() => api.post(`/findings/${next.id}/decision`, { decision: 'document' }));
    assert.ok([200, 201, 409].includes(answer.status), JSON.stringify(answer.body));
    decided.push(next.id); // 409: an answer was lost, the decision was not
  }
  return { api, decided };
}

async function checkClerk({ api, path, area, kept, removed, uploads }) {
  const section = (await api.get(path)).body;
  assert.ok(Number(section.answers.area) >= area, `stored ${section.answers.area}, acknowledged ${area}`);
  const read = await until(`evidence ${kept} is read`, async () => {
    const answer = await api.get(`/evidence/${kept}`);
    return answer.status !== 200 || answer.body.status !== 'being_read' ? answer : null;
  }, 180);
  assert.equal(read.status, 200, `evidence ${kept} was acknowledged`);
  assert.ok(['read', 'failed'].includes(read.body.status), read.body.status);
  const fields = read.body.findings.map((finding) => `${finding.field}/${finding.row ?? ''}`);
  assert.equal(new Set(fields).size, fields.length, `a claim was verified twice: ${fields}`);
  const there = (await api.get(path)).body.evidence.map((one) => one.id);
  assert.equal(there.filter((one) => one === kept).length, 1);
  for (const gone of removed) assert.ok(!there.includes(gone), `evidence ${gone} was removed`);
  assert.equal(there.length, 1, `${there.length} documents of ${uploads} uploads, all but one removed`);
  return read.body.status;
}

test(`${kills} kills lose nothing and do nothing twice`, { timeout: 900_000 }, async (context) => {
  const work = [killAtRandom(), expert(), ...clerks.map(clerk)];
  for (const one of work) one.catch(() => (running = false)); // the others end too, and the test fails below
  const [done, deciding, ...offices] = await Promise.all(work);
  await until('the server is well', healthy, 60);
  const states = [];
  for (const office of offices) states.push(await checkClerk(office));
  for (const finding of deciding.decided) {
    const shown = await deciding.api.get(`/findings/${finding}`);
    assert.equal(shown.status, 200);
    assert.ok((shown.body.decisions ?? []).filter((one) => !one.undone_at).length === 1, `finding ${finding} has one standing decision`);
  }
  context.diagnostic(JSON.stringify({ kills: done, uploads: offices.map((one) => one.uploads), states, decisions: deciding.decided.length }));
});
