// SPDX-License-Identifier: GPL-3.0-or-later
// A TCP proxy that cuts connections: what a mobile network does to an upload.
import { createConnection, createServer } from 'node:net';

/**
 * Listens before `port`. `cut(bytes)` makes the connection be cut that has sent the last of so many more bytes, all connections together; `cuts`
 * counts them.
 */
export async function startCuttingProxy(port) {
  const proxy = { cuts: 0, left: Infinity, connections: new Set() };
  const server = createServer((client) => {
    const behind = createConnection({ port, host: '127.0.0.1' });
    const pair = { client, behind, cut: false };
    proxy.connections.add(pair);
    const end = () => {
      if (pair.cut) return;
      proxy.connections.delete(pair);
      client.destroy();
      behind.destroy();
    };
    for (const socket of [client, behind]) {
      socket.on('error', end);
      socket.on('close', end);
    }
    client.on('data', (bytes) => {
      const passed = Math.min(bytes.length, proxy.left);
      proxy.left -= passed;
      if (passed > 0) behind.write(bytes.subarray(0, passed));
      if (passed === bytes.length && proxy.left > 0) return;
      proxy.left = Infinity;
      proxy.cuts += 1;
      pair.cut = true;
      // What was passed on is on its way; the answer to it never comes back. The server sees a reset, an end, or nothing at all: in
      // the last case it goes on waiting, and the next request has to take over.
      client.destroy();
      if (proxy.cuts % 3 === 0) behind.resetAndDestroy();
      else if (proxy.cuts % 3 === 1) behind.end();
    });
    behind.on('data', (bytes) => !pair.cut && client.writable && client.write(bytes));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy.port = server.address().port;
  proxy.cut = (bytes) => (proxy.left = bytes);
  proxy.stop = () => {
    for (const pair of proxy.connections) {
      pair.cut = true;
      pair.client.destroy();
      pair.behind.destroy();
    }
    return new Promise((resolve) => server.close(resolve));
  };
  return proxy;
}
