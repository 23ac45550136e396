// SPDX-License-Identifier: GPL-3.0-or-later
// One passage of a file to the server by tus: from where it stands to its end, or to whatever stops it.
import { DetailedError, Upload } from 'tus-js-client';
import { call, recovered, type Schemas } from './client';
import type { Evidence } from './evidence';
import { ApiProblem, problemFromBody } from './problem';
import { forgetUpload, rememberUpload } from './upload-memory';

/** Where a document goes to. An objection's evidence has no slot: ''. */
export interface Place {
  declaration: number;
  section: string;
  slot: string;
  purpose: Evidence['purpose'];
}

export type UnfinishedUpload = Schemas['Upload'];

export interface Passage {
  /**
   * Resolves with the evidence that the file has become, or null when it waits at the server: a bundle that is being opened, a file
   * without a place. Rejects with ApiProblem, with TypeError when the connection failed or
   * nothing moves any more, with AbortError after `stop`.
   */
  done: Promise<Evidence | null>;
  /** Whatever has arrived stays at the server. */
  stop(): void;
}

interface Load {
  place: Place;
  file: File;
  /** Of an upload that has begun; null begins one. */
  url: string | null;
  onUrl(url: string): void;
  /** Bytes on their way or there; less than before when some of them were lost. */
  onProgress(sent: number): void;
}

/** Small enough that a slow line acknowledges a piece before it would seem dead. */
const piece_bytes = 1 << 20;
const dead_after_ms = 90_000;

export const endpoint = (): string => `${window.location.origin}/files`;

export function send({ place, file, url, onUrl, onProgress }: Load): Passage {
  let settle = { resolve: (_: Evidence | null) => {}, reject: (_: unknown) => {} };
  const done = new Promise<Evidence | null>((resolve, reject) => (settle = { resolve, reject }));
  let evidence: string | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const moved = () => {
    clearTimeout(silence);
    silence = setTimeout(() => end(new TypeError('nothing moves')), dead_after_ms);
  };
  const end = (reason: unknown) => {
    clearTimeout(silence);
    void upload.abort(); // resolves at once: nothing is terminated
    settle.reject(reason);
  };
  const upload = new Upload(file, {
    // Without an endpoint an upload that is gone is reported, not silently begun anew.
    endpoint: url === null ? endpoint() : null,
    uploadUrl: url,
    metadata: { filename: file.name, filetype: file.type, declaration: String(place.declaration), section: place.section, slot: place.slot, purpose: place.purpose },
    chunkSize: piece_bytes,
    retryDelays: null,
    storeFingerprintForResuming: false,
    onUploadUrlAvailable() {
      if (url !== null || upload.url === null) return;
      void rememberUpload(file, upload.url);
      onUrl(upload.url);
    },
    onProgress(sent) {
      moved();
      onProgress(sent);
    },
    onAfterResponse(_, response) {
      moved();
      evidence = response.getHeader('Mizan-Evidence') ?? evidence;
    },
    onError: (error) => end(refusalOf(error)),
    onSuccess() {
      clearTimeout(silence);
      if (upload.url !== null) void forgetUpload(upload.url);
      if (evidence === undefined) settle.resolve(null);
      else fetchEvidence(Number(evidence)).then(settle.resolve, settle.reject);
    },
  });
  moved();
  upload.start();
  return { done, stop: () => end(new DOMException('stopped', 'AbortError')) };
}

const fetchEvidence = (id: number): Promise<Evidence> => call((api) => api.GET('/evidence/{id}', { params: { path: { id } } }));

/** Ends an upload at the server; one that is gone already is as good. */
export async function endUpload(url: string): Promise<void> {
  const response = await fetch(url, { method: 'DELETE', headers: { 'Tus-Resumable': '1.0.0' } });
  if (response.status === 401 && (await recovered('session.required'))) return endUpload(url);
  if (!response.ok && !isGone(response.status)) throw new ApiProblem(problemFromBody(parsed(await response.text()), response.status));
  await forgetUpload(url);
}

export const isGone = (status: number): boolean => status === 404 || status === 410;

/** What this account has begun for a declaration and not finished, here or on another device. */
export async function unfinishedUploads(declaration: number): Promise<UnfinishedUpload[]> {
  const { items } = await call((api) => api.GET('/uploads', { params: { query: { declaration } } }));
  return items.map((one) => ({ ...one, url: new URL(one.url, window.location.origin).href }));
}

function refusalOf(error: Error): Error {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  if (!response) return new TypeError(error.message);
  return new ApiProblem(problemFromBody(parsed(response.getBody()), response.getStatus()));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // an answer to HEAD, or a proxy's page
  }
}
