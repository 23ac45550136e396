// SPDX-License-Identifier: GPL-3.0-or-later
// Our engine beside what a program that knows no forms gets from the same documents: `pdftoppm` with `tesseract -l fas`, and `ocrmypdf
// --sidecar`, each on one core, in one run: CPU-seconds a page, memory, the two rates. Their verdict is the plain one: the declared value
// stands in the text, letter by letter, after normalising (support/text.mjs), or it does not.
// `./dev bench verify [--corpus DIR] [--all] [--documents N] [--out DIR]`: a sample of N documents, or all of them. Without --corpus the public
// set beside the project, or, where there is none, a small corpus of our generator. Prints Markdown for server/docs/benchmarks.md, writes
// thresholds.svg and every verdict into OUT, and exits 1 when a limit of support/limits.mjs is passed.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../support/demonstration.mjs';
import { madeCorpus, sampled, shared } from './support/corpus.mjs';
import { commands, engineStart, engines } from './support/engines.mjs';
import { costsBeyond, judge, ratesBeyond } from './support/limits.mjs';
import { lastCore } from './support/measured.mjs';
import { thresholdPlot } from './support/plot.mjs';
import { rateCell } from './support/statistics.mjs';
import { byThreshold, classOf, counts, documentsOf, groups, isNumber, isScan, reliability, verdictsOf } from './support/verdicts.mjs';

const { values: options } = parseArgs({ options: { corpus: { type: 'string' }, all: { type: 'boolean', default: false }, documents: { type: 'string', default: '16' }, out: { type: 'string', default: join(root, 'build/bench/verify') } } });

/** Ends here when a program is missing. */
function needCommands() {
  const missing = Object.keys(commands).filter((name) => {
    try {
      execFileSync('sh', ['-c', `command -v ${name}`]);
      return false;
    } catch {
      return true;
    }
  });
  if (!missing.length) return;
  console.error(`missing: ${missing.join(' ')}; install with: apt-get install ${missing.map((name) => commands[name]).join(' ')}`);
  process.exit(2);
}

async function corpusToRead() {
  if (options.corpus) return resolve(options.corpus);
  const known = join(shared, 'evidence');
  if (existsSync(known)) return known;
  console.error('making a corpus of our generator');
  return madeCorpus(join(root, 'build/bench/corpus'), { documents: 40, seed: 1, split: 'report' });
}

/** Every engine over every class of documents. */
function measureAll(corpus, documents, core) {
  const out = resolve(options.out);
  const scratch = join(out, 'scratch');
  const costs = Object.fromEntries(engines.map(({ id }) => [id, {}]));
  for (const { id } of engines) rmSync(join(out, id), { recursive: true, force: true });
  for (const [name, some] of groups(documents.map((one) => ({ ...one, class: classOf(one.variant) })), 'class')) {
    const pages = some.reduce((sum, one) => sum + one.pages, 0);
    for (const { id, read } of engines) {
      const { cpu, wall, memory } = read({ corpus, documents: some, out: join(out, id), scratch, core });
      costs[id][name] = { cpu, wall, memory, pages };
      console.error(`${id}: ${some.length} documents (${name}), ${cpu.toFixed(1)} CPU-seconds in ${wall.toFixed(0)} s`);
    }
  }
  return { costs, start: engineStart({ scratch, core }) };
}

const row = (cells) => `| ${cells.join(' | ')} |`;
const head = (cells) => `${row(cells)}\n|${'---|'.repeat(cells.length)}`;
const perPage = (cost, digits = 2) => (cost ? (cost.cpu / cost.pages).toFixed(digits) : '–');

function costTable({ costs, start }) {
  const classes = Object.keys(costs.mizan);
  const most = (id) => Math.max(...Object.values(costs[id]).map((one) => one.memory)) / 2 ** 20;
  const lines = [head(['', ...classes.map((name) => `CPU-seconds a page, ${name} (${costs.mizan[name].pages} pages)`), 'peak memory'])];
  for (const { id, title } of engines) lines.push(row([title, ...classes.map((name) => perPage(costs[id][name])), `${most(id).toFixed(0)} MiB`]));
  for (const { id, title } of engines.slice(1))
    lines.push(row([`${title} : Mizan`, ...classes.map((name) => `${(costs[id][name].cpu / costs.mizan[name].cpu).toFixed(1)}×`), `${(most(id) / most('mizan')).toFixed(1)}×`]));
  const warm = classes.map((name) => `${((costs.mizan[name].cpu - start) / costs.mizan[name].pages).toFixed(3)} (${name})`).join(', ');
  lines.push('', `Mizan starts in ${start.toFixed(2)} CPU-seconds, once for each class above; without it a page takes ${warm}. Memory is the most that one process had.`);
  return lines.join('\n');
}

function ratesTable(rowsOf) {
  const lines = [head(['', '', 'false flags', 'missed', 'unreadable (of true)', 'role swaps passed'])];
  const parts = [['scans', isScan], ['numbers on scans', (one) => isScan(one) && isNumber(one)], ['born-digital', (one) => classOf(one.variant) === 'born-digital'], ['lying text layer', (one) => classOf(one.variant) === 'lying']];
  for (const [name, of] of parts)
    for (const { id, title } of engines) {
      const c = counts(rowsOf[id].filter(of));
      if (c.claims) lines.push(row([name, title, rateCell(c.false_flags, c.true_claims), rateCell(c.missed, c.false_claims), rateCell(c.true_unreadable, c.true_claims), `${c.swaps_passed}/${c.swaps}`]));
    }
  return lines.join('\n');
}

function reliabilityTable(rows) {
  const bins = reliability(rows).map(({ from, to, verdicts, said, right }) => row([`${from / 10}–${to / 10} %`, verdicts, `${(said / 10).toFixed(1)} %`, rateCell(right, verdicts)]));
  return [head(['confidence said', 'verdicts', 'said on average', 'right']), ...bins].join('\n');
}

function machine() {
  const { model } = cpus()[0];
  return `one core of ${cpus().length} (${model.trim()}), load ${loadavg()[0].toFixed(1)} at the end`;
}

needCommands();
const corpus = await corpusToRead();
const known = documentsOf(corpus);
const documents = options.all ? known : sampled(known, Number(options.documents));
mkdirSync(options.out, { recursive: true });
const measured = measureAll(corpus, documents, lastCore());
const rowsOf = Object.fromEntries(engines.map(({ id }) => [id, verdictsOf(corpus, join(options.out, id), { documents })]));
const scans = rowsOf.mizan.filter(isScan);
const command = `./dev bench verify${options.all ? ' --all' : ` --documents ${options.documents}`}`;
console.log(`\`${command}\`: ${documents.length} of ${known.length} documents, ${rowsOf.mizan.length} claims; ${machine()}.\n`);
console.log(`${costTable(measured)}\n`);
console.log('95 % Wilson intervals. Mizan answers per claim; the other two give text, and a claim matches when its value stands in it, letters and digits only.\n');
console.log(`${ratesTable(rowsOf)}\n`);
console.log(`Mizan's verdicts by the confidence said with them, match and mismatch together:\n\n${reliabilityTable(rowsOf.mizan)}`);
writeFileSync(join(options.out, 'thresholds.svg'), thresholdPlot(byThreshold(scans), `scans: ${scans.length} claims of ${new Set(scans.map(({ id }) => id)).size} documents`));
writeFileSync(join(options.out, 'costs.json'), JSON.stringify(measured, null, 1) + '\n');
console.error(`\nplot: ${join(options.out, 'thresholds.svg')}`);
judge([...ratesBeyond(rowsOf.mizan, { swaps: 1 }), ...costsBeyond(measured.costs, measured.start)]);
