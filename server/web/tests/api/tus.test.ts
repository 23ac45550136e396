// SPDX-License-Identifier: GPL-3.0-or-later
// tus-js-client against a server that remembers bytes: what is sent, told, and made of answers.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { adoptSession } from '../../src/api/session';
import { endUpload, send, unfinishedUploads, type Place } from '../../src/api/tus';
import { isSameFile, rememberUpload } from '../../src/api/upload-memory';
import { evidence, licensee, problem } from '../support/fixtures';
import { serve } from '../support/server';
import { FakeTus } from '../support/tus';

const place: Place = { declaration: 4, section: 'premises', slot: 'lease', purpose: 'declaration' };
const file = new File(['x'.repeat(100)], 'اجاره‌نامه.pdf', { type: 'application/pdf', lastModified: 5 });
const base = window.location.origin;

let server: FakeTus;
beforeEach(() => {
  server = new FakeTus();
  server.install();
  adoptSession(licensee);
  serve({ 'GET /evidence/17': evidence() });
});
afterEach(() => {
  vi.useRealTimers();
  server.uninstall();
  localStorage.clear();
});

function started(url: string | null = null) {
  const seen: { urls: string[]; sent: number[] } = { urls: [], sent: [] };
  const passage = send({ place, file, url, onUrl: (one) => seen.urls.push(one), onProgress: (sent) => seen.sent.push(sent) });
  passage.done.catch(() => undefined);
  return { passage, seen };
}

describe('a passage', () => {
  it('begins an upload at its place, tells its address and progress, and ends with the document', async () => {
    const { passage, seen } = started();
    expect((await passage.done)?.id).toBe(17);
    expect(seen.urls).toEqual([`${base}/files/1`]);
    expect(seen.sent.at(-1)).toBe(100);
    expect(server.metadata).toEqual({ filename: 'اجاره‌نامه.pdf', filetype: 'application/pdf', declaration: '4', section: 'premises', slot: 'lease', purpose: 'declaration' });
    expect(server.asked).toEqual(['POST /files', 'PATCH /files/1 @0']);
  });

  it('goes on where an upload stands', async () => {
    server.offset = 60;
    const { passage, seen } = started(`${base}/files/1`);
    expect((await passage.done)?.id).toBe(17);
    expect(server.asked).toEqual(['HEAD /files/1', 'PATCH /files/1 @60']);
    expect(seen.urls).toEqual([]);
  });

  it('takes the document of an upload whose last answer was lost', async () => {
    server.offset = 100;
    expect((await started(`${base}/files/1`).passage.done)?.id).toBe(17);
    expect(server.asked).toEqual(['HEAD /files/1']);
  });

  it('ends without a document where the server keeps the file: a bundle that it opens', async () => {
    server.waits = true;
    expect(await started().passage.done).toBeNull();
  });

  it('rejects with what the server says', async () => {
    server.answers['POST /files'] = { status: 409, body: problem('evidence.slot_full', 409, 'پر است', 'Full') };
    await expect(started().passage.done).rejects.toMatchObject({ problem: { code: 'evidence.slot_full', text_fa: 'پر است' } });
  });

  it('never begins anew by itself', async () => {
    server.answers['HEAD /files/1'] = { status: 410 };
    await expect(started(`${base}/files/1`).passage.done).rejects.toMatchObject({ problem: { status: 410 } });
    expect(server.asked).toEqual(['HEAD /files/1']);
  });

  it('tells a broken connection from a refusal', async () => {
    server.answers['PATCH /files/1 @0'] = 'broken';
    await expect(started().passage.done).rejects.toBeInstanceOf(TypeError);
  });

  it('stops when told to, and when nothing moves for a long time', async () => {
    server.answers['PATCH /files/1 @0'] = 'silent';
    const told = started();
    await vi.waitFor(() => expect(server.asked).toContain('PATCH /files/1 @0'));
    told.passage.stop();
    await expect(told.passage.done).rejects.toMatchObject({ name: 'AbortError' });

    vi.useFakeTimers();
    const silent = started();
    const failed = expect(silent.passage.done).rejects.toBeInstanceOf(TypeError);
    await vi.advanceTimersByTimeAsync(100_000);
    await failed;
    expect(server.aborted).toBe(2);
  });
});

describe('ending an upload', () => {
  it('is told the server; one that is gone is as good', async () => {
    for (const status of [204, 404, 410]) {
      const { asked } = serve({ 'DELETE /files/1': new Response(null, { status }) });
      await endUpload(`${base}/files/1`);
      expect(asked[0]?.headers.get('Tus-Resumable')).toBe('1.0.0');
    }
    serve({ 'DELETE /files/1': new Response('{}', { status: 500 }) });
    await expect(endUpload(`${base}/files/1`)).rejects.toMatchObject({ problem: { code: 'http.500' } });
  });
});

describe('what was left unfinished', () => {
  const left = { url: `${base}/files/1`, file_name: 'اجاره‌نامه.pdf', length: 100 };

  it('is listed with whole addresses', async () => {
    const { asked } = serve({ 'GET /uploads': { items: [{ url: '/files/1' }] } });
    expect((await unfinishedUploads(4)).map(({ url }) => url)).toEqual([`${base}/files/1`]);
    expect(asked[0]?.search).toBe('?declaration=4');
  });

  it('is told from other files by name and size, where another device began it', async () => {
    expect(await isSameFile(file, left)).toBe(true);
    expect(await isSameFile(new File(['x'.repeat(99)], file.name), left)).toBe(false);
    expect(await isSameFile(new File(['y'.repeat(100)], 'دیگری.pdf'), left)).toBe(false);
  });

  it('is told by its fingerprint, where this browser began it', async () => {
    await rememberUpload(file, left.url);
    expect(await isSameFile(file, left)).toBe(true);
    const changed = new File(['y'.repeat(100)], file.name, { type: file.type, lastModified: 6 });
    expect(await isSameFile(changed, left)).toBe(false);
  });
});
