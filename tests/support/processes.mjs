// SPDX-License-Identifier: GPL-3.0-or-later
// The processes below another one, for tests that kill some.
import { execFileSync } from 'node:child_process';

/** Ids of the processes below `ancestor` whose command line holds `word`. */
export function processesBelow(ancestor, word) {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).trim().split('\n').map((row) => row.trim().match(/^(\d+)\s+(\d+)\s+(.*)$/)).filter(Boolean);
  const children = new Map();
  for (const [, pid, parent] of rows) children.set(parent, [...(children.get(parent) ?? []), pid]);
  const below = (pid) => (children.get(String(pid)) ?? []).flatMap((child) => [child, ...below(child)]);
  const ours = new Set(below(ancestor));
  return rows.filter(([, pid, , args]) => ours.has(pid) && args.includes(word)).map(([, pid]) => Number(pid));
}
