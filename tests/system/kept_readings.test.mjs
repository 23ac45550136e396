// SPDX-License-Identifier: GPL-3.0-or-later
// `mizan verify --readings`: what was read is verified again without reading, and only if it is whole and of this reader.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { mizan, root } from '../support/demonstration.mjs';

const folder = mkdtempSync(join(tmpdir(), 'mizan-kept-'));
const [corpus, kept] = [join(folder, 'corpus'), join(folder, 'kept')];
const file = join(kept, 'p043.json');
after(() => rmSync(folder, { recursive: true }));

mkdirSync(join(corpus, 'claims'), { recursive: true });
copyFileSync(join(root, 'tests/corpus/evidence/p043.pdf'), join(corpus, 'p043.pdf'));
const claims = [{ claim_id: '1', field: 'national_code', kind: 'natcode', declared: '0000000000' }];
writeFileSync(join(corpus, 'claims/p043.json'), JSON.stringify({ id: 'p043', file: 'p043.pdf', doc_type: 'licence', claims }));

function verified() {
  spawnSync(mizan, ['verify', '--corpus', corpus, '--out', join(folder, 'out'), '--readings', kept, '--jobs', '1'], { cwd: root, encoding: 'utf8' });
  const { results, problem } = JSON.parse(readFileSync(join(folder, 'out/p043.json'), 'utf8'));
  return { results, problem };
}
const reading = () => JSON.parse(readFileSync(file, 'utf8'));

test('a reading is kept, and taken if it is whole and of this reader', () => {
  const { results } = verified();
  const first = reading();
  // Words that stand in the kept file alone show that it is what is verified.
  writeFileSync(file, JSON.stringify({ ...first, pages: [], barcodes: [] }));
  assert.notDeepEqual(verified().results, results);
  for (const spoilt of [JSON.stringify(first).slice(0, 500), JSON.stringify({ ...first, reader_version: 'old' })]) {
    writeFileSync(file, spoilt);
    assert.deepEqual(verified().results, results);
    assert.deepEqual(reading(), first);
  }
});

test('a reading that cannot be kept is said', () => {
  rmSync(file);
  rmSync(join(folder, 'out/p043.json'));
  mkdirSync(file);
  assert.equal(verified().problem.code, 'definition.unreadable');
});
