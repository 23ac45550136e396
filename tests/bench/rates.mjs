// SPDX-License-Identifier: GPL-3.0-or-later
// How far verdicts can be trusted: `node tests/bench/rates.mjs --corpus DIR --results OUT [--wrong N] [--json FILE]`, where OUT is what
// `mizan verify --corpus DIR --out OUT` wrote. A false flag is a true claim called a mismatch; a missed mismatch is a false
// claim called a match; a claim without a verdict is unreadable; claims of another field's value (role swaps) are counted apart. Scans are
// all forms but `born` and `lying`, which are drawn text.
// Intervals are Wilson's, 95 %.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({ options: { corpus: { type: 'string' }, results: { type: 'string' }, wrong: { type: 'string' }, json: { type: 'string' }, brief: { type: 'boolean', default: false } } });
if (!options.corpus || !options.results) {
  console.error('usage: rates.mjs --corpus DIR --results OUT [--wrong N] [--json FILE] [--brief]');
  process.exit(2);
}
const read = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));

/** Every claim with its verdict. */
function verdicts() {
  const rows = [];
  for (const name of readdirSync(join(options.corpus, 'claims')).filter((one) => one.endsWith('.json')).sort()) {
    const document = read(options.corpus, 'claims', name);
    const file = join(options.results, name);
    const result = existsSync(file) ? read(file) : { results: [] };
    const found = new Map((Array.isArray(result) ? result : result.results).map((one) => [one.claim_id, one]));
    const truth = existsSync(join(options.corpus, 'truth', name)) ? read(options.corpus, 'truth', name) : null;
    for (const claim of document.claims) {
      const verdict = found.get(claim.claim_id);
      const known = ['match', 'mismatch', 'unreadable'].includes(verdict?.verdict);
      rows.push({ ...claim, id: document.id, variant: document.variant, type: document.doc_type, pages: document.pages, ms: result.ms, font: truth?.font, layout: truth?.style, digits: truth?.digits, printed: truth?.fields[claim.field]?.printed,
        printed_label: truth?.fields[claim.field]?.label, said: known ? verdict.verdict : 'unreadable', missing: !known, seen: verdict?.read ?? '', reason: verdict?.reason ?? '', confidence: verdict?.confidence ?? 0 });
    }
  }
  return rows;
}

function wilson(hits, total) {
  if (!total) return [0, 0];
  const z = 1.959964;
  const share = hits / total;
  const middle = share + (z * z) / (2 * total);
  const half = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  return [Math.max(0, (middle - half) / (1 + (z * z) / total)), Math.min(1, (middle + half) / (1 + (z * z) / total))];
}

const percent = (share) => (share * 100).toFixed(share < 0.1 ? 2 : 1);
function rate(hits, total) {
  if (!total) return '–';
  const [low, high] = wilson(hits, total);
  return `${percent(hits / total).padStart(5)}% [${percent(low)}–${percent(high)}] ${hits}/${total}`;
}

function counts(rows) {
  const of = (test) => rows.filter(test).length;
  const isTrue = (row) => row.truth === 'match';
  const swap = (row) => row.mutation === 'role_swap';
  const isFalse = (row) => !isTrue(row) && !swap(row);
  return {
    claims: rows.length, true_claims: of(isTrue), false_flags: of((row) => isTrue(row) && row.said === 'mismatch'), true_unreadable: of((row) => isTrue(row) && row.said === 'unreadable'),
    false_claims: of(isFalse), missed: of((row) => isFalse(row) && row.said === 'match'), false_unreadable: of((row) => isFalse(row) && row.said === 'unreadable'), swaps: of(swap), swaps_passed: of((row) => swap(row) && row.said === 'match'),
  };
}

function line(name, rows, width = 24) {
  const c = counts(rows);
  console.log(name.padEnd(width) + rate(c.false_flags, c.true_claims).padEnd(34) + rate(c.missed, c.false_claims).padEnd(34) + rate(c.true_unreadable, c.true_claims).padEnd(34) + (c.swaps ? `${c.swaps_passed}/${c.swaps}` : '–'));
  return c;
}

function groups(rows, key) {
  const out = new Map();
  for (const row of rows) {
    const name = String(row[key] ?? '–');
    if (!out.has(name)) out.set(name, []);
    out.get(name).push(row);
  }
  return [...out].sort(([a], [b]) => (a < b ? -1 : 1));
}

function table(title, rows, key) {
  console.log(`\n${title.padEnd(24)}${'false flags (of true)'.padEnd(34)}${'missed (of false)'.padEnd(34)}${'unreadable (of true)'.padEnd(34)}swaps passed`);
  return Object.fromEntries(groups(rows, key).map(([name, some]) => [name, line(name, some)]));
}

function mutations(rows) {
  console.log('\nkind of false claim     missed                            unreadable');
  for (const [name, some] of groups(rows.filter((row) => row.truth === 'mismatch'), 'mutation'))
    console.log(name.padEnd(24) + rate(some.filter((row) => row.said === 'match').length, some.length).padEnd(34) + rate(some.filter((row) => row.said === 'unreadable').length, some.length));
}

const wrong = (row) => (row.truth === 'match' && row.said === 'mismatch') || (row.truth === 'mismatch' && row.said === 'match');

function worstFields(rows) {
  console.log('\nworst fields                               wrong                             unreadable (of true)');
  const generic = rows.map((row) => ({ ...row, place: `${row.type}.${row.field.replace(/\d+/, '{row}')}` }));
  const listed = groups(generic, 'place').map(([name, some]) => ({ name, some, bad: some.filter(wrong).length, unread: some.filter((row) => row.truth === 'match' && row.said === 'unreadable').length }));
  for (const { name, some, bad, unread } of listed.sort((a, b) => b.bad * 3 + b.unread - a.bad * 3 - a.unread).slice(0, 14))
    console.log(name.padEnd(43) + rate(bad, some.length).padEnd(34) + rate(unread, some.filter((row) => row.truth === 'match').length));
}

/** Of the verdicts said with so much confidence, how many are right. */
function reliability(rows) {
  console.log('\nconfidence said   verdicts   said on average   right');
  const limits = [0, 500, 700, 800, 900, 950, 980, 990, 1001];
  const told = rows.filter((row) => row.said !== 'unreadable');
  for (let i = 0; i + 1 < limits.length; ++i) {
    const some = told.filter((row) => row.confidence >= limits[i] && row.confidence < limits[i + 1]);
    if (some.length) console.log(`${String(limits[i] / 10).padStart(4)}–${String(Math.min(1000, limits[i + 1]) / 10).padEnd(5)} %    ${String(some.length).padStart(6)}      ${(some.reduce((sum, row) => sum + row.confidence, 0) / some.length / 10).toFixed(1).padStart(6)} %        ${rate(some.filter((row) => !wrong(row)).length, some.length)}`);
  }
}

function listWrong(rows, most) {
  console.log('\nwrong verdicts');
  for (const row of rows.filter(wrong).slice(0, most))
    console.log(`${row.claim_id} ${row.variant} ${row.type}.${row.field} ${row.layout ?? ''} ${row.font ?? ''} | ${row.truth === 'match' ? 'false flag' : `missed ${row.mutation}`} ${row.confidence} ${row.reason} | declared ${row.declared} | printed ${row.printed} («${row.printed_label}») | read ${row.seen}`);
}

const rows = verdicts();
const scans = rows.filter((row) => !['born', 'lying'].includes(row.variant));
const numbers = scans.filter((row) => ['natcode', 'number', 'postal', 'date', 'amount', 'serial', 'area', 'decimal', 'count', 'days', 'year'].includes(row.kind));
console.log(`${new Set(rows.map((row) => row.id)).size} documents, ${rows.length} claims, ${rows.filter((row) => row.missing).length} without a verdict`);
console.log(`\n${''.padEnd(24)}${'false flags (of true)'.padEnd(34)}${'missed (of false)'.padEnd(34)}${'unreadable (of true)'.padEnd(34)}swaps passed`);
const out = { all: line('all', rows), scans: line('scans', scans), numbers: line('numbers on scans', numbers) };
out.variants = table('form of the document', rows, 'variant');
if (!options.brief) {
  out.kinds = table('kind of value, scans', scans, 'kind');
  out.types = table('kind of document, scans', scans, 'type');
  out.layouts = table('layout, scans', scans, 'layout');
  out.fonts = table('font, scans', scans, 'font');
  mutations(scans);
  worstFields(scans);
  reliability(rows);
}
const times = [...new Map(rows.map((row) => [row.id, row])).values()].filter((row) => row.ms !== undefined).map((row) => row.ms / Math.max(1, row.pages)).sort((a, b) => a - b);
if (times.length) console.log(`\nmilliseconds a page: median ${times[times.length >> 1].toFixed(0)}, mean ${(times.reduce((a, b) => a + b, 0) / times.length).toFixed(0)}, longest ${times.at(-1).toFixed(0)}`);
if (options.wrong) listWrong(rows, Number(options.wrong) || Infinity);
if (options.json) writeFileSync(options.json, JSON.stringify(out, null, 1) + '\n');
