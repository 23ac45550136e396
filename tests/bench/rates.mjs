// SPDX-License-Identifier: GPL-3.0-or-later
// How far verdicts can be trusted: `node tests/bench/rates.mjs --corpus DIR --results OUT [--wrong N] [--json FILE] [--brief]`, where OUT is what
// `mizan verify --corpus DIR --out OUT` wrote; support/verdicts.mjs says what is counted. Scans are all forms but `born` and
// `lying`, which are drawn text. Intervals are Wilson's, 95 %.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { printRates, printWrong } from './support/tables.mjs';
import { verdictsOf } from './support/verdicts.mjs';

const { values: options } = parseArgs({ options: { corpus: { type: 'string' }, results: { type: 'string' }, wrong: { type: 'string' }, json: { type: 'string' }, brief: { type: 'boolean', default: false } } });
if (!options.corpus || !options.results) {
  console.error('usage: rates.mjs --corpus DIR --results OUT [--wrong N] [--json FILE] [--brief]');
  process.exit(2);
}

const rows = verdictsOf(options.corpus, options.results);
const out = printRates(rows, options);
if (options.wrong) printWrong(rows, Number(options.wrong) || Infinity);
if (options.json) writeFileSync(options.json, JSON.stringify(out, null, 1) + '\n');
