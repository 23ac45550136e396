// SPDX-License-Identifier: GPL-3.0-or-later
// Starts a demonstration server of its own for a test file and stops it afterwards.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const mizan = process.env.MIZAN_PROGRAM ?? join(root, 'build/release/bin/mizan');
export const password = 'mizan-demo-1405';
export const cast = JSON.parse(readFileSync(join(root, 'tests/corpus/demonstration/offices.json'), 'utf8'));
export const documents = join(root, 'tests/corpus/demonstration/documents');

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Runs a program to its end; answers what it printed. Rejects when it exits with anything but 0. */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (bytes) => (stdout += bytes));
    child.stderr.on('data', (bytes) => (stderr += bytes));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(stdout) : reject(new Error(`${program} ${args.join(' ')} exited ${code}\n${stdout}\n${stderr}`))));
  });
}

/**
 * A demonstration: two rounds played through the API, then the server stays. `base` is its address; `stop` ends it and
 * deletes its data. Making the data takes about a minute, so a test file makes one and shares it. `environment`: further settings.
 */
export async function startDemonstration(name, environment = {}) {
  const port = await freePort();
  const data = join(root, 'build', 'test-data', name);
  rmSync(data, { recursive: true, force: true });
  const child = spawn(mizan, ['demonstrate', '--data', data, '--port', String(port), '--cast', join(root, 'tests/corpus/demonstration')], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } });
  let output = '';
  const ready = new Promise((resolve, reject) => {
    const look = (bytes) => {
      output += bytes;
      if (output.includes('Mizan is ready')) resolve();
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.once('exit', (code) => reject(new Error(`the demonstration ended with ${code}:\n${output}`)));
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await ready;
  return {
    base: `http://127.0.0.1:${port}`,
    port,
    data,
    process: child,
    output: () => output,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
