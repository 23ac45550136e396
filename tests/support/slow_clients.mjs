// SPDX-License-Identifier: GPL-3.0-or-later
// Many clients that take their time: a byte a second, from many addresses, and a new connection for each that was closed. They are a
// process of lower priority, since people far away take no processor time from the server.
import { fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { connect } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { site } from './nginx.mjs';

const drip_every_ms = 1000;
const at_once = 40; // connections that are being opened

/**
 * `count` connections to `front`. `openings` are the beginnings of requests, given out in turn; `drip` is what follows every second,
 * '' for a client that never reads. Resolves when nearly all are open; `stop` answers how they fared.
 */
export async function slowClients(front, { count, openings, drip }) {
  const child = fork(fileURLToPath(import.meta.url), ['attack']);
  const failed = new Promise((_, reject) => child.once('exit', (code) => reject(new Error(`the slow clients ended with ${code}`))));
  failed.catch(() => {}); // they end by themselves after they have told how they fared
  const said = (word) => new Promise((resolve) => child.on('message', (message) => message[word] && resolve(message[word])));
  child.send({ port: front.port, certificate: front.certificate, count, openings, drip });
  await Promise.race([said('ready'), failed]);
  return {
    stop() {
      const fared = said('fared');
      child.send('stop');
      return Promise.race([fared, failed]);
    },
  };
}

function attack({ port, certificate, count, openings, drip }) {
  const open = new Set();
  const fared = { opened: 0, closed: 0, answers: {} };
  const looks = []; // how many are open, each second
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
        process.send({ ready: true });
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
    if (ready) looks.push(open.size);
    for (const socket of open) if (drip !== '' && socket.writable) socket.write(drip);
  }, drip_every_ms);
  process.once('message', () => {
    stopped = true;
    clearInterval(keeping);
    clearInterval(dripping);
    fared.open = Math.round(looks.reduce((sum, one) => sum + one, 0) / Math.max(1, looks.length));
    for (const socket of open) socket.destroy();
    process.send({ fared }, () => process.disconnect());
  });
}

if (process.argv[2] === 'attack' && process.send) {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  process.once('message', attack);
}
