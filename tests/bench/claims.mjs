// SPDX-License-Identifier: GPL-3.0-or-later
// The rates on a corpus of our generator large enough to tell them: documents of the part that nothing was trained or tuned on are made and
// verified, a hundred at a time, until scans carry 3,000 false and 6,000 true claims. What was made and verified before is kept, results
// by version of the engine: broken off, it goes on where it was. Prints the rates with 95 % intervals by class, kind and mutation, and
// exits 1 when a limit of support/limits.mjs is passed. Some twenty CPU-minutes to make, forty or more to verify.
// `./dev bench claims [--seed S] [--split held|report|tune] [--jobs N] [--out DIR] [--json FILE]`, or `--corpus DIR` for one that is there;
// `--false N --true N --portion N` for less. `held` is for the last measurement.
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../support/demonstration.mjs';
import { engineVersion, madeCorpus, verifyMissing } from './support/corpus.mjs';
import { judge, ratesBeyond } from './support/limits.mjs';
import { printRates } from './support/tables.mjs';
import { counts, documentsOf, isScan, verdictsOf } from './support/verdicts.mjs';

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string' }, out: { type: 'string', default: join(root, 'build/bench/claims') }, seed: { type: 'string', default: '1' }, split: { type: 'string', default: 'held' },
    false: { type: 'string', default: '3000' }, true: { type: 'string', default: '6000' }, portion: { type: 'string', default: '100' }, jobs: { type: 'string' }, json: { type: 'string' },
  },
});
const jobs = options.jobs ?? availableParallelism();
const portion = Number(options.portion);

async function verified(corpus, name) {
  const results = join(resolve(options.out), `results-${engineVersion()}`, name);
  const documents = documentsOf(corpus);
  const now = await verifyMissing(corpus, documents, results, { jobs, scratch: join(resolve(options.out), 'scratch') });
  console.error(`${name}: ${documents.length} documents, ${now} of them verified now`);
  return verdictsOf(corpus, results, { documents, within: `${name}/` });
}

const enough = (rows) => {
  const c = counts(rows.filter(isScan));
  return c.false_claims >= Number(options.false) && c.true_claims >= Number(options.true);
};

let rows = [];
if (options.corpus) {
  rows = await verified(resolve(options.corpus), 'corpus');
} else {
  for (let part = 1; !enough(rows); ++part) {
    // No two seeds have a portion in common.
    const seed = Number(options.seed) * 1000 + part;
    const name = `${options.split}-${seed}`;
    rows = rows.concat(await verified(await madeCorpus(join(resolve(options.out), name), { documents: portion, seed, split: options.split }), name));
  }
}
const out = printRates(rows);
if (options.json) writeFileSync(options.json, JSON.stringify(out, null, 1) + '\n');
judge(ratesBeyond(rows));
