// SPDX-License-Identifier: GPL-3.0-or-later
// Sending a file with progress; fetch cannot tell how much has left, so this is XMLHttpRequest.
import { csrf_header, recovered, type Schemas } from './client';
import { ApiProblem, problemFromBody } from './problem';
import { csrfToken } from './session';

export interface Upload {
  /** Resolves with the stored evidence; rejects with ApiProblem, or TypeError when the connection failed. */
  done: Promise<Schemas['Evidence']>;
  cancel(): void;
}

/** `address` is below /api/v1; `onProgress` gets 0…100. */
export function upload(address: string, file: File, onProgress: (percent: number) => void): Upload {
  let request: XMLHttpRequest | null = null;
  let cancelled = false;

  const attempt = async (): Promise<Schemas['Evidence']> => {
    const token = await csrfToken();
    return new Promise((resolve, reject) => {
      request = new XMLHttpRequest();
      request.open('POST', `/api/v1${address}`);
      request.responseType = 'json';
      request.setRequestHeader(csrf_header, token);
      request.setRequestHeader('Accept', 'application/json');
      request.upload.onprogress = (event) => {
        if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
      };
      request.onload = () => {
        const { status, response } = request as XMLHttpRequest;
        if (status >= 200 && status < 300) resolve(response as Schemas['Evidence']);
        else reject(new ApiProblem(problemFromBody(response, status)));
      };
      request.onerror = () => reject(new TypeError('network'));
      request.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
      const form = new FormData();
      form.append('file', file, file.name);
      request.send(form);
    });
  };

  const done = attempt().catch(async (error: unknown) => {
    if (!cancelled && error instanceof ApiProblem && (await recovered(error.problem.code))) return attempt();
    throw error;
  });
  return {
    done,
    cancel() {
      cancelled = true;
      request?.abort();
    },
  };
}
