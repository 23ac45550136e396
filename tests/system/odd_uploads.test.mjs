// SPDX-License-Identifier: GPL-3.0-or-later
// The files of odd.test.mjs through the upload API with workers running: never a 5xx, an end for each within bounded
// time, the outcome that the corpus expects, and the same server process at the end as at the beginning.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Upload } from 'tus-js-client';
import { until } from '../support/api.mjs';
import { root } from '../support/demonstration.mjs';
import { openRoundOf, startOfficeServer } from '../support/office_server.mjs';

const corpus = join(root, '../shared/corpus/odd');
const missing = !existsSync(corpus) && 'the corpus of odd files is not here';
const secondsToEnd = 180; // beside three others: a reading is allowed fifteen seconds of processor for each part of a document
// The bound on the wall is odd.test.mjs's to try, one file at a time; here several share the machine, and who waits is not slow.
process.env.MIZAN_READING_WALL_SECONDS = '120';
const problemCode = /^[a-z_]+\.[a-z_]+$/;
const deviations = JSON.parse(readFileSync(new URL('odd_deviations.json', import.meta.url), 'utf8'));
const offices = ['rasht_golsar', 'rasht_saadi', 'zanjan_imam', 'qazvin_nader'];
const place = { section: 'premises', slot: 'lease' }; // takes twelve pages, more than most
const outcomes = { read: 'readable', limited: 'limited', unreadable: 'rejected-with-clear-error', refused: 'rejected-with-clear-error' };

let world;
let lanes;

before(async () => {
  if (missing) return;
  world = await startOfficeServer('odd-uploads', { offices, workers: 2 });
  const round = await openRoundOf(world);
  lanes = await Promise.all(offices.map(async (key) => {
    const api = await world.api(key);
    return { api, declaration: (await api.get('/declarations')).body.items.find((one) => one.round.id === round).id };
  }));
}, { timeout: 120_000 });
after(() => world?.stop());

function rows() {
  const [head, ...lines] = readFileSync(join(corpus, 'manifest.tsv'), 'utf8').trimEnd().split('\n').map((line) => line.split('\t'));
  return lines.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i]])));
}

/** Sends by tus; answers every status that came, and the evidence or the refusal it ended in. */
function send({ api, declaration }, row) {
  return new Promise((resolve, reject) => {
    const seen = { statuses: [], evidence: null, refusal: null };
    const upload = new Upload(readFileSync(join(corpus, 'files', row.file)), {
      endpoint: `${world.base}/files`,
      headers: { Cookie: api.cookie },
      metadata: { filename: row.file, declaration: String(declaration), ...place },
      retryDelays: null,
      onAfterResponse: (_, answer) => {
        seen.statuses.push(answer.getStatus());
        seen.evidence = answer.getHeader('Mizan-Evidence') ?? seen.evidence;
      },
      onSuccess: () => resolve({ ...seen, url: upload.url }),
      onError: (error) => {
        if (!error.originalResponse) return reject(error);
        seen.refusal = JSON.parse(error.originalResponse.getBody());
        resolve({ ...seen, url: upload.url });
      },
    });
    upload.start();
  });
}

/** A ZIP whose members become uploads of their own ends when it is no longer among the unfinished ones. */
async function endOfBundle({ api }, url) {
  const ended = await until('the ZIP is opened', async () => {
    const head = await fetch(url, { method: 'HEAD', headers: { Cookie: api.cookie, 'Tus-Resumable': '1.0.0' } });
    assert.ok(head.status < 500, String(head.status));
    const listed = (await api.get('/uploads')).body.items.find((one) => url.endsWith(one.id));
    return (!listed || head.status >= 400) && head;
  }, secondsToEnd);
  for (const { url: member } of (await api.get('/uploads')).body.items)
    await fetch(world.base + member, { method: 'DELETE', headers: { Cookie: api.cookie, 'Tus-Resumable': '1.0.0' } });
  return ended.status >= 400 ? 'rejected-with-clear-error' : 'opened';
}

async function endOf(lane, row, sent) {
  for (const status of sent.statuses) assert.ok(status < 500, `${row.file}: ${sent.statuses}`);
  if (sent.refusal) {
    assert.match(sent.refusal.code, problemCode);
    assert.ok(sent.refusal.code.startsWith('evidence.'), `${row.file}: ${sent.refusal.code} is no verdict on the file`);
    return { outcome: 'rejected-with-clear-error', code: sent.refusal.code };
  }
  if (!sent.evidence) return { outcome: await endOfBundle(lane, sent.url), code: '' };
  const path = `/evidence/${sent.evidence}`;
  const evidence = await until(`${row.file} is read`, async () => {
    const answer = await lane.api.get(path);
    assert.equal(answer.status, 200);
    return answer.body.status !== 'being_read' && answer.body;
  }, secondsToEnd);
  assert.equal((await lane.api.delete(path)).status, 204);
  const outcome = outcomes[evidence.status];
  assert.ok(outcome, `${row.file} ended ${evidence.status}: ${JSON.stringify(evidence.problem)}`);
  return { outcome, code: evidence.problem?.code ?? '' };
}

function judge(row, { outcome, code }) {
  if (row.file.endsWith('.zip') || outcome === 'opened') return; // how a ZIP is taken apart is its own tests' business
  if (code === 'evidence.too_many_pages') return; // more than this slot takes, fewer than the reader would
  // A reading without a word: told to the office as a fault of the picture, in a form that the corpus has no name for.
  if (code === 'evidence.no_text' && /readable/.test(row.expected)) return;
  if (row.expected === 'any-clear-outcome' || row.expected.split('|').includes(outcome)) return;
  assert.equal(outcome, deviations[row.file]?.outcome, `${row.file}: ${outcome} ${code}, expected ${row.expected}`);
}

test('every odd file ends well through the upload API', { skip: missing, timeout: 3_600_000 }, async (context) => {
  const server = world.process.pid;
  const waiting = rows();
  const counts = {};
  let slowest = { seconds: 0 };
  const failures = [];
  await Promise.all(lanes.map(async (lane) => {
    for (let row = waiting.shift(); row; row = waiting.shift()) {
      const began = Date.now();
      try {
        const end = await endOf(lane, row, await send(lane, row));
        const name = end.code ? `${end.outcome} ${end.code}` : end.outcome;
        counts[name] = (counts[name] ?? 0) + 1;
        judge(row, end);
      } catch (error) {
        failures.push(`${row.file}: ${error.message}`);
        const left = (await lane.api.get(`/declarations/${lane.declaration}/sections/${place.section}`)).body.evidence ?? [];
        for (const { id } of left) await lane.api.delete(`/evidence/${id}`); // its slot takes one document
      }
      const seconds = (Date.now() - began) / 1000;
      if (seconds > slowest.seconds) slowest = { seconds, file: row.file };
    }
  }));
  context.diagnostic(`measured: ${JSON.stringify(counts)}; slowest ${slowest.seconds.toFixed(1)} s (${slowest.file})`);
  assert.deepEqual(failures, []);
  assert.equal(world.process.pid, server);
  assert.equal(world.process.exitCode, null, 'the server lives');
  assert.equal((await fetch(`${world.base}/api/v1/health`)).status, 200);
});
