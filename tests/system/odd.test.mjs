// SPDX-License-Identifier: GPL-3.0-or-later
// Files that break or fool readers, from many projects' own test suites: each ends in a reading, a refusal with a stable
// code, or a reading that says which limit it hit, in time and in bounds. The files lie beside the project and are not
// part of it; without them there is nothing to test here.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { mizan, root } from '../support/demonstration.mjs';

const corpus = join(root, '../shared/corpus/odd');
const wallSeconds = 20;
const memoryBytes = 2 ** 30;
const problemCode = /^[a-z_]+\.[a-z_]+$/;

/** What ended otherwise than the corpus expects, and why that is right. */
const deviations = JSON.parse(readFileSync(new URL('odd_deviations.json', import.meta.url), 'utf8'));

function rows() {
  const [head, ...lines] = readFileSync(join(corpus, 'manifest.tsv'), 'utf8').trimEnd().split('\n').map((line) => line.split('\t'));
  return lines.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i]])));
}

function read(file) {
  return new Promise((resolve, reject) => {
    const began = Date.now();
    const child = spawn(mizan, ['read', '--json', file], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { stdout: [], stderr: [] };
    for (const name of ['stdout', 'stderr']) child[name].on('data', (bytes) => said[name].push(bytes));
    child.on('error', reject).on('close', (code, signal) => {
      const [stdout, stderr] = ['stdout', 'stderr'].map((name) => Buffer.concat(said[name]).toString('utf8'));
      resolve({ code, signal, stdout, stderr, seconds: (Date.now() - began) / 1000 });
    });
  });
}

/** `readable`, `limited` or `rejected-with-clear-error`, as the corpus says it. */
function outcomeOf(row, ended) {
  assert.equal(ended.signal, null, `${row.file}: mizan itself died`);
  assert.ok(ended.code === 0 || ended.code === 2, `${row.file}: exit status ${ended.code}: ${ended.stderr}`);
  const said = JSON.parse(ended.code === 0 ? ended.stdout : ended.stderr.trimEnd().split('\n').at(-1));
  assert.ok(said.usage.wall_milliseconds <= wallSeconds * 1000, `${row.file}: ${said.usage.wall_milliseconds} ms`);
  assert.ok(said.usage.peak_memory_bytes <= memoryBytes, `${row.file}: ${said.usage.peak_memory_bytes} bytes`);
  if (ended.code === 0) return said.outcome === 'limited' ? 'limited' : 'readable';
  assert.match(said.code, problemCode);
  assert.ok(said.code.startsWith('evidence.'), `${row.file}: ${said.code} is no verdict on the file`);
  return 'rejected-with-clear-error';
}

test('every odd file ends well', { skip: !existsSync(corpus) && 'the corpus of odd files is not here' }, async (suite) => {
  for (const row of rows())
    await suite.test(row.file, async () => {
      const ended = await read(join(corpus, 'files', row.file));
      assert.ok(ended.seconds <= wallSeconds, `${ended.seconds} s`);
      const outcome = outcomeOf(row, ended);
      if (row.expected === 'any-clear-outcome' || row.expected.split('|').includes(outcome)) {
        assert.ok(!(row.file in deviations), `${row.file} is no deviation any longer`);
        return;
      }
      assert.equal(outcome, deviations[row.file]?.outcome, `${row.file}: ${outcome}, expected ${row.expected}`);
    });
});
