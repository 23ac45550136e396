// SPDX-License-Identifier: GPL-3.0-or-later
// An XMLHttpRequest whose server keeps one upload, /files/1, which becomes the document 17.
import { vi } from 'vitest';

/** `silent`: no answer ever; `broken`: the connection fails. */
type Scripted = { status: number; body?: unknown } | 'silent' | 'broken';

export class FakeTus {
  length = 100;
  offset = 0;
  metadata: Record<string, string> = {};
  asked: string[] = [];
  aborted = 0;
  /** Instead of the usual answer; a PATCH with its offset: `PATCH /files/1 @0`. */
  answers: Record<string, Scripted> = {};

  /** What is whole waits: it becomes no document. */
  waits = false;

  /** Pieces are on their way for ever, at 64 % of them. */
  hold = false;

  install(): void {
    const server = this;
    class Request {
      upload: { onprogress?: (event: { lengthComputable: boolean; loaded: number; total: number }) => void } = {};
      onload?: () => void;
      onerror?: (error: unknown) => void;
      status = 0;
      responseText = '';
      private headers: Record<string, string> = {};
      private answered: Record<string, string> = {};
      private method = '';
      private path = '';
      private stopped = false;
      open(method: string, url: string) {
        this.method = method;
        this.path = new URL(url, window.location.origin).pathname;
      }
      setRequestHeader(name: string, value: string) {
        this.headers[name] = value;
      }
      getResponseHeader(name: string) {
        return this.answered[name] ?? null;
      }
      abort() {
        this.stopped = true;
        server.aborted += 1;
      }
      send(body: Blob | null) {
        void Promise.resolve().then(() => this.reach(body?.size ?? 0));
      }
      private reach(size: number) {
        if (this.stopped) return;
        const name = this.method === 'PATCH' ? `PATCH ${this.path} @${this.headers['Upload-Offset']}` : `${this.method} ${this.path}`;
        server.asked.push(name);
        const scripted = server.answers[name];
        if (scripted === 'silent') return;
        if (scripted === 'broken') return this.onerror?.(new ProgressEvent('error'));
        if (scripted) return this.answer(scripted.status, {}, scripted.body);
        if (this.method !== 'PATCH') return this.begin();
        if (server.hold) this.upload.onprogress?.({ lengthComputable: true, loaded: size * 0.64, total: size });
        else this.finish(size);
      }
      private begin() {
        if (this.method === 'HEAD') return this.answer(200, { 'Upload-Offset': String(server.offset), 'Upload-Length': String(server.length), ...server.evidence() });
        server.length = Number(this.headers['Upload-Length']);
        server.metadata = decoded(this.headers['Upload-Metadata'] ?? '');
        this.answer(201, { Location: '/files/1' });
      }
      private finish(size: number) {
        this.upload.onprogress?.({ lengthComputable: true, loaded: size, total: size });
        server.offset += size;
        this.answer(204, { 'Upload-Offset': String(server.offset), ...server.evidence() });
      }
      private answer(status: number, headers: Record<string, string>, body?: unknown) {
        this.status = status;
        this.answered = headers;
        this.responseText = body === undefined ? '' : JSON.stringify(body);
        this.onload?.();
      }
    }
    vi.stubGlobal('XMLHttpRequest', Request);
  }

  uninstall(): void {
    vi.unstubAllGlobals();
  }

  /** All bytes are there. */
  get whole(): boolean {
    return this.offset === this.length;
  }

  evidence(): Record<string, string> {
    return this.whole && !this.waits ? { 'Mizan-Evidence': '17' } : {};
  }
}

function decoded(header: string): Record<string, string> {
  const text = (base64: string) => new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
  return Object.fromEntries(header.split(',').map((pair) => pair.split(' ')).map(([key = '', value = '']) => [key, text(value)]));
}
