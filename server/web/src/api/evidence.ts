// SPDX-License-Identifier: GPL-3.0-or-later
// Following a document until it is read and scanned: conditional requests, quick at first, slower later.
import type { Schemas } from './client';
import { recovered } from './client';
import { problemFromBody, ApiProblem } from './problem';

export type Evidence = Schemas['Evidence'];

const first_wait_ms = 350;
const longest_wait_ms = { being_read: 4000, scanned: 15_000 }; // a scanner that is down may be so for hours

/** What becomes of it is not known yet. */
export const isUnderWay = ({ status, scan }: Evidence): boolean => status === 'being_read' || (scan === 'pending' && status !== 'removed');

export function pageImage(evidence: number, page: number): string {
  return `/api/v1/evidence/${evidence}/pages/${page}`;
}

/** Calls `onChange` with each new state until the document is read and, where that is required, scanned; or until aborted. */
export async function followEvidence(id: number, onChange: (evidence: Evidence) => void, signal: AbortSignal): Promise<void> {
  let tag: string | null = null;
  let wait = first_wait_ms;
  let longest = longest_wait_ms.being_read;
  while (!signal.aborted) {
    await pause(wait, signal);
    if (signal.aborted) return;
    wait = Math.min(wait * 1.4, longest);
    try {
      const response: Response = await fetch(`/api/v1/evidence/${id}`, { signal, headers: tag ? { 'If-None-Match': tag } : {} });
      if (response.status === 304) continue;
      const body: unknown = await response.json();
      if (!response.ok) throw new ApiProblem(problemFromBody(body, response.status));
      tag = response.headers.get('ETag');
      onChange(body as Evidence);
      if (!isUnderWay(body as Evidence)) return;
      if ((body as Evidence).status !== 'being_read') longest = longest_wait_ms.scanned;
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ApiProblem && !(await recovered(error.problem.code))) throw error;
      // a broken connection: keep asking, ever more slowly
    }
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
