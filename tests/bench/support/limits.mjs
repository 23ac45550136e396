// SPDX-License-Identifier: GPL-3.0-or-later
// What verification must reach, and the sentences that say where it does not.
import { counts, classOf, isNumber, isScan } from './verdicts.mjs';

const rateLimits = [
  { name: 'scans', of: isScan, false_flags: 0.01, missed: 0.005, unreadable: 0.025 },
  { name: 'numbers on scans', of: (row) => isScan(row) && isNumber(row), false_flags: 0.005, missed: 0.003 },
  { name: 'born-digital', of: (row) => classOf(row.variant) === 'born-digital', false_flags: 0, missed: 0, unreadable: 0 },
];
/** CPU-seconds of our engine a scanned page as a share of another's. */
const costShares = { tesseract: 1 / 2, ocrmypdf: 1 / 6 };
const bornDigitalSeconds = 0.06;
const readerMemory = 250 * 2 ** 20;

const percent = (share) => `${Number((share * 100).toFixed(2))} %`;

/** Sentences about rates over their limits, none when all are kept; of the role swaps on scans at most `swaps` may pass. */
export function ratesBeyond(rows, { swaps = Infinity } = {}) {
  const { swaps_passed: passed } = counts(rows.filter(isScan));
  const swapped = passed > swaps ? [`scans: ${passed} role swaps passed, at most ${swaps}`] : [];
  return swapped.concat(rateLimits.flatMap(({ name, of, ...limits }) => {
    const c = counts(rows.filter(of));
    const seen = { false_flags: c.false_flags / c.true_claims, missed: c.missed / c.false_claims, unreadable: c.true_unreadable / c.true_claims };
    return Object.entries(limits)
      .filter(([key, limit]) => seen[key] > limit)
      .map(([key, limit]) => `${name}: ${key.replace('_', ' ')} ${percent(seen[key])}, at most ${percent(limit)}`);
  }));
}

/** Sentences about costs over their limits. `costs[engine][class]` is { cpu, pages, memory }; `start` the seconds our engine starts in. */
export function costsBeyond(costs, start) {
  const out = [];
  const perPage = (engine, name) => costs[engine]?.[name] && costs[engine][name].cpu / costs[engine][name].pages;
  for (const [other, share] of Object.entries(costShares)) {
    const seen = perPage('mizan', 'scans') / perPage(other, 'scans');
    if (seen > share) out.push(`a scanned page takes ${seen.toFixed(2)} of the CPU-seconds of ${other}, at most ${share.toFixed(2)}`);
  }
  const born = costs.mizan['born-digital'];
  const seconds = born && (born.cpu - start) / born.pages;
  if (seconds > bornDigitalSeconds) out.push(`a born-digital page takes ${seconds.toFixed(3)} CPU-seconds, at most ${bornDigitalSeconds}`);
  const memory = Math.max(...Object.values(costs.mizan).map((one) => one.memory));
  if (memory > readerMemory) out.push(`the reader takes ${(memory / 2 ** 20).toFixed(0)} MiB, at most 250 MiB`);
  return out;
}

/** Prints the sentences to standard error and sets the exit status. */
export function judge(sentences) {
  for (const sentence of sentences) console.error(`beyond the limit: ${sentence}`);
  if (sentences.length) process.exitCode = 1;
}
