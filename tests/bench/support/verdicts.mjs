// SPDX-License-Identifier: GPL-3.0-or-later
// Claims of a corpus beside what was said of them, and what is counted. A false flag is a true claim called a mismatch; a missed mismatch is a
// false claim called a match; a claim without a verdict is unreadable; claims of another field's value (role swaps) are counted apart.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const parsed = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));
const told = ['match', 'mismatch', 'unreadable'];
const kindsOfNumbers = ['natcode', 'number', 'postal', 'date', 'amount', 'serial', 'area', 'decimal', 'count', 'days', 'year'];

/** The documents of a corpus as its claims files describe them, by id. */
export function documentsOf(corpus) {
  return readdirSync(join(corpus, 'claims')).filter((one) => one.endsWith('.json')).sort().map((name) => parsed(corpus, 'claims', name));
}

/** What was written about a document, or null: a run that was broken off leaves half a file. */
export function resultOf(results, id) {
  const file = join(results, `${id}.json`);
  if (!existsSync(file)) return null;
  try {
    const result = parsed(file);
    return Array.isArray(result) ? { results: result } : result;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Every claim of a corpus with its verdict. `within` goes before the ids where several corpora are counted together. */
export function verdictsOf(corpus, results, { documents = documentsOf(corpus), within = '' } = {}) {
  const rows = [];
  for (const document of documents) {
    const result = resultOf(results, document.id) ?? { results: [] };
    const found = new Map(result.results.map((one) => [one.claim_id, one]));
    const truth = existsSync(join(corpus, 'truth', `${document.id}.json`)) ? parsed(corpus, 'truth', `${document.id}.json`) : null;
    for (const claim of document.claims) {
      const verdict = found.get(claim.claim_id);
      const known = told.includes(verdict?.verdict);
      const printed = truth?.fields[claim.field];
      rows.push({
        ...claim, id: within + document.id, variant: document.variant, type: document.doc_type, pages: document.pages, ms: result.ms,
        font: truth?.font, layout: truth?.style, digits: truth?.digits, printed: printed?.printed, printed_label: printed?.label,
        said: known ? verdict.verdict : 'unreadable', missing: !known, seen: verdict?.read ?? '', reason: verdict?.reason ?? '', confidence: verdict?.confidence ?? 0,
      });
    }
  }
  return rows;
}

/** Drawn text, drawn text whose layer says something else, or an image, with or without hidden text. */
export const classOf = (variant) => ({ born: 'born-digital', lying: 'lying' })[variant] ?? 'scans';
export const isScan = (row) => classOf(row.variant) === 'scans';
export const isNumber = (row) => kindsOfNumbers.includes(row.kind);

const isTrue = (row) => row.truth === 'match';
const isSwap = (row) => row.mutation === 'role_swap';
const isFalse = (row) => !isTrue(row) && !isSwap(row);
export const isWrong = (row) => (isTrue(row) && row.said === 'mismatch') || (!isTrue(row) && row.said === 'match');

export function counts(rows) {
  const of = (test) => rows.filter(test).length;
  return {
    claims: rows.length, true_claims: of(isTrue), false_flags: of((row) => isTrue(row) && row.said === 'mismatch'), true_unreadable: of((row) => isTrue(row) && row.said === 'unreadable'),
    false_claims: of(isFalse), missed: of((row) => isFalse(row) && row.said === 'match'), false_unreadable: of((row) => isFalse(row) && row.said === 'unreadable'), swaps: of(isSwap), swaps_passed: of((row) => isSwap(row) && row.said === 'match'),
  };
}

export function groups(rows, key) {
  const out = new Map();
  for (const row of rows) {
    const name = String(row[key] ?? '–');
    if (!out.has(name)) out.set(name, []);
    out.get(name).push(row);
  }
  return [...out].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Of the verdicts said with so much confidence (thousandths), how many are right; empty bins are left out. */
export function reliability(rows) {
  const limits = [0, 500, 700, 800, 900, 950, 980, 990, 1001];
  const sure = rows.filter((row) => row.said !== 'unreadable');
  return limits.slice(0, -1).map((from, i) => {
    const some = sure.filter((row) => row.confidence >= from && row.confidence < limits[i + 1]);
    const said = some.reduce((sum, row) => sum + row.confidence, 0) / some.length;
    return { from, to: Math.min(1000, limits[i + 1]), verdicts: some.length, said, right: some.filter((row) => !isWrong(row)).length };
  }).filter((bin) => bin.verdicts);
}

/** What the rates were if verdicts less sure than a threshold (thousandths) were called unreadable: one entry for each threshold that changes one. */
export function byThreshold(rows) {
  const limits = [...new Set([0, ...rows.map((row) => row.confidence), 1000])].sort((a, b) => a - b);
  return limits.map((threshold) => {
    const c = counts(rows.map((row) => (row.confidence < threshold ? { ...row, said: 'unreadable' } : row)));
    return { threshold, false_flags: c.false_flags / c.true_claims || 0, missed: c.missed / c.false_claims || 0, unreadable: c.true_unreadable / c.true_claims || 0 };
  });
}
