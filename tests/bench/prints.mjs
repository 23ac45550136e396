// SPDX-License-Identifier: GPL-3.0-or-later
// How well a page is known again by its print, and whether other pages are taken for it: `./dev bench prints [--out DIR] [--contents N]
// [--rendered N] [--seed S]`. Many contents of one template each, some of them scanned, photographed, turned and cropped
// (support/print_corpus.mjs); all are read by `mizan read`, and all pairs compared. Exits 1 when a page of another content is taken for
// the same, or too few of the same are found.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, parse, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../support/demonstration.mjs';
import { engineProgram, engineVersion } from './support/corpus.mjs';
import { judge } from './support/limits.mjs';
import { madePrintCorpus, renderings } from './support/print_corpus.mjs';

const least_found = 0.97;
const least_found_cropped = 0.85;

const { values: options } = parseArgs({
  options: { out: { type: 'string', default: join(root, 'build/bench/prints') }, contents: { type: 'string', default: '50' }, rendered: { type: 'string', default: '6' }, seed: { type: 'string', default: '7' } },
});
const folder = resolve(options.out);
mkdirSync(folder, { recursive: true });
await madePrintCorpus(folder, { contents: Number(options.contents), rendered: Number(options.rendered), seed: Number(options.seed) });

const version = engineVersion();
mkdirSync(join(folder, `readings-${version}`), { recursive: true });

/** Readings are kept beside the corpus, for as long as the engine is the same. */
function readingOf(file) {
  const kept = join(folder, `readings-${version}`, `${file}.json`);
  if (!existsSync(kept)) {
    const { status, stdout, stderr } = spawnSync(engineProgram(), ['read', join(folder, 'documents', file), '--json'], { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (status !== 0) throw new Error(`${file}: ${stderr.trim()}`);
    writeFileSync(kept, stdout);
  }
  return JSON.parse(readFileSync(kept, 'utf8'));
}

const prints = readdirSync(join(folder, 'documents')).sort().flatMap((file) =>
  readingOf(file).pages.flatMap(({ print }, page) => (print ? [`${parse(file).name}@${page} ${print}`] : [])));

const built = spawnSync('cmake', ['--build', join(root, 'build/release'), '--target', 'print_likeness'], { encoding: 'utf8' });
if (built.status !== 0) throw new Error(built.stdout + built.stderr);
const compared = spawnSync(join(root, 'build/release/tests/print_likeness'), { input: prints.join('\n'), encoding: 'utf8', maxBuffer: 1 << 28 });
if (compared.status !== 0) throw new Error(compared.stderr);
process.stdout.write(compared.stderr);

const alike = compared.stdout.split('\n').filter(Boolean).map((line) => {
  const [how, perMille, one, other, lookUp] = line.split(' ');
  const [content, rendering, page] = one.split('@');
  const [otherContent, otherRendering, otherPage] = other.split('@');
  return { how, perMille: Number(perMille), one, other, lookUp, rendering, otherRendering, same: content === otherContent && page === otherPage, near: `${content}${otherContent}`.includes('near'), paper: content === otherContent };
});

const names = new Set(prints.map((line) => line.split(' ')[0]));
console.log(`${'same page, read from'.padEnd(28)}${'pairs'.padStart(7)}${'found'.padStart(7)}${'wholly'.padStart(8)}`);
const beyond = [];
const all = ['born', ...renderings];
for (const [i, one] of all.entries())
  for (const other of all.slice(i + 1)) {
    const pairs = [...names].filter((name) => name.includes(`@${one}@`) && names.has(name.replace(`@${one}@`, `@${other}@`))).length;
    const found = alike.filter((pair) => pair.same && pair.lookUp === 'found' && [pair.rendering, pair.otherRendering].sort().join() === [one, other].sort().join());
    console.log(`${`${one}, ${other}`.padEnd(28)}${String(pairs).padStart(7)}${String(found.length).padStart(7)}${String(found.filter(({ how }) => how === 'wholly').length).padStart(8)}`);
    const least = one === 'cropped' || other === 'cropped' ? least_found_cropped : least_found;
    if (found.length < least * pairs) beyond.push(`${one} and ${other}: ${found.length} of ${pairs} found`);
  }

const others = alike.filter(({ paper }) => !paper);
const strangers = others.filter(({ near }) => !near);
const near = others.filter((pair) => pair.near);
console.log(`other contents of one form taken for the same: ${strangers.length}; the same landlord's leases and the next month's lists: ${near.length}, wholly ${near.filter(({ how }) => how === 'wholly').length}`);
for (const { one, other, perMille } of strangers) beyond.push(`${one} is taken for ${other} (${perMille})`);
for (const { one, other } of near.filter(({ how, one: name }) => how === 'wholly' || name.startsWith('lease'))) beyond.push(`${one} is taken for ${other}`);
judge(beyond);
