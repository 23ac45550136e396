// SPDX-License-Identifier: GPL-3.0-or-later
// Many clients that take their time, in a thread of their own so that they do not slow down whoever measures: a byte a second, from
// many addresses, and a new connection for each that was closed.
import { connect } from 'node:tls';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { site } from './nginx.mjs';

const drip_every_ms = 1000;
const at_once = 40; // connections that are being opened

/**
 * `count` connections to `front`. `openings` are the beginnings of requests, given out in turn; `drip` is what follows every second,
 * '' for a client that only never reads. Resolves when as many connections are open; `stop` answers how they fared.
 */
export async function slowClients(front, { count, openings, drip }) {
  const worker = new Worker(new URL(import.meta.url), { workerData: { port: front.port, certificate: front.certificate, count, openings, drip } });
  const failed = new Promise((_, reject) => worker.once('error', reject));
  const said = (word) => new Promise((resolve) => worker.on('message', (message) => message[word] && resolve(message[word])));
  await Promise.race([said('ready'), failed]);
  return {
    async stop() {
      const fared = said('fared');
      worker.postMessage('stop');
      const answer = await Promise.race([fared, failed]);
      await worker.terminate();
      return answer;
    },
  };
}

function attack({ port, certificate, count, openings, drip }) {
  const open = new Set();
  const fared = { opened: 0, closed: 0, bytes: 0, answers: {} };
  let stopped = false;
  let opening = 0;
  let ready = false;

  const dial = () => {
    const number = fared.opened + opening;
    opening += 1;
    const socket = connect({
      host: '127.0.0.1', port, servername: site, ca: certificate, ALPNProtocols: ['http/1.1'], localAddress: `127.0.${1 + (number % 2)}.${1 + (number % 250)}`,
    });
    let known = false;
    const settled = () => { if (!known) { known = true; opening -= 1; } };
    socket.once('secureConnect', () => {
      settled();
      fared.opened += 1;
      open.add(socket);
      socket.write(openings[number % openings.length]);
      if (drip === '') socket.pause();
      if (open.size >= count * 0.95 && !ready) {
        ready = true;
        parentPort.postMessage({ ready: true });
      }
    });
    if (drip !== '')
      socket.on('data', (bytes) => {
        const status = bytes.toString('latin1').match(/^HTTP\/1\.1 (\d{3})/)?.[1];
        if (status) fared.answers[status] = (fared.answers[status] ?? 0) + 1;
      });
    socket.on('error', () => {}); // refused or cut off: counted as closed
    socket.once('close', () => { settled(); if (open.delete(socket)) fared.closed += 1; });
  };

  const keeping = setInterval(() => {
    while (!stopped && open.size + opening < count && opening < at_once) dial();
  }, 20);
  const dripping = setInterval(() => {
    for (const socket of open) if (drip !== '' && socket.writable) { socket.write(drip); fared.bytes += drip.length; }
  }, drip_every_ms);
  parentPort.on('message', () => {
    stopped = true;
    clearInterval(keeping);
    clearInterval(dripping);
    fared.open = open.size;
    for (const socket of open) socket.destroy();
    parentPort.postMessage({ fared });
  });
}

if (!isMainThread) attack(workerData);
