// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { adoptSession } from '../../src/api/session';
import { upload } from '../../src/api/upload';
import { evidence, licensee, problem } from '../support/fixtures';
import { serve } from '../support/server';

/** What the browser's own would do, driven by the test. */
class FakeRequest {
  static last: FakeRequest;
  upload: { onprogress?: (event: { lengthComputable: boolean; loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  status = 0;
  response: unknown = null;
  responseType = '';
  headers: Record<string, string> = {};
  url = '';
  sent: FormData | null = null;
  constructor() {
    FakeRequest.last = this;
  }
  open(_: string, url: string) {
    this.url = url;
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  send(form: FormData) {
    this.sent = form;
  }
  abort() {
    this.onabort?.();
  }
  answer(status: number, response: unknown) {
    Object.assign(this, { status, response });
    this.onload?.();
  }
}

const file = new File(['x'.repeat(100)], 'اجاره‌نامه.pdf', { type: 'application/pdf' });
const started = () => vi.waitFor(() => expect(FakeRequest.last?.sent).toBeTruthy());

describe('an upload', () => {
  beforeEach(() => {
    vi.stubGlobal('XMLHttpRequest', FakeRequest);
    FakeRequest.last = undefined as unknown as FakeRequest;
    adoptSession(licensee);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('sends the file with the token and tells how much has gone', async () => {
    const percents: number[] = [];
    const sending = upload('/declarations/4/sections/premises/evidence?slot=lease', file, (percent) => percents.push(percent));
    await started();
    expect(FakeRequest.last.url).toBe('/api/v1/declarations/4/sections/premises/evidence?slot=lease');
    expect(FakeRequest.last.headers['X-Mizan-CSRF']).toBe('office-token');
    expect((FakeRequest.last.sent?.get('file') as File).name).toBe('اجاره‌نامه.pdf');
    FakeRequest.last.upload.onprogress?.({ lengthComputable: true, loaded: 64, total: 100 });
    FakeRequest.last.answer(202, evidence());
    expect((await sending.done).id).toBe(17);
    expect(percents).toEqual([64]);
  });

  it('rejects with what the server says', async () => {
    const sending = upload('/x', file, () => undefined);
    await started();
    FakeRequest.last.answer(413, problem('evidence.too_large', 413, 'بزرگ است', 'Too large'));
    await expect(sending.done).rejects.toMatchObject({ problem: { code: 'evidence.too_large' } });
  });

  it('stops when cancelled', async () => {
    const sending = upload('/x', file, () => undefined);
    await started();
    sending.cancel();
    await expect(sending.done).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('tells a broken connection from a refusal', async () => {
    const sending = upload('/x', file, () => undefined);
    await started();
    FakeRequest.last.onerror?.();
    await expect(sending.done).rejects.toBeInstanceOf(TypeError);
  });

  it('sends again with a new token when the old one no longer counts', async () => {
    serve({ 'GET /session': { ...licensee, csrf_token: 'new-token' } });
    const sending = upload('/x', file, () => undefined);
    await started();
    const first = FakeRequest.last;
    first.answer(403, problem('session.csrf', 403, 'x', 'x'));
    await vi.waitFor(() => expect(FakeRequest.last).not.toBe(first));
    await started();
    expect(FakeRequest.last.headers['X-Mizan-CSRF']).toBe('new-token');
    FakeRequest.last.answer(202, evidence());
    expect((await sending.done).id).toBe(17);
  });
});
