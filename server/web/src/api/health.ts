// SPDX-License-Identifier: GPL-3.0-or-later
// How the server is: its checks come with 200 and with 503 alike.
import type { Schemas } from './client';
import { ApiProblem, problemFromBody } from './problem';

export type Health = Schemas['Health'];

export async function fetchHealth(): Promise<Health> {
  const response = await fetch('/api/v1/health');
  const body: unknown = await response.json();
  // What a proxy says of a server that is not there has no checks.
  if (typeof body !== 'object' || body === null || !('checks' in body)) throw new ApiProblem(problemFromBody(body, response.status));
  return body as Health;
}
