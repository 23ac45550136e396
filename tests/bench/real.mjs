// SPDX-License-Identifier: GPL-3.0-or-later
// How well real papers are read: `./dev bench real [--real DIR]`, where DIR/<kind>/ has images with what they say beside them in
// <name>.gt.txt; by default the folder beside the project. Prints the character error rate after normalising (support/text.mjs) of each, in
// the order of lines that `mizan read --json` gives, and what was warned of. Exits 1 when all pages or all lines together pass 0.08, or when
// a page of few pixels carries no such warning. The papers are not ours: they stay where they are.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { parseArgs } from 'node:util';
import { engineProgram, shared } from './support/corpus.mjs';
import { judge } from './support/limits.mjs';
import { characterErrors } from './support/text.mjs';

const most = 0.08;
/** Kinds that have a truth; of the first ones a warning of low resolution is asked. */
const kinds = [{ name: 'scan', warned: true }, { name: 'line', warned: false }];

const { values: options } = parseArgs({ options: { real: { type: 'string', default: join(shared, 'real') }, show: { type: 'boolean', default: false } } });

/** Images with their truth. */
function papers(kind) {
  const folder = join(options.real, kind);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).sort();
  return names.filter((name) => name.endsWith('.gt.txt')).flatMap((truth) => {
    const image = names.find((name) => name !== truth && parse(name).name === truth.slice(0, -'.gt.txt'.length));
    return image ? [{ name: `${kind}/${image}`, file: join(folder, image), truth: readFileSync(join(folder, truth), 'utf8') }] : [];
  });
}

function reading(file) {
  const { status, stdout, stderr } = spawnSync(engineProgram(), ['read', file, '--json'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${file}: ${stderr.trim()}`);
  return JSON.parse(stdout);
}

/** Words as first read, line after line. */
function textOf({ pages }) {
  return pages.flatMap(({ lines, words }) => lines.map((line) => line.words.map((index) => words[index].readings[0].text).join(' '))).join('\n');
}

function measure({ name, file, truth }) {
  const read = reading(file);
  const text = textOf(read);
  const { errors, characters } = characterErrors(truth, text);
  const warnings = [...new Set(read.warnings.map(({ code }) => code))];
  console.log(`${name.padEnd(42)}${(errors / characters).toFixed(4).padStart(8)}  ${`${errors}/${characters}`.padStart(10)}  ${warnings.join(' ') || '–'}`);
  if (options.show) console.log(text);
  return { errors, characters, warnings, name };
}

if (!kinds.some(({ name }) => papers(name).length)) {
  console.error(`no papers with their text in ${options.real}; ./dev bench real --real DIR reads DIR/scan and DIR/line, images with <name>.gt.txt beside them`);
  process.exit(2);
}
console.log(`${'paper'.padEnd(42)}${'error rate'.padStart(8)}${'errors'.padStart(10)}  warnings`);
const beyond = [];
for (const { name, warned } of kinds) {
  const measured = papers(name).map(measure);
  if (!measured.length) continue;
  const sum = (key) => measured.reduce((total, one) => total + one[key], 0);
  const rate = sum('errors') / sum('characters');
  console.log(`${`${name}: all`.padEnd(42)}${rate.toFixed(4).padStart(8)}  ${`${sum('errors')}/${sum('characters')}`.padStart(10)}\n`);
  if (rate > most) beyond.push(`${name}: character error rate ${rate.toFixed(4)}, at most ${most}`);
  if (warned) for (const one of measured.filter(({ warnings }) => !warnings.includes('low_resolution'))) beyond.push(`${one.name}: no warning of low resolution`);
}
judge(beyond);
