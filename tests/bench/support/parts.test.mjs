// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the generated corpus stay apart, and a paper prints what its claims may declare.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { documentHtml } from '../../corpus/generator/layouts/documents.mjs';
import { look } from '../../corpus/generator/look.mjs';
import { documentTypes, paper } from '../../corpus/generator/papers.mjs';
import { Chance, seedOf } from '../../corpus/generator/random.mjs';

const generator = new URL('../../corpus/generator/', import.meta.url);
const fonts = JSON.parse(readFileSync(new URL('fonts.json', generator), 'utf8'));
const families = (part) => fonts[part].map(({ family }) => family);

// `study` and `trial` have the fonts of `tune`.
test('no two parts share a font', () => {
  const all = ['tune', 'report', 'held'].flatMap(families);
  assert.equal(new Set(all).size, all.length);
  assert.deepEqual(fonts.titles.held.filter((one) => one && [...fonts.titles.tune, ...fonts.titles.report, ...all].includes(one)), []);
});

test('no font of held is one that recognisers are trained on', () => {
  const source = readFileSync(new URL('../../ocr-models/numbers/fonts.py', new URL('../', generator)), 'utf8');
  const known = [...source.matchAll(/^ {4}"([^"]+)": [(_]/gm)].map(([, family]) => family);
  const heldBack = [...source.match(/^HELD_BACK = \[(.*)\]$/m)[1].matchAll(/"([^"]+)"/g)].map(([, family]) => family);
  assert.ok(known.includes('Nazli') && heldBack.length > 0);
  const trained = known.filter((family) => !heldBack.includes(family));
  assert.deepEqual([...families('held'), ...fonts.titles.held].filter((family) => trained.includes(family)), []);
});

test('papers of every part and kind print all their fields', () => {
  for (const part of ['tune', 'report', 'held', 'study', 'trial'])
    for (const type of documentTypes)
      for (let i = 0; i < 8; ++i) {
        const chance = new Chance(seedOf(1, `${part}/${type}`, i));
        const content = paper(chance, type);
        const html = documentHtml(chance, content, look(chance, part, type));
        // Which of them is missing is said, no text of the paper.
        assert.deepEqual(Object.keys(content.fields).filter((key) => !html.includes(`data-f="${key}"`)), [], `${part} ${type} ${i}`);
        assert.ok(!/undefined|\[object/.test(html.replace(/<style>[\s\S]*?<\/style>/, '')), `${part} ${type} ${i}`);
      }
});

test('another part is refused by name', () => {
  const { status, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL('make.mjs', generator)), '--out', '/nowhere', '--split', 'other'], { encoding: 'utf8' });
  assert.equal(status, 2);
  assert.match(stderr, /no part other: there are tune, report, held, study, trial/);
});
