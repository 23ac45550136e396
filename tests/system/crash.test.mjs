// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 of reader, judge, worker and server in the middle of work: what was acknowledged is there, what was begun is finished.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Api, until } from '../support/api.mjs';
import { documents, startDemonstration } from '../support/demonstration.mjs';
import { killBelow, processesBelow } from '../support/processes.mjs';
import { declarationIn, openRound } from '../support/round.mjs';

let demonstration;
let round;

before(async () => {
  demonstration = await startDemonstration('crash');
  ({ round } = await openRound(demonstration.base));
}, { timeout: 300_000 });
after(() => demonstration?.stop());

const processes = (word) => processesBelow(demonstration.process.pid, word);

const killed = (word) => killBelow(demonstration.process.pid, word);

async function uploadAndKill(key, section, slot, file, word) {
  const { api, id, office } = await declarationIn(demonstration.base, round, key);
  const shown = (await api.get(`/declarations/${id}/sections/${section}`)).body;
  const saved = await api.put(`/declarations/${id}/sections/${section}/answers`, { revision: shown.revision, answers: office.answers[section] });
  assert.equal(saved.status, 200, JSON.stringify(saved.body));
  const sent = await api.upload(`/declarations/${id}/sections/${section}/evidence?slot=${slot}`, join(documents, file));
  assert.equal(sent.status, 202, JSON.stringify(sent.body));
  await until(`a ${word} is at work`, () => processes(word).length > 0, 30);
  const victims = killed(word);
  const read = await until('the document is read all the same', async () => {
    const evidence = (await api.get(`/evidence/${sent.body.id}`)).body;
    return evidence.status !== 'being_read' && evidence;
  }, 120);
  assert.equal(read.status, 'read', JSON.stringify(read.problem));
  assert.ok(victims.length > 0);
  assert.ok(read.findings.length > 0, 'claims were verified');
}

test('a killed reader costs one attempt of one job', () => uploadAndKill('rasht_saadi', 'premises', 'lease', 'rasht_saadi-lease.pdf', 'mizan-reader'));
test('a killed judge costs one attempt of one job', () => uploadAndKill('rasht_saadi', 'clearances', 'police', 'rasht_saadi-police.jpg', 'mizan-judge'));
test('a killed worker is replaced and its job is repeated', () => uploadAndKill('zanjan_imam', 'licence', 'licence_document', 'zanjan_imam-licence.pdf', 'worker'));

test('a killed server loses nothing that it acknowledged', async () => {
  const { api, id } = await declarationIn(demonstration.base, round, 'qazvin_nader');
  const section = `/declarations/${id}/sections/premises`;
  let { revision } = (await api.get(section)).body;
  const acknowledged = { area: null, evidence: [] };
  const writing = (async () => {
    for (let area = 60; ; ++area) {
      const saved = await api.put(`${section}/answers`, { revision, answers: { ownership: 'owned', area: String(area) } });
      if (saved.status === 200) ({ revision } = saved.body, acknowledged.area = area);
    }
  })().catch(() => {});
  const sender = await Api.signedIn(demonstration.base, (await declarationIn(demonstration.base, round, 'qazvin_nader')).office.licensee.national_code);
  for (const [name, slot] of [['licence', 'licence_document']]) {
    const sent = await sender.upload(`/declarations/${id}/sections/${name}/evidence?slot=${slot}`, join(documents, 'qazvin_nader-licence.pdf'));
    assert.equal(sent.status, 202);
    acknowledged.evidence.push(sent.body.id);
  }
  await until('some answers were acknowledged', () => acknowledged.area > 62, 30);
  assert.ok(killed('mizan serve').length + killed(' serve').length > 0, 'the server was running');
  await writing;
  await until('the server is back', async () => (await fetch(`${demonstration.base}/api/v1/health`).catch(() => null))?.status === 200, 60);

  const again = await declarationIn(demonstration.base, round, 'qazvin_nader');
  const stored = (await again.api.get(section)).body;
  assert.ok(Number(stored.answers.area) >= acknowledged.area, `stored ${stored.answers.area}, acknowledged ${acknowledged.area}`);
  for (const evidence of acknowledged.evidence) {
    const read = await until('the upload is read', async () => {
      const answer = (await again.api.get(`/evidence/${evidence}`)).body;
      return answer.status !== 'being_read' && answer;
    }, 120);
    assert.equal(read.status, 'read');
  }
});
