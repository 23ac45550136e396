// SPDX-License-Identifier: GPL-3.0-or-later
// A private PostgreSQL (the script beside this file) that a test can kill, pause and start again.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './api.mjs';
import { root } from './demonstration.mjs';
import { processesBelow } from './processes.mjs';

export async function startPostgresql() {
  const folder = mkdtempSync(join(tmpdir(), 'mizan-pg-'));
  chmodSync(folder, 0o755);
  let server;
  let ended;
  const sql = (statement) => execFileSync('/usr/lib/postgresql/15/bin/psql', ['-h', folder, '-U', 'mizan', '-d', 'postgres', '-X', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-c', statement], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 20_000, env: { ...process.env, PGOPTIONS: '-c default_transaction_read_only=off' } }).trim();
  const all = () => [server.pid, ...processesBelow(server.pid, 'postgres')];
  const signal = (name) => {
    for (const pid of all())
      try {
        process.kill(pid, name);
      } catch (error) {
        if (error.code !== 'ESRCH') throw error;
      }
  };
  const world = {
    url: `postgresql:///postgres?host=${folder}&user=mizan`,
    sql,
    async start() {
      server = spawn(join(root, 'tests/support/postgresql'), [folder], { stdio: 'ignore' });
      ended = new Promise((resolve) => server.once('exit', resolve));
      await until('PostgreSQL answers', () => { try { return sql('SELECT 1') === '1'; } catch { return false; } }, 90);
    },
    /** kill -9 of the server and each of its processes. */
    async kill() {
      signal('SIGKILL');
      await ended;
    },
    pause: () => signal('SIGSTOP'),
    goOn: () => signal('SIGCONT'),
    async stop() {
      signal('SIGCONT');
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await world.start();
  return world;
}
