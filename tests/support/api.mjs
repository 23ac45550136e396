// SPDX-License-Identifier: GPL-3.0-or-later
// One person's session over HTTP for system tests: cookie, CSRF token, JSON, uploads. Answers status and body; never throws on a refusal.
import * as fs from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { password } from './demonstration.mjs';

export class Api {
  constructor(base) {
    this.base = base;
    this.cookie = '';
    this.csrf = '';
  }

  static async signedIn(base, nationalCode, word = password) {
    const api = new Api(base);
    const answer = await api.post('/session', { national_code: nationalCode, password: word });
    if (answer.status !== 200) throw new Error(`sign-in of ${nationalCode}: ${JSON.stringify(answer.body)}`);
    return api;
  }

  async send(method, path, { body, headers = {}, raw } = {}) {
    if (method !== 'GET' && !this.csrf) await this.get('/session');
    const response = await fetch(`${this.base}/api/v1${path}`, {
      method,
      headers: {
        ...(this.cookie ? { Cookie: this.cookie } : {}),
        ...(method !== 'GET' ? { 'X-Mizan-CSRF': this.csrf } : {}),
        ...(raw || body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
    });
    for (const cookie of response.headers.getSetCookie?.() ?? [response.headers.get('set-cookie') ?? ''])
      if (cookie.startsWith('mizan_session=')) this.cookie = cookie.split(';')[0];
    const bytes = Buffer.from(await response.arrayBuffer());
    const type = response.headers.get('content-type') ?? '';
    const parsed = type.includes('json') && bytes.length ? JSON.parse(bytes.toString('utf8')) : bytes;
    if (parsed?.csrf_token) this.csrf = parsed.csrf_token;
    return { status: response.status, body: parsed, headers: response.headers };
  }

  get(path, headers) { return this.send('GET', path, { headers }); }
  post(path, body = {}) { return this.send('POST', path, { body }); }
  put(path, body) { return this.send('PUT', path, { body }); }
  delete(path) { return this.send('DELETE', path); }

  async upload(path, file, name = basename(file)) {
    const form = new FormData();
    form.append('file', fs.openAsBlob ? await fs.openAsBlob(file) : new Blob([await readFile(file)]), name);
    return this.send('POST', path, { raw: form });
  }
}

/** Asks until the answer is truthy; rejects after `seconds`. */
export async function until(what, ask, seconds = 60) {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`waited ${seconds} s until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
