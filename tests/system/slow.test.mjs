// SPDX-License-Identifier: GPL-3.0-or-later
// The server behind the shipped nginx: slow clients, requests that two readers could understand differently, uploads, restarts.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import http from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { connect as connectTcp } from 'node:net';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Api, until } from '../support/api.mjs';
import { cast, documents, startDemonstration } from '../support/demonstration.mjs';
import { withOwnBytes } from '../support/files.mjs';
import { ask, shipped, shippedEnvironment, shippedSettings, site, startNginx, tlsTo } from '../support/nginx.mjs';
import { declarationIn, openRound } from '../support/round.mjs';
import { slowClients } from '../support/slow_clients.mjs';

// Nobody waits longer. Where others wait longer than half of it before anything is tried, the machine is busy with something else,
// and what the slow clients add to that is held against it.
const limit_ms = 100;
const slow_clients = 500;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

let demonstration;
let front;
let alone; // what others wait while nobody is slow
let office; // { api, id }: an office with an open declaration

const signed = () => ({ Cookie: office.api.cookie, 'X-Mizan-CSRF': office.api.csrf });
const evidencePath = (slot = 'licence_document') => `/api/v1/declarations/${office.id}/sections/licence/evidence?slot=${slot}`;

before(async () => {
  demonstration = await startDemonstration('slow', shippedEnvironment());
  const { round } = await openRound(demonstration.base);
  office = await declarationIn(demonstration.base, round, 'rasht_saadi');
  front = await startNginx(demonstration.port);
}, { timeout: 300_000 });
after(async () => {
  await front?.stop();
  await demonstration?.stop();
});

// ── what is shipped ──

test('the numbers of nginx and of the server fit each other', () => {
  const text = readFileSync(join(shipped, 'nginx.conf'), 'utf8') + readFileSync(join(shipped, 'mizan/mizan.conf'), 'utf8');
  const number = (pattern) => Number(text.match(pattern)?.[1]);
  const settings = shippedSettings();
  const example = readFileSync(join(shipped, '../../docs/mizan.example.toml'), 'utf8');
  const setting = (key) => Number(settings[key] ?? example.match(new RegExp(`^${key} = (\\d+)`, 'm'))?.[1]);
  const threads = setting('threads');
  const uploads = number(/limit_conn mizan_uploads (\d+);/);
  assert.ok(number(/worker_processes (\d+);/) * number(/keepalive (\d+);/) < threads, 'idle connections leave threads');
  assert.ok(uploads + number(/worker_processes (\d+);/) * 16 <= threads, 'uploads leave threads');
  assert.ok(number(/keepalive_timeout (\d+)s; {8}# below/) < setting('idle_seconds'), 'nginx lets go of a connection before the server does');
  assert.ok(number(/client_max_body_size (\d+)m;\n/) * 1024 > setting('json_kibibytes'), 'the server says itself what is too large');
  assert.ok(number(/client_max_body_size (\d+)m; {3}# above/) > setting('upload_mebibytes'), 'a document without a length fits');
  assert.match(text, /max_fails=0/);
  assert.doesNotMatch(text.replace(/#.*/g, ''), /max_conns/);
});

test('plain HTTP leads to HTTPS, other names get nothing, HSTS is said once', async () => {
  const plain = await new Promise((resolve, reject) => http.get({ host: '127.0.0.1', port: front.plain_port, path: '/ranks?q=a', headers: { Host: site } }, resolve).once('error', reject));
  plain.resume();
  assert.equal(plain.statusCode, 301);
  assert.equal(plain.headers.location, `https://${site}/ranks?q=a`);
  await assert.rejects(ask(front, 'GET', '/', { headers: { Host: 'other.example' }, agent: false }));
  for (const path of ['/', '/api/v1/health', '/api/v1/nothing']) {
    const answer = await ask(front, 'GET', path);
    assert.equal(answer.headers['strict-transport-security'], 'max-age=31536000', path);
  }
  assert.match((await ask(front, 'GET', '/api/v1/session')).headers['set-cookie'][0], /; Secure/);
});

/** One request over HTTP/2, whose body has no length. */
function askWithoutLength(nginx, path, body) {
  return new Promise((resolve, reject) => {
    const session = connectHttp2(`https://${site}`, { createConnection: () => tlsTo(nginx, 'h2') });
    session.once('error', reject);
    const stream = session.request({ ':method': 'POST', ':path': path, 'content-type': 'application/json' });
    let text = '';
    stream.setEncoding('utf8').on('data', (piece) => (text += piece));
    stream.once('error', reject);
    stream.once('end', () => { session.close(); resolve(JSON.parse(text)); });
    stream.write(body.slice(0, 3));
    setTimeout(() => stream.end(body.slice(3)), 200);
  });
}

test('the server sees who asks, and a length for each body', async () => {
  const echo = http.createServer((request, response) => {
    let body = '';
    request.on('data', (bytes) => (body += bytes)).once('end', () => response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ headers: request.headers, body })));
  });
  await new Promise((resolve) => echo.listen(0, '127.0.0.1', resolve));
  const nginx = await startNginx(echo.address().port);
  try {
    const claimed = { 'X-Forwarded-For': '9.9.9.9', 'Content-Type': 'application/json' };
    const chunked = await ask(nginx, 'POST', '/api/v1/session', { headers: claimed, body: (request) => { request.write('{"a"'); request.end(':1}'); } });
    const seen = [chunked.json];
    for (const path of ['/api/v1/session', '/api/v1/declarations/1/sections/licence/evidence', '/files']) seen.push(await askWithoutLength(nginx, path, '{"a":1}'));
    for (const { headers, body } of seen) {
      assert.equal(body, '{"a":1}');
      assert.equal(headers['content-length'], '7');
      assert.equal(headers['transfer-encoding'], undefined);
      assert.equal(headers['x-forwarded-for'], '127.0.0.1');
      assert.equal(headers.host, site);
    }
  } finally {
    await nginx.stop();
    echo.closeAllConnections();
    echo.close();
  }
});

// ── slow clients ──

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** What other people wait for meanwhile, in milliseconds. Every tenth request opens its connection. */
async function othersWait(seconds) {
  const asked = [['/', {}], ['/api/v1/provinces', {}], ['/api/v1/ranks', {}], ['/api/v1/session', signed()], ['/api/v1/declarations', signed()], [`/api/v1/declarations/${office.id}/sections/premises`, signed()]];
  const waits = [];
  const until_ms = performance.now() + seconds * 1000;
  const person = async (start) => {
    for (let turn = start; performance.now() < until_ms; ++turn) {
      const [path, headers] = asked[turn % asked.length];
      const began = performance.now();
      const answer = await ask(front, 'GET', path, { headers, ...(turn % 10 === 0 ? { agent: false } : {}) });
      waits.push(performance.now() - began);
      assert.equal(answer.status, 200, `${path}: ${answer.bytes.toString('utf8').slice(0, 300)}`);
      await pause(20);
    }
  };
  await Promise.all([0, 3, 5].map(person));
  waits.sort((a, b) => a - b);
  return { requests: waits.length, median: quantile(waits, 0.5), p99: quantile(waits, 0.99), max: waits.at(-1) };
}

const told = ({ requests, median, p99, max }) =>
  `${requests} requests of others, median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, max ${max.toFixed(1)} ms (load ${loadavg()[0].toFixed(1)})`;

async function othersWaitBehind(context, what, clients) {
  const slow = await slowClients(front, { count: slow_clients, ...clients });
  let waits, fared;
  try {
    await pause(1000); // what they cost by arriving is over
    waits = await othersWait(12);
  } finally {
    fared = await slow.stop();
  }
  context.diagnostic(`measured: ${what}: ${told(waits)}; ${fared.open} slow clients open on average, ${fared.closed} closed, answers ${JSON.stringify(fared.answers)}`);
  assert.ok(fared.open > slow_clients / 2, 'the slow clients were there');
  const limit = alone.p99 < limit_ms / 2 ? limit_ms : limit_ms + alone.p99;
  assert.ok(waits.p99 < limit, `${told(waits)}; at most ${limit.toFixed(0)} ms`);
  return fared;
}

const head = (method, path, ...headers) => [`${method} ${path} HTTP/1.1`, `Host: ${site}`, ...headers].join('\r\n') + '\r\n';
const multipart_start = '--B\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4\n';

test('nobody is slow', async (context) => {
  alone = await othersWait(8);
  context.diagnostic(`measured: nobody is slow: ${told(alone)}`);
});

test('heads that drip', (context) => othersWaitBehind(context, 'heads that drip', { openings: [`${head('GET', '/')}X-Slow: `], drip: 'a' }));

test('bodies that drip, from nobody in particular', async (context) => {
  const json = ['/api/v1/session', '/api/v1/activation'].map((path) => `${head('POST', path, 'Content-Type: application/json', 'Content-Length: 60000')}\r\n{`);
  const document = `${head('POST', evidencePath(), 'Content-Type: multipart/form-data; boundary=B', 'Content-Length: 60000')}\r\n${multipart_start}`;
  const endless = `${head('POST', evidencePath(), 'Content-Type: multipart/form-data; boundary=B', 'Transfer-Encoding: chunked')}\r\n`;
  const fared = await othersWaitBehind(context, 'bodies that drip', { openings: [...json, document, endless], drip: ' ' });
  assert.ok(fared.answers[401] > 0, 'documents of strangers are refused before they come');
});

test('documents that drip from people who are signed in', async (context) => {
  const sessions = [];
  for (let number = 0; number < 26; ++number) sessions.push(await Api.signedIn(demonstration.base, cast.offices[number % 8].licensee.national_code));
  const openings = sessions.map((api) =>
    `${head('POST', evidencePath(), `Cookie: ${api.cookie}`, `X-Mizan-CSRF: ${api.csrf}`, 'Content-Type: multipart/form-data; boundary=B', 'Content-Length: 1000000')}\r\n${multipart_start}`);
  const fared = await othersWaitBehind(context, 'documents that drip', { openings, drip: ' ' });
  assert.ok(fared.answers[429] > 0, 'more than the places for uploads are told to wait');
});

test('answers that nobody reads', async (context) => {
  const [script] = (await ask(front, 'GET', '/')).bytes.toString('utf8').match(/\/assets\/[^"]+\.js/);
  await othersWaitBehind(context, 'answers that nobody reads', { openings: [`${head('GET', script)}\r\n`.repeat(8)], drip: '' });
});

// ── documents ──

const multipart = (bytes, name = 'a.pdf') => Buffer.concat([Buffer.from(`--B\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`), bytes, Buffer.from('\r\n--B--\r\n')]);
const document_headers = (body) => ({ ...signed(), 'Content-Type': 'multipart/form-data; boundary=B', ...(body ? { 'Content-Length': body.length } : {}) });
const licence = () => withOwnBytes(readFileSync(join(documents, 'rasht_saadi-licence.pdf')));
const incoming = () => {
  const folder = join(demonstration.data, 'evidence/incoming');
  return existsSync(folder) ? readdirSync(folder).map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0) : [];
};
const stored = (bytes) => {
  const hash = createHash('sha256').update(bytes).digest('hex');
  return join(demonstration.data, 'evidence', hash.slice(0, 2), hash.slice(2, 4), hash);
};
async function removed(answer) {
  assert.equal(answer.status, 202, answer.bytes.toString('utf8'));
  await until('the document is read', async () => (await office.api.get(`/evidence/${answer.json.id}`)).body.status !== 'being_read', 120);
  assert.equal((await office.api.delete(`/evidence/${answer.json.id}`)).status, 204);
}

test('a document goes on to the server while it comes, and arrives whole', async () => {
  const bytes = licence();
  const body = multipart(bytes);
  const half = Math.floor(body.length / 2);
  let seen = 0;
  const answer = await ask(front, 'POST', evidencePath(), {
    headers: document_headers(body),
    body: async (request) => {
      request.write(body.subarray(0, half));
      seen = await until('half of it is at the server', () => Math.max(0, ...incoming()) > half - (128 << 10) && Math.max(...incoming()), 20).catch(() => 0);
      request.end(body.subarray(half));
    },
  });
  assert.ok(seen > 0, 'the first half was written before the second was sent');
  assert.deepEqual(front.buffered(), [], 'nothing lay on the disk of nginx');
  await removed(answer);
  assert.ok(readFileSync(stored(bytes)).equals(bytes));
});

test('a document without a length is taken in by nginx and arrives whole', async () => {
  const bytes = licence();
  const answer = await ask(front, 'POST', evidencePath(), {
    headers: document_headers(),
    body: (request) => { request.write(multipart(bytes).subarray(0, 1000)); request.end(multipart(bytes).subarray(1000)); },
  });
  await removed(answer);
  assert.ok(readFileSync(stored(bytes)).equals(bytes));
});

test('what is too large, too often or not allowed is said in words that the page can show', async () => {
  const problem = (answer, status, code) => {
    assert.equal(answer.status, status, answer.bytes.toString('utf8').slice(0, 300));
    assert.match(answer.headers['content-type'], /^application\/problem\+json/);
    assert.equal(answer.json.code, code);
    assert.equal(answer.json.status, status);
    assert.ok(answer.json.text_fa && answer.json.text_en);
  };
  const json = (size) => ({ headers: { ...signed(), 'Content-Type': 'application/json' }, body: JSON.stringify({ revision: 0, answers: { address: 'x'.repeat(size) } }), agent: false });
  const answers = `/api/v1/declarations/${office.id}/sections/licence/answers`;
  problem(await ask(front, 'PUT', answers, json(1_500_000)), 413, 'request.too_large'); // the server's own words
  problem(await ask(front, 'PUT', answers, json(4_000_000)), 413, 'request.too_large'); // those of nginx
  const large = multipart(Buffer.alloc(60 << 20));
  problem(await ask(front, 'POST', evidencePath(), { headers: document_headers(large), body: large, agent: false }), 413, 'evidence.too_large');
  const own = multipart(licence());
  const stranger = { 'Content-Type': 'multipart/form-data; boundary=B', 'Content-Length': own.length };
  problem(await ask(front, 'POST', evidencePath(), { headers: stranger, body: own, agent: false }), 401, 'session.required');
  const expert = await Api.signedIn(demonstration.base, cast.experts[0].national_code);
  problem(await ask(front, 'POST', evidencePath(), { headers: { ...stranger, Cookie: expert.cookie }, body: own, agent: false }), 403, 'access.forbidden');
  const guesses = await Promise.all(Array.from({ length: 60 }, () => ask(front, 'POST', '/api/v1/session', { headers: { 'Content-Type': 'application/json' }, body: '{}' })));
  problem(guesses.find(({ status }) => status === 429), 429, 'storage.busy');
});

// ── requests that two readers could understand differently ──

const health = '/api/v1/health';
const hidden = `${head('GET', `${health}?hidden`)}\r\n`;

/** All that comes back on one connection until it ends or is silent. */
function exchange(socket, text, silence_ms = 1500) {
  return new Promise((resolve) => {
    let answer = '';
    let timer = setTimeout(done, silence_ms * 3);
    function done() {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    }
    socket.on('data', (bytes) => {
      answer += bytes.toString('latin1');
      clearTimeout(timer);
      timer = setTimeout(done, silence_ms);
    });
    socket.once('close', done);
    socket.on('error', done);
    socket.write(text, 'latin1');
  });
}
const statuses = (answer) => [...answer.matchAll(/HTTP\/1\.[01] (\d{3}) /g)].map((found) => Number(found[1])).filter((status) => status !== 100);
const ways = () => ({ 'through nginx': () => tlsTo(front), 'to the server itself': () => connectTcp(demonstration.port, '127.0.0.1') });

const refused_heads = {
  'two lengths': ['Content-Length: 5', 'Content-Length: 6'], 'the same length twice': ['Content-Length: 5', 'Content-Length: 5'], 'lengths in one line': ['Content-Length: 5, 6'],
  'a negative length': ['Content-Length: -1'], 'a length with a sign': ['Content-Length: +5'], 'a hexadecimal length': ['Content-Length: 0x5'],
  'a length and chunks': ['Content-Length: 5', 'Transfer-Encoding: chunked'], 'chunks and a length': ['Transfer-Encoding: chunked', 'Content-Length: 5'],
  'an unknown coding': ['Transfer-Encoding: xchunked'], 'two codings': ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity'], 'a blank before the colon': ['Content-Length : 5'],
  'a coding after a tab before the colon': ['Transfer-Encoding\t: chunked'], 'a NUL in a header': ['X-A: a\0b', 'Content-Length: 5'],
};

test('requests that contradict themselves are refused and answered once', async (context) => {
  for (const [way, open] of Object.entries(ways()))
    for (const [name, headers] of Object.entries(refused_heads))
      await context.test(`${name}, ${way}`, async () => {
        const answer = await exchange(open(), `${head('POST', '/api/v1/session', 'Content-Type: application/json', ...headers)}\r\n0\r\n\r\n${hidden}`);
        const [status, ...more] = statuses(answer);
        assert.ok((status >= 400 && status < 500) || status === 501, answer.slice(0, 400));
        assert.deepEqual(more, [], answer.slice(0, 800));
      });
});

test('a body that nobody reads is never the next request', async (context) => {
  const next = `${head('GET', health)}\r\n`;
  const carriers = { 'an unknown path': ['POST', '/api/v1/nothing'], 'no token': ['POST', '/api/v1/session'], 'a GET': ['GET', '/api/v1/provinces'], 'a page': ['POST', '/'], 'a document of a stranger': ['POST', evidencePath()] };
  for (const [way, open] of Object.entries(ways()))
    for (const [name, [method, path]] of Object.entries(carriers))
      await context.test(`${name}, ${way}`, async () => {
        const answer = await exchange(open(), `${head(method, path, 'Content-Type: application/json', `Content-Length: ${hidden.length}`)}\r\n${hidden}${next}`);
        const seen = statuses(answer);
        assert.ok(seen.length === 2 ? seen[1] === 200 : seen.length === 1, `one answer and the next request's, or the end of the connection: ${seen}`);
        assert.ok(!seen.slice(0, 1).includes(200) || method === 'GET', answer.slice(0, 400));
      });
  const { headers } = await ask(front, 'GET', health);
  assert.ok(headers);
});

test('after all that everybody still gets the answer to what he or she asked', async () => {
  const items = Array.from({ length: 200 }, (_, number) => (number % 2 ? ['/api/v1/provinces', 'items'] : [health, 'checks']));
  const answers = await Promise.all(items.map(([path]) => ask(front, 'GET', path)));
  answers.forEach((answer, number) => assert.ok(answer.json[items[number][1]], items[number][0]));
});

// ── stopping ──

const serving = () => {
  const rows = execFileSync('ps', ['--ppid', String(demonstration.process.pid), '-o', 'pid=,args='], { encoding: 'utf8' }).trim().split('\n');
  return Number(rows.find((row) => row.endsWith(' serve'))?.trim().split(' ')[0]);
};
const listening = () => new Promise((resolve) => {
  const socket = connectTcp(demonstration.port, '127.0.0.1');
  socket.once('connect', () => { socket.destroy(); resolve(true); });
  socket.once('error', () => resolve(false));
});

test('a request in hand finishes when the server stops', async () => {
  const bytes = licence();
  const body = multipart(bytes);
  const first = serving();
  const answer = await ask(front, 'POST', evidencePath(), {
    headers: document_headers(body), agent: false,
    body: async (request) => {
      request.write(body.subarray(0, 200_000));
      await until('it has begun', () => incoming().some((size) => size > 50_000), 20);
      process.kill(first, 'SIGTERM');
      await until('the server takes no more', async () => !(await listening()), 20);
      request.write(body.subarray(200_000, 300_000));
      await pause(1500);
      request.end(body.subarray(300_000));
    },
  });
  assert.equal(answer.status, 202, answer.bytes.toString('utf8'));
  assert.ok(readFileSync(stored(bytes)).equals(bytes));
  await until('the server is back', async () => (await listening()) && serving() !== first, 120);
  await removed(answer);
});

test('a restart is seen behind nginx for as long as it lasts, and as a problem', async (context) => {
  const first = serving();
  const down = { from: Infinity, to: 0 };
  const refused = [];
  let going = true;
  const looking = (async () => {
    while (going) {
      const asked = performance.now();
      if (!(await listening())) { down.from = Math.min(down.from, asked); down.to = performance.now(); }
      await pause(10);
    }
  })();
  const asking = Array.from({ length: 4 }, async () => {
    while (going) {
      const at = performance.now();
      const answer = await ask(front, 'GET', '/api/v1/rounds/published');
      if (answer.status !== 200) {
        assert.equal(answer.status, 503);
        assert.equal(answer.json.code, 'storage.busy');
        assert.ok(Number(answer.headers['retry-after']) > 0);
        refused.push({ at, until: performance.now() });
      }
      await pause(10);
    }
  });
  try {
    await pause(300);
    process.kill(first, 'SIGTERM');
    await until('the server is back', async () => serving() && serving() !== first && (await listening()), 120);
    await pause(2000);
  } finally {
    going = false;
  }
  await Promise.all([looking, ...asking]);
  const last = Math.max(0, ...refused.map((one) => one.at));
  context.diagnostic(`measured: restart: not listening ${(down.to - down.from).toFixed(0)} ms, ${refused.length} requests refused, the last began ${(last - down.to).toFixed(0)} ms after the server listened again`);
  assert.ok(refused.every((one) => one.until >= down.from - 50), 'nobody is refused before the server is away');
  assert.ok(last <= down.to + 500, 'nobody is refused once it is back');
});
