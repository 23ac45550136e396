// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { costsBeyond } from './limits.mjs';
import { Meter, lastCore } from './measured.mjs';
import { sampled } from './corpus.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'mizan-bench-'));
after(() => rmSync(scratch, { recursive: true }));

test('processor time and memory of a command and of what it started are added up', () => {
  const meter = new Meter(lastCore(), scratch);
  const work = 'const kept = Buffer.alloc(80 << 20, 1); const began = process.cpuUsage().user; while (process.cpuUsage().user - began < 300000); console.log(kept.length)';
  const { status, stdout } = meter.run(['sh', '-c', `${process.execPath} -e '${work}'; true`]);
  assert.equal(status, 0);
  assert.equal(stdout, `${80 << 20}\n`);
  assert.ok(meter.cpu >= 0.3 && meter.cpu < 10, `${meter.cpu} s`);
  assert.ok(meter.memory >= 80 << 20, `${meter.memory} bytes`);
  const before = meter.cpu;
  meter.run([process.execPath, '-e', '0']);
  assert.ok(meter.cpu > before);
});

test('a command runs on one core with one thread', () => {
  const { stdout } = new Meter(lastCore(), scratch).run(['sh', '-c', 'nproc; echo $OMP_THREAD_LIMIT']);
  assert.equal(stdout, '1\n1\n');
});

test('an attempt that was refused is not counted', () => {
  const meter = new Meter(lastCore(), scratch);
  assert.equal(meter.run(['sh', '-c', 'echo no >&2; exit 6']).status, 6);
  assert.deepEqual([meter.cpu, meter.memory], [0, 0]);
});

test('costs beyond their limits are named', () => {
  const cost = (cpu, pages, memory = 1 << 20) => ({ cpu, pages, memory });
  const others = { tesseract: { scans: cost(20, 10) }, ocrmypdf: { scans: cost(66, 10) } };
  assert.deepEqual(costsBeyond({ mizan: { scans: cost(10, 10), 'born-digital': cost(1, 10) }, ...others }, 0.5), []);
  assert.deepEqual(costsBeyond({ mizan: { scans: cost(12, 10, 251 * 2 ** 20), 'born-digital': cost(1.2, 10) }, ...others }, 0.5), [
    'a scanned page takes 0.60 of the CPU-seconds of tesseract, at most 0.50', 'a scanned page takes 0.18 of the CPU-seconds of ocrmypdf, at most 0.17',
    'a born-digital page takes 0.070 CPU-seconds, at most 0.06', 'the reader takes 251 MiB, at most 250 MiB',
  ]);
});

test('a sample has every form with its share and is the same each time', () => {
  const documents = Array.from({ length: 60 }, (_, i) => ({ id: i, variant: i % 4 ? 'clean' : 'born' }));
  const some = sampled(documents, 16);
  assert.deepEqual([some.length, some.filter(({ variant }) => variant === 'born').length], [16, 4]);
  assert.equal(new Set(some).size, 16);
  assert.deepEqual(sampled(documents, 16), some);
  assert.equal(sampled(documents, 60).length, 60);
});
