// SPDX-License-Identifier: GPL-3.0-or-later
// From choosing a file to its finding on the screen, measured in the browser, for a born-digital PDF and a one-page scan.
// Every repetition sends bytes of its own (a comment after the PDF's end, see support/files.mjs), because readings are kept by content.
// Before that: what a document's process costs besides reading, measured on files that are refused at their first bytes.
// Exits 1 when a median reaches the budget: born-digital 1 s, scan 5 s, fork and walls 15 ms.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Person, launch } from '../support/browser.mjs';
import { mizan, root, startDemonstration } from '../support/demonstration.mjs';
import { freshCopy } from '../support/files.mjs';
import { declarationIn, fillSection, openRound } from '../support/round.mjs';

const cases = [
  { name: 'born-digital PDF', file: 'rasht_golsar-lease.pdf', office: 'rasht_golsar', budget: 1000 },
  { name: 'one-page scan', file: 'abhar-lease.pdf', office: 'abhar', budget: 5000 },
];
const repetitions = Number(process.argv[2] ?? 7);

/** Marks, inside the page, when a file is chosen and when the first finding or count of findings is painted; null when it was not read. */
function stopwatch() {
  const found = '.evidence .finding, .evidence .tag--proved, .evidence .tag--wrong';
  const seen = () => document.querySelector(`${found}, .evidence .tag`);
  window.intake = new Promise((resolve) => {
    setTimeout(() => resolve(null), 60_000);
    document.addEventListener('change', (event) => {
      if (event.target.type !== 'file') return;
      const chosen = performance.now();
      new MutationObserver((_, observer) => {
        if (!seen()) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(document.querySelector(found) ? performance.now() - chosen : null)));
      }).observe(document.body, { childList: true, subtree: true, attributes: true });
    }, { capture: true, once: true });
  });
}

async function measure(world, round, { file, office }) {
  const declaration = await declarationIn(world.base, round, office);
  await fillSection(declaration, 'premises', {}, []);
  const path = `/declarations/${declaration.id}/sections/premises`;
  const person = await Person.arrive(world, 'bench');
  await person.signIn(declaration.office.licensee.national_code);
  const times = [];
  for (let turn = 0; turn <= repetitions; turn += 1) {
    for (const { id } of (await declaration.api.get(path)).body.evidence) await declaration.api.delete(`/evidence/${id}`);
    await person.page.goto(path);
    await person.settle();
    await person.page.evaluate(stopwatch);
    await person.page.locator('input[data-slot="slot-lease"]').setInputFiles(freshCopy(file));
    const took = await person.page.evaluate(() => window.intake);
    if (took === null) throw new Error(`${file} was not read: ${await person.page.locator('.evidence').innerText()}`);
    if (process.env.MIZAN_BENCH_VERBOSE) console.log(`  ${file} ${turn}: ${took.toFixed(0)} ms`);
    if (turn > 0) times.push(took); // the first one warms up reader and judge
  }
  await person.leave();
  return times.sort((one, other) => one - other);
}

/** Milliseconds from fork to end of a document's process that locks itself in, looks at four bytes and refuses them. */
function processCosts(times) {
  const folder = join(root, 'build/test-data/files');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'nothing');
  writeFileSync(file, 'none');
  return Array.from({ length: times }, () => {
    const { status, stderr } = spawnSync(mizan, ['read', '--json', file], { encoding: 'utf8' });
    if (status !== 2) throw new Error(stderr);
    return JSON.parse(stderr.trimEnd().split('\n').at(-1)).usage.wall_milliseconds;
  }).sort((one, other) => one - other);
}

const costs = processCosts(40);
const processBudget = 15;
console.log(`fork, walls and end of a document's process: median ${costs[20]} ms, longest ${costs.at(-1)} ms of 40 (at most ${processBudget})\n`);

const running = process.env.MIZAN_BASE && { base: process.env.MIZAN_BASE, stop: async () => {} };
const demonstration = running || (await startDemonstration('bench-intake'));
const world = { base: demonstration.base, browser: await launch() };
let late = costs[20] > processBudget;
try {
  const { round } = await openRound(world.base, process.env.MIZAN_BENCH_PERIOD ?? '1407-1', 'دورهٔ سنجش');
  console.log(`upload to finding on screen, ${repetitions} repetitions each\n`);
  console.log(`${'document'.padEnd(20)}${'median'.padStart(10)}${'max'.padStart(10)}${'budget'.padStart(10)}`);
  for (const one of cases) {
    const times = await measure(world, round, one);
    const median = times[Math.floor(times.length / 2)];
    late ||= median >= one.budget;
    const shown = (value) => `${(value / 1000).toFixed(2)} s`.padStart(10);
    console.log(`${one.name.padEnd(20)}${shown(median)}${shown(times.at(-1))}${shown(one.budget)}  ${median < one.budget ? 'within' : 'LATE'}`);
  }
} finally {
  await world.browser.close();
  await demonstration.stop();
}
process.exitCode = late ? 1 : 0;
