// SPDX-License-Identifier: GPL-3.0-or-later
// The rates in columns of text.
import { rate, median } from './statistics.mjs';
import { counts, groups, isNumber, isScan, isWrong, reliability } from './verdicts.mjs';

const columns = `${'false flags (of true)'.padEnd(34)}${'missed (of false)'.padEnd(34)}${'unreadable (of true)'.padEnd(34)}swaps passed`;

function line(name, rows, width = 24) {
  const c = counts(rows);
  console.log(name.padEnd(width) + rate(c.false_flags, c.true_claims).padEnd(34) + rate(c.missed, c.false_claims).padEnd(34) + rate(c.true_unreadable, c.true_claims).padEnd(34) + (c.swaps ? `${c.swaps_passed}/${c.swaps}` : '–'));
  return c;
}

function table(title, rows, key) {
  console.log(`\n${title.padEnd(24)}${columns}`);
  return Object.fromEntries(groups(rows, key).map(([name, some]) => [name, line(name, some)]));
}

function mutations(rows) {
  console.log('\nkind of false claim     missed                            unreadable');
  for (const [name, some] of groups(rows.filter((row) => row.truth === 'mismatch'), 'mutation'))
    console.log(name.padEnd(24) + rate(some.filter((row) => row.said === 'match').length, some.length).padEnd(34) + rate(some.filter((row) => row.said === 'unreadable').length, some.length));
}

function worstFields(rows) {
  console.log('\nworst fields                               wrong                             unreadable (of true)');
  const generic = rows.map((row) => ({ ...row, place: `${row.type}.${row.field.replace(/\d+/, '{row}')}` }));
  const listed = groups(generic, 'place').map(([name, some]) => ({ name, some, bad: some.filter(isWrong).length, unread: some.filter((row) => row.truth === 'match' && row.said === 'unreadable').length }));
  for (const { name, some, bad, unread } of listed.sort((a, b) => b.bad * 3 + b.unread - a.bad * 3 - a.unread).slice(0, 14))
    console.log(name.padEnd(43) + rate(bad, some.length).padEnd(34) + rate(unread, some.filter((row) => row.truth === 'match').length));
}

function confidence(rows) {
  console.log('\nconfidence said   verdicts   said on average   right');
  for (const { from, to, verdicts, said, right } of reliability(rows))
    console.log(`${String(from / 10).padStart(4)}–${String(to / 10).padEnd(5)} %    ${String(verdicts).padStart(6)}      ${(said / 10).toFixed(1).padStart(6)} %        ${rate(right, verdicts)}`);
}

function times(rows) {
  const each = [...new Map(rows.map((row) => [row.id, row])).values()].filter((row) => row.ms !== undefined).map((row) => row.ms / Math.max(1, row.pages));
  if (each.length) console.log(`\nmilliseconds a page: median ${median(each).toFixed(0)}, mean ${(each.reduce((a, b) => a + b, 0) / each.length).toFixed(0)}, longest ${Math.max(...each).toFixed(0)}`);
}

/** All there is to say about some verdicts; `brief` leaves out what tells kinds of value and of document apart. Returns the counts. */
export function printRates(rows, { brief = false } = {}) {
  const scans = rows.filter(isScan);
  console.log(`${new Set(rows.map((row) => row.id)).size} documents, ${rows.length} claims, ${rows.filter((row) => row.missing).length} without a verdict`);
  console.log(`\n${''.padEnd(24)}${columns}`);
  const out = { all: line('all', rows), scans: line('scans', scans), numbers: line('numbers on scans', scans.filter(isNumber)) };
  out.variants = table('form of the document', rows, 'variant');
  if (!brief) {
    out.kinds = table('kind of value, scans', scans, 'kind');
    out.types = table('kind of document, scans', scans, 'type');
    out.layouts = table('layout, scans', scans, 'layout');
    out.fonts = table('font, scans', scans, 'font');
    mutations(scans);
    worstFields(scans);
    confidence(rows);
  }
  times(rows);
  return out;
}

/** The first wrong verdicts, one a line. */
export function printWrong(rows, most) {
  console.log('\nwrong verdicts');
  for (const row of rows.filter(isWrong).slice(0, most))
    console.log(`${row.claim_id} ${row.variant} ${row.type}.${row.field} ${row.layout ?? ''} ${row.font ?? ''} | ${row.truth === 'match' ? 'false flag' : `missed ${row.mutation}`} ${row.confidence} ${row.reason} | declared ${row.declared} | printed ${row.printed} («${row.printed_label}») | read ${row.seen}`);
}
