// SPDX-License-Identifier: GPL-3.0-or-later
// 200 parallel uploads of 20 MB: the server's peak memory and CPU-seconds per GiB beside npm's @tus/server with its file store, in one run, both
// staging on tmpfs. Ours syncs before it acknowledges and hashes what it stores; theirs does neither. Every upload's SHA-256 is checked.
// `broken` counts connections that ended early; such an upload begins again.
// Exits 1 when a hash is wrong, ours needs more than 128 MiB, or more than half of the other's CPU. `upload.mjs [UPLOADS] [MEGABYTES]`
import { fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../support/demonstration.mjs';
import { startOfficeServer } from '../support/office_server.mjs';

const uploads = Number(process.argv[2] ?? 200);
const megabytes = Number(process.argv[3] ?? 20);
const most_mebibytes = 128;
const most_share = 0.5;
const size = megabytes * 1_000_000;
const gibibytes = (uploads * size) / 2 ** 30;
const here = fileURLToPath(import.meta.url);

/** The other server runs as a process of its own: `upload.mjs serve PORT FOLDER`. */
async function serveOther(port, directory) {
  const [{ Server }, { FileStore }] = await Promise.all([import('@tus/server'), import('@tus/file-store')]);
  new Server({ path: '/files', datastore: new FileStore({ directory }) }).listen(port, '127.0.0.1', () => process.send('ready'));
}

const ticks = 100; // per second, as /proc counts on every Linux of ours
function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticks;
}
const peakMebibytes = (pid) => Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)[1]) / 1024;

/** Bytes of upload `number`: one random block with a stamp of its own in each piece, so that they cost this process little. */
const block = randomBytes(1_000_000);
function* pieces(number) {
  for (let sent = 0; sent < size; sent += block.length) {
    const piece = block.subarray(0, Math.min(block.length, size - sent));
    const stamp = Buffer.alloc(8);
    stamp.writeUInt32LE(number, 0);
    stamp.writeUInt32LE(sent, 4);
    yield [stamp, piece.subarray(8)];
  }
}
function hashOf(number) {
  const hash = createHash('sha256');
  for (const parts of pieces(number)) for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

const send = (agent, base, method, path, headers, write) => new Promise((resolve, reject) => {
  const sending = request(new URL(path, base), { agent, method, headers: { 'Tus-Resumable': '1.0.0', ...headers } }, (response) => {
    response.resume();
    response.once('end', () => resolve(response));
  });
  sending.on('error', reject);
  if (write) write(sending).catch(reject);
  else sending.end();
});

async function upload(agent, base, headers, number) {
  const created = await send(agent, base, 'POST', '/files', { ...headers, 'Upload-Length': size, 'Content-Length': 0 });
  if (created.statusCode !== 201) throw new Error(`creation: ${created.statusCode}`);
  const path = new URL(created.headers.location, base).pathname;
  const patched = await send(agent, base, 'PATCH', path, { ...headers, 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': 0, 'Content-Length': size }, async (sending) => {
    for (const parts of pieces(number))
      for (const part of parts)
        if (!sending.write(part)) await new Promise((resolve) => sending.once('drain', resolve));
    sending.end();
  });
  if (patched.statusCode !== 204 || Number(patched.headers['upload-offset']) !== size) throw new Error(`piece: ${patched.statusCode}, offset ${patched.headers['upload-offset']}`);
  return path.split('/').at(-1);
}

const fileHash = (file) => new Promise((resolve, reject) => {
  const hash = createHash('sha256');
  createReadStream(file).on('data', (bytes) => hash.update(bytes)).once('error', reject).once('end', () => resolve(hash.digest('hex')));
});

async function measure(pid, base, headers, folder) {
  // A connection for each request: a kept one may be closed as idle while this process is busy with the others.
  const agent = new Agent({ keepAlive: false, maxSockets: uploads });
  const before = cpuSeconds(pid);
  const began = performance.now();
  let broken = 0;
  const whole = (number, turns = 3) => upload(agent, base, headers, number).catch((error) => {
    if (turns === 0) throw error;
    broken += 1;
    return whole(number, turns - 1);
  });
  const ids = await Promise.all(Array.from({ length: uploads }, (_, number) => whole(number)));
  const seconds = (performance.now() - began) / 1000;
  const cpu = (cpuSeconds(pid) - before) / gibibytes;
  const mebibytes = peakMebibytes(pid);
  agent.destroy();
  let wrong = 0;
  for (const [number, id] of ids.entries()) if ((await fileHash(join(folder, id))) !== hashOf(number)) wrong += 1;
  return { cpu, mebibytes, seconds, wrong, broken };
}

async function measureOurs(folder) {
  const world = await startOfficeServer('bench-upload', { offices: ['rasht_golsar'], folder });
  try {
    const office = await world.api('rasht_golsar');
    return await measure(world.process.pid, world.base, { Cookie: office.cookie }, join(folder, 'evidence/staging'));
  } finally {
    await world.stop();
  }
}

async function measureOther(folder) {
  const port = await freePort();
  const child = fork(here, ['serve', String(port), folder]);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await Promise.race([new Promise((resolve) => child.once('message', resolve)), ended.then((code) => { throw new Error(`@tus/server ended with ${code}; it needs Node 20.19 or newer`); })]);
  try {
    return await measure(child.pid, `http://127.0.0.1:${port}`, {}, folder);
  } finally {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** On tmpfs where there is one with room, so that no disk is measured. */
function stagingFolder(name) {
  const shm = '/dev/shm';
  const roomy = existsSync(shm) && statfsSync(shm).bavail * statfsSync(shm).bsize > uploads * size * 1.1;
  if (!roomy) console.log(`no room on ${shm}: staging in ${tmpdir()}`);
  return mkdtempSync(join(roomy ? shm : tmpdir(), `mizan-bench-${name}-`));
}

async function compare() {
  console.log(`${uploads} parallel uploads of ${megabytes} MB; ${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)} before\n`);
  const other = await measureOther(stagingFolder('other'));
  const ours = await measureOurs(stagingFolder('ours'));
  console.log(`${''.padEnd(14)}${'CPU s/GiB'.padStart(12)}${'peak MiB'.padStart(12)}${'seconds'.padStart(12)}${'wrong'.padStart(8)}${'broken'.padStart(8)}`);
  for (const [name, row] of [['mizan', ours], ['@tus/server', other]])
    console.log(`${name.padEnd(14)}${row.cpu.toFixed(2).padStart(12)}${row.mebibytes.toFixed(0).padStart(12)}${row.seconds.toFixed(1).padStart(12)}${String(row.wrong).padStart(8)}${String(row.broken).padStart(8)}`);
  const share = ours.cpu / other.cpu;
  console.log(`\nCPU ${(share * 100).toFixed(0)} % of the other's (at most ${most_share * 100} %), memory at most ${most_mebibytes} MiB; load ${loadavg()[0].toFixed(1)} after`);
  process.exitCode = ours.wrong + other.wrong > 0 || share > most_share || ours.mebibytes > most_mebibytes ? 1 : 0;
}

if (process.argv[2] === 'serve') await serveOther(Number(process.argv[3]), process.argv[4]);
else await compare();
