// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ratesBeyond } from './limits.mjs';
import { byThreshold, classOf, counts, isNumber, reliability, verdictsOf } from './verdicts.mjs';

const folder = mkdtempSync(join(tmpdir(), 'mizan-bench-'));
after(() => rmSync(folder, { recursive: true }));

const row = (truth, said, confidence = 900, more = {}) => ({ truth, said, confidence, variant: 'clean', kind: 'name', ...more });
const rows = [
  row('match', 'match', 990), row('match', 'match', 960), row('match', 'mismatch', 700), row('match', 'unreadable', 0),
  row('mismatch', 'mismatch', 950), row('mismatch', 'match', 500), row('mismatch', 'unreadable', 0),
  row('mismatch', 'match', 990, { mutation: 'role_swap' }), row('mismatch', 'mismatch', 990, { mutation: 'role_swap' }),
];

test('what is counted, role swaps apart', () => {
  assert.deepEqual(counts(rows), { claims: 9, true_claims: 4, false_flags: 1, true_unreadable: 1, false_claims: 3, missed: 1, false_unreadable: 1, swaps: 2, swaps_passed: 1 });
});

test('claims meet their verdicts; a missing, unknown or broken one is unreadable', () => {
  const document = (id, claims) => ({ id, doc_type: 'tax', variant: 'born', pages: 1, claims: claims.map((claim_id) => ({ claim_id, field: 'number', kind: 'number', truth: 'match' })) });
  mkdirSync(join(folder, 'claims'));
  mkdirSync(join(folder, 'results'));
  writeFileSync(join(folder, 'claims/a.json'), JSON.stringify(document('a', ['a-1', 'a-2', 'a-3'])));
  writeFileSync(join(folder, 'claims/b.json'), JSON.stringify(document('b', ['b-1'])));
  writeFileSync(join(folder, 'claims/c.json'), JSON.stringify(document('c', ['c-1'])));
  writeFileSync(join(folder, 'results/a.json'), JSON.stringify({ ms: 5, results: [{ claim_id: 'a-1', verdict: 'match', confidence: 950 }, { claim_id: 'a-3', verdict: 'perhaps' }] }));
  writeFileSync(join(folder, 'results/b.json'), '[{"claim_id": "b-1", "verd');
  writeFileSync(join(folder, 'results/c.json'), '[{"claim_id": "c-1", "verdict": "mismatch"}]');
  const seen = verdictsOf(folder, join(folder, 'results'), { within: 'x/' });
  assert.deepEqual(seen.map(({ id, said, missing }) => [id, said, missing]), [
    ['x/a', 'match', false], ['x/a', 'unreadable', true], ['x/a', 'unreadable', true], ['x/b', 'unreadable', true], ['x/c', 'mismatch', false],
  ]);
});

test('classes of documents and numbers among values', () => {
  assert.deepEqual(['born', 'lying', 'hidden', 'clean', 'photo'].map(classOf), ['born-digital', 'lying', 'scans', 'scans', 'scans']);
  assert.deepEqual(['natcode', 'date', 'name', 'address'].map((kind) => isNumber({ kind })), [true, true, false, false]);
});

test('verdicts by the confidence said with them', () => {
  assert.deepEqual(reliability(rows).map(({ from, to, verdicts, right }) => [from, to, verdicts, right]), [
    [500, 700, 1, 0], [700, 800, 1, 0], [950, 980, 2, 2], [990, 1000, 3, 2],
  ]);
});

test('with the threshold wrong verdicts fall and unreadable ones rise', () => {
  const points = byThreshold(rows);
  const at = (threshold) => points.find((point) => point.threshold === threshold);
  assert.deepEqual(points.map(({ threshold }) => threshold), [0, 500, 700, 950, 960, 990, 1000]);
  assert.deepEqual(at(0), { threshold: 0, false_flags: 1 / 4, missed: 1 / 3, unreadable: 1 / 4 });
  assert.deepEqual(at(700), { threshold: 700, false_flags: 1 / 4, missed: 0, unreadable: 1 / 4 });
  assert.deepEqual(at(990), { threshold: 990, false_flags: 0, missed: 0, unreadable: 3 / 4 });
});

test('rates beyond their limits are named, rates within are not', () => {
  assert.deepEqual(ratesBeyond(rows, { swaps: 0 }), ['scans: 1 role swaps passed, at most 0', 'scans: false flags 25 %, at most 1 %', 'scans: missed 33.33 %, at most 0.5 %', 'scans: unreadable 25 %, at most 2.5 %']);
  assert.deepEqual(ratesBeyond([row('match', 'match'), row('mismatch', 'mismatch')]), []);
  assert.deepEqual(ratesBeyond([row('match', 'mismatch', 900, { variant: 'born' })]), ['born-digital: false flags 100 %, at most 0 %']);
});
