// SPDX-License-Identifier: GPL-3.0-or-later
// The processes below another one, for tests that kill some.
import { readFileSync, readdirSync } from 'node:fs';

/** Read from /proc itself: `ps` takes longer to start than a judge takes for its work. */
function everyProcess() {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const status = readFileSync(`/proc/${name}/stat`, 'latin1');
      const parent = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
      return [{ pid: Number(name), parent, args: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() }];
    } catch (error) {
      if (['ENOENT', 'ESRCH'].includes(error.code)) return []; // it ended meanwhile
      throw error;
    }
  });
}

/** Ids of the processes below `ancestor` whose command line holds `word`. */
export function processesBelow(ancestor, word) {
  const rows = everyProcess();
  const children = new Map();
  for (const row of rows) children.set(row.parent, [...(children.get(row.parent) ?? []), row]);
  const below = (pid) => (children.get(pid) ?? []).flatMap((child) => [child, ...below(child.pid)]);
  return below(ancestor).filter((row) => row.args.includes(word)).map((row) => row.pid);
}

/** Kills them, and answers those that were still there to be killed. */
export function killBelow(ancestor, word) {
  return processesBelow(ancestor, word).filter((pid) => {
    try {
      return process.kill(pid, 'SIGKILL');
    } catch (error) {
      if (error.code === 'ESRCH') return false; // it ended by itself meanwhile
      throw error;
    }
  });
}
