// SPDX-License-Identifier: GPL-3.0-or-later
// Runs commands one after another on one core and adds up what they used.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = join(dirname(fileURLToPath(import.meta.url)), 'measured.py');

/** The last core this process may run on: the first ones have the interrupts. */
export function lastCore() {
  const allowed = readFileSync('/proc/self/status', 'latin1').match(/^Cpus_allowed_list:\s*(\S+)$/m)[1];
  return Number(allowed.split(/[,-]/).at(-1));
}

/** What is used between two looks: seconds of processor time, seconds passed, and the most memory one process had, in bytes. */
export class Meter {
  cpu = 0;
  wall = 0;
  memory = 0;

  /** `scratch` is a folder for what passes between commands; it is made. */
  constructor(core, scratch) {
    this.core = core;
    this.scratch = scratch;
    mkdirSync(scratch, { recursive: true });
  }

  /** Returns { status, stdout, stderr }. What a command used counts when it ends with a status listed in `counted`. */
  run(command, { counted = [0], input } = {}) {
    const result = join(this.scratch, 'measured.json');
    const ended = spawnSync('python3', [program, result, String(this.core), ...command], {
      cwd: this.scratch, input, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, OMP_THREAD_LIMIT: '1', LC_ALL: 'C.UTF-8' },
    });
    if (ended.error || ended.status !== 0) throw new Error(`${command[0]}: ${ended.error?.message ?? ended.stderr}`);
    const { status, cpu, wall, memory } = JSON.parse(readFileSync(result, 'utf8'));
    if (counted.includes(status)) {
      this.cpu += cpu;
      this.wall += wall;
      this.memory = Math.max(this.memory, memory);
    }
    return { status, stdout: ended.stdout, stderr: ended.stderr };
  }
}
