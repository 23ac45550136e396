// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped nginx in front of a server under test: its files as they are but for ports, paths, user and certificate.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { freePort, root } from './demonstration.mjs';

export const shipped = join(root, 'server/deploy/nginx');
/** The name that the shipped configuration answers to. */
export const site = 'mizan.example';

/** Replaces, and fails where the shipped text is not what this file knows. */
function replaced(text, pairs) {
  for (const [from, to] of pairs) {
    if (!text.includes(from)) throw new Error(`the shipped configuration has no “${from}”`);
    text = text.replaceAll(from, to);
  }
  return text;
}

/** The settings of server.toml as environment variables, for a server that has a configuration of its own. */
export function shippedSettings() {
  const settings = {};
  for (const line of readFileSync(join(shipped, 'mizan/server.toml'), 'utf8').split('\n')) {
    const found = line.match(/^(\w+) = ("[^"]*"|\[[^\]]*\]|\w+)/);
    if (found) settings[found[1]] = found[2].replace(/[[\]"]/g, '');
  }
  return settings;
}

/** For the environment of the server; where it listens is the test's to say. */
export function shippedEnvironment() {
  return Object.fromEntries(Object.entries(shippedSettings()).filter(([key]) => key !== 'port' && key !== 'address').map(([key, value]) => [`MIZAN_SERVER_${key.toUpperCase()}`, value]));
}

function writeConfiguration(folder, { port, plain_port, server_port }) {
  cpSync(shipped, folder, { recursive: true });
  for (const path of ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']) mkdirSync(join(folder, 'temporary', path), { recursive: true });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `  ${name}_temp_path ${join(folder, 'temporary', name.replace('client_', ''))};`);
  const main = join(folder, 'nginx.conf');
  writeFileSync(main, replaced(readFileSync(main, 'utf8'), [
    ['user www-data;', process.getuid() === 0 ? 'user www-data;' : ''], ['/run/nginx.pid', join(folder, 'pid')], ['/var/log/nginx', folder], ['http {', ['http {', ...temporary].join('\n')],
  ]));
  const own = join(folder, 'mizan/mizan.conf');
  writeFileSync(own, replaced(readFileSync(own, 'utf8'), [
    ['listen 80', `listen 127.0.0.1:${plain_port}`], ['listen 443', `listen 127.0.0.1:${port}`], ['server 127.0.0.1:8080', `server 127.0.0.1:${server_port}`], ['/etc/nginx/mizan', join(folder, 'mizan')],
  ]));
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', `/CN=${site}`, '-addext', `subjectAltName=DNS:${site}`,
    '-keyout', join(folder, 'mizan/key.pem'), '-out', join(folder, 'mizan/certificate.pem')], { stdio: 'ignore' });
}

/** nginx on free ports in front of 127.0.0.1:`server_port`, until `stop`. */
export async function startNginx(server_port) {
  const folder = mkdtempSync(join(tmpdir(), 'mizan-nginx-'));
  chmodSync(folder, 0o755); // its workers are another user
  const [port, plain_port] = [await freePort(), await freePort()];
  writeConfiguration(folder, { port, plain_port, server_port });
  const program = process.env.MIZAN_NGINX ?? '/usr/sbin/nginx';
  const child = spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log'), '-g', 'daemon off;'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  child.stderr.on('data', (bytes) => (output += bytes));
  const ended = new Promise((resolve) => child.once('close', resolve));
  const front = {
    port,
    plain_port,
    certificate: readFileSync(join(folder, 'mizan/certificate.pem'), 'utf8'),
    errors: () => readFileSync(join(folder, 'error.log'), 'utf8'),
    /** Bodies that nginx put on its disk and that are still there. */
    buffered: () => readdirSync(join(folder, 'temporary/body'), { recursive: true }),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
  for (let patience = 100; ; --patience) {
    if (child.exitCode !== null || patience === 0) throw new Error(`nginx does not answer:\n${output}\n${front.errors()}`);
    const answer = await ask(front, 'GET', '/').catch(() => null);
    if (answer) return front;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const patience_ms = 60_000;

const keeping = (front) => (front.agent ??= new https.Agent({ keepAlive: true, maxSockets: 16 }));

/**
 * One request over TLS. `body` is text or bytes, or a function that is given the open request and ends it itself. Answers status,
 * headers, bytes and parsed JSON.
 */
export function ask(front, method, path, { headers = {}, body, agent = keeping(front) } = {}) {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: front.port, servername: site, ca: front.certificate, method, path, agent, headers: { Host: site, ...headers } };
    const request = https.request(options, (response) => {
      const pieces = [];
      response.on('data', (bytes) => pieces.push(bytes));
      response.once('error', reject);
      response.once('end', () => {
        const bytes = Buffer.concat(pieces);
        const json = (response.headers['content-type'] ?? '').includes('json') ? JSON.parse(bytes.toString('utf8')) : null;
        resolve({ status: response.statusCode, headers: response.headers, bytes, json });
      });
    });
    request.once('error', reject);
    request.setTimeout(patience_ms, () => request.destroy(new Error(`${method} ${path}: nothing for ${patience_ms} ms`)));
    if (typeof body === 'function') body(request);
    else request.end(body);
  });
}

/** A bare TLS connection to nginx. */
export const tlsTo = (front, protocol = 'http/1.1') => connect({ host: '127.0.0.1', port: front.port, servername: site, ca: front.certificate, ALPNProtocols: [protocol] });
