// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a corpus of evidence documents: `npm --prefix tests run corpus:evidence -- --out DIR --documents N --seed S --split tune|report|held|study|trial`.
// Chromium lays each document out and prints it; `effects/make.py` turns the prints into scans and photographs.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { claimsOf } from './claims.mjs';
import { facesLoaded } from './faces.mjs';
import { documentHtml } from './layouts/documents.mjs';
import { look } from './look.mjs';
import { measure } from './measure.mjs';
import { documentTypes, paper } from './papers.mjs';
import { Chance, seedOf } from './random.mjs';
import { formLabel } from './wordings.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: { out: { type: 'string' }, documents: { type: 'string', default: '120' }, seed: { type: 'string', default: '1' }, split: { type: 'string', default: 'tune' }, variants: { type: 'string' }, types: { type: 'string' }, 'claims-only': { type: 'boolean', default: false } },
});
const parts = ['tune', 'report', 'held', 'study', 'trial'];
if (!options.out || !parts.includes(options.split)) {
  if (!parts.includes(options.split)) console.error(`no part ${options.split}: there are ${parts.join(', ')}`);
  console.error(`usage: make.mjs --out DIR [--documents N] [--seed S] [--split ${parts.join('|')}] [--variants clean,photo] [--types lease,tax] [--claims-only]`);
  process.exit(2);
}

const shares = [['born', 14], ['clean', 18], ['degraded', 24], ['photo', 18], ['rotated', 14], ['hidden', 6], ['lying', 6]];
const variants = shares.filter(([name]) => !options.variants || options.variants.split(',').includes(name));
const types = documentTypes.filter((name) => !options.types || options.types.split(',').includes(name));
if (!variants.length || !types.length) throw new Error('no such variant or type');
// Leases and insurance lists carry the most fields and are asked of every office.
const typeShares = types.map((name) => [name, ['lease', 'insurance', 'licence'].includes(name) ? 2 : 1]);

const out = resolve(options.out);
const again = options['claims-only'];
for (const name of again ? [] : ['documents', 'claims', 'truth', 'prints']) {
  rmSync(join(out, name), { recursive: true, force: true });
  mkdirSync(join(out, name), { recursive: true });
}
const save = (name, value) => writeFileSync(join(out, name), JSON.stringify(value, null, 1) + '\n');

/** Lays out one document, again with other choices while it does not fit its sheets. */
async function laidOut(page, seed) {
  for (let attempt = 0; attempt < 6; ++attempt) {
    const chance = new Chance(seed + attempt);
    const type = chance.weighted(typeShares);
    const content = paper(chance, type);
    const style = look(chance, options.split, type);
    await page.setContent(documentHtml(chance, content, style));
    await facesLoaded(page, style);
    const measured = await measure(page);
    if (!measured) continue;
    const missing = Object.keys(content.fields).filter((key) => !measured.fields[key]?.bbox_pt.length);
    if (missing.length) throw new Error(`${type}: ${missing.join(' ')} is not printed`);
    return { chance, content, style, measured };
  }
  throw new Error(`document of seed ${seed} never fits`);
}

function truthOf(id, variant, { content, style, measured }) {
  const fields = {};
  for (const [key, one] of Object.entries(content.fields)) {
    const { page, printed, bbox_pt, cells, words } = measured.fields[key];
    const label = measured.labels[key] ?? measured.labels[key.replace(/^(emp|item)\d+_/, '$1{row}_')] ?? formLabel(content.type, key);
    fields[key] = { kind: one.kind, label, value: one.value, printed, page, bbox_pt, ...(cells ? { cells } : {}), ...(words ? { words } : {}), ...(one.toman ? { toman: true } : {}) };
  }
  return { id, set: options.split, base: id, doc_type: content.type, variant, font: style.font, title_font: style.title_font, style: style.layout, digits: style.digits, arabic_yeh_kaf: style.arabic, zwnj: { '\u200c': 'zwnj', ' ': 'space', '': 'none' }[style.joiner], pages: [], fields, text: measured.text, words: measured.words };
}

/** The program that makes scans of prints, fed line by line. */
function startEffects() {
  const process = spawn('/usr/bin/python3', [join(here, 'effects/make.py'), out], { stdio: ['pipe', 'inherit', 'inherit'] });
  const ended = new Promise((done, failed) => process.on('error', failed).on('exit', (code) => (code === 0 ? done() : failed(new Error(`effects ended with ${code}`)))));
  return { give: (job) => process.stdin.write(JSON.stringify(job) + '\n'), end: () => (process.stdin.end(), ended) };
}

const effects = again ? null : startEffects();
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'] });
const page = await browser.newPage({ viewport: { width: 794, height: 1123 } });
for (let i = 1; i <= Number(options.documents); ++i) {
  const seed = seedOf(Number(options.seed), options.split, i);
  const made = await laidOut(page, seed);
  const id = `${options.split[0]}${String(i).padStart(4, '0')}`;
  const variant = made.chance.weighted(variants);
  const truth = truthOf(id, variant, made);
  const before = again ? JSON.parse(readFileSync(join(out, 'truth', `${id}.json`), 'utf8')) : null;
  if (before && (before.doc_type !== truth.doc_type || before.variant !== variant)) throw new Error(`${id} was made with another seed or another generator`);
  save(`claims/${id}.json`, { id, doc_type: truth.doc_type, file: before?.file ?? '', variant, pages: truth.words.length, claims: claimsOf(made.chance, made.content, id) });
  if (again) continue;
  save(`truth/${id}.json`, truth);
  writeFileSync(join(out, 'prints', `${id}.pdf`), await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: false }));
  effects.give({ id, variant, seed });
}
await browser.close();
await effects?.end();
